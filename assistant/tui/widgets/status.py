"""The top row: the name, what is held, and the state of the index."""

from __future__ import annotations

from textual.content import Content

from assistant.tui.contracts import HeldIndex
from assistant.tui.visible import visible
from assistant.tui.widgets.prose import Prose
from assistant.tui.wording import counted, day


class StatusBar(Prose):
    """One row: ` peel   2 reports · 312 passages · index 22 Nov`."""

    def __init__(self) -> None:
        super().__init__(classes="status")
        self.tell("opening the index…")

    def tell(self, words: str) -> None:
        """Show some words beside the name."""
        self.show(Content.assemble((" peel ", "bold $primary"), "  ", visible(words)))

    def held(self, index: HeldIndex) -> None:
        """Show what the index holds."""
        reports = counted(len(index.reports), "report")
        passages = counted(sum(index.passages.values()), "passage")
        self.tell(f"{reports} · {passages} · index of {day(index.built)}")
