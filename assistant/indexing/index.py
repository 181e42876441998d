"""The index, opened for answering."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from assistant.errors import IndexDamaged, IndexMissing
from assistant.indexing import generations
from assistant.indexing.cross_network import CROSS_ENCODER, CrossNetwork
from assistant.indexing.manifest import Manifest, read_manifest
from assistant.indexing.network import ENCODER, MATCHER, Network
from assistant.indexing.store import Store
from assistant.indexing.tokens import TokenFiles
from assistant.indexing.units import Unit
from assistant.indexing.vectors import REBUILD, VectorFile
from assistant.types import Report

SWAPS = 20
"""How often an index may be swapped while it is being opened."""
VECTORS = ("units.faiss", "headed.faiss", "passages.faiss")
"""A vector a unit of its own words; one of its heading and its words; a vector a passage."""


class Index:
    """Reports, passages and units with their vectors, read from one generation.

    It goes on answering from that generation while a rebuild makes another; `changed` tells when there is one.
    """

    def __init__(self, folder: Path, generation: Path, manifest: Manifest) -> None:
        self._folder = folder
        self._generation = generation
        self.manifest = manifest
        self.store = Store(generation)
        self.reports: tuple[Report, ...] = tuple(report for report, _ in self.store.reports())
        self._passages = self.store.passages()
        # Opened at once, since a rebuild removes the files; what is open stays readable.
        self.unit_vectors, self.headed_vectors, self.passage_vectors = map(self._opened, VECTORS)
        self.networks = {name: Network(generation / name) for name in (ENCODER, MATCHER) if name in manifest.files}
        self.cross_network = CrossNetwork(generation / CROSS_ENCODER)
        self.tokens = TokenFiles(generation) if manifest.matcher else None

    def _opened(self, name: str) -> VectorFile:
        return VectorFile(self._generation / name)

    @property
    def built(self) -> str:
        """When it was built, ISO 8601."""
        return self.manifest.built

    @cached_property
    def files(self) -> Mapping[str, str]:
        """The id of the report that was read from each file, by the file's name in the corpus."""
        return self.store.files()

    @cached_property
    def passages(self) -> Mapping[str, int]:
        """How many passages each report has, by id."""
        return Counter(passage.report for passage in self._passages)

    @cached_property
    def _passages_of_section(self) -> Mapping[tuple[str, int], list[int]]:
        places: dict[tuple[str, int], list[int]] = {}
        for number, passage in enumerate(self._passages):
            places.setdefault((passage.report, passage.section), []).append(number)
        return places

    def passage_of(self, unit: Unit) -> int:
        """The number of the passage that a unit stands in."""
        numbers = self._passages_of_section[unit.report, unit.section]
        return next(number for number in numbers if unit.span.end <= self._passages[number].span.end)

    @property
    def changed(self) -> bool:
        """Whether a rebuild has made another generation the live one."""
        return generations.live(self._folder) != self._generation

    def report(self, name: str) -> Report:
        """The report of an id.

        Raises:
            KeyError: there is none.
        """
        return {report.id: report for report in self.reports}[name]


def open_index(folder: Path) -> Index:
    """Open the live index; needs no model.

    Raises:
        IndexMissing: there is none yet.
        IndexStale: another version of peel wrote it.
        IndexDamaged: a file of it is missing or unreadable.
    """
    generation: Path | None = None
    for _ in range(SWAPS):
        before = generation
        generation = generations.live(folder)
        try:
            return _open(folder, generation)
        except (IndexMissing, IndexDamaged):
            if generation == before:
                raise
    raise IndexDamaged(f"The index in {folder} was rebuilt again and again while it was being opened.", "Try again.")


def _open(folder: Path, generation: Path) -> Index:
    manifest = read_manifest(generation)
    try:
        return Index(folder, generation, manifest)
    except (sqlite3.DatabaseError, ValueError, KeyError, TypeError) as error:
        raise IndexDamaged(f"The index in {folder} can't be read: {error}.", REBUILD) from error
