"""What is asked of another report, by a name that its cycle has beside the one it is held under, and after a turn."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answering.answerer import Answerer
from assistant.types import Answer, Reason, Status, Turn
from tests.many import reading_answerer

OLDER = """PEEL: Police effectiveness, efficiency and legitimacy 2018/19

An inspection of Fernley Police

# Responding to the public

Good

Fernley Police is good at responding to the public.

## Main findings

### Emergency calls

In the year ending 31 March 2019, the force answered 71.4 percent of emergency calls within 10 seconds.

### Police dogs

The force has 34 police dogs and they work across the county.
"""
NEWER = """# PEEL 2023–25

An inspection of Fernley Police

# Our judgments

We also inspected how effective a service Fernley Police gives to victims of crime. We don't make a graded judgment in
this overall area.

# Providing a service to the victims of crime

This assessment is ungraded.

# Responding to the public

Adequate

Fernley Police is adequate at responding to the public.

## Main findings

### Emergency calls

In the year ending 31 March 2024, the force answered 88.2 percent of emergency calls within 10 seconds.

### Police dogs

The force has 21 police dogs and they work across the county.

# Building, supporting and protecting the workforce

Good

Fernley Police is good at building and supporting its workforce.
"""
DOGS = "how many police dogs does the force have"


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    files = {"fernley-2018-19.md": OLDER, "fernley-2023-25.md": NEWER}
    return reading_answerer(tmp_path_factory.mktemp("other"), files)


def after(answerer: Answerer, first: str, then: str) -> Answer:
    return answerer.ask(then, [Turn(first, answerer.ask(first))])


@pytest.mark.parametrize(
    "question",
    ["how many police dogs did the force have in 2018/19", "2018-19 report: how many police dogs", DOGS + ", 18/19"],
)
def test_a_cycle_is_known_by_its_other_name(answerer: Answerer, question: str) -> None:
    assert "34 police dogs" in answerer.ask(question).citations[0].quote


@pytest.mark.parametrize(
    "then",
    [
        "and in the last report?",
        "what was it in the 2018/19 report",
        "and in the older one",
        "what was the equivalent in 2018/19",
    ],
)
def test_a_follow_up_asks_the_same_of_the_older_report(answerer: Answerer, then: str) -> None:
    assert "34 police dogs" in after(answerer, DOGS, then).citations[0].quote


def test_the_inspection_before_is_no_older_one(answerer: Answerer) -> None:
    answer = after(answerer, DOGS, "what about the previous inspection")
    assert "34 police dogs" not in answer.text and answer.reading.scope.cycle != "2018"


def test_a_follow_up_asks_the_same_of_the_newer_report(answerer: Answerer) -> None:
    assert "21 police dogs" in after(answerer, DOGS + " in 2018/19", "and in the new one").citations[0].quote


@pytest.mark.parametrize("question", ["grade for supporting victims", "what grade did they get for service to victims"])
def test_an_area_without_a_grade_is_given_none(answerer: Answerer, question: str) -> None:
    text = answerer.ask(question).text
    assert "ungraded" in text or "don't make a graded judgment" in text
    assert not text.startswith(("Good", "Adequate"))


def test_how_a_force_was_in_a_year_is_told_by_its_grades(answerer: Answerer) -> None:
    answer = answerer.ask("how was Fernley in 2018/19")
    assert answer.status is Status.ANSWERED and "responding to the public: good" in answer.text.lower()


@pytest.mark.parametrize("question", ["got any jokes", "thanks thats all for now", "cheers youre a star"])
def test_small_talk_is_no_question_about_reports(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question).reason is Reason.NOT_A_REPORT_QUESTION


@pytest.mark.parametrize("question", ["just the share of emergency calls answered in 10 seconds, that's all"])
def test_what_ends_like_small_talk_is_a_question(answerer: Answerer, question: str) -> None:
    assert "88.2 percent" in answerer.ask(question).text


def test_an_area_that_is_graded_by_its_name_keeps_its_grade(tmp_path: Path) -> None:
    report = NEWER.replace("Building, supporting and protecting the workforce", "Supporting victims")
    report = report.replace("building and supporting its workforce", "supporting victims")
    answer = reading_answerer(tmp_path, {"fernley.md": report}).ask(
        "how did inspectors rate support for victims of crime"
    )
    assert answer.text.startswith("Good")
