"""A file of any format becomes the Markdown that a corpus keeps of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.errors import ReadingError
from assistant.reading.elements import Element
from assistant.reading.formats.kinds import Format, format_of
from assistant.reading.formats.markdown import markdown_of
from assistant.reading.source import decoded

_ADDRESS = re.compile(
    r"<!-- saved from url=\(\d+\)(https?://[^\s<>\"']+) -->"
    r"|<link[^<>]{0,200}\brel=[\"']?canonical[\"']?[^<>]{0,200}?\bhref=[\"'](https?://[^\s<>\"']+)",
    re.IGNORECASE,
)
_HEAD = 200_000
"""Characters of a page in which its own address stands."""


@dataclass(frozen=True, slots=True)
class Converted:
    """A file's text as Markdown, and what the file says of itself."""

    markdown: str
    format: Format
    source: str = ""
    """The address that a saved page names as its own; empty where it names none."""


def convert(content: bytes, name: str) -> Converted:
    """Read a web page, PDF or Word document.

    The libraries that read it trust it more than a file from anywhere should be: see `convert_apart`.

    Args:
        content: the file's bytes.
        name: its name, for messages.

    Raises:
        ReadingError: it is of another format, damaged, or holds no text.
    """
    format = format_of(content)
    if format is None or format is Format.TEXT:
        raise ReadingError(
            f"{name} is no web page, PDF or Word document.", "Save the report as one of them, or as text."
        )
    source = ""
    if format is Format.HTML:
        page = decoded(content, name)
        address = _ADDRESS.search(page[:_HEAD])
        source = (address[1] or address[2]) if address else ""
        found = _of_html(page, name)
    else:
        found = _of_pdf(content, name) if format is Format.PDF else _of_word(content, name)
    if not found:
        raise ReadingError(f"{name} holds no text.", "Check that it is the whole report.")
    return Converted(markdown_of(found), format, source)


# Each library is loaded when a file wants it: none is needed to answer.


def _of_html(page: str, name: str) -> list[Element]:
    from assistant.reading.formats.html import elements_of_html

    return elements_of_html(page, name)


def _of_pdf(content: bytes, name: str) -> list[Element]:
    from assistant.reading.formats.pdf import elements_of_pdf

    return elements_of_pdf(content, name)


def _of_word(content: bytes, name: str) -> list[Element]:
    from assistant.reading.formats.word import elements_of_word

    return elements_of_word(content, name)
