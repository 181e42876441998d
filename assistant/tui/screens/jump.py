"""Jump mode: what can be reached on screen gets a letter, and the letter goes there."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import Key
from textual.geometry import Region
from textual.screen import ModalScreen, Screen
from textual.widget import Widget

from assistant.tui.keys import key
from assistant.tui.messages import SourceChosen
from assistant.tui.widgets.prose import Prose
from assistant.tui.widgets.source_row import SourceRow

LETTERS = "asdfghjklqwertyuiopzxcvbnm"
TARGETS = ".stop, #prompt, #section"


class JumpScreen(ModalScreen[None]):
    """Labels over the screen below."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("jump.close", "escape,ctrl+o", "close", "Close", tooltip="Stay where you were", show=True)
    ]

    def __init__(self, below: Screen[None]) -> None:
        super().__init__()
        self._targets = dict(zip(LETTERS, targets(below), strict=False))

    def compose(self) -> ComposeResult:
        """A label at the beginning of each target."""
        for letter, (_, region) in self._targets.items():
            label = Prose(f" {letter} ", classes="jump-label")
            label.styles.offset = (max(region.x - 1, 0), region.y)
            yield label
        yield Prose("Press a letter to go there · esc stays", classes="jump-hint")

    def on_key(self, event: Key) -> None:
        """Go to the target of a letter."""
        target = self._targets.get(event.character or "")
        if target is None:
            return
        event.stop()
        self.dismiss(None)
        go_to(target[0])

    def action_close(self) -> None:
        """Stay."""
        self.dismiss(None)


def targets(screen: Screen[None]) -> list[tuple[Widget, Region]]:
    """What can be reached and is in sight, with where it begins."""
    found = []
    for widget in screen.query(TARGETS):
        region = widget.region
        container = widget.parent.region if isinstance(widget.parent, Widget) else screen.region
        in_sight = region.y >= container.y and region.overlaps(screen.region) and region.area > 0
        if in_sight and screen.get_widget_at(*top_left(region))[0] in (widget, *widget.walk_children()):
            found.append((widget, region))
    return found


def top_left(region: Region) -> tuple[int, int]:
    """A place just inside a region."""
    return region.x + min(1, region.width - 1), region.y


def go_to(widget: Widget) -> None:
    """Open a source; give anything else the focus."""
    if isinstance(widget, SourceRow):
        widget.post_message(SourceChosen(widget.turn, widget.position, opened=True))
    else:
        widget.focus()
