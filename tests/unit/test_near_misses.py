"""Questions that are changed so that the report no longer answers them."""

from __future__ import annotations

import random

import pytest

from assistant.evaluation.expected import Expected
from assistant.evaluation.near_misses import near_miss
from assistant.evaluation.questions import Question
from assistant.evaluation.training import Example, examples_of
from assistant.reading.words import stems_of
from tests.many import answerer_of, small

EVIDENCE = "the force answered 91.5 percent of 999 calls"
ASKED = "what share of 999 calls did the force answer in time?"


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Example:
    searcher = answerer_of(tmp_path_factory.mktemp("near"), {"alder.md": small("Alder", rate="91.5")})._searcher
    expected = Expected(report=("alder-2023-25",), evidence=(EVIDENCE,))
    (found,) = examples_of(searcher, [Question("q", ASKED, expected)])
    assert found.right.any()
    return found


@pytest.mark.parametrize("seed", range(40))
def test_a_near_miss_names_something_that_the_right_sentence_lacks(example: Example, seed: int) -> None:
    changed = near_miss(example, random.Random(seed))
    held = set().union(*(one.view.stems for one, right in zip(example.found, example.right, strict=True) if right))
    assert changed != example.read.encoded
    assert set(stems_of(changed)) - set(stems_of(example.read.encoded)) - held


def test_every_way_of_changing_is_taken(example: Example) -> None:
    changed = {near_miss(example, random.Random(seed)) for seed in range(60)}
    before = {one for one in changed if one.endswith("in time?")}
    assert any("101" in one for one in changed)
    assert before and before != changed


def test_the_same_draw_gives_the_same_question(example: Example) -> None:
    assert near_miss(example, random.Random(3)) == near_miss(example, random.Random(3))
