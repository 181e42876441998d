"""A batch is asked: one outcome a question, as soon as it is there, failures included."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from assistant.conversation.records import Json, answer_line
from assistant.errors import PeelError, Stopped
from assistant.evaluation.questions import Question, Thread
from assistant.types import Answer, Turn


class Asks(Protocol):
    """Whatever answers questions."""

    def ask(self, question: str, turns: tuple[Turn, ...] = ()) -> Answer:
        """The answer to a question that follows the turns."""
        ...


@dataclass(frozen=True, slots=True)
class Outcome:
    """A question of a batch and the line that is written for it."""

    question: Question
    line: Json

    @property
    def failed(self) -> bool:
        """Whether the question couldn't be asked."""
        return "error" in self.line


def run(
    threads: Iterable[Thread], answerer: Asks, *, clock: Callable[[], float] = time.perf_counter
) -> Iterator[Outcome]:
    """Asks every question; the turns of a conversation in order, each with the turns before it.

    A question that can't be asked gives a line with its `error`, and the batch goes on.

    Raises:
        Stopped: the person stopped it.
    """
    for thread in threads:
        turns: tuple[Turn, ...] = ()
        for question in thread.questions:
            began = clock()
            try:
                answer = answerer.ask(question.text, turns)
            except Stopped:
                raise
            except PeelError as error:
                yield Outcome(question, _failure(question, error))
                continue
            turns = (*turns, Turn(question.text, answer))
            yield Outcome(question, answer_line(answer, id=question.id, elapsed_ms=_milliseconds(clock() - began)))


def _failure(question: Question, error: PeelError) -> Json:
    unknown = {"reading": None, "status": None, "reason": None, "abstained": False}
    nothing: Json = {"answer": "", "citations": [], "elapsed_ms": None}
    return {"id": question.id, "question": question.text, **unknown, **nothing, "error": str(error)}


def _milliseconds(seconds: float) -> int:
    return round(seconds * 1000)
