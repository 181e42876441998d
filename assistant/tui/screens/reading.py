"""The part of the chat that shows sources beside the answers, or over them where the screen is narrow."""

from __future__ import annotations

from textual.widget import Widget

from assistant.tui.clipboard import copy_text
from assistant.tui.messages import CopyWanted, SourceChosen
from assistant.tui.screens.asking import Asking
from assistant.tui.widgets.conversation import ConversationPane
from assistant.tui.widgets.prompt import Prompt
from assistant.tui.widgets.section_view import SectionView
from assistant.tui.widgets.source_pane import SourcePane
from assistant.tui.widgets.turn import TurnView
from assistant.types import Report, Section

WIDE = "-wide"
OPEN = "source-open"
"""On the screen while the narrow form shows the source over the conversation."""


class SourceReading(Asking):
    """A screen that shows sources."""

    _came_from: Widget | None = None

    async def on_source_chosen(self, message: SourceChosen) -> None:
        """Show a source; where it was opened, go there."""
        turn = self.query_one(ConversationPane).turn(message.turn)
        if turn is None or not (message.opened or self.has_class(WIDE)):
            return
        if message.opened:
            self._go_to_source()
        await self._show(turn, message.position)

    async def _show(self, turn: TurnView, position: int) -> None:
        self.add_class("has-source")
        pane = self.query_one(SourcePane)
        await pane.show(turn.number, turn.sources, position, self.session.reports)

    def _go_to_source(self) -> None:
        if not self.query_one(SourcePane).has_focus_within:
            self._came_from = self.focused
        self.add_class(OPEN)
        self.query_one(SectionView).focus(scroll_visible=False)

    async def after_answer(self, view: TurnView) -> None:
        """Show the first source beside the answer; nothing beside an answer that has none."""
        if self.is_waiting_here():
            self.set_class(bool(view.sources), "has-source")
        if view.sources and self.has_class(WIDE) and self.is_waiting_here():
            await self._show(view, 0)
        self.query_one(Prompt).follow(has_source=bool(view.sources))

    def open_first_source(self) -> None:
        """Open the first source of the last answer."""
        pane = self.query_one(ConversationPane)
        answered = [turn for turn in pane.turns if turn.sources]
        if answered:
            self.post_message(SourceChosen(answered[-1].number, 0, opened=True))

    async def on_source_pane_command(self, message: SourcePane.Command) -> None:
        """Do what was asked in the source pane."""
        pane = self.query_one(SourcePane)
        if message.command == "back":
            self.leave_source()
        elif message.command == "copy":
            copy_text(self.app, pane.passage(), "The passage")
        elif message.command == "outline" and pane.report:
            self.browse((pane.report, pane.section))
        elif message.command == "find":
            await self.find_in(pane.query_one(SectionView))

    async def find_in(self, pane: Widget) -> None:
        """Find words in a pane."""
        from assistant.tui.widgets.find import FindBar  # imported late: the first paint doesn't wait for it

        if not self.query(FindBar):
            await self.mount(FindBar(), before="#ask")
        self.query_one(FindBar).open(pane)

    def browse(self, at: tuple[Report, Section | None] | None = None) -> None:
        """Browse the reports, from a section on where one is named."""
        from assistant.tui.screens.browse import BrowseScreen  # imported late: the first paint doesn't wait for it

        self.app.push_screen(BrowseScreen(tuple(self.session.reports.values()), at))

    def leave_source(self) -> None:
        """Go back to the answer, where it was."""
        self.remove_class(OPEN)
        turn = self.query_one(ConversationPane).turn(self.query_one(SourcePane).turn)
        back = self._came_from if self._came_from and self._came_from.is_attached else turn
        if back:
            back.focus(scroll_visible=False)

    def on_copy_wanted(self, message: CopyWanted) -> None:
        """Copy a text."""
        copy_text(self.app, message.text, message.what)
