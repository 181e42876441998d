"""The part of the chat that carries out commands: on a turn, and those that act anywhere.

What opens over the chat is imported when it is first wanted, so that the first paint doesn't wait for it.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from assistant.tui.answer_text import answer_with_sources
from assistant.tui.clipboard import copy_text
from assistant.tui.messages import BuildWanted
from assistant.tui.screens.keeping import Keeping
from assistant.tui.screens.reading import OPEN
from assistant.tui.themes import keep_theme
from assistant.tui.widgets.conversation import ConversationPane
from assistant.tui.widgets.prompt import Prompt
from assistant.tui.widgets.turn import TurnView
from assistant.types import Answer, Turn

if TYPE_CHECKING:
    from assistant.tui.widgets.find import FindBar


class ChatCommands(Keeping):
    """A screen with commands."""

    async def run_on_turn(self, turn: TurnView, command: str) -> None:
        """Copy, edit, ask again, or show why."""
        if turn.answer is None:
            return
        if command == "copy":
            copy_text(self.app, answer_with_sources(turn.answer, self.session.reports), "The answer")
        elif command == "why":
            self._show_why(turn.answer)
        elif command == "edit":
            self.query_one(Prompt).put(turn.answer.reading.read_as or turn.question)
            self.to_prompt()
        elif not self.is_busy():
            await self.begin(turn.question, self._turns_before(turn))

    def _turns_before(self, turn: TurnView) -> tuple[Turn, ...]:
        """What a question leans on when it is asked again: not on its own answer, nor on what came after."""
        answered = [view for view in self.query_one(ConversationPane).turns if view.answer]
        return self.session.conversation.turns[: answered.index(turn)]

    def _show_why(self, answer: Answer) -> None:
        from assistant.tui.screens.why import WhyScreen

        self.app.push_screen(WhyScreen(answer, self.session.reports))

    def action_help(self) -> None:
        """Show the keys that act here."""
        from assistant.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.focused))

    async def action_find(self) -> None:
        """Find words in the conversation."""
        self.remove_class(OPEN)
        await self.find_in(self.query_one(ConversationPane))

    def on_find_bar_closed(self, message: FindBar.Closed) -> None:
        """Go on where the finding began, or in the answer in which something was found."""
        back = message.came_from
        if back is None or not back.is_attached or back is self.query_one(Prompt):
            self.to_prompt()
            return
        if message.found and self.query_one(ConversationPane) in back.ancestors:
            back = next((turn for turn in message.found.ancestors if isinstance(turn, TurnView)), back)
        back.focus(scroll_visible=False)

    def action_jump(self) -> None:
        """Label what is on screen."""
        from assistant.tui.screens.jump import JumpScreen

        self.app.push_screen(JumpScreen(self))

    def action_browse(self) -> None:
        """Browse the reports."""
        if self.session.reports:
            self.browse()
        else:
            self.tell("No reports are open yet.")

    def action_choose_theme(self) -> None:
        """Choose a theme."""
        from assistant.tui.screens.theme import ThemeScreen

        self.app.push_screen(ThemeScreen(), self._keep_theme)

    def _keep_theme(self, name: str | None) -> None:
        if name is not None:
            with suppress(OSError):
                keep_theme(self.session.settings.conversations, name)

    def action_rebuild(self) -> None:
        """Rebuild the index."""
        self.post_message(BuildWanted())
