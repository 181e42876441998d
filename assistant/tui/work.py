"""What the workers do: open the index, load the model, ask, rebuild. They only post messages."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.message import Message

from assistant.errors import PeelError, Stopped
from assistant.settings import Settings
from assistant.tui.contracts import HeldIndex, Rebuild
from assistant.tui.engine import Engine
from assistant.tui.freshness import corpus_changed
from assistant.tui.messages import (
    Answered,
    AskFailed,
    CorpusChanged,
    EngineFailed,
    EngineOpened,
    RebuildEnded,
    RebuildMoved,
    StageReached,
)
from assistant.types import Turn

Post = Callable[[Message], object]
IsStopped = Callable[[], bool]


def open_and_warm_up(engine: Engine, post: Post, _is_stopped: IsStopped) -> None:
    """Open the index, say so and whether the reports have changed since, then load the model."""

    def opened(index: HeldIndex) -> None:
        post(EngineOpened(index))
        if corpus_changed(engine.settings, index):
            post(CorpusChanged(index))

    try:
        engine.start(opened)
    except Exception as error:
        post(EngineFailed(as_peel_error(error)))


def ask(engine: Engine, question: tuple[int, str, Sequence[Turn]], post: Post, is_stopped: IsStopped) -> None:
    """Ask a question, stamped with the number of its turn, after the turns before it."""
    number, text, turns = question

    def watch(stage: str) -> None:
        if is_stopped():
            raise Stopped("Stopped.")
        post(StageReached(number, stage))

    def opened(index: HeldIndex) -> None:
        post(EngineOpened(index))

    try:
        engine.open_if_changed(opened)
        post(Answered(number, engine.ask(text, turns, watch, opened)))
    except Exception as error:
        post(AskFailed(number, as_peel_error(error)))


def rebuild(settings: Settings, rebuilding: Rebuild, post: Post, is_stopped: IsStopped) -> None:
    """Rebuild the index, telling each step."""

    def progress(stage: str, done: int, total: int) -> None:
        if is_stopped():
            raise Stopped("Stopped.")
        post(RebuildMoved(stage, done, total))

    try:
        rebuilding(settings, progress)
        post(RebuildEnded())
    except Exception as error:
        post(RebuildEnded(as_peel_error(error)))


def as_peel_error(error: Exception) -> PeelError:
    """An error with a message and a way to mend it; a fault of the program says that it is one."""
    if isinstance(error, PeelError):
        return error
    return PeelError(f"peel met a fault of its own: {type(error).__name__}: {error}", "peel doctor")
