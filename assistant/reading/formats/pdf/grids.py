"""Tables that are drawn: ruled lines divide a page into cells. Those of a tagged PDF need none of this."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pdfplumber.page import Page

from assistant.reading.formats.pdf.lines import Char, lines_by_place
from assistant.reading.formats.pdf.pieces import Piece

_MOST_EDGES = 3_000
"""Of one page. A drawing has more; finding its crossings would take minutes."""
_LEAST_FILLED = 0.35
"""Share of a table's cells that say something. The grid of a chart has empty ones."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: its place and its rows of cells; None where a cell spans others."""

    box: Box
    rows: tuple[tuple[Box | None, ...], ...]


def grids_of(page: Page) -> list[Grid]:
    """The ruled tables of a page with two columns at least."""
    if not 4 <= len(page.edges) <= _MOST_EDGES:
        return []
    found = [Grid(table.bbox, tuple(tuple(row.cells) for row in table.rows)) for table in page.find_tables()]
    return [grid for grid in found if max(map(len, grid.rows)) > 1]


def continued(grids: dict[int, list[Grid]]) -> dict[int, list[Grid]]:
    """The grids of each page that are tables: of two rows, or one that goes on with a table over the page."""
    found: dict[int, list[Grid]] = {}
    for page, held in grids.items():
        beside = [*grids.get(page - 1, [])[-1:], *grids.get(page + 1, [])[:1]]
        found[page] = [grid for grid in held if len(grid.rows) > 1 or any(_as_wide(grid, other) for other in beside)]
    return found


def _as_wide(one: Grid, other: Grid) -> bool:
    return abs(one.box[0] - other.box[0]) < 3 and abs(one.box[2] - other.box[2]) < 3


def rows_of(grid: Grid, chars: Sequence[Char]) -> list[Piece]:
    """A grid's rows as pieces; none where it is no table but a drawing."""
    inside = [char for char in chars if _within(char, grid.box)]
    rows = [[[char for char in inside if cell and _within(char, cell)] for cell in row] for row in grid.rows]
    cells = [[lines_by_place(cell) for cell in row] for row in rows]
    filled = [bool(cell) for row in cells for cell in row]
    least = _LEAST_FILLED if len(cells) > 1 else 0
    if not any(filled) or sum(filled) < least * len(filled) or not any(len(row) > 1 for row in cells):
        return []
    pieces = []
    for at, row in enumerate(cells):
        said = [line for cell in row for line in cell]
        if said:
            header = at == 0 and len(row) > 1 and all(line.bold for line in said)
            pieces.append(Piece(cells=row, header=header, page=said[0].page))
    return pieces


def outside(chars: Sequence[Char], grids: Sequence[Grid]) -> list[Char]:
    """The letters that stand in none of the grids."""
    return [char for char in chars if not any(_within(char, grid.box) for grid in grids)]


def _within(char: Char, box: Box) -> bool:
    x, y = (char.x0 + char.x1) / 2, (char.top + char.bottom) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]
