"""Words that mean the same: the field's abbreviations, and everyday words for the field's terms."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from assistant.reading.words import STOP_WORDS, stem, words_of

Stems = tuple[str, ...]

EXACT = 1.0
NEAR = 0.75
"""What a match through a near synonym counts, against the word itself; measured on the training questions."""

_PLAIN = re.compile(r"(?!.*force|.*\bnon )[a-z ]+")
"""Most phrases: their words are what stands between the spaces."""


@dataclass(frozen=True, slots=True)
class Group:
    """Phrases that mean the same or nearly so, each as stems."""

    phrases: tuple[Stems, ...]
    weight: float


@cache
def lexicon() -> dict[Stems, tuple[Group, ...]]:
    """Every known phrase with the groups it is in."""
    found: dict[Stems, tuple[Group, ...]] = {}
    for name, weight in (("abbreviations.txt", EXACT), ("synonyms.txt", NEAR), ("everyday.txt", NEAR)):
        for group in _groups(name, weight):
            for phrase in group.phrases:
                found[phrase] = (*found.get(phrase, ()), group)
    return found


@cache
def longest_phrase() -> int:
    """How many stems the longest known phrase has."""
    return max(map(len, lexicon()))


def phrase_stems(phrase: str) -> Stems:
    """A phrase as stems; stop words are dropped where something else is left."""
    words = phrase.split() if _PLAIN.fullmatch(phrase) else words_of(phrase)
    kept = [word for word in words if word not in STOP_WORDS] or words
    return tuple(stem(word) for word in kept)


def _groups(name: str, weight: float) -> list[Group]:
    return [Group(tuple(dict.fromkeys(map(phrase_stems, row))), weight) for row in _rows(name)]


@cache
def long_forms() -> dict[str, str]:
    """What each single-word short form stands for, such as `asb`; ordinary words aren't among them."""
    return {
        short: row[0]
        for row in _rows("abbreviations.txt")
        for short in row[1:]
        if " " not in short and len(short) <= 6 and short not in row[0]
    }


@cache
def plain_forms() -> dict[str, str]:
    """What the reports say for each everyday word or phrase, such as `coppers`."""
    return {said: row[0] for row in _rows("everyday.txt") for said in row[1:]}


@cache
def spelt_short() -> dict[str, str]:
    """The words that are typed short in haste, such as `ppl`, with the words that they are."""
    return {short: row[0] for row in _rows("spelt_short.txt") for short in row[1:]}


def _rows(name: str) -> list[list[str]]:
    lines = files("assistant.retrieval").joinpath(name).read_text(encoding="utf-8").splitlines()
    return [[phrase.strip() for phrase in line.split(",")] for line in lines if line.strip() and line[0] != "#"]
