"""A Word document becomes a web page, and so the elements that a web page gives."""

from __future__ import annotations

import io
import zipfile
from xml.parsers.expat import ExpatError

import mammoth

from assistant.errors import ReadingError
from assistant.reading.elements import Element
from assistant.reading.formats.damage import DAMAGE
from assistant.reading.formats.html import elements_of_html

LARGEST = 40_000_000
"""Bytes of the document's text once unpacked. A report of 100 pages has 2 million."""
_BROKEN: tuple[type[Exception], ...] = (ExpatError, *DAMAGE)
_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p:fresh > strong
p[style-name^='toc '] => p:fresh
p[style-name^='TOC '] => p:fresh
"""


def elements_of_word(content: bytes, name: str) -> list[Element]:
    """The elements of a Word document (.docx): headings by their styles, lists, tables.

    Args:
        content: the file.
        name: its name, for messages.

    Raises:
        ReadingError: it isn't a Word document, is damaged, or unpacks to more than a report can hold.
    """
    try:
        _check_size(content, name)
        converted = mammoth.convert_to_html(
            io.BytesIO(content), style_map=_STYLES, convert_image=_no_picture, include_embedded_style_map=False
        )
    except _BROKEN as error:
        raise ReadingError(f"{name} is damaged or no Word document.", "Save it anew in Word as .docx.") from error
    return elements_of_html(f"<main>{converted.value}</main>", name)


def _check_size(content: bytes, name: str) -> None:
    """Refuse what would unpack to more than memory holds; an archive yields no more than it declares."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        size = sum(part.file_size for part in archive.infolist() if part.filename.endswith((".xml", ".rels")))
    if size > LARGEST:
        raise ReadingError(f"{name} unpacks to {size // 1_000_000} MB of text.", "No report is as long: check it.")


def _no_picture(_: object) -> list[object]:
    return []
