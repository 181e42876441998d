"""A question that names a time is also read without it beside a sentence that takes that time over from another."""

from __future__ import annotations

import pytest

from assistant.indexing.units import units_of
from assistant.retrieval.question import read_question
from assistant.retrieval.terms import Vocabulary
from assistant.retrieval.undated import readings
from tests.made_up import report

LAKE = report(
    "# Lakes\n\nIn the year ending 31 March 2021, the patrol rescued 19 swimmers. It gave 260 of them a whistle.\n\n"
    "In the year ending 31 March 2024, the patrol rescued 31 swimmers.\n\nIt has two boats."
)


def read_with(question: str) -> list[tuple[str, ...]]:
    """What of a question is read with each sentence."""
    read = read_question(question, [LAKE], Vocabulary({}, 1))
    return [readings(read, unit) for unit in units_of(LAKE)]


def test_the_time_is_left_away_beside_sentences_that_take_it_over() -> None:
    whole = "how many swimmers got a whistle in the year ending March 2021"
    rescued, whistles, later, boats = read_with(whole)
    assert whistles == (whole, "how many swimmers got a whistle")
    assert rescued == later == boats == (whole,)


@pytest.mark.parametrize("question", ["how many swimmers got a whistle", "what happened in the year ending March 2021"])
def test_a_question_without_a_time_or_with_little_else_stays(question: str) -> None:
    assert set(read_with(question)) == {(question,)}
