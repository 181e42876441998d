"""A PDF file is opened and its letters are taken from it; what can't be read is told."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from dataclasses import dataclass, field

import pdfplumber
from pdfminer.pdfdocument import PDFDocument, PDFPasswordIncorrect
from pdfminer.psexceptions import PSException
from pdfminer.utils import decode_text
from pdfplumber.page import Page
from pdfplumber.pdf import PDF
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from assistant.errors import ReadingError
from assistant.reading.formats.damage import DAMAGE
from assistant.reading.formats.pdf.grids import Grid, grids_of
from assistant.reading.formats.pdf.lines import Char, chars_of
from assistant.reading.formats.pdf.tree import Node, marked, tree_of

MOST_PAGES = 400
"""The longest national report has 250. Reading a page takes up to a tenth of a second."""
_LEAST_LETTERS = 25
"""Of a page on average. A document with fewer is pictures of pages."""
_UNKNOWN = 0.2
"""Share of letters without a meaning. A font may show words and map them to nothing."""
_MOST_BOOKMARKS = 2_000
_BROKEN: tuple[type[Exception], ...] = (PdfminerException, MalformedPDFException, PSException, *DAMAGE)


@dataclass(slots=True)
class Document:
    """What the later steps need of a PDF."""

    chars: dict[int, list[Char]] = field(default_factory=dict)
    """The letters of each page by its number."""
    heights: dict[int, float] = field(default_factory=dict)
    grids: dict[int, list[Grid]] = field(default_factory=dict)
    bookmarks: list[tuple[int, str]] = field(default_factory=list)
    """Depth and title."""
    tree: Node | None = None
    """Its tags; None where it has none that can be read."""


def open_document(content: bytes, name: str) -> Document:
    """Read a PDF's letters, the grids of its tables, and its bookmarks.

    Raises:
        ReadingError: it is damaged, locked, too long, or holds pictures of pages and no text.
    """
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # a damaged file would fill the screen
    try:
        document = _read(content)
    except _BROKEN as error:
        causes = (error, *error.args)
        if any(isinstance(cause, MemoryError) for cause in causes):
            raise MemoryError from error
        if any(isinstance(cause, PDFPasswordIncorrect) for cause in causes):
            raise ReadingError(f"{name} is locked with a password.", "Save a copy without one.") from error
        raise ReadingError(f"{name} is damaged or no PDF.", "Download it again.") from error
    _check(document, name)
    return document


def _read(content: bytes) -> Document:
    document = Document()
    with pdfplumber.open(io.BytesIO(content), pages=list(range(1, MOST_PAGES + 2))) as pdf:
        document.bookmarks = list(_bookmarks(pdf.doc))
        if len(pdf.pages) <= MOST_PAGES:
            for page in pdf.pages:
                _take(page, document)
            document.tree = _tree(pdf, document.chars)
        document.heights = {page.page_number: float(page.height) for page in pdf.pages}
    return document


def _take(page: Page, document: Document) -> None:
    number = page.page_number
    document.chars[number] = list(chars_of(page.chars))
    document.grids[number] = grids_of(page)
    page.close()


def _tree(pdf: PDF, chars: dict[int, list[Char]]) -> Node | None:
    """The document's tags; broken ones are as good as none."""
    numbers = {page.page_obj.pageid: page.page_number for page in pdf.pages}
    marks = marked(char for page in chars.values() for char in page)
    try:
        return tree_of(pdf.doc.catalog, numbers, marks) if marks else None
    except _BROKEN:
        return None


def _bookmarks(doc: PDFDocument) -> Iterator[tuple[int, str]]:
    """Depth and title of each bookmark; a broken list of them is as good as none."""
    try:
        for count, (depth, title, *_) in enumerate(doc.get_outlines()):
            if count > _MOST_BOOKMARKS:
                return
            yield depth, decode_text(title) if isinstance(title, bytes) else str(title)
    except _BROKEN:
        return


def _check(document: Document, name: str) -> None:
    pages = len(document.heights)
    if pages > MOST_PAGES:
        raise ReadingError(f"{name} has more than {MOST_PAGES} pages.", "Save the report's own pages as a file.")
    letters = [char for page in document.chars.values() for char in page if not char.text.isspace()]
    if len(letters) < _LEAST_LETTERS * pages or not letters:
        raise ReadingError(
            f"{name} is a scan: its {pages} page(s) are pictures, without text.",
            "Use the report's web page, or a copy that has been through text recognition.",
        )
    if sum(char.text.startswith("(cid:") or char.text == "\ufffd" for char in letters) > _UNKNOWN * len(letters):
        raise ReadingError(
            f"{name} doesn't say which letters it shows.", "Use the report's web page, or print it anew."
        )
