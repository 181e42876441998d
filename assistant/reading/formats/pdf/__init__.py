"""A PDF becomes elements: by its tags where it has them, else by its bookmarks and by how its lines are set."""

from __future__ import annotations

from assistant.reading.elements import Element
from assistant.reading.formats.pdf.columns import with_tables
from assistant.reading.formats.pdf.file import Document, open_document
from assistant.reading.formats.pdf.grids import Grid, continued, outside, rows_of
from assistant.reading.formats.pdf.layout import Setting, body_size, joined_over_pages, pieces_of_lines
from assistant.reading.formats.pdf.levels import mark_levels
from assistant.reading.formats.pdf.lines import Char, Line, lines_by_place
from assistant.reading.formats.pdf.pieces import Piece, elements_from
from assistant.reading.formats.pdf.repeated import running
from assistant.reading.formats.pdf.tagged import pieces_of_tree
from assistant.reading.line_ends import Joiner

__all__ = ["elements_of_pdf"]

_WHOLE = 0.9
"""Share of a document's letters. A tree that names fewer of them would lose text, and isn't used."""


def elements_of_pdf(content: bytes, name: str) -> list[Element]:
    """The elements of a PDF, each with its page, without running heads and feet.

    Args:
        content: the file.
        name: its name, for messages.

    Raises:
        ReadingError: it is damaged, locked, too long, or holds pictures of pages and no text.
    """
    document = open_document(content, name)
    lines = {page: lines_by_place(chars) for page, chars in document.chars.items()}
    heads = running([line for page in lines.values() for line in page], body_size(lines.values()))
    pieces = _tagged(document, lines, heads)
    if pieces is None:
        grids = continued(document.grids)
        pages = [_page(chars, grids[page], heads) for page, chars in document.chars.items()]
        setting = Setting(line for page in pages for line in page if isinstance(line, Line))
        pieces = pieces_of_lines(pages, setting)
    else:
        setting = Setting(line for piece in pieces for line in piece.lines)
        pieces = joined_over_pages(pieces, setting)
    joiner = Joiner(line.text for piece in pieces for line in piece.all_lines)
    if not any(piece.level for piece in pieces):
        mark_levels(pieces, joiner, document.bookmarks, setting.body)
    return elements_from(pieces, joiner)


def _tagged(document: Document, lines: dict[int, list[Line]], heads: set[Line]) -> list[Piece] | None:
    """The pieces that a document's tags tell; None where it has none, or they leave text out."""
    if document.tree is None:
        return None
    pieces = pieces_of_tree(document.tree)
    told = sum(len(line.text) for piece in pieces for line in piece.all_lines)
    there = sum(len(line.text) for page in lines.values() for line in page if line not in heads)
    return pieces if told >= _WHOLE * there else None


def _page(chars: list[Char], grids: list[Grid], heads: set[Line]) -> list[Line | Piece]:
    """A page's lines and the rows of its ruled tables, from top to bottom."""
    tables = [(grid, rows) for grid in grids if (rows := rows_of(grid, chars))]
    rest = [line for line in lines_by_place(outside(chars, [grid for grid, _ in tables])) if line not in heads]
    held: list[tuple[float, list[Line | Piece]]] = [(_top(one), [one]) for one in with_tables(rest)]
    held += [(grid.box[1], list(rows)) for grid, rows in tables]
    return [one for _, group in sorted(held, key=lambda pair: pair[0]) for one in group]


def _top(held: Line | Piece) -> float:
    return held.top if isinstance(held, Line) else min(line.top for line in held.all_lines)
