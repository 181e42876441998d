"""The keys that act where the focus is, then those of the other places."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import HorizontalGroup, VerticalScroll
from textual.widget import Widget

from assistant.tui import keys
from assistant.tui.screens.panel import Panel
from assistant.tui.widgets.conversation import ConversationPane
from assistant.tui.widgets.note import Note
from assistant.tui.widgets.prose import Prose
from assistant.tui.widgets.source_pane import SourcePane

KINDS: tuple[tuple[type[Widget], str], ...] = (
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
        others = [place for place in keys.PLACES if place not in (self._here, "Anywhere", "Note")]
        with VerticalScroll():
            for place in (self._here, "Anywhere", *others):
                if place != self._here:
                    yield Prose(place, classes="help-place")
                yield from place_lines(keys.PLACES[place])

    def on_mount(self) -> None:
        """Let the keys scroll."""
        self.query_one(VerticalScroll).focus()


def place_of(focused: Widget | None) -> str:
    """Where the focus is, by the name help uses."""
    around = focused.ancestors_with_self if focused else []
    for kind, place in KINDS:
        if any(isinstance(widget, kind) for widget in around):
            return place
    return "Prompt"


def place_lines(bindings: list[BindingType]) -> list[HorizontalGroup]:
    """One row a key; keys that only repeat the one before with another digit or letter are left out."""
    shown = [each for each in bindings if isinstance(each, Binding) and not keys.is_repeat(each)]
    return [key_line(binding) for binding in shown]


def key_line(binding: Binding) -> HorizontalGroup:
    """A key and what it does."""
    names = binding.key_display or ", ".join(short(name) for name in binding.key.split(","))
    if (binding.id or "").endswith(".source-1"):
        names = "1-9"
    words = Prose(binding.tooltip or binding.description)
    return HorizontalGroup(Prose(names, classes="help-key"), words, classes="help-line")


def short(name: str) -> str:
    """A key's name as it is written on screen."""
    return name.replace("ctrl+", "^").replace("escape", "esc").replace("slash", "/")
