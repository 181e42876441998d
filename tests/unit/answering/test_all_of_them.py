"""All of them is `Yes.` for 40 of 40 and `No.` for fewer; what is denied of others, or felt by some, is no `No.`."""

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

In all 40 of 40 calls that we listened to, the call handler asked for the caller's address.

In 31 of 40 calls that we listened to, the call handler gave advice on preserving evidence.

Call handlers recorded a risk assessment in 88.5 percent of calls.

### Tasers

Officers on the night shift carry Tasers, and dog handlers don't carry them.

### Exercise

Some officers felt that they weren't given time to exercise.
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    """An answerer on the report, with the networks that come with peel."""
    return reading_answerer(tmp_path_factory.mktemp("all"), {"birch.md": REPORT})


@pytest.mark.parametrize("calls", ["all calls", "every call"])
def test_forty_of_forty_is_all(answerer: Answerer, calls: str) -> None:
    assert answerer.ask(f"did the call handler ask for the caller's address in {calls}").text.startswith("Yes.")


@pytest.mark.parametrize(
    "question",
    [
        "did call handlers record a risk assessment in all calls",
        "did the call handler give advice on preserving evidence in all calls",
    ],
)
def test_a_share_under_all_denies_that_it_is_all(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question).text.startswith("No.")


@pytest.mark.parametrize(
    "question", ["do officers on the night shift carry Tasers", "were officers given time to exercise"]
)
def test_a_denial_of_others_or_a_view_of_some_is_no_no(answerer: Answerer, question: str) -> None:
    assert not answerer.ask(question).text.startswith("No")


def test_a_denial_of_what_is_asked_about_is(answerer: Answerer) -> None:
    assert answerer.ask("do dog handlers carry Tasers").text.startswith("No.")
