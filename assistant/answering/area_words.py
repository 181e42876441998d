"""What people say for the areas of policing, from `area_words.txt`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from assistant.reading.words import words_of
from assistant.retrieval.cues import patterns
from assistant.retrieval.terms import Term


def said_fit(question: str, terms: Sequence[Term], names: Iterable[str]) -> float:
    """The share of the terms' weight that stands in what people say for an area, from 0 to 1.

    Args:
        question: in lower case, with straight quotes.
        terms: those that may name an area.
        names: the names that a report has for the area.
    """
    names = [name.lower() for name in names]
    said = [pattern for area, pattern in _areas() if any(area.search(name) for name in names)]
    words = {word for pattern in said for found in pattern.finditer(question) for word in words_of(found[0])}
    total = sum(term.weight for term in terms)
    return sum(term.weight for term in terms if words.issuperset(words_of(term.text))) / total if total else 0.0


@cache
def _areas() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple((re.compile(name), said) for name, said in patterns("assistant.answering", "area_words.txt").items())
