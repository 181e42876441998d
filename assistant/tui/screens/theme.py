"""Choosing a theme: each is shown as soon as it is reached."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from assistant.tui.screens.panel import Panel

FIRST = {"peel": 0, "ansi": 1}


class ThemeScreen(Panel[str]):
    """The themes, the present one highlighted."""

    TITLE_WORDS = "Theme"
    KEYS_WORDS = "enter keeps it · esc goes back"

    def body(self) -> ComposeResult:
        """The themes by name, our own first."""
        yield OptionList(*(Option(name, id=name) for name in self._names()), markup=False)

    def on_mount(self) -> None:
        """Highlight the present theme."""
        self._before = self.app.theme
        self.query_one(OptionList).highlighted = self._names().index(self.app.theme)

    def _names(self) -> list[str]:
        return sorted(self.app.available_themes, key=lambda name: (FIRST.get(name.split("-")[0], len(FIRST)), name))

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show the theme."""
        if event.option_id:
            self.app.theme = event.option_id

    def on_option_list_option_selected(self) -> None:
        """Keep the theme, for the next time too."""
        self.dismiss(self.app.theme)

    def action_close(self) -> None:
        """Go back to the theme of before."""
        self.app.theme = self._before
        self.dismiss(None)
