"""How a question was read, with the key that edits it where there is room for both."""

from __future__ import annotations

from textual.content import Content

from assistant.tui.widgets.prose import Prose, as_content

EDIT = "   (e edit)"


class ReadingLine(Prose):
    """One row such as `↳ read as: Kent · 2025–27   (e edit)`; more rows without the key where it is long."""

    def __init__(self, line: str) -> None:
        self._line = as_content(f"↳ {line}")
        super().__init__(self._line, classes="reading")

    def on_resize(self) -> None:
        """Fit the new width."""
        full = Content.assemble(self._line, (EDIT, "dim"))
        content = full if full.cell_length <= self.size.width else self._line
        if not content.is_same(self.words):
            self.show(content)
