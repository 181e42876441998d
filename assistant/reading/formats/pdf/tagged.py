"""A tagged PDF says itself what is a heading, a list and a table; its tree becomes pieces."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.reading.formats.pdf.lines import Char, lines_in_flow
from assistant.reading.formats.pdf.pieces import Piece
from assistant.reading.formats.pdf.tree import Node

_HEADINGS = {"Title": 1, "H": 1} | {f"H{level}": level for level in range(1, 7)}
_TEXT = frozenset(
    {"P", "Caption", "Note", "FENote", "Quote", "BlockQuote", "TOCI", "BibEntry", "Formula", "Code", "LBody"}
)
_APART = frozenset({*_HEADINGS, "L", "LI", "Table", "Figure", "P", "TOCI", "Artifact"})
"""What stands on its own within a paragraph's element, and isn't words of it."""
_DESCRIBES = 60
"""Characters. A longer text in a picture's place describes a chart; a shorter one names a logo."""


def pieces_of_tree(root: Node) -> list[Piece]:
    """The pieces of a document's tree, in its order."""
    found: list[Piece] = []
    for child in root.children:
        _gather(child, found)
    return found


def _gather(node: Node, found: list[Piece]) -> None:
    if node.type in _HEADINGS:
        _add(found, Piece(level=_HEADINGS[node.type]), _all_chars(node))
    elif node.type in _TEXT:
        _text(node, found)
    elif node.type in _READERS:
        _READERS[node.type](node, found)
    elif node.type != "Artifact":
        for kid in node.kids:
            if isinstance(kid, Node):
                _gather(kid, found)
            else:
                _add(found, Piece(), kid)


def _text(node: Node, found: list[Piece]) -> None:
    """A paragraph's own words and those of spans in it; lists and tables within it stand after it."""
    _add(found, Piece(), _all_chars(node, inline=True))
    for child in node.children:
        if not _inline(child):
            _gather(child, found)


def _item(node: Node, found: list[Piece]) -> None:
    """A list's item without its mark; what is nested in it follows as items of its own."""
    bodies = [child for child in node.children if child.type != "Lbl"]
    chars = [char for kid in node.kids for char in (_item_chars(kid) if isinstance(kid, Node) else kid)]
    _add(found, Piece(item=True), chars)
    for body in bodies:
        for child in _nested(body):
            _gather(child, found)


def _item_chars(node: Node) -> list[Char]:
    """The words of an item: its own, those of spans, and those of paragraphs in it."""
    if node.type in ("L", "Table", "Figure", "Lbl", "Artifact"):
        return []
    return [char for kid in node.kids for char in (_item_chars(kid) if isinstance(kid, Node) else kid)]


def _nested(node: Node) -> Iterator[Node]:
    if node.type in ("L", "Table", "Figure"):
        yield node
    else:
        for child in node.children:
            yield from _nested(child)


def _figure(node: Node, found: list[Piece]) -> None:
    """A picture's description; words printed in it are a chart's labels, unless they are paragraphs."""
    page = next((char.page for char in _all_chars(node)), 0)
    if len(node.alt) >= _DESCRIBES:
        found.append(Piece(described=node.alt, page=page))
    for child in node.children:
        if child.type in _TEXT or child.type in ("Table", "L"):
            _gather(child, found)


def _rows(node: Node, found: list[Piece]) -> None:
    """A table's rows, its caption first."""
    rows: list[Piece] = []
    captions: list[Piece] = []
    for row, in_head in _table_rows(node, False):
        if row.type == "Caption":
            _gather(row, captions)
            continue
        cells = [lines_in_flow(_all_chars(cell)) for cell in row.children if cell.type in ("TD", "TH")]
        header = in_head or (not rows and bool(cells) and all(c.type == "TH" for c in row.children))
        page = next((line.page for cell in cells for line in cell), 0)
        if page:
            rows.append(Piece(cells=cells, header=header, page=page))
    found += captions + rows


_READERS = {"Table": _rows, "LI": _item, "Figure": _figure}


def _table_rows(node: Node, in_head: bool) -> Iterator[tuple[Node, bool]]:
    for child in node.children:
        if child.type in ("TR", "Caption"):
            yield child, in_head
        elif child.type in ("THead", "TBody", "TFoot", "NonStruct", "Div", "Sect"):
            yield from _table_rows(child, child.type == "THead")


def _inline(node: Node) -> bool:
    return node.type not in _APART


def _all_chars(node: Node, *, inline: bool = False) -> list[Char]:
    """The letters below an element in their order; only its own words and those of spans where inline."""
    found: list[Char] = []
    for kid in node.kids:
        if not isinstance(kid, Node):
            found += kid
        elif kid.type not in ("Artifact", "Lbl") and (_inline(kid) or not inline):
            found += _all_chars(kid, inline=inline)
    return found


def _add(found: list[Piece], piece: Piece, chars: list[Char]) -> None:
    lines = lines_in_flow(chars)
    if lines:
        piece.lines, piece.page = lines, lines[0].page
        found.append(piece)
