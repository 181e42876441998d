"""What tells that a file of an index is still as it was written: its size, and a checksum of its bytes."""

from __future__ import annotations

import zlib
from pathlib import Path
from typing import NamedTuple

CHUNK = 1 << 20


class Mark(NamedTuple):
    """A file as it was written."""

    size: int
    changed: int
    """When it was changed, in nanoseconds; compared for being the same, never for being later."""
    checksum: int
    """CRC-32: it finds damage, and is read at several gigabytes a second."""


def mark_of(file: Path) -> Mark:
    """The mark of a file.

    Raises:
        OSError: it can't be read.
    """
    status = file.stat()
    return Mark(status.st_size, status.st_mtime_ns, checksum_of(file))


def is_whole(file: Path, mark: Mark, *, thorough: bool) -> bool:
    """Whether a file is as its mark says.

    A file that nothing has touched since is taken for whole by its size, unless the look is to be thorough.

    Raises:
        OSError: it is there and can't be read.
    """
    try:
        status = file.stat()
    except FileNotFoundError:
        return False
    if status.st_size != mark.size:
        return False
    untouched = status.st_mtime_ns == mark.changed
    return (untouched and not thorough) or checksum_of(file) == mark.checksum


def checksum_of(file: Path) -> int:
    """The CRC-32 of a file's bytes."""
    checksum = 0
    with file.open("rb") as opened:
        while chunk := opened.read(CHUNK):
            checksum = zlib.crc32(chunk, checksum)
    return checksum
