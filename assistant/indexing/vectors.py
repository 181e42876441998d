"""Vectors on disk as exact FAISS indexes, read through a memory map."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Sequence
from pathlib import Path

import faiss
import numpy as np
from numpy.typing import NDArray

from assistant.errors import IndexDamaged
from assistant.indexing.encoder import Vectors

FLOAT = 4
"""Bytes of a number in a vector."""
REBUILD = "Run ./scripts/rebuild_index (or: peel rebuild)."


def write_vectors(file: Path, vectors: Vectors) -> None:
    """Write unit vectors as an exact inner-product index: an array of shape (texts, dimensions).

    Raises:
        OSError: the file can't be written, or not whole.
    """
    index = faiss.IndexFlatIP(vectors.shape[1])
    head = len(faiss.serialize_index(index))
    index.add(np.ascontiguousarray(vectors, dtype=np.float32))
    try:
        faiss.write_index(index, str(file))
    except RuntimeError as error:
        reason = re.search(r"\(([^()]*)\)$", str(error))
        raise OSError(errno.EIO, reason[1] if reason else "it can't be written whole", str(file)) from error
    if file.stat().st_size != head + vectors.size * FLOAT:  # faiss doesn't look whether the last bytes were taken
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(file))


class VectorFile:
    """An exact index of unit vectors.

    Raises:
        IndexDamaged: the file is missing, cut short or something else.
    """

    def __init__(self, file: Path) -> None:
        faiss.omp_set_num_threads(1)  # more threads make single questions slower
        try:
            self._index = faiss.read_index(str(file), faiss.IO_FLAG_MMAP_IFC)
        except RuntimeError as error:
            raise IndexDamaged(f"{file.name} of the index is missing or damaged.", REBUILD) from error

    def __len__(self) -> int:
        return int(self._index.ntotal)

    def nearest(self, vector: Vectors, most: int, among: Sequence[int] | None = None) -> list[tuple[int, float]]:
        """The numbers of the nearest vectors and their cosines, best first.

        Args:
            vector: one unit vector, of shape (dimensions,).
            most: how many at the most.
            among: the numbers that are allowed; all where None.
        """
        chosen = faiss.IDSelectorBatch(np.asarray(among, dtype=np.int64)) if among is not None else None
        parameters = faiss.SearchParameters(sel=chosen) if chosen is not None else None  # type: ignore[call-arg]
        scores, numbers = self._index.search(vector.reshape(1, -1), min(most, len(self)), params=parameters)
        return [(int(n), float(s)) for n, s in zip(numbers[0], scores[0], strict=True) if n >= 0]

    def rows(self, numbers: Sequence[int]) -> Vectors:
        """The vectors of some numbers: an array of shape (numbers, dimensions)."""
        if not len(numbers):
            return np.zeros((0, self._index.d), dtype=np.float32)
        return np.asarray(self._index.reconstruct_batch(np.asarray(numbers, dtype=np.int64)), dtype=np.float32)

    def cosines(self, vector: Vectors, numbers: Sequence[int]) -> NDArray[np.float32]:
        """The cosines of one unit vector with the vectors of some numbers: an array of shape (numbers,)."""
        return np.asarray(self.rows(numbers) @ vector, dtype=np.float32)
