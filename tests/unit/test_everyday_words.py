"""What people say for the reports' words is written as these before a question is encoded."""

from __future__ import annotations

import pytest

from assistant.retrieval.lexicon import plain_forms
from assistant.retrieval.question import written_out


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("how many coppers are there", "how many officers are there"),
        ("Coppers who jacked it in", "officers who resigned"),
        ("is it above the middle force", "is it above the median"),
        ("how many quid", "how many pounds"),
        ("copperfield and quiddity", "copperfield and quiddity"),
    ],
)
def test_everyday_words_are_written_as_the_reports_have_them(said: str, written: str) -> None:
    assert written_out(said) == written


def test_no_word_of_the_reports_is_written_over() -> None:
    assert not set(plain_forms()) & set(plain_forms().values())
    assert all(said == said.lower().strip() for said in plain_forms())
