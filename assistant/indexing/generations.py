"""An index folder holds generations; a pointer file names the live one and is replaced in one atomic step.

A rebuild that is killed leaves a generation that nothing points to, and the old one whole. Generations are numbered
in the order in which they were made, so that none depends on the clock.
"""

from __future__ import annotations

import os
import re
import shutil
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from assistant.errors import IndexMissing
from assistant.indexing.manifest import FILE, unreadable
from assistant.indexing.vectors import REBUILD

POINTER = "CURRENT"
LOCK = "LOCK"
PREFIX = "generation-"
_NUMBER = re.compile(rf"{PREFIX}(\d{{6,}})-")


@contextmanager
def rebuilding(index: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Keep an index folder to oneself: of two rebuilds, the second waits for the first, which may be killed.

    Args:
        index: the index folder; made where it isn't there.
        waiting: called where another rebuild has it.

    Raises:
        OSError: nothing can be written there.
    """
    index.mkdir(parents=True, exist_ok=True)
    lock = FileLock(index / LOCK)
    try:
        lock.acquire(blocking=False)
    except Timeout:
        waiting()
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


def live(index: Path) -> Path:
    """The folder of the live generation: the one pointed to, else the last that was finished.

    Raises:
        IndexMissing: nothing was built yet.
        IndexDamaged: the folder can't be read.
    """
    try:
        named = index / pointed(index)
        if named.name.startswith(PREFIX) and named.parent == index and named.is_dir():
            return named
        finished = [folder for folder in _generations(index) if (folder / FILE).exists()]
    except OSError as error:
        raise unreadable(index, error) from error
    if not finished:
        raise IndexMissing(f"There is no index in {index}.", REBUILD)
    return finished[-1]


def pointed(index: Path) -> str:
    """What the pointer says; empty where there is none or it is garbage.

    Raises:
        OSError: it is there and can't be read.
    """
    with suppress(FileNotFoundError, NotADirectoryError, UnicodeDecodeError):
        name = (index / POINTER).read_text(encoding="utf-8").strip()
        return name if name.isprintable() and len(name) < 100 else ""
    return ""


def begin(index: Path) -> Path:
    """A new, empty generation that nothing points to yet, numbered after all others."""
    number = max((_number(folder) for folder in _generations(index)), default=0) + 1
    folder = index / f"{PREFIX}{number:06}-{uuid.uuid4().hex[:8]}"
    folder.mkdir(parents=True)
    return folder


def publish(index: Path, folder: Path) -> None:
    """Make a generation the live one, once the disk has it, and remove the others."""
    for file in folder.iterdir():
        _flush(file)
    _flush(folder)
    draft = index / f"{POINTER}.{folder.name}"
    draft.write_text(folder.name + "\n", encoding="utf-8")
    _flush(draft)
    draft.replace(index / POINTER)
    _flush(index)
    tidy(index, folder)


def tidy(index: Path, live: Path) -> None:
    """Remove what rebuilds that were killed have left, and older generations."""
    for left in leftovers(index, live):
        if left.is_dir():
            shutil.rmtree(left, ignore_errors=True)
        else:
            left.unlink(missing_ok=True)


def leftovers(index: Path, live: Path) -> list[Path]:
    """Drafts of the pointer, and generations that aren't the live one."""
    return [*index.glob(f"{POINTER}.*"), *(folder for folder in _generations(index) if folder != live)]


def clear(index: Path) -> None:
    """Leave no index: there is nothing any more that it could be of.

    Raises:
        OSError: the folder can't be written.
    """
    with rebuilding(index, lambda: None):
        (index / POINTER).unlink(missing_ok=True)
        tidy(index, index)


def abandon(folder: Path) -> None:
    """Remove a generation that was not finished."""
    with suppress(OSError):
        shutil.rmtree(folder)


def _generations(index: Path) -> list[Path]:
    """The generations, whole or not, in the order in which they were begun."""
    return sorted(index.glob(f"{PREFIX}*"), key=lambda folder: (_number(folder), folder.name))


def _number(folder: Path) -> int:
    found = _NUMBER.match(folder.name)
    return int(found[1]) if found else 0


def _flush(place: Path) -> None:
    """Ask the disk to keep a file, or the names in a folder, before anything relies on it."""
    descriptor = os.open(place, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
