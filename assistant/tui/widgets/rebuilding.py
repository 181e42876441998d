"""The progress of a rebuild: the stage, a bar, counts and the time left."""

from __future__ import annotations

from datetime import datetime

from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.widgets import ProgressBar

from assistant.tui.clock import Clock
from assistant.tui.widgets.prose import Prose

MINUTE = 60


class Rebuilding(VerticalGroup):
    """A note that follows a rebuild."""

    def __init__(self, clock: Clock) -> None:
        super().__init__(classes="rebuilding")
        self._clock = clock
        self._stage = ""
        self._begun: tuple[datetime, int] | None = None

    def compose(self) -> ComposeResult:
        """The title, the bar and the counts."""
        yield Prose("Building the index", classes="note-title")
        yield ProgressBar(show_percentage=False, show_eta=False)
        yield Prose("starting…", id="rebuild-counts")

    def move(self, stage: str, done: int, total: int) -> None:
        """Show a step."""
        if stage != self._stage:
            self._stage, self._begun = stage, None
        if done and self._begun is None:  # what comes before the first step, such as loading the model, tells nothing
            self._begun = (self._clock(), done)
        self.query_one(ProgressBar).update(total=total or None, progress=done)
        counts = f"{stage} · {done:,} of {total:,}{self._left(done, total)} · esc stops"
        self.query_one("#rebuild-counts", Prose).show(counts)

    def _left(self, done: int, total: int) -> str:
        since, before = self._begun or (self._clock(), done)
        passed = (self._clock() - since).total_seconds()
        if not (before < done < total and passed >= 1):
            return ""
        seconds = round(passed / (done - before) * (total - done))
        return f" · about {seconds} s left" if seconds < MINUTE * 2 else f" · about {round(seconds / MINUTE)} min left"
