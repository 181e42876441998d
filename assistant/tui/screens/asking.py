"""The part of the chat that asks: one question at a time, its stage shown, its words never lost."""

from __future__ import annotations

from contextlib import suppress
from functools import partial

from assistant.errors import PeelError, Stopped
from assistant.tui import work
from assistant.tui.history import add_to_history
from assistant.tui.messages import Answered, AskFailed, QuestionGiven, StageReached
from assistant.tui.screens.opening import Opening
from assistant.tui.widgets.conversation import ConversationPane
from assistant.tui.widgets.prompt import Prompt
from assistant.tui.widgets.turn import TurnView
from assistant.tui.widgets.waiting import Waiting
from assistant.tui.widgets.welcome import Welcome
from assistant.types import Turn

BUSY = "still answering:"
FIRST_STAGE = "searching"


class Asking(Opening):
    """A screen that answers questions."""

    async def on_question_given(self, message: QuestionGiven) -> None:
        """Ask, unless a question runs already; an empty prompt opens the last answer's first source."""
        if not message.text:
            self.open_first_source()
        elif self.session.running:
            self.query_one(Prompt).give_back(message.text)
            self.query_one(Waiting).notice = BUSY
        else:
            await self.begin(message.text)

    def open_first_source(self) -> None:
        """Open the first source of the last answer; a later layer knows how."""

    async def begin(self, question: str, turns: tuple[Turn, ...] | None = None) -> None:
        """Show a question and ask it, after the turns of the conversation or after others."""
        with suppress(OSError):
            add_to_history(self.session.settings.conversations, question)
        await self.query(Welcome).remove()
        running = self.session.begin(question)
        await self.show_part(TurnView(running.number, question))
        self.query_one(Waiting).start(FIRST_STAGE)
        self.query_one(Prompt).focus()
        asked = (running.number, question, self.session.conversation.turns if turns is None else turns)
        self.start_work("ask", partial(work.ask, self.engine, asked, self.post_message))

    def on_stage_reached(self, message: StageReached) -> None:
        """Show the stage."""
        if self.session.is_running(message.turn):
            self.query_one(Waiting).stage = message.stage

    async def on_answered(self, message: Answered) -> None:
        """Show the answer and keep the turn."""
        if not self.session.is_running(message.turn):
            return
        self.session.end()
        self.query_one(Waiting).stop()
        pane = self.query_one(ConversationPane)
        if view := pane.turn(message.turn):
            await view.show(message.answer, self.session.reports)
            if self.is_waiting_here():
                pane.follow(view)
            await self.after_answer(view)
        await self._keep(message)

    def is_waiting_here(self) -> bool:
        """Whether the person waits at the prompt, and isn't reading somewhere else."""
        return self.query_one(Prompt).has_focus

    async def after_answer(self, view: TurnView) -> None:
        """Do what follows an answer; a later layer knows what."""

    async def _keep(self, message: Answered) -> None:
        try:
            self.session.keep(message.answer.question, message.answer)
        except PeelError as error:
            await self.show_failure(error)

    async def on_ask_failed(self, message: AskFailed) -> None:
        """Give the words back, and say what went wrong."""
        if self.session.is_running(message.turn):
            await self._give_back()
            if not isinstance(message.error, Stopped):
                await self.show_failure(message.error)

    async def stop(self) -> None:
        """Stop the running question and give its words back."""
        self.workers.cancel_group(self, "ask")
        await self._give_back()
        self.query_one(Waiting).tell("stopped")

    async def _give_back(self) -> None:
        ended = self.session.end()
        self.query_one(Waiting).stop()
        if ended and (view := self.query_one(ConversationPane).turn(ended.number)):
            await view.remove()
            await self.welcome()
            self.query_one(Prompt).give_back(ended.question)
