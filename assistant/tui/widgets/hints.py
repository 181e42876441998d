"""The bottom row: the keys that act where the focus is, as many as fit, each one a click away."""

from __future__ import annotations

from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.style import Style

from assistant.tui.widgets.prose import Prose

LAST = "f1"


class Hints(Prose):
    """Key hints that fit the focus and the width; help is always among them."""

    auto_links = False

    def __init__(self) -> None:
        super().__init__(id="hints")

    def on_mount(self) -> None:
        """Follow the keys that are active."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def on_resize(self) -> None:
        """Fit the new width."""
        self.paint()

    def _changed(self, _screen: Screen[object]) -> None:
        self.call_after_refresh(self.paint)

    def paint(self) -> None:
        """Show the hints that fit."""
        if not self.is_attached:
            return
        bindings = [active.binding for active in self.screen.active_bindings.values() if active.binding.show]
        hints = {binding.id or binding.key: self._hint(binding) for binding in bindings}
        help_hint = [self._hint(binding) for binding in bindings if binding.key == LAST]
        others = [hint for name, hint in hints.items() if not name.endswith(".help")]
        room = self.size.width - sum(hint.cell_length for hint in help_hint) - 1
        shown = []
        for hint in others:
            room -= hint.cell_length
            if room >= 0:
                shown.append(hint)
        self.show(Content("").join([*shown, *help_hint]))

    def _hint(self, binding: Binding) -> Content:
        click = Style.from_meta({"@click": f"press({binding.key!r})"})
        display = Content.styled(f" {self.app.get_key_display(binding)}", "bold $accent")
        return Content.assemble(display, f" {binding.description} ").stylize(click)

    def action_press(self, key: str) -> None:
        """Do what the key does."""
        self.app.simulate_key(key)
