"""What a report lists under a label: of two chapters or two labels at once, and refused of a chapter that has none."""

from __future__ import annotations

import pytest

from assistant.answering.answerer import Answerer
from assistant.types import Status
from tests.many import reading_answerer

OLD = """# PEEL 2018

An inspection of Alder Police

# How effective is the force at investigating crime?

Good

Alder Police is good at investigating crime.

## Areas for improvement

- The force should make sure that cases go on where the victim withdraws.
"""
NEW = """# PEEL 2023–25

An inspection of Alder Police

# Responding to the public

Adequate

Alder Police is adequate at responding to the public.

## Areas for improvement

### The force should answer 101 calls sooner

Callers wait for seven minutes.

# Managing fraud

Adequate

Alder Police is adequate at managing fraud.

## Areas for improvement

### The force should tell victims of fraud what happens next

Victims aren't told.

## Innovative practice

### The force sends retired bankers to talk to victims

They have met 90 people.

# Leadership and force management

Good

Alder Police's leadership and force management are good.

## Main findings

### Leaders plan ahead

The force plans its budget for four years.
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    """An answerer on both reports, with the networks that come with peel."""
    files = {"alder-peel-2018.md": OLD, "alder-peel-2023-25.md": NEW}
    return reading_answerer(tmp_path_factory.mktemp("labels"), files)


@pytest.mark.parametrize(
    "question", ["AFIs for leadership and force management", "AFIs on vetting", "innovative practice in leadership"]
)
def test_what_a_chapter_has_none_of_is_not_told_of_another(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question).status is Status.NOT_IN_REPORTS


def test_two_chapters_give_both_lists(answerer: Answerer) -> None:
    text = answerer.ask("what are the AFIs in responding to the public and managing fraud").text
    assert "answer 101 calls sooner" in text
    assert "tell victims of fraud" in text


@pytest.mark.parametrize("question", ["how many AFIs and innovative practices are there", "AFIs + innovative practice"])
def test_two_labels_give_both_lists(answerer: Answerer, question: str) -> None:
    text = answerer.ask(question).text
    assert "2 areas for improvement" in text
    assert "1 innovative practice" in text


def test_the_label_that_has_none_is_named_beside_the_other(answerer: Answerer) -> None:
    answer = answerer.ask("how many causes of concern and areas for improvement are there")
    assert answer.status is Status.PARTLY
    assert "2 areas for improvement" in answer.text
    assert "causes of concern" in answer.refusal
