"""What is going on, beside the prompt: the stage and the seconds, or a short notice."""

from __future__ import annotations

from datetime import datetime

from textual.reactive import reactive

from assistant.tui.clock import Clock
from assistant.tui.widgets.prose import Prose

NOTICED = 4.0
"""Seconds for which a notice is shown while nothing runs."""


class Waiting(Prose):
    """The stage of the running question with its seconds; empty while nothing runs."""

    stage = reactive("")
    notice = reactive("")

    def __init__(self, clock: Clock) -> None:
        super().__init__(id="waiting")
        self._clock = clock
        self._since: datetime = clock()

    def on_mount(self) -> None:
        """Count the seconds."""
        self.set_interval(1.0, self.paint)

    def start(self, stage: str) -> None:
        """Begin to count from now."""
        self._since = self._clock()
        self.notice = ""
        self.stage = stage

    def tell(self, notice: str) -> None:
        """Show a notice for a while."""
        self.notice = notice
        self.set_timer(NOTICED, self._forget)

    def _forget(self) -> None:
        if not self.stage:
            self.notice = ""

    def stop(self) -> None:
        """Nothing runs any more."""
        self.notice = ""
        self.stage = ""

    def watch_stage(self) -> None:
        """Show the new stage."""
        self.paint()

    def watch_notice(self) -> None:
        """Show the notice in place of the stage."""
        self.paint()

    def paint(self) -> None:
        """Show the stage, the seconds and the key that stops."""
        seconds = int((self._clock() - self._since).total_seconds())
        words = self.notice or f"{self.stage}…"
        self.show(f"{words} {seconds} s · esc stops" if self.stage else self.notice)
        self.display = bool(self.stage or self.notice)
