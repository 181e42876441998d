"""One source of an answer, in one row: moving over it shows it, enter or a click opens it."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget

from assistant.tui.keys import key
from assistant.tui.messages import SourceChosen
from assistant.tui.sources import Source
from assistant.tui.visible import one_line

BETWEEN = " › "
LEFT_OUT = "…"


class SourceRow(Widget, can_focus=True):
    """A row such as `[1] Kent PEEL 2025–27 › Responding to the public › …`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("row.open", "enter", "open", "Open", tooltip="Open this source", show=True, display="enter")
    ]

    def __init__(self, turn: int, position: int, source: Source, path: tuple[str, ...]) -> None:
        super().__init__(classes="stop")
        self.turn = turn
        self.position = position
        self.source = source
        self._path = [one_line(part) for part in path]

    def render(self) -> Content:
        """The mark and the path, shortened in its middle where the width asks for it."""
        mark = Content.styled(f"[{self.source.mark}] ", "bold" if self.has_focus else "bold $accent")
        room = self.size.width - mark.cell_length
        return Content.assemble(mark, fitted(self._path, room))

    def on_focus(self) -> None:
        """Show the source while the row has the focus."""
        self.post_message(SourceChosen(self.turn, self.position, opened=False))

    def on_click(self) -> None:
        """Open the source."""
        self.action_open()

    def action_open(self) -> None:
        """Open the source."""
        self.post_message(SourceChosen(self.turn, self.position, opened=True))


def fitted(path: list[str], room: int) -> str:
    """A path that fits: its middle goes first, then the end of its last part."""
    for parts in (path, [path[0], LEFT_OUT, path[-1]] if len(path) > 2 else path):
        line = BETWEEN.join(parts)
        if Content(line).cell_length <= room:
            return line
    return Content(line).truncate(max(room, 1), ellipsis=True).plain
