"""Finding words: what is typed is marked in the texts of a pane, enter goes on to the next place."""

from __future__ import annotations

import re
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.events import Paste
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input

from assistant.tui.keys import key
from assistant.tui.visible import visible
from assistant.tui.widgets.prose import Prose


class Words(Input):
    """The words to find; its keys step, which an input's own keys would otherwise hide."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("find.next", "enter,down", "step(1)", "Next", tooltip="The next place", show=True, display="enter"),
        key("find.previous", "up", "step(-1)", "Previous", tooltip="The place before"),
    ]

    class Step(Message):
        """A person wants the next or previous place."""

        def __init__(self, step: int) -> None:
            super().__init__()
            self.step = step

    def action_step(self, step: int) -> None:
        """Go to the next or previous place."""
        self.post_message(self.Step(step))

    def on_paste(self, event: Paste) -> None:
        """Paste words without what would steer the terminal."""
        event.text = visible(event.text)  # the input's own handler follows by itself


class FindBar(Horizontal):
    """A row over the prompt that finds words in a pane, and knows where to go on when it closes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("find.close", "escape", "close", "Close", tooltip="Back to where you were", show=True, display="esc"),
    ]

    class Closed(Message):
        """Finding is over; `found` is the text with the current place, `came_from` what had the focus before."""

        def __init__(self, found: Prose | None, came_from: Widget | None) -> None:
            super().__init__()
            self.found = found
            self.came_from = came_from

    def __init__(self) -> None:
        super().__init__(id="find")
        self.pane: Widget | None = None
        self.places: list[tuple[Prose, int]] = []
        self.current = 0
        self.came_from: Widget | None = None

    def compose(self) -> ComposeResult:
        """The words and how often they stand there."""
        yield Prose("find", classes="find-label")
        yield Words(placeholder="words", compact=True)
        yield Prose(id="find-count")

    def open(self, pane: Widget) -> None:
        """Find in a pane."""
        if not self.display:
            self.came_from = self.screen.focused
        self.pane = pane
        self.display = True
        self.query_one(Input).value = ""
        self.query_one(Input).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Mark what is found."""
        event.stop()
        self.current = 0
        self._mark(event.value)

    def on_words_step(self, event: Words.Step) -> None:
        """Go to the next or previous place, round the end."""
        event.stop()
        if self.places:
            self.current = (self.current + event.step) % len(self.places)
            self._mark(self.query_one(Input).value)

    def action_close(self) -> None:
        """Take the marks away."""
        found = self.places[self.current][0] if self.places else None
        self._mark("")
        self.display = False
        self.post_message(self.Closed(found, self.came_from))

    def _mark(self, words: str) -> None:
        self.places = []
        texts = list(self.pane.query(Prose)) if self.pane else []
        for text in texts:
            found = stretches(text.words.plain, words)
            here = self.current - len(self.places)
            self.places += [(text, start) for start, _ in found]
            text.mark(found, here)
        self._tell(words)

    def _tell(self, words: str) -> None:
        count = f"{self.current + 1} of {len(self.places)}" if self.places else "not found" if words.strip() else ""
        self.query_one("#find-count", Prose).show(count)
        if self.places and self.pane:
            self.pane.scroll_to_center(self.places[self.current][0], animate=False)


def stretches(text: str, words: str) -> list[tuple[int, int]]:
    """Where some words stand in a text, in either case, with any space between them."""
    parts = [re.escape(word) for word in words.split()]
    if not parts:
        return []
    return [match.span() for match in re.finditer(r"\s+".join(parts), text, re.IGNORECASE)]
