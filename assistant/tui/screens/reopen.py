"""Choosing a kept conversation: its first question and age in a list, its turns beside it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from assistant.conversation.store import ConversationStore, Kept
from assistant.errors import PeelError
from assistant.tui.clock import Clock
from assistant.tui.screens.panel import Panel
from assistant.tui.visible import one_line
from assistant.tui.widgets.prose import Prose
from assistant.tui.wording import age, counted

NONE_KEPT = "No conversation is kept yet. Each one is, from its first answer on."
PREVIEWED = 200


class ReopenScreen(Panel[str]):
    """The kept conversations; gives the id of the one chosen."""

    TITLE_WORDS = "Reopen a conversation"
    KEYS_WORDS = "enter reopens · esc closes"

    def __init__(self, store: ConversationStore, clock: Clock) -> None:
        super().__init__()
        self._store = store
        self._clock = clock
        self._kept = store.kept()

    def body(self) -> ComposeResult:
        """The list and the preview."""
        if not self._kept:
            yield Prose(NONE_KEPT)
            return
        with Horizontal(classes="side-by-side"):
            yield OptionList(*(Option(self._row(kept), id=kept.id) for kept in self._kept), markup=False)
            with VerticalScroll(can_focus=False):
                yield Prose(id="preview")

    def _row(self, kept: Kept) -> Content:
        told = f"{age(kept.changed.isoformat(), self._clock())} · {counted(kept.turns, 'question')}"
        return Content.assemble(one_line(kept.preview, 60), "\n", (told, "dim"))

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show the turns of the conversation."""
        try:
            turns = self._store.load(event.option_id or "").turns
        except PeelError as error:
            self.query_one("#preview", Prose).show(error.message)
            return
        parts = [(one_line(turn.question, PREVIEWED), one_line(turn.answer.text, PREVIEWED)) for turn in turns]
        lines = [Content.assemble((f"› {question}", "bold"), f"\n{answer}") for question, answer in parts]
        self.query_one("#preview", Prose).show(Content("\n\n").join(lines))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Give the conversation."""
        self.dismiss(event.option_id)
