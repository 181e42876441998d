"""What a PDF's pages are made of before they are elements: paragraphs, items and rows as lines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from assistant.reading.elements import Element, element_of_words
from assistant.reading.formats.markdown import escaped
from assistant.reading.formats.pdf.lines import Line
from assistant.reading.inline import plain
from assistant.reading.line_ends import Joiner
from assistant.types import BlockKind


@dataclass(slots=True)
class Piece:
    """Lines that belong together."""

    lines: list[Line] = field(default_factory=list)
    level: int = 0
    """A heading's depth, 0 for what is none."""
    item: bool = False
    cells: list[list[Line]] | None = None
    """A row's cells; None where the piece is no row."""
    header: bool = False
    """Whether a row is its table's header."""
    described: str = ""
    """The words that describe a picture, where the piece is one."""
    page: int = 0

    @property
    def all_lines(self) -> list[Line]:
        """Its lines, or those of its cells."""
        return self.lines if self.cells is None else [line for cell in self.cells for line in cell]


def elements_from(pieces: Iterable[Piece], joiner: Joiner) -> list[Element]:
    """The elements that pieces are, without those that say nothing."""
    found = []
    for piece in pieces:
        element = _row(piece, joiner) if piece.cells is not None else _words(piece, joiner)
        if element is not None:
            found.append(element)
    return found


def _row(piece: Piece, joiner: Joiner) -> Element | None:
    cells = tuple(_plain(joiner.text(line.text for line in cell)) for cell in piece.cells or ())
    said = " | ".join(filter(None, cells))
    return Element(BlockKind.ROW, said, bold=piece.header, cells=cells, page=piece.page) if said else None


def _words(piece: Piece, joiner: Joiner) -> Element | None:
    text = _plain(piece.described or joiner.text(line.text for line in piece.lines))
    read = element_of_words(text)
    if read is None:
        return None
    if piece.level:
        return Element(None, text, level=min(piece.level, 6), page=piece.page)
    if piece.item or read.kind is BlockKind.ITEM:
        return Element(BlockKind.ITEM, read.text, page=piece.page)
    bold = bool(piece.lines) and all(line.bold for line in piece.lines)
    return Element(read.kind, text, bold=bold, page=piece.page)


def _plain(text: str) -> str:
    return plain(escaped(text))
