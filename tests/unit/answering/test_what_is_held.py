"""What is held and what isn't: halves of a question, all staff, operations, partners, money per head."""

from __future__ import annotations

import pytest

from assistant.answering.answerer import Answerer
from assistant.types import Reason, Status
from tests.many import reading_answerer

REPORT = """# PEEL 2023–25

An inspection of Alder Police

## Our judgments

Our inspection assessed how good Alder Police is in two areas of policing:

| Good | Inadequate |
| --- | --- |
| Responding to the public | Investigating crime |

Readers shouldn't set the grades in this report beside those of 2021/22.

# Responding to the public

Good

Alder Police is good at responding to the public.

## Main findings

### The force answers emergency calls

In the year ending 30 September 2024, the force answered 91.4 percent of 999 calls within 10 seconds.

### Non-emergency callers hang up

In the year ending 30 September 2024, callers abandoned 7.7 percent of 101 calls. This compares to a median of 5.3
percent across the country.

### Response teams are short of people

On 30 September 2024, the force had 612 response officers. Operation Larkspur sends them to hot spots.

### Money for the control room

The force spends £31,400 per 1,000 population on its control room.

### The force shares a dispatch system

The force shares its dispatch system with Sussex Police, but it doesn't track what the system saves.

# Investigating crime

Inadequate

Alder Police is inadequate at investigating crime.
"""
WHOLE = "On 30 September 2024, the force had 2,340 officers and 1,105 police staff."


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return reading_answerer(tmp_path_factory.mktemp("held"), {"alder.md": REPORT})


@pytest.mark.parametrize(
    "question",
    ["999 answer rate and 101 abandonment rate", "percentage of 999 calls answered plus percentage of 101 abandoned"],
)
def test_two_figures_named_side_by_side_are_both_given(answerer: Answerer, question: str) -> None:
    answer = answerer.ask(question)
    assert answer.status is Status.ANSWERED
    assert "91.4" in answer.text
    assert "7.7" in answer.text


def test_the_half_that_is_refused_is_named(answerer: Answerer) -> None:
    answer = answerer.ask("what was the 999 answer rate and how many dogs does the force have")
    assert answer.status is Status.PARTLY
    assert "91.4" in answer.text
    assert "Not answered: how many dogs does the force have. The reports don't hold that." in answer.text
    assert "Held:" not in answer.text


@pytest.mark.parametrize(
    "question", ["how many officers does the force have", "how many staff work there", "how many police officers"]
)
def test_a_sort_of_officers_isnt_all_of_them(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question).status is Status.NOT_IN_REPORTS
    assert "612" in answerer.ask("how many response officers does the force have").text


def test_all_officers_are_counted_where_the_report_counts_them(tmp_path_factory: pytest.TempPathFactory) -> None:
    report = REPORT.replace("### Response teams", f"{WHOLE}\n\n### Response teams")
    answerer = reading_answerer(tmp_path_factory.mktemp("whole"), {"alder.md": report})
    assert answerer.ask("how many officers does the force have").text.startswith("2,340")


def test_an_operation_that_isnt_held_is_refused(answerer: Answerer) -> None:
    assert answerer.ask("what is operation bluebell").reason is Reason.METRIC_NOT_REPORTED
    assert "hot spots" in answerer.ask("what does op larkspur do").text


def test_money_per_head_is_money(answerer: Answerer) -> None:
    assert "31,400" in answerer.ask("how much money does the control room cost for each 1,000 people").text


def test_a_force_that_shares_is_a_partner_and_a_share_of_something_isnt(answerer: Answerer) -> None:
    assert "doesn't track" in answerer.ask("what is wrong with the shared Sussex dispatch system").text
    assert answerer.ask("what share of 999 calls does Sussex answer").reason is Reason.FORCE_NOT_HELD


@pytest.mark.parametrize(
    ("question", "area"),
    [
        ("which area came out top", "Responding to the public: good"),
        ("which areas came bottom, i.e. got the lowest mark?", "Investigating crime: inadequate"),
    ],
)
def test_the_areas_at_the_top_and_at_the_bottom(answerer: Answerer, question: str, area: str) -> None:
    answer = answerer.ask(question)
    assert area in answer.text
    assert len(answer.statements) == 2


def test_grades_that_cant_be_set_beside_the_last_are_not_computed_with(answerer: Answerer) -> None:
    text = answerer.ask("can i say it has gone down since 2021/22 by comparing grades").text
    assert "shouldn't set the grades" in text
    assert "computed" not in text


def test_the_time_within_which_a_share_is_reached_isnt_how_long_it_takes(answerer: Answerer) -> None:
    text = answerer.ask("how quickly does the force answer 999 calls").text
    assert text.startswith("\u201c")
    assert "91.4 percent" in text
    assert answerer.ask("within how many seconds should 999 calls be answered").text.startswith("10 seconds")


def test_whether_a_force_is_good_is_every_grade(answerer: Answerer) -> None:
    answer = answerer.ask("is Alder good")
    assert "Responding to the public: good" in answer.text
    assert "Investigating crime: inadequate" in answer.text


def test_how_many_did_isnt_how_many_did_not(tmp_path_factory: pytest.TempPathFactory) -> None:
    denied = "In our survey, 239 of 339 respondents told us that they hadn't received training on fraud."
    report = REPORT.replace("### Response teams", f"### Fraud\n\n{denied}\n\n### Response teams")
    answerer = reading_answerer(tmp_path_factory.mktemp("denied"), {"alder.md": report})
    assert answerer.ask("how many respondents said they had received training on fraud").text.startswith("\u201c")
    assert answerer.ask("how many respondents said they hadn't received training on fraud").text.startswith(
        "239 of 339"
    )
