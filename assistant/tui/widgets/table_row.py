"""One row of a report's table: in columns where they fit, else one line a cell with its header."""

from __future__ import annotations

from textual.content import Content

from assistant.tui.tables import GAP, fits
from assistant.tui.visible import one_line
from assistant.tui.widgets.prose import Prose


class TableRow(Prose):
    """A row whose cells are content, with the quoted words marked.

    Args:
        cells: the cells.
        columns: the header cells; empty in the header itself.
        widths: the widths of the table's columns.
        classes: the style classes.
    """

    def __init__(self, cells: list[Content], columns: tuple[str, ...], widths: list[int], classes: str) -> None:
        super().__init__(Content(GAP).join(cells), classes=classes)
        self._row_cells = cells
        self._headers = columns
        self._widths = widths

    def on_resize(self) -> None:
        """Set the row as the width allows."""
        is_wide = fits(self._widths, self.size.width)
        self.set_class(not is_wide, "stacked")
        content = self._in_columns() if is_wide else self._stacked()
        if not content.is_same(self.words):
            self.show(content)

    def _in_columns(self) -> Content:
        pairs = zip(self._row_cells, self._widths, strict=False)
        return Content(GAP).join(cell.pad_right(width - cell.cell_length) for cell, width in pairs).rstrip()

    def _stacked(self) -> Content:
        if not self._headers:
            return Content(" · ").join(self._row_cells)
        pairs = zip(self._headers, self._row_cells, strict=False)
        return Content("\n").join(Content.assemble((f"{one_line(name)}: ", "bold"), cell) for name, cell in pairs)
