"""An index folder holds generations; a pointer file names the live one and is replaced in one atomic step.

A rebuild that is killed leaves a generation that nothing points to, and the old one whole.
"""

from __future__ import annotations

import os
import shutil
import uuid
from contextlib import suppress
from pathlib import Path

from assistant.errors import IndexMissing
from assistant.indexing.vectors import REBUILD

POINTER = "CURRENT"
PREFIX = "generation-"


def live(index: Path) -> Path:
    """The folder of the live generation.

    Raises:
        IndexMissing: nothing was built yet.
    """
    try:
        name = (index / POINTER).read_text(encoding="utf-8").strip()
    except OSError as error:
        raise IndexMissing(f"There is no index in {index}.", REBUILD) from error
    folder = index / name
    if not name.startswith(PREFIX) or not folder.is_dir():
        raise IndexMissing(f"The index that {index / POINTER} names isn't there.", REBUILD)
    return folder


def begin(index: Path) -> Path:
    """A new, empty generation that nothing points to yet."""
    folder = index / f"{PREFIX}{uuid.uuid4().hex[:12]}"
    folder.mkdir(parents=True)
    return folder


def publish(index: Path, folder: Path) -> None:
    """Make a generation the live one, and remove the others."""
    for file in folder.iterdir():
        _flush(file)
    draft = index / f"{POINTER}.{folder.name}"
    draft.write_text(folder.name + "\n", encoding="utf-8")
    _flush(draft)
    draft.replace(index / POINTER)
    for left in index.glob(f"{POINTER}.*"):
        left.unlink(missing_ok=True)  # the draft of a rebuild that was killed
    for other in index.glob(f"{PREFIX}*"):
        if other != folder:
            shutil.rmtree(other, ignore_errors=True)


def abandon(folder: Path) -> None:
    """Remove a generation that was not finished."""
    with suppress(OSError):
        shutil.rmtree(folder)


def _flush(file: Path) -> None:
    """Ask the disk to keep a file before anything points to it."""
    descriptor = os.open(file, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
