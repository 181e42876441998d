"""A table whose rows stand somewhere in the reports; it always fits its width, with the widest columns folded."""

from __future__ import annotations

from rich.text import Text
from textual.events import Resize
from textual.widgets import DataTable

from assistant.tui.reports import Place, Row
from assistant.tui.tables import narrowed, widths_of
from assistant.tui.visible import one_line

SCROLLBAR = 1


class PlaceTable(DataTable[Text]):
    """Rows of text, each with its place."""

    def __init__(self, columns: tuple[str, ...], rows: list[Row]) -> None:
        super().__init__(cursor_type="row", zebra_stripes=True)
        self._columns_wanted = columns
        self._rows_wanted = rows
        self._set_for = 0

    @property
    def places(self) -> list[Place]:
        """Where the rows stand."""
        return [row.place for row in self._rows_wanted]

    def on_resize(self, event: Resize) -> None:
        """Set the table for its width, with the cursor where it was."""
        if event.size.width == self._set_for:
            return
        self._set_for = event.size.width
        place = self.cursor_row
        self.clear(columns=True)
        self._fill(event.size.width)
        self.move_cursor(row=place, animate=False)

    def _fill(self, room: int) -> None:
        cells = [[one_line(cell) for cell in row.cells] for row in self._rows_wanted]
        padding = 2 * self.cell_padding * len(self._columns_wanted)
        widths = narrowed(widths_of([self._columns_wanted, *cells]), room - padding - SCROLLBAR)
        for column, width in zip(self._columns_wanted, widths, strict=True):
            self.add_column(Text(column), width=width)
        for row in cells:
            self.add_row(*map(Text, row), height=None)
