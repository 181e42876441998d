"""A web page's table becomes rows: cells that span others are laid out, and a heading of two rows becomes one."""

from __future__ import annotations

import re
from collections.abc import Callable

from selectolax.lexbor import LexborNode

from assistant.reading.elements import Element
from assistant.reading.headings import grade_of
from assistant.reading.tables import is_grade_header
from assistant.types import BlockKind

Lines = Callable[[LexborNode], list[str]]
"""The paragraphs and items of a cell."""
WIDEST = 200
"""Cells. A span that says more is a mistake or worse."""
MOST_CELLS = 200_000
"""Cells of one table, those that spans fill included."""
_BLOCKS = "table, h1, h2, h3, h4, h5, h6"


def is_data(table: LexborNode) -> bool:
    """Whether a table holds data; one for layout holds other tables or headings, or has a single column."""
    if (table.attributes.get("role") or "") in ("presentation", "none"):
        return False
    if any(inner.mem_id != table.mem_id for inner in table.css(_BLOCKS)):
        return False
    return any(len(row.css("td, th")) > 1 for row in table.css("tr"))


def rows_of(table: LexborNode, lines: Lines) -> list[Element]:
    """A table's rows as elements, the header marked bold."""
    grid, heads = _grid(table, lines)
    width = max((len(row) for row in grid), default=0)
    rows = [[*row, *[[]] * (width - len(row))] for row in grid]
    header = [[" ".join(cell) for cell in row] for row in rows[:heads]]
    names = tuple(" ".join(dict.fromkeys(filter(None, column))) for column in zip(*header, strict=True))
    found = [names] if any(names) else []
    for row in rows[heads:]:
        found += _by_grade(row) if is_grade_header(names) else [tuple(" ".join(cell) for cell in row)]
    bold = [bool(heads)] + [False] * len(found)
    return [
        Element(BlockKind.ROW, " | ".join(filter(None, cells)), bold=head, cells=cells)
        for cells, head in zip(found, bold, strict=False)
        if any(cells)
    ]


def _by_grade(row: list[list[str]]) -> list[tuple[str, ...]]:
    """A row below grades, each cell a list of areas, as one row for each of the longest list."""
    tall = max(map(len, row), default=0)
    return [tuple(cell[at] if at < len(cell) else "" for cell in row) for at in range(tall)]


def _grid(table: LexborNode, lines: Lines) -> tuple[list[list[list[str]]], int]:
    """The cells of every row with what spans fill, and how many rows at the top are the header."""
    grid: list[list[list[str]]] = []
    heads = total = 0
    hanging: dict[int, tuple[int, list[str]]] = {}
    for tr in table.css("tr"):
        cells = [node for node in _children(tr) if node.tag in ("td", "th")]
        row: list[list[str]] = []
        for node in cells:
            _hang(row, hanging)
            said, wide = lines(node), _span(node, "colspan")
            down = _span(node, "rowspan") - 1
            for at in range(wide):
                if down > 0:
                    hanging[len(row)] = (down, said if at == 0 else [])
                is_head = node.tag == "th" and heads == len(grid)
                row.append(said if at == 0 or is_head else [])
        _hang(row, hanging)
        total += len(row)
        if total > MOST_CELLS:
            break
        if any(row):
            heads += heads == len(grid) and _is_head(tr, cells)
            grid.append(row)
    return grid, min(heads, max(0, len(grid) - 1))


def _is_head(tr: LexborNode, cells: list[LexborNode]) -> bool:
    if tr.parent is not None and tr.parent.tag == "thead":
        return True
    said = [cell for cell in cells if cell.text(strip=True)]
    wholly = all(cell.tag == "th" or _is_bold(cell) for cell in said)
    return len(said) > 1 and (wholly or all(grade_of(cell.text(strip=True)) for cell in said))


def _is_bold(cell: LexborNode) -> bool:
    bold = "".join(node.text() for node in cell.css("strong, b"))
    return bool(bold) and re.sub(r"\s+", "", bold) == re.sub(r"\s+", "", cell.text())


def _hang(row: list[list[str]], hanging: dict[int, tuple[int, list[str]]]) -> None:
    """Fill the cells that hang down from rows above."""
    while (at := len(row)) in hanging:
        left, said = hanging.pop(at)
        row.append(said)
        if left > 1:
            hanging[at] = (left - 1, said)


def _span(node: LexborNode, name: str) -> int:
    said = (node.attributes.get(name) or "1").strip()
    return min(int(said), WIDEST) if said.isascii() and said.isdigit() and 0 < len(said) < 6 and int(said) else 1


def _children(node: LexborNode) -> list[LexborNode]:
    found, child = [], node.child
    while child is not None:
        found.append(child)
        child = child.next
    return found
