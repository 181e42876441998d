"""A table whose rows stand somewhere in the reports."""

from __future__ import annotations

from rich.text import Text
from textual.widgets import DataTable

from assistant.tui.reports import Place, Row
from assistant.tui.visible import one_line

LONGEST = 64


class PlaceTable(DataTable[Text]):
    """Rows of text, each with its place."""

    def __init__(self, columns: tuple[str, ...], rows: list[Row]) -> None:
        super().__init__(cursor_type="row", zebra_stripes=True)
        self._columns_wanted = columns
        self._rows_wanted = rows

    @property
    def places(self) -> list[Place]:
        """Where the rows stand."""
        return [row.place for row in self._rows_wanted]

    def on_mount(self) -> None:
        """Fill the table."""
        self.add_columns(*(Text(column) for column in self._columns_wanted))
        for row in self._rows_wanted:
            self.add_row(*(Text(one_line(cell, LONGEST)) for cell in row.cells))
