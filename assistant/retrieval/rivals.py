"""Words that shut each other out: an answer about one isn't an answer about the other."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files

from assistant.reading.words import stems_of
from assistant.retrieval.lexicon import Stems, phrase_stems

Rival = tuple[Stems, ...]
"""One rival: the phrases that name it, as stems."""

OPPOSITES = frozenset({"in", "un", "im", "ir", "il", "dis", "non"})
"""What turns a word into its opposite where it stands before it."""
_ONLY = re.compile(r"\bonly (?:(?:on|in|at|for|by|to|open|works?|runs?|covers?) )+(?P<what>[^.;]{0,40})", re.IGNORECASE)
KEPT = 4096
"""Stems whose opposites are kept for the next question."""
WHOLE_WORD = 5
"""Letters of a stem from which what stands before it is likely to be such a prefix."""


@cache
def rival_sets() -> tuple[tuple[Rival, ...], ...]:
    """Every set of rivals."""
    return tuple(tuple(tuple(phrase_stems(name) for name in rival) for rival in row) for row in _rows())


@cache
def rival_names() -> dict[Stems, str]:
    """The words of every phrase that names a rival."""
    return {phrase_stems(name): name.strip() for row in _rows() for rival in row for name in rival}


def _rows() -> list[list[list[str]]]:
    """The file's sets: of each the rivals, of each its names."""
    lines = files("assistant.retrieval").joinpath("rivals.txt").read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if line.strip() and not line.startswith("#")]
    return [[rival.split("/") for rival in line.split(",")] for line in kept]


def named(rival: Rival, stems: frozenset[str]) -> bool:
    """Whether a set of stems names a rival."""
    return any(stems.issuperset(phrase) for phrase in rival)


def conflicts(question: frozenset[str], sentence: frozenset[str]) -> int:
    """In how many sets the sentence lacks a rival that the question names and names one that the question doesn't."""
    return sum(
        any(named(rival, sentence) for rival in others) and not all(named(rival, sentence) for rival in asked)
        for asked, others in _asked(question)
    )


def only_of_another(question: frozenset[str], text: str) -> bool:
    """Whether a text says something only of a rival of what a question names: `works only on weekdays`.

    Args:
        question: its stems.
        text: the sentence.
    """
    return any(conflicts(question, frozenset(stems_of(found["what"]))) for found in _ONLY.finditer(text))


def opposed(question: frozenset[str], sentence: frozenset[str]) -> int:
    """How many words of a question the sentence has only as their opposite: `incorrect` for `correct`, and back."""
    return sum(not sentence.isdisjoint(_opposites(word)) for word in question - sentence)


@lru_cache(maxsize=KEPT)
def _opposites(word: str) -> frozenset[str]:
    """What a stem may be the opposite of, and what may be its opposite."""
    bare = {word.removeprefix(prefix) for prefix in OPPOSITES if word.startswith(prefix)}
    turned = {f"{prefix}{word}" for prefix in OPPOSITES if len(word) >= WHOLE_WORD}
    return frozenset(turned | {other for other in bare if len(other) >= WHOLE_WORD})


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
