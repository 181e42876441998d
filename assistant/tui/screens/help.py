"""The keys that act where the focus is, then those of the other places."""

from __future__ import annotations

import textwrap

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget

from assistant.tui import keys
from assistant.tui.screens.browse import BrowseScreen
from assistant.tui.screens.panel import Panel
from assistant.tui.widgets.conversation import ConversationPane
from assistant.tui.widgets.note import Note
from assistant.tui.widgets.prose import Prose
from assistant.tui.widgets.source_pane import SourcePane

COLUMN = 17
REPORTS = "Reports"
WIDEST, FRAME = 100, 6
"""How wide the panel may be, and what its frame and the scrollbar take."""
KINDS: tuple[tuple[type[Widget], str], ...] = (
    (BrowseScreen, REPORTS),
    (SourcePane, "Source"),
    (Note, "Note"),
    (ConversationPane, "Conversation"),
)


class HelpScreen(Panel[None]):
    """Help that fits the focus."""

    KEYS_WORDS = "up/down scroll · esc closes"

    def __init__(self, focused: Widget | None) -> None:
        super().__init__()
        self._here = place_of(focused)
        self.TITLE_WORDS = f"Keys in the {self._here.lower()}"

    def body(self) -> ComposeResult:
        """The keys by place, this place first."""
        width = min(self.app.size.width * 9 // 10, WIDEST) - FRAME
        with VerticalScroll():
            for place in places_after(self._here):
                if place != self._here:
                    yield Prose(place, classes="help-place")
                yield Prose(place_text(keys.PLACES[place], width))

    def on_mount(self) -> None:
        """Let the keys scroll."""
        self.query_one(VerticalScroll).focus()


def places_after(here: str) -> list[str]:
    """This place, and those that its screen also has; the reports have a screen of their own."""
    if here == REPORTS:
        return [here]
    return [here, "Anywhere", *(place for place in keys.PLACES if place not in (here, "Anywhere", "Note"))]


def place_of(focused: Widget | None) -> str:
    """Where the focus is, by the name help uses."""
    around = focused.ancestors_with_self if focused else []
    for kind, place in KINDS:
        if any(isinstance(widget, kind) for widget in around):
            return place
    return "Prompt"


def place_text(bindings: list[BindingType], width: int) -> Content:
    """One row a key, its words set in a column of their own."""
    shown = [each for each in bindings if isinstance(each, Binding) and not keys.is_repeat(each)]
    return Content("\n").join(key_row(binding, max(width - COLUMN, COLUMN)) for binding in shown)


def key_row(binding: Binding, room: int) -> Content:
    """A key and what it does, over as many lines as it takes."""
    words = textwrap.wrap(binding.tooltip or binding.description, room)
    return Content.assemble((keys.names_of(binding).ljust(COLUMN), "bold $accent"), ("\n" + " " * COLUMN).join(words))
