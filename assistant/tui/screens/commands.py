"""The part of the chat that carries out commands: on a turn, and those that act anywhere."""

from __future__ import annotations

import io
from pathlib import Path

from assistant.errors import PeelError
from assistant.tui.answer_text import answer_with_sources
from assistant.tui.clipboard import copy_text
from assistant.tui.messages import BuildWanted
from assistant.tui.screens.browse import BrowseScreen
from assistant.tui.screens.export import ExportScreen
from assistant.tui.screens.help import HelpScreen
from assistant.tui.screens.jump import JumpScreen
from assistant.tui.screens.reading import OPEN, SourceReading
from assistant.tui.screens.reopen import ReopenScreen
from assistant.tui.screens.theme import ThemeScreen
from assistant.tui.screens.why import WhyScreen
from assistant.tui.widgets.conversation import ConversationPane
from assistant.tui.widgets.find import FindBar
from assistant.tui.widgets.note import Note
from assistant.tui.widgets.prompt import Prompt
from assistant.tui.widgets.turn import TurnView
from assistant.tui.widgets.waiting import Waiting
from assistant.tui.widgets.welcome import Welcome

NOTHING = "Nothing has been asked yet."
RUNNING = "wait for the answer:"


class ChatCommands(SourceReading):
    """A screen with commands."""

    def tell(self, words: str) -> None:
        """Show a short notice."""
        self.notify(words, markup=False, timeout=4)

    def to_prompt(self) -> None:
        """Go to the prompt."""
        self.remove_class(OPEN)
        self.query_one(Prompt).focus()

    async def run_on_turn(self, turn: TurnView, command: str) -> None:
        """Copy, edit, ask again, or show why."""
        if turn.answer is None:
            return
        if command == "copy":
            copy_text(self.app, answer_with_sources(turn.answer, self.session.reports), "The answer")
        elif command == "why":
            self.app.push_screen(WhyScreen(turn.answer, self.session.reports))
        elif command == "edit":
            self.query_one(Prompt).put(turn.answer.reading.read_as or turn.question)
            self.to_prompt()
        elif self.session.running:
            self.query_one(Waiting).notice = RUNNING
        else:
            await self.begin(turn.question)

    def action_help(self) -> None:
        """Show the keys that act here."""
        self.app.push_screen(HelpScreen(self.focused))

    def action_find(self) -> None:
        """Find words in the conversation."""
        self.remove_class(OPEN)
        self.query_one(FindBar).open(self.query_one(ConversationPane))

    def on_find_bar_closed(self, _message: FindBar.Closed) -> None:
        """Go on where the finding was."""
        pane = self.query_one(FindBar).pane
        if pane is not None and pane.can_focus:
            pane.focus(scroll_visible=False)
        else:
            self.to_prompt()

    def action_jump(self) -> None:
        """Label what is on screen."""
        self.app.push_screen(JumpScreen(self))

    def action_browse(self) -> None:
        """Browse the reports."""
        if self.session.reports:
            self.app.push_screen(BrowseScreen(tuple(self.session.reports.values())))
        else:
            self.tell("No reports are open yet.")

    def action_choose_theme(self) -> None:
        """Choose a theme."""
        self.app.push_screen(ThemeScreen())

    def action_rebuild(self) -> None:
        """Rebuild the index."""
        self.post_message(BuildWanted())

    async def action_new_conversation(self) -> None:
        """Start afresh."""
        if self.session.running:
            self.query_one(Waiting).notice = RUNNING
            return
        self.session.start_afresh()
        await self._clear()
        welcome = Welcome()
        await self.query_one(ConversationPane).mount(welcome)
        if self.session.index:
            await welcome.held(self.session.index)
        self.to_prompt()

    async def _clear(self) -> None:
        pane = self.query_one(ConversationPane)
        for kind in (TurnView, Note, Welcome):
            await pane.query(kind).remove()
        self.remove_class("has-source", OPEN)

    def action_reopen(self) -> None:
        """Choose a kept conversation."""
        if self.session.running:
            self.query_one(Waiting).notice = RUNNING
        else:
            self.app.push_screen(ReopenScreen(self.session.store, self.session.clock), self._reopened)

    async def _reopened(self, id: str | None) -> None:
        if id is None:
            return
        try:
            conversation = self.session.reopen(id)
        except PeelError as error:
            await self.show_failure(error)
            return
        await self._clear()
        pane = self.query_one(ConversationPane)
        for turn in conversation.turns:
            view = TurnView(self.session.number(), turn.question, self.session.reports)
            await pane.mount(view)
            await view.show(turn.answer)
        pane.scroll_end(animate=False)
        self.to_prompt()

    def action_export(self) -> None:
        """Write the conversation to a file."""
        if self.session.conversation.turns:
            self.app.push_screen(ExportScreen(self.session.conversation.id), self._export)
        else:
            self.tell(NOTHING)

    def _export(self, form: str | None) -> None:
        if form is None:
            return
        from assistant.conversation.export import export
        from assistant.conversation.formats import Format

        names = {id: report.name for id, report in self.session.reports.items()}
        text = export(self.session.conversation, Format(form), names=names)
        name = f"peel-{self.session.conversation.id}.{form}"
        self.app.deliver_text(io.StringIO(text), save_directory=Path.cwd(), save_filename=name)
