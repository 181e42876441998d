"""A thorough look at an index, for `peel doctor`: everything that is wrong with it, and what mends that."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from filelock import FileLock, Timeout

from assistant.errors import PeelError
from assistant.indexing import generations
from assistant.indexing.changes import changes
from assistant.indexing.index import VECTORS, Index, open_index
from assistant.indexing.manifest import load_manifest, unreadable
from assistant.indexing.reuse import SUFFIX
from assistant.indexing.store import FILE
from assistant.indexing.vectors import REBUILD
from assistant.settings import Settings


def examine(settings: Settings) -> tuple[str, list[PeelError]]:
    """What an index holds, in words, and every fault of it.

    Raises:
        IndexMissing, IndexStale, IndexDamaged: it can't be opened at all.
    """
    index = settings.index
    folder = generations.live(index)
    faults = [*_damages(folder), *_leftovers(index, folder), *_room(index, folder)]
    try:
        opened = open_index(index)
    except PeelError:
        if not faults:
            raise
        return "", faults
    faults += [*_inconsistent(opened, folder), *_behind(settings, opened)]
    words = f"{len(opened.reports)} reports, {sum(opened.passages.values())} passages, built {opened.built}"
    return words, faults


def _damages(folder: Path) -> Iterator[PeelError]:
    """Files that aren't as they were written, every byte looked at."""
    try:
        damaged = load_manifest(folder).damaged(folder, thorough=True)
    except OSError as error:
        yield unreadable(folder, error)
        return
    if damaged:
        yield PeelError(f"{', '.join(damaged)} of the index: missing, cut short or changed.", REBUILD)


def _leftovers(index: Path, folder: Path) -> Iterator[PeelError]:
    """A pointer that names nothing, and what killed rebuilds have left; one that runs just now is left in peace."""
    if generations.pointed(index) != folder.name:
        yield PeelError(f"{generations.POINTER} of the index doesn't name it, so the last whole one is used.", REBUILD)
    left = generations.leftovers(index, folder)
    if left and not _is_rebuilding(index):
        size = sum(file.stat().st_size for place in left for file in (place.rglob("*") if place.is_dir() else [place]))
        yield PeelError(f"{len(left)} leftovers of rebuilds that were killed, {size / 1e6:.1f} MB.", REBUILD)


def _is_rebuilding(index: Path) -> bool:
    try:
        with FileLock(index / generations.LOCK, blocking=False):
            return False
    except Timeout:
        return True
    except OSError:
        return False


def _room(index: Path, folder: Path) -> Iterator[PeelError]:
    """Whether a rebuild could write."""
    if not os.access(index, os.W_OK | os.X_OK):
        yield PeelError(f"You may not write to {index}, so it can't be rebuilt.", f"Check who may write {index}.")
    needed = sum(file.stat().st_size for file in folder.iterdir())
    free = shutil.disk_usage(index).free
    if free < needed:
        room = f"{free / 1e6:.0f} MB are free beside the index and a rebuild needs about {needed / 1e6:.0f}."
        yield PeelError(room, "Free some space there, or choose another folder with --index.")


def _inconsistent(index: Index, folder: Path) -> Iterator[PeelError]:
    """Whether the parts of the index agree with each other."""
    units = len(index.store.units())
    for name, vectors, count in zip(
        VECTORS,
        (index.unit_vectors, index.headed_vectors, index.passage_vectors),
        (units, units, sum(index.passages.values())),
        strict=True,
    ):
        keys = len(np.load(folder / f"{name}{SUFFIX}", allow_pickle=False))
        if not len(vectors) == count == keys:
            yield PeelError(f"{name} has {len(vectors)} vectors and {keys} keys for {count} texts.", REBUILD)
    if fault := _sqlite_fault(folder / FILE, units):
        yield PeelError(f"{FILE} of the index: {fault}.", REBUILD)


def _sqlite_fault(file: Path, units: int) -> str:
    """What SQLite itself finds wrong; empty where nothing is."""
    connection = sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        (verdict,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
        (words,) = connection.execute("SELECT count(*) FROM lexical").fetchone()
    except sqlite3.DatabaseError as error:
        return str(error)
    finally:
        connection.close()
    if verdict != "ok":
        return str(verdict)
    return "" if words == units else f"{words} texts to search for {units} units"


def _behind(settings: Settings, index: Index) -> Iterator[PeelError]:
    """Files of the corpus that the index doesn't have as they are, and those that aren't reports."""
    if changed := changes(settings.corpus, index.manifest):
        yield PeelError(f"The corpus isn't what the index was made from: {changed}.", REBUILD)
    if reasons := index.manifest.left_out.values():
        yield PeelError(" ".join(reasons), "Mend or remove what can't be read, then: peel rebuild.")
