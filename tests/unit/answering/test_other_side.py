"""Both sides of a comparison: what a figure is to be set against, and not what happens to stand nearby."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answering.other_side import Dated, Side, side_of
from tests.many import answerer_of

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.answering.answerer import Answerer

REPORT = """# PEEL 2023–25

An inspection of Alder Police

# Responding to the public

Good

Alder Police is good at responding to the public.

## Main findings

### Callers wait too long

In the year to March 2025, 14.3 percent of calls to 101 were abandoned. The force's own aim is no more than 8 percent.
In 2023, abandonment was 11.6 percent. The median for forces in England and Wales was 9.2 percent.
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("sides")
    return answerer_of(folder, {"alder.md": REPORT})


def test_a_figure_is_set_against_what_was_asked_for(answerer: Answerer) -> None:
    answer = answerer.ask("abandoned 101 calls v the force's aim")
    assert answer.text.startswith("14.3 percent against 8 percent: a difference of 6.3 percentage points (computed).")


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("In the year to March 2025, 14.3 percent of calls were abandoned.", Side.OWN),
        ("In 2023, abandonment was 11.6 percent.", Side.THEN),
        ("A year earlier, it was 12 percent.", Side.THEN),
        ("The force's own aim is no more than 8 percent.", Side.AIM),
        ("The median for forces in England and Wales was 9.2 percent.", Side.OTHERS),
        ("The force had 5.1 resignations per 100 officers, the third highest rate of all forces.", Side.OWN),
        ("The rate of all forces was 3.6.", Side.OTHERS),
    ],
)
def test_what_a_sentences_figure_is_of(text: str, side: Side) -> None:
    assert side_of(text, Dated(then=0, now=2025)) is side
