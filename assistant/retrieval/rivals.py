"""Words that shut each other out: an answer about one isn't an answer about the other."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files

from assistant.retrieval.lexicon import Stems, phrase_stems

Rival = tuple[Stems, ...]
"""One rival: the phrases that name it, as stems."""


@cache
def rival_sets() -> tuple[tuple[Rival, ...], ...]:
    """Every set of rivals."""
    lines = files("assistant.retrieval").joinpath("rivals.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split(",") for line in lines if line.strip() and not line.startswith("#")]
    return tuple(tuple(tuple(phrase_stems(name) for name in rival.split("/")) for rival in row) for row in rows)


@cache
def rival_names() -> dict[Stems, str]:
    """The words of every phrase that names a rival."""
    lines = files("assistant.retrieval").joinpath("rivals.txt").read_text(encoding="utf-8").splitlines()
    names = [name.strip() for line in lines if line and not line.startswith("#") for name in re.split("[,/]", line)]
    return {phrase_stems(name): name for name in names}


def named(rival: Rival, stems: frozenset[str]) -> bool:
    """Whether a set of stems names a rival."""
    return any(stems.issuperset(phrase) for phrase in rival)


def conflicts(question: frozenset[str], sentence: frozenset[str]) -> int:
    """In how many sets the sentence lacks a rival that the question names and names one that the question doesn't."""
    return sum(
        any(named(rival, sentence) for rival in others) and not all(named(rival, sentence) for rival in asked)
        for asked, others in _asked(question)
    )


def unmet(question: frozenset[str], sentence: frozenset[str]) -> int:
    """In how many sets the question names one rival that the sentence doesn't name, whatever else it names."""
    return sum(len(asked) == 1 and not named(asked[0], sentence) for asked, _ in _asked(question))


@lru_cache(maxsize=64)
def _asked(question: frozenset[str]) -> tuple[tuple[tuple[Rival, ...], tuple[Rival, ...]], ...]:
    """The rivals of each set that a question names, with the others of the set; none of sets that it names none of."""
    found = []
    for rivals in rival_sets():
        asked = tuple(rival for rival in rivals if named(rival, question))
        if asked:
            found.append((asked, tuple(rival for rival in rivals if rival not in asked)))
    return tuple(found)
