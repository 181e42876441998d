"""The chat: the conversation, the source beside it, the prompt under both."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal

from assistant.tui import keys
from assistant.tui.history import read_history
from assistant.tui.messages import PromptWanted, TurnCommand
from assistant.tui.screens.commands import ChatCommands
from assistant.tui.widgets.conversation import ConversationPane
from assistant.tui.widgets.hints import Hints
from assistant.tui.widgets.prompt import Prompt
from assistant.tui.widgets.source_pane import SourcePane
from assistant.tui.widgets.status import StatusBar
from assistant.tui.widgets.waiting import Waiting
from assistant.tui.widgets.welcome import Welcome


class ChatScreen(ChatCommands):
    """One screen, two panes, one prompt."""

    BINDINGS = keys.EVERYWHERE
    HORIZONTAL_BREAKPOINTS = keys.BREAKPOINTS
    VERTICAL_BREAKPOINTS = keys.HEIGHTS

    def compose(self) -> ComposeResult:
        """The panes from top to bottom."""
        yield StatusBar()
        with Horizontal(id="panes"):
            with ConversationPane(id="conversation"):
                yield Welcome()
            yield SourcePane()
        with Horizontal(id="ask"):
            yield Prompt(read_history(self.session.settings.conversations))
            yield Waiting(self.session.clock)
        yield Hints()

    def on_mount(self) -> None:
        """Put the cursor in the prompt; open the index once the screen is painted."""
        self.query_one(Prompt).focus()
        self.call_after_refresh(self.open_engine)

    async def on_prompt_left(self, _message: Prompt.Left) -> None:
        """Stop what runs, else go to the last answer."""
        if self.session.running:
            await self.stop()
        elif self.is_rebuilding:
            await self.stop_rebuild()
        else:
            self._to_last_answer()

    def _to_last_answer(self) -> None:
        pane = self.query_one(ConversationPane)
        stops = list(pane.query("TurnView, Note")) or list(pane.query(".stop"))[:1]
        if stops:
            last = stops[-1]
            last.focus(scroll_visible=False)
            pane.reveal(last)

    def on_prompt_wanted(self, _message: PromptWanted) -> None:
        """Go to the prompt."""
        self.to_prompt()

    async def on_turn_command(self, message: TurnCommand) -> None:
        """Do something with a turn."""
        if turn := self.query_one(ConversationPane).turn(message.turn):
            await self.run_on_turn(turn, message.command)
