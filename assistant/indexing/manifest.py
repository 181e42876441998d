"""What shaped an index: written beside it, compared when it is opened."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from assistant.errors import IndexDamaged, IndexMissing, IndexStale
from assistant.indexing.vectors import REBUILD

FILE = "manifest.json"
FORMAT = 6
"""Goes up with every change of reading, splitting, figures or files that makes older indexes wrong."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What shaped an index."""

    format: int
    model: str
    """The fingerprint of the encoder."""
    built: str
    """ISO 8601, local time with offset."""
    reports: dict[str, str]
    """The hash of each report's file, by the file's name in the corpus."""
    files: dict[str, int]
    """The size in bytes of each file of the index."""

    def write(self, folder: Path) -> None:
        """Write it into the folder of an index."""
        (folder / FILE).write_text(json.dumps(asdict(self), indent=1, sort_keys=True), encoding="utf-8")


def read_manifest(folder: Path) -> Manifest:
    """The manifest of an index, its format and its files' sizes checked.

    Raises:
        IndexMissing: there is none.
        IndexStale: another version of peel wrote it.
        IndexDamaged: it can't be read, or a file that it names is missing or cut short.
    """
    file = folder / FILE
    if not file.exists():
        raise IndexMissing(f"There is no index in {folder}.", REBUILD)
    try:
        record = json.loads(file.read_text(encoding="utf-8"))
        if record["format"] != FORMAT:
            raise IndexStale("The index was made by another version of peel.", REBUILD)
        manifest = Manifest(**record)
        damaged = [name for name, size in manifest.files.items() if _size(folder / name) != size]
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise IndexDamaged(f"{FILE} of the index can't be read.", REBUILD) from error
    if damaged:
        raise IndexDamaged(f"The index is damaged: {', '.join(damaged)} missing or cut short.", REBUILD)
    return manifest


def hash_of(file: Path) -> str:
    """The SHA-256 of a file's bytes, as hexadecimal digits."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _size(file: Path) -> int:
    return file.stat().st_size if file.exists() else -1
