"""No `Yes.` to a question that claims more than the sentence says: all, only, the worst, or what is only planned."""

from __future__ import annotations

import pytest

from assistant.answering.answerer import Answerer
from tests.many import reading_answerer

REPORT = """# PEEL 2023–25

An inspection of Birch Police

# Responding to the public

Good

Birch Police is good at responding to the public.

## Main findings

### Control room checks

Supervisors check calls in the control room for vulnerable callers.

### The scrutiny panel

The scrutiny panel meets every two months to look at the use of Tasers.

### Plans

The new digital evidence store is due to be ready by spring. The force's goal is to halve the number of stolen trailers.

### Recommendations

Within six months, the force should:

- train all custody sergeants in mental health

### Lead for vulnerability

The deputy chief constable leads the vulnerability board.

### Horses

The force uses horses in the town centre at night.

### Repeat callers

The force has the second worst rate of repeat callers among rural forces.
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    """An answerer on the report, with the networks that come with peel."""
    return reading_answerer(tmp_path_factory.mktemp("more"), {"birch.md": REPORT})


@pytest.mark.parametrize(
    ("question", "quoted"),
    [
        ("do supervisors check all calls in the control room", "Supervisors check calls"),
        ("do only supervisors check calls in the control room", "Supervisors check calls"),
        ("do supervisors check most calls in the control room", "Supervisors check calls"),
        ("does the scrutiny panel meet monthly", "every two months"),
        ("is the new digital evidence store ready", "due to be ready"),
        ("did the force halve the number of stolen trailers", "goal is to halve"),
        ("are custody sergeants trained in mental health", "train all custody sergeants"),
        ("does the chief constable lead the vulnerability board", "deputy chief constable"),
        ("do all forces use horses in the town centre at night", "uses horses"),
        ("is it the only force that uses horses in the town centre at night", "uses horses"),
        ("does the force have the worst rate of repeat callers", "second worst"),
        ("is it the worst of all forces for repeat callers", "second worst"),
    ],
)
def test_what_claims_more_is_left_to_the_reader(answerer: Answerer, question: str, quoted: str) -> None:
    text = answerer.ask(question).text
    assert quoted in text
    assert not text.startswith("Yes")


@pytest.mark.parametrize(
    "question",
    [
        "do supervisors check calls in the control room",
        "does the deputy chief constable lead the vulnerability board",
        "does the force use horses in the town centre at night",
    ],
)
def test_what_claims_no_more_is_affirmed(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question).text.startswith("Yes.")
