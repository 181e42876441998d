"""Vectors of the live index are taken over for texts that haven't changed."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.errors import PeelError
from assistant.indexing import generations
from assistant.indexing.encoder import Vectors
from assistant.indexing.manifest import read_manifest
from assistant.indexing.vectors import VectorFile

SUFFIX = ".keys.npy"
WIDTH = 16
"""Bytes of a text's key: a SHA-256 cut to 128 bits."""


class KnownVectors:
    """The vectors of the live index by the text they stand for; none where it is missing or of another model.

    Args:
        index: the index folder.
        fingerprint: the encoder's; vectors of another are not taken over.
    """

    def __init__(self, index: Path, fingerprint: str) -> None:
        self._places: dict[bytes, tuple[VectorFile, int]] = {}
        with suppress(PeelError, OSError, ValueError):
            folder = generations.live(index)
            if read_manifest(folder).model == fingerprint:
                self._load(folder)

    def get(self, text: str) -> Vectors | None:
        """The vector of a text, of shape (dimensions,); None where it isn't known."""
        place = self._places.get(key_of(text))
        return place[0].rows([place[1]])[0] if place else None

    def write(self, folder: Path, texts: Mapping[str, Sequence[str]]) -> None:
        """Write which texts the vectors of a generation stand for, by the name of the vector file."""
        for name, lines in texts.items():
            np.save(
                folder / f"{name}{SUFFIX}",
                np.array([key_of(line) for line in lines], dtype=f"V{WIDTH}"),
                allow_pickle=False,
            )

    def _load(self, folder: Path) -> None:
        for file in sorted(folder.glob(f"*{SUFFIX}")):
            vectors = VectorFile(folder / file.name.removesuffix(SUFFIX))
            keys: NDArray[np.void] = np.load(file, allow_pickle=False)
            self._places.update((key.tobytes(), (vectors, at)) for at, key in enumerate(keys))


def key_of(text: str) -> bytes:
    """A text's key."""
    return hashlib.sha256(text.encode("utf-8")).digest()[:WIDTH]
