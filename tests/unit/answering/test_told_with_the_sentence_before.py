"""Sentences that go on with the one before them: what was done so often, and a target that is only called `it`."""

from __future__ import annotations

import pytest

from assistant.answering.answerer import Answerer
from assistant.types import Status
from tests.many import reading_answerer

REPORT = """# PEEL 2023–25

An inspection of Thornby Police

# Responding to the public

Adequate

Thornby Police is adequate at responding to the public.

## Main findings

### Callers wait longer than they should

The force's target for reaching urgent callers is 20 minutes. For routine (grade 4) appointments, it is 48 hours.

# Supporting victims

Good

Thornby Police is good at supporting victims.

## Main findings

### Some victims aren't asked what they need

Officers should carry out a victim needs assessment. The force did so in 61 of 90 relevant cases.

### Officers are looked after when they are hurt

In the year ending 31 March 2024, 318 assaults on officers and staff were recorded. Each officer is given a mentor.
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return reading_answerer(tmp_path_factory.mktemp("goes-on"), {"thornby.md": REPORT})


def test_what_was_done_so_often_counts_what_the_sentence_before_names(answerer: Answerer) -> None:
    assert answerer.ask("how many victims got a needs assessment").text.startswith("61 of 90")


def test_assaults_on_police_are_assaults_on_officers(answerer: Answerer) -> None:
    answer = answerer.ask("how many assaults on police were there")
    assert "318 assaults" in answer.text and answer.citations


def test_what_goes_on_with_a_target_is_cited_with_it(answerer: Answerer) -> None:
    answer = answerer.ask("what's the target for grade 4")
    assert "it is 48 hours" in answer.text
    assert answer.citations[0].quote.startswith("The force's target")


def test_another_count_is_still_refused(answerer: Answerer) -> None:
    assert answerer.ask("how many burglaries were there").status is Status.NOT_IN_REPORTS
