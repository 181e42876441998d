"""The part of the chat that starts conversations afresh, reopens kept ones and exports them.

What opens over the chat is imported when it is first wanted, so that the first paint doesn't wait for it.
"""

from __future__ import annotations

import io
from pathlib import Path

from assistant.errors import PeelError
from assistant.tui.screens.asking import BUSY
from assistant.tui.screens.reading import OPEN, SourceReading
from assistant.tui.widgets.conversation import ConversationPane
from assistant.tui.widgets.note import Note
from assistant.tui.widgets.prompt import Prompt
from assistant.tui.widgets.turn import TurnView
from assistant.tui.widgets.waiting import Waiting
from assistant.tui.widgets.welcome import Welcome
from assistant.types import Conversation

NOTHING = "Nothing has been asked yet."


class Keeping(SourceReading):
    """A screen whose conversations are kept."""

    def tell(self, words: str) -> None:
        """Show a short notice."""
        self.notify(words, markup=False, timeout=4)

    def to_prompt(self) -> None:
        """Go to the prompt."""
        self.remove_class(OPEN)
        self.query_one(Prompt).focus()

    def is_busy(self) -> bool:
        """Whether a question runs; says so if it does."""
        if self.session.running:
            self.query_one(Waiting).notice = BUSY
        return self.session.running is not None

    async def action_new_conversation(self) -> None:
        """Start afresh."""
        if self.is_busy():
            return
        self.session.start_afresh()
        await self._clear()
        await self.welcome()
        self.to_prompt()

    async def _clear(self) -> None:
        pane = self.query_one(ConversationPane)
        for kind in (TurnView, Note, Welcome):
            await pane.query(kind).remove()
        self.remove_class("has-source", OPEN)

    def action_reopen(self) -> None:
        """Choose a kept conversation."""
        from assistant.tui.screens.reopen import ReopenScreen

        if not self.is_busy():
            self.app.push_screen(ReopenScreen(self.session.store, self.session.clock), self._reopened)

    async def _reopened(self, id: str | None) -> None:
        if id is None:
            return
        try:
            conversation = self.session.reopen(id)
        except PeelError as error:
            await self.show_failure(error)
            return
        await self._show_conversation(conversation)

    async def _show_conversation(self, conversation: Conversation) -> None:
        await self._clear()
        pane = self.query_one(ConversationPane)
        for turn in conversation.turns:
            view = TurnView(self.session.number(), turn.question)
            await pane.mount(view)
            await view.show(turn.answer, self.session.reports)
        pane.call_after_refresh(pane.scroll_end, animate=False)
        self.to_prompt()
        for last in pane.turns[-1:]:
            await self.after_answer(last)

    def action_export(self) -> None:
        """Write the conversation to a file."""
        from assistant.tui.screens.export import ExportScreen

        if self.session.conversation.turns:
            self.app.push_screen(ExportScreen(), self._export)
        else:
            self.tell(NOTHING)

    def _export(self, form: str | None) -> None:
        if form is None:
            return
        from assistant.conversation.export import export
        from assistant.conversation.form import Format

        names = {id: report.name for id, report in self.session.reports.items()}
        text = export(self.session.conversation, Format(form), names=names)
        name = f"peel-{self.session.conversation.id}.{form}"
        self.app.deliver_text(io.StringIO(text), save_directory=Path.cwd(), save_filename=name)
