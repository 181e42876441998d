"""What shaped an index: written beside it, compared when it is opened."""

from __future__ import annotations

import hashlib
import json
import zlib
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any

from assistant.errors import IndexDamaged, IndexMissing, IndexStale
from assistant.indexing.marks import Mark, is_whole
from assistant.indexing.vectors import REBUILD
from assistant.reading.beside import beside

FILE = "manifest.json"
FORMAT = 19
"""Goes up with every change of reading, splitting, figures or files that makes older indexes wrong."""
ALWAYS = 32_000_000
"""Bytes that are read whenever an index is opened, of the smallest files first: some milliseconds."""
MAKERS = ("reading", "indexing")
"""The parts of peel whose code decides what an index holds."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What shaped an index."""

    format: int
    model: str
    """The fingerprint of the encoder."""
    matcher: str
    """The fingerprint of the networks that it holds; empty where it holds none."""
    built: str
    """ISO 8601, local time with offset; shown, never compared."""
    reports: dict[str, str]
    """The hash of each file of the corpus, by its name there; those that were left out too."""
    files: dict[str, Mark]
    """Each file of the index as it was written."""
    left_out: dict[str, str] = field(default_factory=dict)
    """Why a file of the corpus can't be read as a report, by its name."""
    aside: dict[str, str] = field(default_factory=dict)
    """Why a report of the corpus isn't held, by its file's name: it is a digest or a copy of another."""
    maker: str = ""
    """What the code was that read the reports: other code may read them otherwise."""

    def write(self, folder: Path) -> None:
        """Write it into the folder of an index, with a checksum of itself."""
        record = asdict(self)
        text = json.dumps(record | {"checksum": _checksum(record)}, indent=1, sort_keys=True)
        (folder / FILE).write_text(text, encoding="utf-8")

    def damaged(self, folder: Path, *, thorough: bool = False) -> list[str]:
        """The files of the index that are missing or aren't as they were written.

        Args:
            folder: where the index is.
            thorough: whether all files are read, and not only the smallest up to `ALWAYS` bytes.

        Raises:
            OSError: a file is there and can't be read.
        """
        marks = sorted(((name, Mark(*mark)) for name, mark in self.files.items()), key=lambda one: one[1].size)
        read = accumulate(mark.size for _, mark in marks)
        return [
            name
            for (name, mark), so_far in zip(marks, read, strict=True)
            if not is_whole(folder / name, mark, thorough=thorough or so_far <= ALWAYS)
        ]


def load_manifest(folder: Path) -> Manifest:
    """The manifest of an index; the files it names aren't looked at.

    Raises:
        IndexMissing: there is none.
        IndexStale: another version of peel wrote it.
        IndexDamaged: it can't be read.
    """
    file = folder / FILE
    try:
        record = json.loads(file.read_text(encoding="utf-8"))
        if record["format"] != FORMAT:
            raise IndexStale("The index was made by another version of peel.", REBUILD)
        if record.pop("checksum", None) != _checksum(record):
            raise IndexDamaged(f"{FILE} of the index is damaged.", REBUILD)
        return Manifest(**record)
    except FileNotFoundError as error:
        raise IndexMissing(f"There is no index in {folder}.", REBUILD) from error
    except PermissionError as error:
        raise unreadable(file, error) from error
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise IndexDamaged(f"{FILE} of the index can't be read.", REBUILD) from error


def read_manifest(folder: Path) -> Manifest:
    """The manifest of an index, its format and its files checked.

    Raises:
        IndexMissing: there is none.
        IndexStale: another version of peel wrote it.
        IndexDamaged: it can't be read, or a file that it names is missing, cut short or changed.
    """
    manifest = load_manifest(folder)
    try:
        damaged = manifest.damaged(folder)
    except OSError as error:
        raise unreadable(folder, error) from error
    except (TypeError, AttributeError) as error:
        raise IndexDamaged(f"{FILE} of the index can't be read.", REBUILD) from error
    if damaged:
        raise IndexDamaged(f"The index is damaged: {', '.join(damaged)} missing, cut short or changed.", REBUILD)
    return manifest


def unreadable(place: Path, error: OSError) -> IndexDamaged:
    """The error for a part of an index that is there and can't be read."""
    file = error.filename or place
    return IndexDamaged(f"The index can't be read: {file}: {error.strerror}.", f"Check who may read {place}.")


def hash_of(file: Path) -> str:
    """The SHA-256 of a report's file, with the front matter beside it where there is some, as hexadecimal digits."""
    with file.open("rb") as opened:
        digest = hashlib.file_digest(opened, "sha256")
    with suppress(FileNotFoundError):
        digest.update(b"\0" + beside(file).read_bytes())
    return digest.hexdigest()


@cache
def maker() -> str:
    """What names the code that reads reports and cuts them: the hash of its files."""
    package = Path(__file__).resolve().parents[1]
    files = sorted(file for part in MAKERS for file in (package / part).rglob("*") if file.suffix in (".py", ".txt"))
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:16]


def _checksum(record: dict[str, Any]) -> int:
    return zlib.crc32(json.dumps(record, sort_keys=True).encode())
