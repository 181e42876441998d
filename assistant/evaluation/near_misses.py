"""Questions changed into near misses: the same, of another group, place, kind or time than the report speaks of.

A cross-encoder that has seen both learns that a qualifier counts (the way of Rajpurkar et al. 2018, "Know what you
don't know", done by rule).
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from functools import cache

from assistant.evaluation.training import Example
from assistant.reading.words import stem, stems_of, words_of
from assistant.retrieval.cues import lines_of
from assistant.retrieval.lexicon import Stems
from assistant.retrieval.rivals import named, rival_names, rival_sets

_END = re.compile(r"[?.!]*\s*$")


def near_miss(example: Example, chosen: random.Random) -> str:
    """A question that its right sentences no longer answer.

    Args:
        example: a question with an answer.
        chosen: what draws the change.
    """
    right = [one.view for one, is_right in zip(example.found, example.right, strict=True) if is_right]
    held = frozenset[str]().union(*(view.stems | view.lead | view.heading for view in right))
    ways = [_with_rival, _with_word_before, _with_words_after]
    changed = (way(example.read.encoded, held, chosen) for way in ways[chosen.randrange(len(ways)) :])
    return next(filter(None, changed))


def _with_rival(question: str, held: frozenset[str], chosen: random.Random) -> str:
    """Another of a set of rivals in the place of the one that is named; empty where none is named."""
    asked = frozenset(stems_of(question))
    for rivals in chosen.sample(rival_sets(), len(rival_sets())):
        named_here = [rival for rival in rivals if named(rival, asked)]
        others = [rival for rival in rivals if rival not in named_here and not named(rival, held)]
        if len(named_here) == 1 and others:
            other = rival_names()[chosen.choice(others)[0]]
            if swapped := _swapped(question.split(), named_here[0], other):
                return swapped
    return ""


def _swapped(words: Sequence[str], phrases: Sequence[Stems], other: str) -> str:
    stems = [tuple(stem(part) for part in words_of(word)[:1]) for word in words]
    for phrase in phrases:
        for at in range(len(words) - len(phrase) + 1):
            if tuple(one for word in stems[at : at + len(phrase)] for one in word) == phrase:
                return " ".join([*words[:at], other, *words[at + len(phrase) :]])
    return ""


def _with_word_before(question: str, held: frozenset[str], chosen: random.Random) -> str:
    """A narrower group of what is counted; empty where nothing is."""
    counted = list(re.finditer(rf"\b(?:{'|'.join(_phrases()['counted'])})\b", question, re.IGNORECASE))
    word = _not_held("before", held, chosen)
    at = chosen.choice(counted).start() if counted else -1
    return f"{question[:at]}{word} {question[at:]}" if counted and word else ""


def _with_words_after(question: str, held: frozenset[str], chosen: random.Random) -> str:
    """Another place, group or time at the end."""
    at = _END.search(question)
    cut = at.start() if at else len(question)
    return f"{question[:cut]} {_not_held('after', held, chosen)}{question[cut:]}"


def _not_held(section: str, held: frozenset[str], chosen: random.Random) -> str:
    return chosen.choice([one for one in _phrases()[section] if not set(stems_of(one)) <= held])


@cache
def _phrases() -> dict[str, list[str]]:
    return lines_of("assistant.evaluation", "near_misses.txt")
