"""A panel over the chat that esc closes."""

from __future__ import annotations

from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from assistant.tui.keys import key
from assistant.tui.widgets.prose import Prose

Result = TypeVar("Result")


class Panel(ModalScreen[Result | None], Generic[Result]):
    """A framed panel with a title; its `body` is what differs."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("panel.close", "escape", "close", "Close", tooltip="Close this panel", show=True, display="esc")
    ]
    TITLE_WORDS = ""
    KEYS_WORDS = "esc closes"

    def compose(self) -> ComposeResult:
        """The title, the body, the keys."""
        with Vertical(classes="panel"):
            yield Prose(self.TITLE_WORDS, classes="panel-title")
            yield from self.body()
            yield Prose(self.KEYS_WORDS, classes="panel-keys")

    def body(self) -> ComposeResult:
        """What stands in the panel."""
        yield from ()

    def action_close(self) -> None:
        """Close without a choice."""
        self.dismiss(None)
