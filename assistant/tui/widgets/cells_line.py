"""A row of a comparison: its cells under those of the other rows, with the last one folded where it has to be."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content

from assistant.tui.tables import GAP
from assistant.tui.widgets.statement import StatementLine
from assistant.types import Statement

NARROWEST = 12
"""With less room than this for the last cell, the cells follow each other instead."""


class CellsLine(StatementLine):
    """A statement that is a row of cells.

    Args:
        turn: the number of its turn.
        statement: the statement.
        cells: its cells.
        widths: the widths of the columns, over all rows.
    """

    def __init__(self, turn: int, statement: Statement, cells: list[str], widths: Sequence[int]) -> None:
        self._row_cells = cells
        self._widths = widths
        super().__init__(turn, statement)

    def text_for(self, width: int) -> str:
        """The cells in columns where the width allows it."""
        first, last = self._row_cells[:-1], self._row_cells[-1]
        columns = [cell + " " * (wide - cell_len(cell)) + GAP for cell, wide in zip(first, self._widths, strict=False)]
        before = sum(map(cell_len, columns))
        room = width - before - sum(len(f" [{number}]") for number in self._statement.citations)
        if room < NARROWEST:
            return " · ".join(self._row_cells)
        folded = [row.plain.rstrip() for row in Content(last).wrap(room)]
        return "".join(columns) + ("\n" + " " * before).join(folded)
