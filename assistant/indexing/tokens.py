"""The tokens of every sentence as the matcher sees them, stored so that only the question has to be encoded."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from assistant.errors import IndexDamaged
from assistant.indexing.network import Network, marked, pieces, unit
from assistant.indexing.reuse import WIDTH, key_of
from assistant.indexing.units import Unit
from assistant.indexing.vectors import REBUILD

ROWS, PLACES, KEYS = "tokens.f16", "tokens.places.npy", "tokens.keys.npy"
DIMENSIONS = 384
LEAD, TEXT = 110, 320
"""Characters of the sentence before it, and of a sentence itself, that are looked at."""
LONGEST = 88
"""Tokens of a sentence in its place, the marks among them."""

Halves = NDArray[np.float16]


class Tokens(NamedTuple):
    """A sentence's tokens, of half precision, which is how they are stored."""

    unit: Halves
    """Unit vectors, of shape (tokens, dimensions): those of its heading and lead, then its own."""
    mean: Halves
    """The unit vector of the whole text."""
    own: int
    """Where its own tokens start."""


Texts = tuple[str, str]
"""A sentence's own words, and its heading with the end of the sentence before it."""


def texts_of(sentence: Unit, heading: str) -> Texts:
    """What the matcher reads of a sentence under a heading."""
    rows = " | ".join(f"{column}: {cell}" for column, cell in zip(sentence.columns, sentence.cells, strict=False))
    lead = sentence.lead.split(". ")[-1][-LEAD:]
    return (rows or sentence.text)[:TEXT], " | ".join(part for part in (heading, lead) if part)


class Laid(NamedTuple):
    """A sentence in its place as the model is given it."""

    tokens: list[int]
    """The tokens of its surroundings and its own, with their marks."""
    words: NDArray[np.intp]
    """Where those stand that aren't marks."""
    own: int
    """Which of these is the first of the sentence's own."""


def laid_out(texts: Texts) -> Laid:
    """A sentence in its place as tokens; of what is too long, its surroundings are cut first, then its own end."""
    own = pieces(texts[0])[: LONGEST - 3]
    if not texts[1]:
        return Laid(marked(own), np.arange(1, len(own) + 1), 0)
    around = pieces(texts[1])[: LONGEST - 3 - len(own)]
    tokens = marked(around, own)
    return Laid(tokens, np.delete(np.arange(1, len(tokens) - 1), len(around)), len(around))


def tokens_of(network: Network, texts: Texts) -> Tokens:
    """Encode a sentence in its place."""
    laid = laid_out(texts)
    states = network.states(laid.tokens)
    return Tokens(unit(states[laid.words]).astype(np.float16), unit(states.mean(0)).astype(np.float16), laid.own)


class TokenFile:
    """The tokens of a generation's sentences, mapped from the disk.

    Raises:
        IndexDamaged: a file of it is missing or unreadable.
    """

    def __init__(self, folder: Path) -> None:
        try:
            self._rows = np.memmap(folder / ROWS, dtype=np.float16, mode="r").reshape(-1, DIMENSIONS)
            self._places = np.load(folder / PLACES, allow_pickle=False)
        except (OSError, ValueError) as error:
            raise IndexDamaged(f"{ROWS} of the index is missing or damaged.", REBUILD) from error

    def __getitem__(self, number: int) -> Tokens:
        start, own, end = map(int, self._places[number])
        rows = self._rows[start:end]
        return Tokens(rows[1:], rows[0], own)


class KnownTokens:
    """The tokens of the live index by the texts they stand for.

    Args:
        held: its sound files, by name; none of them where it is missing or of another matcher.
    """

    def __init__(self, held: Mapping[str, Path]) -> None:
        self._places: dict[bytes, int] = {}
        if {ROWS, PLACES, KEYS} <= held.keys():
            self._held = TokenFile(held[ROWS].parent)
            keys: NDArray[np.void] = np.load(held[KEYS], allow_pickle=False)
            self._places = {key.tobytes(): at for at, key in enumerate(keys)}

    def get(self, key: bytes) -> Tokens | None:
        """The tokens of a text's key; None where they aren't known."""
        at = self._places.get(key)
        return None if at is None else self._held[at]


def write_tokens(
    folder: Path, texts: Sequence[Texts], known: KnownTokens, network: Network, told: Callable[[int], None]
) -> None:
    """Write the tokens of an index's sentences.

    Args:
        folder: where to write.
        texts: of each sentence, in the order of the index.
        known: what needn't be encoded.
        network: the matcher's.
        told: called with how many sentences are done.
    """
    keys = [key_of("\0".join(pair)) for pair in texts]
    places, end = np.zeros((len(texts), 3), dtype=np.int64), 0
    with (folder / ROWS).open("wb") as file:
        for number, (key, pair) in enumerate(zip(keys, texts, strict=True)):
            told(number)
            tokens = known.get(key) or tokens_of(network, pair)
            file.write(tokens.mean.tobytes())
            file.write(tokens.unit.tobytes())
            places[number] = end, tokens.own, end + 1 + len(tokens.unit)
            end += 1 + len(tokens.unit)
    np.save(folder / PLACES, places, allow_pickle=False)
    np.save(folder / KEYS, np.array(keys, dtype=f"V{WIDTH}"), allow_pickle=False)
