"""What the parts of the interface tell each other. Workers only post these; handlers change the screen."""

from __future__ import annotations

from textual.message import Message

from assistant.errors import PeelError
from assistant.tui.contracts import HeldIndex
from assistant.types import Answer


class EngineOpened(Message):
    """The index is open; the model may still be loading."""

    def __init__(self, index: HeldIndex) -> None:
        super().__init__()
        self.index = index


class CorpusChanged(Message):
    """The reports aren't those that an index was made from."""

    def __init__(self, index: HeldIndex) -> None:
        super().__init__()
        self.index = index


class EngineFailed(Message):
    """The index or the model can't be used."""

    def __init__(self, error: PeelError) -> None:
        super().__init__()
        self.error = error


class StageReached(Message):
    """A question's work has come to a new stage."""

    def __init__(self, turn: int, stage: str) -> None:
        super().__init__()
        self.turn = turn
        self.stage = stage


class Answered(Message):
    """A question has its answer."""

    def __init__(self, turn: int, answer: Answer) -> None:
        super().__init__()
        self.turn = turn
        self.answer = answer


class AskFailed(Message):
    """A question got no answer."""

    def __init__(self, turn: int, error: PeelError) -> None:
        super().__init__()
        self.turn = turn
        self.error = error


class RebuildMoved(Message):
    """A rebuild has done a step."""

    def __init__(self, stage: str, done: int, total: int) -> None:
        super().__init__()
        self.stage = stage
        self.done = done
        self.total = total


class RebuildEnded(Message):
    """A rebuild is over; `error` is None where it worked."""

    def __init__(self, error: PeelError | None = None) -> None:
        super().__init__()
        self.error = error


class QuestionGiven(Message):
    """A person gave a question, at the prompt or by choosing an example."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text


class SourceChosen(Message):
    """A person moved over a source, or opened it."""

    def __init__(self, turn: int, position: int, *, opened: bool) -> None:
        super().__init__()
        self.turn = turn
        self.position = position
        self.opened = opened


class BuildWanted(Message):
    """A person asked for the index to be built."""


class CopyWanted(Message):
    """A person asked for a text to be copied."""

    def __init__(self, text: str, what: str) -> None:
        super().__init__()
        self.text = text
        self.what = what


class TurnCommand(Message):
    """A person wants something done with a turn: `copy`, `edit`, `again` or `why`."""

    def __init__(self, turn: int, command: str) -> None:
        super().__init__()
        self.turn = turn
        self.command = command


class PromptWanted(Message):
    """A person wants to go back to the prompt."""
