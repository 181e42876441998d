"""A figure of other forces doesn't answer for the force's own."""

from __future__ import annotations

import pytest

from assistant.answering.answerer import Answerer
from assistant.retrieval.others import is_of_others, speaks_of_others
from tests.many import answerer_of

REPORT = """# PEEL 2023–25

An inspection of Alder Police

# Responding to the public

Good

Alder Police is good at responding to the public.

## Main findings

### Calls are answered in time

In the year to March 2024, on average, forces in England and Wales answered 84.0 percent of emergency calls in time.
The force answered 91.5 percent of emergency calls in time.
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("whose"), {"alder.md": REPORT})


def test_the_forces_own_figure_is_said(answerer: Answerer) -> None:
    assert answerer.ask("what share of emergency calls did Alder answer in time").text.startswith("91.5 percent")


def test_that_of_other_forces_is_said_where_it_is_asked_for(answerer: Answerer) -> None:
    assert "84.0 percent" in answerer.ask("what share of emergency calls did forces in England answer in time").text


@pytest.mark.parametrize(
    ("sentence", "others"),
    [
        ("On average, forces in England and Wales recorded 7.2 searches per 1,000 population.", True),
        ("Across England and Wales the fall was 15 percent.", True),
        ("The average for all forces was 129 days.", True),
        ("The force recorded 7.6, higher than forces in England and Wales recorded on average.", False),
        ("Women make up 39.2 percent of officers, against 36.1 percent across England and Wales.", False),
        ("The median time to reach a priority incident was 4 hours.", False),
        ("It is 8.1 percent, compared with 10.1 across England and Wales.", False),
    ],
)
def test_whose_figure_a_sentence_gives(sentence: str, others: bool) -> None:
    assert is_of_others(sentence) is others


def test_a_question_says_whose_figure_it_wants() -> None:
    assert speaks_of_others("how does that compare nationally")
    assert not speaks_of_others("how many searches did they record")
