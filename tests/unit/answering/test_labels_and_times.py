"""Promising practice has a list of its own; what is to be done within a time, and when inspectors were there."""

from __future__ import annotations

import pytest

from assistant.answering.answerer import Answerer
from assistant.answering.fieldwork import asks_fieldwork
from assistant.types import Label, Status
from tests.made_up import report
from tests.many import answerer_of

REPORT = """# PEEL 2023–25

An inspection of Elder Police

We graded Elder Police's performance in two areas of policing.

The inspection team met on 3 March 2023 to plan. We carried out our fieldwork between 6 and 24 May 2024.

# Responding to the public

Good

Elder Police is good at responding to the public.

## Promising practice

### Poets write letters to witnesses

A poet helps with 30 letters a year.

# Managing fraud

Adequate

Elder Police is adequate at managing fraud.

## Innovative practice

### The force sends retired bankers to talk to victims

They have met 90 people.

## Recommendations

Within three months, the force should:

- give each team a weekly rest day
- count the hours that staff work

Within six months, the force should:

- open a canteen at headquarters
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("labels"), {"elder.md": REPORT})


def test_a_heading_is_read_as_promising_practice() -> None:
    labels = [section.label for section in report(REPORT).sections if section.label]
    assert Label.PROMISING_PRACTICE in labels and Label.INNOVATIVE_PRACTICE in labels


@pytest.mark.parametrize(
    ("label", "told", "other"), [("promising", "Poets", "bankers"), ("innovative", "bankers", "Poets")]
)
def test_promising_and_innovative_practice_are_two_lists(answerer: Answerer, label: str, told: str, other: str) -> None:
    text = answerer.ask(f"what {label} practice is there").text
    assert text.startswith(f"1 {label} practice")
    assert told in text and other not in text


def test_a_chapter_without_the_one_is_not_answered_by_the_other(answerer: Answerer) -> None:
    assert answerer.ask("innovative practice in responding to the public").status is Status.NOT_IN_REPORTS


@pytest.mark.parametrize(
    ("question", "told", "other"),
    [
        ("what does the force have to do within three months", "weekly rest day", "canteen"),
        ("what must the force do within 3 months", "weekly rest day", "canteen"),
        ("what recommendations are there within six months", "canteen", "weekly rest day"),
    ],
)
def test_what_is_to_be_done_within_a_time(answerer: Answerer, question: str, told: str, other: str) -> None:
    text = answerer.ask(question).text
    assert text.startswith("“Within")
    assert told in text and other not in text


@pytest.mark.parametrize("question", ["when were the inspectors there", "when did the inspection take place"])
def test_when_inspectors_were_there(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question).text.startswith("“We carried out our fieldwork between 6 and 24 May 2024.”")


def test_when_inspectors_found_something_is_another_question() -> None:
    assert not asks_fieldwork("when did inspectors last find problems in the cells")


def test_how_many_areas_there_were_is_told_as_the_report_tells_it(answerer: Answerer) -> None:
    assert answerer.ask("how many areas did inspectors look at").text.startswith("“We graded Elder Police's")


@pytest.mark.parametrize(("grades", "word"), [("good", "No."), ("adequate or better", "Yes.")])
def test_whether_every_area_has_a_grade(answerer: Answerer, grades: str, word: str) -> None:
    text = answerer.ask(f"is every area graded {grades}").text
    assert text.startswith(word)
    assert "Responding to the public: good" in text and "Managing fraud: adequate" in text
