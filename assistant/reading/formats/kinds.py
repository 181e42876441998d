"""What a file is, by what is in it: names lie, and saved pages are called anything."""

from __future__ import annotations

import io
import re
import zipfile
from enum import StrEnum


class Format(StrEnum):
    """The formats in which reports come."""

    TEXT = "text"
    """Markdown is read as text is."""
    HTML = "web page"
    PDF = "PDF"
    WORD = "Word document"


ENDINGS = {
    ".md": Format.TEXT,
    ".markdown": Format.TEXT,
    ".txt": Format.TEXT,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".pdf": Format.PDF,
    ".docx": Format.WORD,
}
"""The endings that reports have. One tells which files of a folder are meant, and nothing more."""

_LOOKED_AT = 4096
"""Bytes at the beginning of a file that tell what it is."""
_OPENS = re.compile(r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_TAG = re.compile(r"</(?:p|div|li|h[1-6]|td|section|article|main)\s*>", re.IGNORECASE)
_MANY = 10
"""Closing tags of blocks. Markdown that uses a tag here and there has fewer."""
_OTHER = (b"\xd0\xcf\x11\xe0", b"{\\rtf", b"\x1f\x8b", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"7z\xbc\xaf")
"""How old Word files, rich text, archives and pictures begin."""


def format_of(content: bytes) -> Format | None:
    """The format of a file's content; None for what is known to be something else, such as a picture."""
    if b"%PDF-" in content[:1024]:
        return Format.PDF
    if content.startswith(b"PK\x03\x04"):
        return Format.WORD if _holds_document(content) else None
    if content.startswith(_OTHER):
        return None
    encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
    beginning = content[:_LOOKED_AT].decode(encoding, errors="replace").lstrip("\ufeff")
    if _OPENS.match(beginning) or len(_TAG.findall(beginning)) >= _MANY:
        return Format.HTML
    return Format.TEXT


def _holds_document(content: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return any(name.lower().startswith("word/") for name in archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return b"word/document.xml" in content  # a damaged one, which its reader tells
