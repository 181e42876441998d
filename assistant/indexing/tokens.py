"""The tokens of every sentence as the matcher sees them, stored so that only the question has to be encoded."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from assistant.errors import IndexDamaged
from assistant.indexing.encoder import Vectors
from assistant.indexing.network import Network, marked, pieces, unit
from assistant.indexing.reuse import WIDTH, key_of, take_over
from assistant.indexing.units import Unit
from assistant.indexing.vectors import REBUILD
from assistant.types import BlockKind

LIST, ENDING = "tokens.txt", ".tokens"
"""The files of a generation's tokens in the order of its reports, and what their names end in."""
DIMENSIONS = 384
STEPS = 127
LEAD, TEXT = 110, 320
"""Characters of the sentence before it, and of a sentence itself, that are looked at."""
LONGEST = 88
"""Tokens of a sentence in its place, the marks among them."""
ROW = np.dtype([("scale", "<f4"), ("steps", "i1", (DIMENSIONS,))])
"""A vector as it is stored: whole steps of a scale of its own, which takes half of what half precision takes."""


class Tokens(NamedTuple):
    """A sentence's tokens as they are stored."""

    rows: NDArray[np.void]
    """Of `ROW`: first the whole text, then the tokens of its heading and lead, then its own."""
    own: int
    """Where its own tokens start among the tokens."""

    @property
    def unit(self) -> Vectors:
        """Unit vectors of the tokens, of shape (tokens, dimensions)."""
        return _restored(self.rows[1:])

    @property
    def mean(self) -> Vectors:
        """The unit vector of the whole text."""
        return np.asarray(_restored(self.rows[:1])[0])


Texts = tuple[str, str]
"""A sentence's own words, and its heading with the end of the sentence before it."""


def texts_of(sentence: Unit, heading: str) -> Texts:
    """What the matcher reads of a sentence under a heading."""
    rows = " | ".join(f"{column}: {cell}" for column, cell in zip(sentence.columns, sentence.cells, strict=False))
    # What a chart's sentences are about stands in its caption, which comes first.
    chart = sentence.kind is BlockKind.CHART
    lead = sentence.lead[:LEAD] if chart else sentence.lead.split(". ")[-1][-LEAD:]
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
    return Tokens(_stored(unit(np.vstack([states.mean(0), states[laid.words]]))), laid.own)


def _stored(vectors: Vectors) -> NDArray[np.void]:
    rows = np.zeros(len(vectors), dtype=ROW)
    rows["scale"] = np.abs(vectors).max(axis=1) / STEPS
    rows["steps"] = np.rint(vectors / rows["scale"][:, None])
    return rows


def _restored(rows: NDArray[np.void]) -> Vectors:
    return np.asarray(rows["steps"] * rows["scale"][:, None], dtype=np.float32)


class ReportTokens:
    """The tokens of a report's sentences, mapped from the disk.

    Raises:
        IndexDamaged: the file is missing or unreadable.
    """

    def __init__(self, file: Path) -> None:
        try:
            with file.open("rb") as opened:
                self.keys: NDArray[np.void] = np.load(opened, allow_pickle=False)
                self._places = np.load(opened, allow_pickle=False)
                self._rows = np.asarray(np.memmap(opened, dtype=ROW, mode="r", offset=opened.tell()))
        except (OSError, ValueError, EOFError) as error:
            raise IndexDamaged(f"{file.name} of the index is missing or damaged.", REBUILD) from error

    def __len__(self) -> int:
        return len(self._places)

    def __getitem__(self, number: int) -> Tokens:
        start, own, end = map(int, self._places[number])
        return Tokens(self._rows[start:end], own)


class TokenFiles:
    """The tokens of a generation's sentences.

    Raises:
        IndexDamaged: a file of them is missing or unreadable.
    """

    def __init__(self, folder: Path) -> None:
        try:
            names = (folder / LIST).read_text(encoding="utf-8").split()
        except OSError as error:
            raise IndexDamaged(f"{LIST} of the index is missing or damaged.", REBUILD) from error
        self._reports = [ReportTokens(folder / name) for name in names]
        self._ends = list(accumulate(map(len, self._reports)))

    def __getitem__(self, number: int) -> Tokens:
        at = bisect_right(self._ends, number)
        return self._reports[at][number - (self._ends[at] - len(self._reports[at]))]


class KnownTokens:
    """The tokens of the live index by the texts they stand for.

    Args:
        held: its sound files, by name; none of them where it is missing or of another matcher.
    """

    def __init__(self, held: Mapping[str, Path]) -> None:
        self.files = {name: file for name, file in held.items() if name.endswith(ENDING)}
        self._places: dict[bytes, tuple[ReportTokens, int]] = {}
        for file in self.files.values():
            tokens = ReportTokens(file)
            self._places.update((key.tobytes(), (tokens, at)) for at, key in enumerate(tokens.keys))

    def get(self, key: bytes) -> Tokens | None:
        """The tokens of a text's key; None where they aren't known."""
        place = self._places.get(key)
        return place[0][place[1]] if place else None


def write_tokens(
    folder: Path, reports: Iterable[Sequence[Texts]], known: KnownTokens, network: Network, told: Callable[[int], None]
) -> None:
    """Write the tokens of an index's sentences: a file a report, named by its texts and taken over where it is there.

    Args:
        folder: where to write.
        reports: the texts of each report's sentences, in the order of the index.
        known: what needn't be encoded.
        network: the matcher's.
        told: called with how many sentences are done.
    """
    names: list[str] = []
    done = 0
    for texts in filter(None, reports):
        keys = [key_of("\0".join(pair)) for pair in texts]
        name = key_of(b"".join(keys).hex()).hex() + ENDING
        told(done)
        if name in known.files and name not in names:
            take_over(known.files[name], folder / name)
        elif name not in names:
            encoded = (known.get(key) or tokens_of(network, pair) for key, pair in zip(keys, texts, strict=True))
            _write_report(folder / name, keys, _counted(encoded, done, told))
        done += len(texts)
        names.append(name)
    (folder / LIST).write_text("\n".join(names), encoding="utf-8")


def _counted(encoded: Iterable[Tokens], done: int, told: Callable[[int], None]) -> Iterator[Tokens]:
    for count, tokens in enumerate(encoded, done + 1):
        told(count)
        yield tokens


def _write_report(file: Path, keys: Sequence[bytes], encoded: Iterable[Tokens]) -> None:
    held = list(encoded)
    ends = np.cumsum([len(tokens.rows) for tokens in held])
    places = np.stack([ends - [len(t.rows) for t in held], [t.own for t in held], ends], axis=1)
    with file.open("wb") as opened:
        np.save(opened, np.array(keys, dtype=f"V{WIDTH}"), allow_pickle=False)
        np.save(opened, places.astype(np.int64), allow_pickle=False)
        opened.writelines(tokens.rows.tobytes() for tokens in held)
