"""Follow-ups that name little or something of their own: they go on with what was told, or are refused."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from assistant.answering.answerer import Answerer
from assistant.answering.follow_up import adds, completed, leans
from assistant.types import Answer, Status, Turn
from tests.many import reading_answerer

REPORT = """# PEEL 2023–25

An inspection of Alder Police

# Managing fraud

Adequate

Alder Police is adequate at managing fraud.

## Main findings

### The force contacts local victims

The national bureau passed details of 1,733 local victims to the force in the year ending 31 March 2025. The force
contacted 95.4 percent of them within seven days.

### People lose savings to romance fraud

In the same year, 76 people reported romance fraud and lost £1.7 million between them.

### The hub lacked a lead

Responsibility for the fraud hub was spread over several teams, but the force has since improved its approach. One
inspector now leads the hub.

## Areas for improvement

### The force should tell fraud victims sooner what it does

It doesn't always tell them.

# Building the workforce

Good

Alder Police is good at building the workforce.

## Main findings

### Officers are resigning

Alder Police had 6.3 resignations per 100 officers in the year ending 31 March 2025, the second highest rate of all
forces. The median was 3.2. The rate was 4.9 per 100 officers in the year ending 31 March 2024, so matters are getting
worse.

### Searches

The Alder line starts at 11.4 searches per 1,000 population in the year ending 31 March 2021, drops each year, and ends
at 7.6 in the year ending 31 March 2025. The median line starts at 9.3 and ends at 6.8.

### Outcomes aren't always right

Only 44 of the 61 cases that we examined had the correct outcome. Of those with an incorrect outcome, 8 of the 17 had
enquiries left.
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return reading_answerer(tmp_path_factory.mktemp("on"), {"alder.md": REPORT})


def last(answerer: Answerer, questions: Sequence[str]) -> Answer:
    turns: list[Turn] = []
    for question in questions:
        turns.append(Turn(question, answerer.ask(question, turns)))
    return turns[-1].answer


def test_a_question_of_its_own_words_may_be_taken_to_go_on(answerer: Answerer) -> None:
    opening, question = "how many fraud victims were passed on", "how many heard from police inside a week"
    turns = [Turn(opening, answerer.ask(opening))]
    assert not completed(question, turns, ["Alder"]).about
    assert opening in completed(question, turns, ["Alder"], goes_on=True).about


def test_what_goes_on_says_something_new_of_what_was_told(answerer: Answerer) -> None:
    told = answerer.ask("how many local victims were passed to the force")
    assert adds(answerer.ask("how many were contacted inside a week"), told)
    assert not adds(told, told)
    assert not adds(answerer.ask("resignations per 100 officers"), told)


def test_better_or_worse_than_before_stays_with_what_was_told(answerer: Answerer) -> None:
    answer = last(answerer, ["resignations per 100 officers", "is that better or worse than the previous year"])
    assert "4.9 per 100 officers" in answer.text


def test_what_is_usual_names_nothing_of_its_own() -> None:
    assert leans("normal spread across other forces?")
    assert not leans("how many domestic abuse victims were seen by officers in time")


def test_a_part_of_what_was_told_isnt_all_of_it(answerer: Answerer) -> None:
    opening = "total lost to romance fraud"
    assert answerer.ask(opening).text.startswith("£1.7 million")
    assert last(answerer, [opening, "how much of that did they get back"]).status is not Status.ANSWERED


@pytest.mark.parametrize(
    ("question", "opens"),
    [
        ("where does the median line for searches end", "6.8"),
        ("median for searches now?", "6.8"),
        ("what did the median line start at", "9.3"),
    ],
)
def test_a_charts_line_is_told_by_its_end(answerer: Answerer, question: str, opens: str) -> None:
    text = answerer.ask(question).text
    assert text.startswith((opens, "\u201c"))
    assert "31 March 2021" not in text.partition("\u201c")[0]


def test_the_right_ones_are_counted(answerer: Answerer) -> None:
    assert "44 of the 61" in answerer.ask("how many cases were closed with the right outcome").text


@pytest.mark.parametrize(
    "question", ["how many areas of policing were looked at", "how many different things did they get marked on"]
)
def test_how_many_areas_are_told_by_their_grades(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question).text.startswith("2 graded areas")


def test_who_is_in_charge_isnt_told_by_a_grade(answerer: Answerer) -> None:
    assert answerer.ask("who's in overall charge of fraud").status is not Status.ANSWERED


def test_what_was_done_is_told_and_not_only_that_something_was(answerer: Answerer) -> None:
    answer = answerer.ask("what has been done about responsibility for the fraud hub")
    assert "inspector now leads the hub" in answer.text


def test_what_they_were_told_to_improve_is_listed(answerer: Answerer) -> None:
    answer = last(answerer, ["how many local victims were passed to the force", "and what were they told to improve"])
    assert answer.text.startswith("1 area for improvement in Managing fraud")


def test_the_grade_of_a_partner_isnt_the_forces_own(answerer: Answerer) -> None:
    assert answerer.ask("how is their partner rated for managing fraud?").status is not Status.ANSWERED
