"""The engine as the interface uses it: opened once, asked by one thread at a time.

Every method may be slow and is called from a worker's thread. One lock keeps the loading of the model and a question
apart; a question that waits for it says so, and can still be stopped.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from threading import Event, Lock

from assistant.errors import PeelError
from assistant.settings import Settings
from assistant.tui.contracts import Answering, HeldIndex, Opener, Watch
from assistant.types import Answer, Turn

Opened = Callable[[HeldIndex], object]
"""Called with an index that has just been opened."""
LOADING = "loading the model"
POLL = 0.1


class Engine:
    """Opens the answerer when it is first needed and passes questions on."""

    def __init__(self, settings: Settings, opener: Opener) -> None:
        self.settings = settings
        self._opener = opener
        self._answering: Answering | None = None
        self._lock = Lock()
        self._begun = Event()

    def start(self, opened: Opened) -> None:
        """Open the index anew, say so, then load the model.

        The lock is held throughout, so that a question asked meanwhile waits and says why.

        Raises:
            PeelError: there is no usable index or model.
        """
        with self._lock:
            self._begun.set()
            self._answering = None
            self._open(opened).warm_up()

    def _open(self, opened: Opened) -> Answering:
        self._answering = self._opener(self.settings)
        opened(self._answering.index)
        return self._answering

    def open_if_changed(self, opened: Opened) -> None:
        """Open the index anew if another was built meanwhile, by whichever window.

        Where the new one can't be opened, the old one goes on answering.
        """
        with suppress(PeelError):
            if self._answering and self._answering.index.changed:
                with self._lock:
                    self._open(opened)

    def ask(self, question: str, turns: Sequence[Turn], watch: Watch, opened: Opened) -> Answer:
        """The answer to a question, once the engine has started; opens the index where that failed before.

        Raises:
            Stopped: `watch` raised it.
            PeelError: there is no usable index or model, or the question can't be asked.
        """
        while not (self._begun.wait(POLL) and self._lock.acquire(timeout=POLL)):
            watch(LOADING)
        try:
            answering = self._answering or self._open(opened)
            return answering.ask(question, turns, watch)
        finally:
            self._lock.release()
