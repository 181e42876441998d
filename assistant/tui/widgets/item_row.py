"""One item of a list answer: it shows and opens its own source, so that no second row is needed for that."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import HorizontalGroup

from assistant.tui.keys import key
from assistant.tui.messages import SourceChosen
from assistant.tui.widgets.prose import Prose
from assistant.tui.widgets.statement import StatementLine


class ItemRow(HorizontalGroup):
    """A bullet and a statement; a stop where the item has its own source.

    Args:
        line: the statement.
        bullet: what stands before it: a dot, or its number.
        turn: the number of its turn.
        position: the place of its source; None where the sources have rows of their own.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        key("item.open", "enter", "open", "Open", tooltip="Open this item's source", show=True, display="enter")
    ]

    def __init__(self, line: StatementLine, bullet: str, turn: int, position: int | None) -> None:
        super().__init__(classes="row" if position is None else "row stop")
        self.can_focus = position is not None
        self.turn = turn
        self.position = position or 0
        self._line = line
        self._bullet = bullet

    def compose(self) -> ComposeResult:
        """The bullet and the statement."""
        yield Prose(self._bullet, classes="bullet")
        yield self._line

    def on_focus(self) -> None:
        """Show the source while the row has the focus."""
        self._line.light_up(is_lit=True)
        self.post_message(SourceChosen(self.turn, self.position, opened=False))

    def on_blur(self) -> None:
        """Look like the other rows again."""
        self._line.light_up(is_lit=False)

    def action_open(self) -> None:
        """Open the source."""
        self.post_message(SourceChosen(self.turn, self.position, opened=True))
