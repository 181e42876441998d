"""A question on something else, in a conversation: it is asked as one that stands alone before it is refused."""

from __future__ import annotations

import pytest

from assistant.answering.answerer import Answerer
from assistant.types import Answer, Turn
from tests.many import reading_answerer

OLD = """# PEEL 2018

An inspection of Alder Police

# How well does the force investigate crime?

Good

Alder Police is good at investigating crime.

## Main findings

### Cases are closed too early

The force closes many cases early when the victim doesn't support a prosecution.
"""
NEW = """# PEEL 2023–25

An inspection of Alder Police

# Leadership

Adequate

Alder Police is adequate at leadership.

## Main findings

### The force has money put by

At the time of our inspection, its general reserve was £11.6 million.

### Staff were asked

We surveyed the workforce in May 2024, and 812 people took part.

### The force works with Birchshire

Both forces share an underwater search team, which costs £1.2 million a year.
"""
BEFORE = "in 2018, what happened to cases when the victim backed out"


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    """An answerer on both reports, with the networks that come with peel."""
    files = {"alder-peel-2018.md": OLD, "alder-peel-2023-25.md": NEW}
    return reading_answerer(tmp_path_factory.mktemp("topics"), files)


def after(answerer: Answerer, question: str) -> Answer:
    """The answer to a question that comes after one on the older report."""
    first = answerer.ask(BEFORE)
    assert "closes many cases early" in first.text
    return answerer.ask(question, (Turn(BEFORE, first),))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("how much money has the force got in the bank", "11.6 million"),
        ("how many staff took part in the survey?", "812"),
        ("cost of the underwater search team", "1.2 million"),
        ("how much general reserve is there at the force", "11.6 million"),
    ],
)
def test_a_new_question_is_not_refused_for_the_report_of_the_one_before(
    answerer: Answerer, question: str, told: str
) -> None:
    answer = after(answerer, question)
    assert told in answer.text
    assert answer.reading.scope.cycle is None


@pytest.mark.parametrize("question", ["and how many staff took part?", "how much did that cost", "and in reserves?"])
def test_what_goes_on_or_points_back_stays_with_the_report_before(answerer: Answerer, question: str) -> None:
    assert after(answerer, question).abstained


@pytest.mark.parametrize(
    "question",
    ["Back to the new report: how many staff took part?", "Different topic, the latest report: survey staff"],
)
def test_the_new_report_is_gone_back_to_by_its_name(answerer: Answerer, question: str) -> None:
    assert "812" in after(answerer, question).text


def test_they_who_did_it_are_the_force_in_a_question_that_says_enough(answerer: Answerer) -> None:
    assert "11.6" in after(answerer, "how much general reserve did they hold during the inspection").text


def test_the_figure_before_is_no_date_of_the_other_report(answerer: Answerer) -> None:
    asked = "how much general reserve is there at the force"
    before = Turn(asked, answerer.ask(asked))
    assert answerer.ask("what was that figure in 2018?", (before,)).abstained
