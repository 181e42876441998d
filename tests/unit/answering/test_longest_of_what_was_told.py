"""The longest, or the average, that a short follow-up asks for is that of what was told of, and not another's."""

from __future__ import annotations

import pytest

from assistant.answering.answerer import Answerer
from assistant.answering.follow_up import leans
from assistant.types import Status, Turn
from tests.many import reading_answerer

REPORT = """# PEEL 2023–25

An inspection of Thornby Police

# Responding to the public

Adequate

Thornby Police is adequate at responding to the public.

## Main findings

### Callers to 101 wait too long

The longest wait that the control room recorded was 1 hour 40 minutes. The average wait was 5 minutes.

# Investigating crime

Adequate

Thornby Police is adequate at investigating crime.

## Main findings

### Telephones wait to be examined

The laboratory has eight examiners of telephones. The longest wait was 11 months, and the average wait was 90 days.
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return reading_answerer(tmp_path_factory.mktemp("longest"), {"thornby.md": REPORT})


@pytest.mark.parametrize(
    ("first", "told"),
    [("how many examiners does the laboratory have", "11 months"), ("how long do callers to 101 wait", "1 hour 40")],
)
def test_the_longest_wait_is_of_what_was_told(answerer: Answerer, first: str, told: str) -> None:
    turns = [Turn(first, answerer.ask(first))]
    assert told in answerer.ask("how long is the longest wait?", turns).statements[0].text


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("how long is the longest wait?", True),
        ("how high is the average?", True),
        ("how long is the longest wait for a search of a telephone?", False),
        ("how many examiners does the telephone laboratory have?", False),
    ],
)
def test_what_leans_names_one_thing(question: str, expected: bool) -> None:
    assert leans(question) is expected


def test_a_topic_that_no_sentence_has_isnt_answered_by_the_one_before_a_refusal(answerer: Answerer) -> None:
    turns: list[Turn] = []
    for question in ("how long is the longest wait for telephones", "and for aeroplanes?", "and helicopters?"):
        turns.append(Turn(question, answerer.ask(question, turns)))
    assert turns[0].answer.statements
    assert turns[-1].answer.status is Status.NOT_IN_REPORTS
