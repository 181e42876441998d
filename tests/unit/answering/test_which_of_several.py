"""Which of a sentence's figures is told: each is read with the question; and what a figure is held against."""

from __future__ import annotations

import pytest

from assistant.answering.answerer import Answerer
from assistant.answering.told_apart import told_apart
from assistant.indexing.figures import figures_of
from assistant.indexing.units import Unit
from assistant.types import BlockKind, Reason, Span, Status, Turn
from tests.many import reading_answerer

REPORT = """# PEEL 2023–25

An inspection of Alder Police

# Investigating crime

Adequate

Alder Police is adequate at investigating crime.

## Main findings

### Devices wait to be examined

On 1 March 2025, 512 devices were waiting for the laboratory. The average wait was 4.6 months for phones and 9 months
for laptops. The force aims to examine every device within three months.

### A panel looks at stalking again

By March 2025, the panel had looked at 58 cases, recommended reopening 21 and praised the work in 12.

### Detectives

Detectives from other forces who join don't have to sit the examination again.

# Responding to the public

Good

Alder Police is good at responding to the public.

## Main findings

### People give up on 101

In the year ending 31 March 2025, 17.9 percent of calls to 101 were abandoned.4 In 2022, it was 11.2 percent. This was
higher than the typical range of all forces. The line is at its worst from 4pm to 7pm.

### Searches

In the year ending 31 March 2025, officers found something in 31.4 percent of stop and searches. The number of stop and
searches increased by 9.4 percent. This isn't in line with forces in England and Wales, in which the number of stop and
searches decreased by 2.1 percent on average.

### Use of force

In the year ending 31 March 2025, the force recorded 4,210 use of force incidents. This means that it under-recorded its
use of force by 780 incidents.

### Children get a second chance

The youth justice service and the force share a panel called Next Step, which looks at every child arrested for the
first time. It works with two councils. It meets on Fridays.

### The firearms unit

The chief officer must set out the threat in a yearly firearms capability plan (YFCP). We describe how forces provide
armed policing, and give no judgment.
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    """An answerer on the report, with the networks that come with peel."""
    return reading_answerer(tmp_path_factory.mktemp("several"), {"alder-peel-2023-25.md": REPORT})


def unit_of(text: str) -> Unit:
    return Unit("alder", 0, 0, BlockKind.PARAGRAPH, Span(0, len(text)), text, "", (), (), None, figures_of(text))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "At the time, it took 63 days for one and 49 days for the other.",
            ["At the time, it took 63 days for one", "At the time, it took 49 days for the other."],
        ),
        (
            "In 2023, it had looked at 58 cases, and praised the work in 12.",
            ["In 2023, it had looked at 58 cases", "In 2023, it had looked at praised the work in 12 cases."],
        ),
        (
            "The team had 40 posts; it had filled 31.",
            ["The team had 40 posts", "it had filled 31 posts."],
        ),
        ("Of these, 61 of the force's 338 posts were vacant.", None),
    ],
)
def test_a_sentence_is_told_once_for_each_figure(text: str, told: list[str] | None) -> None:
    unit = unit_of(text)
    figures = [figure for figure in unit.figures if figure.kind != "date"][-2:]
    assert told_apart(unit, figures) == told


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("how long is the average wait for a laptop to be examined", "9 months"),
        ("how long is the average wait for a phone to be examined", "4.6 months"),
    ],
)
def test_the_figure_of_what_is_asked_about_is_told_first(answerer: Answerer, question: str, figure: str) -> None:
    assert answerer.ask(question).text.startswith(figure)


def test_the_mark_of_a_note_parts_two_sentences(answerer: Answerer) -> None:
    answer = answerer.ask("what share of 101 calls is abandoned")
    assert answer.text.startswith("17.9 percent")
    assert answer.citations[0].quote.endswith("were abandoned.")


def test_whether_a_figure_is_good_asks_what_it_is_held_against(answerer: Answerer) -> None:
    asked = "what share of 101 calls is abandoned"
    before = Turn(asked, answerer.ask(asked))
    assert "higher than the typical range" in answerer.ask("is that any good?", [before]).text


def test_what_to_think_of_a_refusal_is_refused_like_it(answerer: Answerer) -> None:
    asked = "how many police dogs are there"
    before = Turn(asked, answerer.ask(asked))
    after = answerer.ask("is that a lot?", [before])
    assert before.answer.abstained
    assert (after.status, after.reason) == (before.answer.status, before.answer.reason)


def test_a_time_of_day_tells_when(answerer: Answerer) -> None:
    assert "4pm to 7pm" in answerer.ask("when is the 101 line at its worst").text


@pytest.mark.parametrize("question", ["YFCP - full name please", "what is YFCP short for"])
def test_letters_are_spelt_out_where_their_full_name_is_asked_for(answerer: Answerer, question: str) -> None:
    assert "yearly firearms capability plan" in answerer.ask(question).text


def test_a_grade_is_not_answered_by_words_without_one(answerer: Answerer) -> None:
    assert answerer.ask("what grade did the firearms unit get").status is Status.NOT_IN_REPORTS


def test_who_came_top_asks_for_other_forces(answerer: Answerer) -> None:
    answer = answerer.ask("who came top for abandoned 101 calls")
    assert answer.reason is Reason.FORCE_NOT_HELD


def test_what_need_not_be_done_is_no_no(answerer: Answerer) -> None:
    assert not answerer.ask("do detectives from other forces sit the examination").text.startswith(("Yes", "No."))


def test_how_far_something_moved_says_nothing_of_how_high_it_is(answerer: Answerer) -> None:
    asked = "in what share of stop and searches was something found"
    before = Turn(asked, answerer.ask(asked))
    assert before.answer.text.startswith("31.4 percent")
    assert not answerer.ask("is that more than in other forces", [before]).text.startswith(("Yes", "No."))
    moved = answerer.ask("did stop and searches increase more than in other forces").text
    assert "9.4 percent" in moved
    assert not moved.startswith("No")


def test_those_that_were_not_are_not_counted_by_those_that_were(answerer: Answerer) -> None:
    assert "780" in answerer.ask("how many use of force incidents weren't recorded").citations[0].quote
    assert "4,210" in answerer.ask("how many use of force incidents were recorded").citations[0].quote


def test_what_it_was_before_is_the_earlier_figure(answerer: Answerer) -> None:
    asked = "what share of 101 calls is abandoned"
    before = Turn(asked, answerer.ask(asked))
    assert "11.2 percent" in answerer.ask("what was it before?", [before]).text
    assert answerer.ask("how many devices were waiting, what was it before").abstained


def test_what_a_thing_is_does_not_say_that_it_works(answerer: Answerer) -> None:
    asked = "what is the Next Step panel"
    before = Turn(asked, answerer.ask(asked))
    assert not answerer.ask("does it work?", [before]).text.startswith("Yes")
