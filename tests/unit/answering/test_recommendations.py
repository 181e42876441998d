"""What a report recommends under a cause of concern is listed, whether it has a heading for that or not."""

from __future__ import annotations

import pytest

from assistant.answering.answerer import Answerer
from tests.many import reading_answerer

REPORT = """# PEEL 2023–25

An inspection of Hazel Police

# Responding to the public

Inadequate

Hazel Police is inadequate at responding to the public.

## Cause of concern

### The force leaves callers waiting

Callers give up. By 31 May 2025, the force should:

- employ forty more operators; and
- ring back those who gave up.

# Managing offenders and suspects

Inadequate

Hazel Police is inadequate at managing offenders and suspects.

## Cause of concern

### The force visits too few sex offenders

Visits are late. By 30 June 2025, the force should:

- visit each registered sex offender on time.

## Main findings

### Wanted people

The force looks for wanted people each week.
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return reading_answerer(tmp_path_factory.mktemp("recommends"), {"hazel.md": REPORT})


def test_every_recommendation_is_counted_and_listed(answerer: Answerer) -> None:
    answer = answerer.ask("how many recommendations are there")
    assert answer.text.startswith("3 recommendations")
    assert "ring back those who gave up" in answer.text
    assert "registered sex offender on time" in answer.text


@pytest.mark.parametrize(
    ("question", "told", "left_out"),
    [
        ("recommendations for responding to the public", "forty more operators", "sex offender"),
        ("list the recs in the sex offender cause of concern", "sex offender on time", "operators"),
    ],
)
def test_those_of_one_chapter_alone_are_listed(answerer: Answerer, question: str, told: str, left_out: str) -> None:
    text = answerer.ask(question).text
    assert told in text
    assert left_out not in text.partition(":")[2]
