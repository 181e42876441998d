"""Grades asked for by what people say for an area of policing."""

from __future__ import annotations

import pytest

from assistant.answering.answerer import Answerer
from tests.many import reading_answerer

REPORT = """# PEEL 2023–25

An inspection of Alder Police

# Responding to the public

Good

Alder Police is good at responding to the public.

## Main findings

### Calls are answered in time

The force answered 91.5 percent of emergency calls in time.

## Areas for improvement

The force should tell callers how long they will wait.

# Protecting vulnerable people

Inadequate

Alder Police is inadequate at protecting vulnerable people.

## Main findings

### Children wait too long

The team that keeps children safe has too few people.

# Building, supporting and protecting the workforce

Outstanding

Alder Police is outstanding at building, supporting and protecting the workforce.

# Leadership and force management

Requires improvement

Alder Police requires improvement at leadership and force management.
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return reading_answerer(tmp_path_factory.mktemp("everyday"), {"alder.md": REPORT})


@pytest.mark.parametrize(
    ("question", "grade"),
    [
        ("what mark did Alder get for looking after its own staff", "Outstanding"),
        ("rating for call handling", "Good"),
        ("how was Alder at keeping children safe", "Inadequate"),
        ("how well is the force run, what grade", "Requires improvement"),
        ("safeguarding", "Inadequate"),
    ],
)
def test_an_area_is_known_by_what_people_say_for_it(answerer: Answerer, question: str, grade: str) -> None:
    assert answerer.ask(question).text.startswith(grade)


@pytest.mark.parametrize(
    "question", ["call handling AFIs", "how many calls did Alder answer in time", "emergency calls reported"]
)
def test_an_area_that_is_named_isnt_always_asked_for_its_grade(answerer: Answerer, question: str) -> None:
    assert not answerer.ask(question).text.startswith("Good")


def test_grades_of_incidents_arent_judgments(answerer: Answerer) -> None:
    assert "Requires improvement" not in answerer.ask("median time to reach grade 2 jobs").text
