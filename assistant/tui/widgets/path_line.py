"""Where a section stands, over two rows at most, with an ellipsis where it takes more."""

from __future__ import annotations

import textwrap

from assistant.tui.visible import one_line
from assistant.tui.widgets.prose import Prose

BETWEEN = " › "
ROWS = 2


class PathLine(Prose):
    """A path of headings that says so where it doesn't fit."""

    _path = ""

    def go_to(self, *path: str) -> None:
        """Show another path."""
        self._path = BETWEEN.join(one_line(part) for part in path)
        self._fit()

    def on_resize(self) -> None:
        """Fit the new width."""
        self._fit()

    def _fit(self) -> None:
        width = self.size.width
        rows = textwrap.wrap(self._path, width, max_lines=ROWS, placeholder="…") if width else [self._path]
        if "\n".join(rows) != self.words.plain:
            self.show("\n".join(rows))
