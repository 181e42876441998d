"""What libraries raise over damaged files: they know their format, and trust a file to follow it."""

from __future__ import annotations

import struct
import zipfile
import zlib

DAMAGE: tuple[type[Exception], ...] = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
    zipfile.BadZipFile,
    zlib.error,
)
"""Never MemoryError or KeyboardInterrupt: they say nothing of the file."""
