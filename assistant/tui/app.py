"""The application: one chat, its engine, its themes."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import NoReturn

from textual.app import App
from textual.command import Provider
from textual.events import DeliveryComplete
from textual.screen import ModalScreen

from assistant.settings import Settings
from assistant.tui import themes
from assistant.tui.clock import Clock, local_now
from assistant.tui.contracts import Opener, Rebuild, open_engine, rebuild_index
from assistant.tui.engine import Engine
from assistant.tui.screens.chat import ChatScreen
from assistant.tui.session import Session


def commands() -> type[Provider]:
    """The palette's commands, imported when the palette is first opened."""
    from assistant.tui.palette import Commands

    return Commands


PALETTE: set[type[Provider] | Callable[[], type[Provider]]] = {commands}


def run_chat(settings: Settings) -> NoReturn:
    """Run the chat and end the program.

    It ends without Python's own tidying up: that would wait seconds for a model that is loaded or being loaded, and
    whatever is to be kept has been flushed to the disk after each turn.
    """
    app = PeelApp(settings)
    app.run()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(app.return_code or 0)


class PeelApp(App[None]):
    """The chat in the terminal.

    Args:
        settings: where reports, index and conversations are.
        opener: makes the answerer; called in a thread after the first paint.
        rebuild: makes the index; called in a thread.
        clock: the time, which tests hold still.
    """

    TITLE = "peel"
    CSS_PATH = "styles/peel.tcss"
    COMMANDS = PALETTE

    def __init__(
        self,
        settings: Settings,
        *,
        opener: Opener = open_engine,
        rebuild: Rebuild = rebuild_index,
        clock: Clock = local_now,
    ) -> None:
        super().__init__()
        self._chat = ChatScreen(Engine(settings, opener), Session(settings, clock), rebuild)
        self._take_theme(themes.kept_theme(settings.conversations))

    def _take_theme(self, kept: str) -> None:
        """Take a theme before anything is styled, as a later change would parse every style again."""
        for theme in themes.OWN:
            self.register_theme(theme)
        self.set_reactive(PeelApp.theme, kept if kept in self.available_themes else themes.DARK.name)
        self.stylesheet.set_variables(self.get_css_variables())

    def get_default_screen(self) -> ChatScreen:
        """The chat."""
        return self._chat

    def action_command_palette(self) -> None:
        """Open the palette, except over a panel, which has no commands."""
        if not isinstance(self.screen, ModalScreen):
            super().action_command_palette()

    def on_delivery_complete(self, event: DeliveryComplete) -> None:
        """Say where the export went."""
        where = f"to {event.path.name}, in this folder" if event.path else "to the browser's downloads"
        self.notify(f"Exported {where}.", markup=False, timeout=6)
