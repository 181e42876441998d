"""Lines in a terminal are broken between words, and nothing is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant.shell.streams import wrapped


def test_what_follows_a_mark_stands_under_its_words() -> None:
    assert wrapped(" [1] Northshire PEEL › Calls", 20) == " [1] Northshire PEEL\n     › Calls"


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), max_size=30), st.integers(8, 80))
def test_every_word_stays(word: str, width: int) -> None:
    line = f"     {word} and {word}, again"
    assert wrapped(line, width).split() == line.split()
