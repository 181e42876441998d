"""Slips of the keyboard are mended against the words of the index; names, figures and short words are left alone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from assistant.errors import ModelMissing
from assistant.indexing.encoder import packaged_folder
from assistant.reading.words import STOP_WORDS, stem
from assistant.retrieval.lexicon import lexicon
from assistant.retrieval.terms import ASKING, Vocabulary

SHORTEST = 5
"""Letters. Shorter words have too many neighbours."""
LONG = 8
"""Letters from which two slips are mended; below, one."""


def mended(words: Sequence[str], vocabulary: Vocabulary) -> dict[str, str]:
    """The words that are likely slips, each with the word of the index that was meant.

    Args:
        words: a question's words in lower case.
        vocabulary: what the index holds.
    """
    found = {}
    for word in words:
        if len(word) >= SHORTEST and word.isalpha() and not _known(word, vocabulary):
            best = _nearest(word, vocabulary)
            if best:
                found[word] = best
    return found


def _known(word: str, vocabulary: Vocabulary) -> bool:
    own = (stem(word),)
    return (
        word in STOP_WORDS
        or own[0] in ASKING
        or vocabulary.holds(own)
        or own[0] in _lexicon_stems()
        or word in common_words()
    )


def _nearest(word: str, vocabulary: Vocabulary) -> str | None:
    """The commonest of the words that are nearest to a slip and start with the same letter or the one beside it."""
    most = 2 if len(word) >= LONG else 1
    near = process.extract(word, list(vocabulary.words), scorer=OSA.distance, score_cutoff=most, limit=8)
    likely = [
        (distance, -vocabulary.words[other][0], other)
        for other, distance, _ in near
        if len(other) >= SHORTEST - 1 and word[:1] in other[:2]
    ]
    return min(likely)[2] if likely else None


@cache
def common_words() -> frozenset[str]:
    """Common English words: those that the packaged model knows whole. A slip of the keyboard isn't among them."""
    try:
        lines = (packaged_folder() / "vocab.txt").read_text(encoding="utf-8").splitlines()
    except (ModelMissing, OSError):
        return frozenset()
    return frozenset(line for line in lines if line.isalpha())


@cache
def _lexicon_stems() -> frozenset[str]:
    """Stems of the lexicon, which are no slips though the index may lack them."""
    return frozenset(one for phrase in lexicon() for one in phrase)
