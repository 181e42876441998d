"""What a chat remembers while it is open: the conversation, the question that runs, what each turn is called."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.conversation.store import ConversationStore
from assistant.settings import Settings
from assistant.tui.clock import Clock
from assistant.tui.contracts import HeldIndex
from assistant.types import Answer, Conversation, Report, Turn


@dataclass(frozen=True, slots=True)
class Running:
    """The question that is being answered."""

    number: int
    question: str


class Session:
    """The state of one chat; knows nothing of the screen."""

    def __init__(self, settings: Settings, clock: Clock) -> None:
        self.settings = settings
        self.clock = clock
        self.store = ConversationStore(settings.conversations, now=clock)
        self.conversation: Conversation = self.store.start()
        self.running: Running | None = None
        self.index: HeldIndex | None = None
        self._numbers = 0

    @property
    def reports(self) -> dict[str, Report]:
        """The reports that are held, by their ids; none before the index is open."""
        return {report.id: report for report in self.index.reports} if self.index else {}

    def begin(self, question: str) -> Running:
        """A question starts to run."""
        self.running = Running(self.number(), question)
        return self.running

    def number(self) -> int:
        """A number for a new turn, never used before in this chat."""
        self._numbers += 1
        return self._numbers

    def is_running(self, number: int) -> bool:
        """Whether a message is about the question that runs now."""
        return self.running is not None and self.running.number == number

    def end(self) -> Running | None:
        """The running question is over; returns it."""
        ended, self.running = self.running, None
        return ended

    def keep(self, question: str, answer: Answer) -> None:
        """Keep a turn, on disk too.

        Raises:
            PeelError: it can't be written.
        """
        turn = Turn(question, answer)
        before = self.conversation
        self.conversation = Conversation(before.id, before.started, (*before.turns, turn))
        self.store.append(before, turn)

    def start_afresh(self) -> None:
        """Begin a new conversation."""
        self.conversation = self.store.start()

    def reopen(self, id: str) -> Conversation:
        """Go on with a kept conversation.

        Raises:
            PeelError: it can't be read.
        """
        self.conversation = self.store.load(id)
        return self.conversation
