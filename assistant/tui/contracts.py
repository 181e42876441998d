"""What the interface needs from the engine, so that tests can pass a small stand-in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from assistant.settings import Settings
from assistant.types import Answer, Report, Turn

Watch = Callable[[str], None]
"""Called with the stage between the steps of an answer; may raise Stopped."""

Progress = Callable[[str, int, int], None]
"""Called with the stage, what is done and the total while an index is rebuilt; may raise Stopped."""


class HeldManifest(Protocol):
    """What an index was made from."""

    @property
    def reports(self) -> Mapping[str, str]:
        """The hash of each report's file, by the file's name in the corpus."""


class HeldIndex(Protocol):
    """The reports that are held, readable without a model."""

    @property
    def reports(self) -> tuple[Report, ...]:
        """The reports, in the index's order."""

    @property
    def passages(self) -> Mapping[str, int]:
        """How many passages each report has, by its id."""

    @property
    def built(self) -> str:
        """When the index was made, ISO 8601."""

    @property
    def manifest(self) -> HeldManifest:
        """What it was made from."""

    @property
    def changed(self) -> bool:
        """Whether a rebuild has put another index in its place."""


class Answering(Protocol):
    """Something that answers questions from an index."""

    @property
    def index(self) -> HeldIndex:
        """The index it answers from."""

    def warm_up(self) -> None:
        """Load the model."""

    def ask(self, question: str, turns: Sequence[Turn] = (), watch: Watch = ...) -> Answer:
        """The answer to a question, after the turns before it."""


Opener = Callable[[Settings], Answering]
Rebuild = Callable[[Settings, Progress], object]


def open_engine(settings: Settings) -> Answering:
    """The real engine; imported only here, so that the screen paints first."""
    from assistant.answering.opening import open_answerer

    answering: Answering = open_answerer(settings)
    return answering


def rebuild_index(settings: Settings, progress: Progress) -> object:
    """Rebuild the real index; imported only here."""
    from assistant.indexing.build import rebuild

    return rebuild(settings, progress=progress)
