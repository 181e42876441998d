"""The top row: the name, what is held, and the state of the index."""

from __future__ import annotations

from textual.content import Content

from assistant.tui.contracts import HeldIndex
from assistant.tui.visible import visible
from assistant.tui.widgets.prose import Prose
from assistant.tui.wording import counted, day

BEHIND = "reports changed: f4 rebuilds"


class StatusBar(Prose):
    """One row: ` peel   2 reports · 312 passages · index 22 Nov`."""

    def __init__(self) -> None:
        super().__init__(classes="status")
        self.tell("opening the index…")

    def tell(self, words: str) -> None:
        """Show some words beside the name."""
        self.show(Content.assemble((" peel ", "bold $primary"), "  ", visible(words)))

    def held(self, index: HeldIndex, *, is_behind: bool = False) -> None:
        """Show what the index holds, and whether the reports have changed since."""
        reports = counted(len(index.reports), "report")
        passages = counted(sum(index.passages.values()), "passage")
        state = BEHIND if is_behind else f"index of {day(index.built)}"
        self.tell(f"{reports} · {passages} · {state}")
