"""Stand-ins for the engine: a made-up report, and an answerer that answers from a queue.

The report is of a force that doesn't exist, so that nothing here could be mistaken for a finding.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

import pytest

from assistant.errors import IndexMissing, PeelError
from assistant.settings import Settings
from assistant.types import (
    Answer,
    Block,
    BlockKind,
    Candidate,
    Citation,
    Label,
    Metadata,
    QuestionType,
    Reading,
    Reason,
    Report,
    Scope,
    Section,
    Span,
    Statement,
    StatementKind,
    Status,
    Trace,
    Turn,
)

CHAPTER = "Answering the public"
FINDING = "Calls are picked up quickly"
SENTENCE = "Northshire picked up 91.5 percent of calls within 12 seconds."
TEXT = f"{CHAPTER}\nMain findings\n{FINDING}\n{SENTENCE}\n"
AT = TEXT.index(SENTENCE)

REPORT = Report(
    id="northshire-2031-33",
    metadata=Metadata(
        title="Northshire 2031–33",
        force="Northshire",
        cycle="2031–33",
        published="2032-05",
        inferred=frozenset({"cycle"}),
    ),
    text=TEXT,
    sections=(
        Section((CHAPTER,), Span(0, len(CHAPTER)), None, ()),
        Section(
            (CHAPTER, FINDING),
            Span(TEXT.index(FINDING), TEXT.index(FINDING) + len(FINDING)),
            Label.MAIN_FINDINGS,
            (Block(BlockKind.PARAGRAPH, Span(AT, AT + len(SENTENCE))),),
        ),
    ),
    repairs=("2 line(s) of a contents list left out",),
)
NAMES = {REPORT.id: REPORT.name}
CITATION = Citation(REPORT.id, (CHAPTER, FINDING), SENTENCE, Span(AT, AT + len(SENTENCE)))


def answered(question: str = "how many calls are picked up?", text: str = "91.5 percent of calls.") -> Answer:
    """An answer with one citation."""
    return Answer(
        question=question,
        reading=Reading(QuestionType.FIGURE, Scope("Northshire", "2031–33"), ("calls",), question),
        status=Status.ANSWERED,
        statements=(
            Statement(StatementKind.DIRECT, text, (1,)),
            Statement(StatementKind.QUALIFIER, "Within 12 seconds.", (1,)),
        ),
        citations=(CITATION,),
        searched=(REPORT.id,),
        trace=Trace(("one sentence fits",), (Candidate(CITATION, 0.875, (("words", 0.5),)),)),
    )


def refused(question: str = "and in Southshire?") -> Answer:
    """A refusal with one nearest passage."""
    reading = Reading(QuestionType.FIGURE, Scope("Southshire"), ("calls",), "calls in Southshire?", ("calls",))
    return Answer(
        question=question,
        reading=reading,
        status=Status.NOT_IN_REPORTS,
        reason=Reason.FORCE_NOT_HELD,
        refusal="There is no report on Southshire; Northshire 2031–33 is held.",
        searched=(REPORT.id,),
        nearest=(CITATION,),
    )


@dataclass
class FakeManifest:
    """What the index of the made-up report was made from."""

    reports: dict[str, str] = field(default_factory=dict)
    aside: dict[str, str] = field(default_factory=dict)
    left_out: dict[str, str] = field(default_factory=dict)


@dataclass
class FakeIndex:
    """An index of the made-up report."""

    reports: tuple[Report, ...] = (REPORT,)
    passages: Mapping[str, int] = field(default_factory=lambda: {REPORT.id: 1})
    built: str = "2032-06-01T09:00:00+00:00"
    files: Mapping[str, str] = field(default_factory=lambda: {"north.md": REPORT.id})
    manifest: FakeManifest = field(default_factory=FakeManifest)


class QueueAnswerer:
    """Answers from a queue, and remembers what it was asked. An exception in the queue is raised."""

    def __init__(self, replies: Iterable[Answer | Exception] = ()) -> None:
        self.index = FakeIndex()
        self.asked: list[tuple[str, tuple[Turn, ...]]] = []
        self._replies = list(replies)

    def ask(self, question: str, turns: tuple[Turn, ...] = (), watch: object = None) -> Answer:
        del watch
        self.asked.append((question, tuple(turns)))
        reply = self._replies.pop(0)
        if isinstance(reply, Exception):
            raise reply
        return reply

    def warm_up(self) -> None:
        """There is no model."""


class EchoAnswerer(QueueAnswerer):
    """Has one answer, and refuses whatever speaks of Southshire."""

    def ask(self, question: str, turns: tuple[Turn, ...] = (), watch: object = None) -> Answer:
        del turns, watch
        return refused(question) if "Southshire" in question else answered(question)


@dataclass(frozen=True)
class FakeBuilt:
    """What a rebuild says it did."""

    reports: int = 1
    passages: int = 1
    encoded: int = 3
    seconds: float = 0.25
    skipped: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


class FakeEngine:
    """The engine's modules, whose index may be missing until it is rebuilt."""

    def __init__(self, answerer: QueueAnswerer, *, has_index: bool = True, built: FakeBuilt = FakeBuilt()) -> None:
        self.answerer = answerer
        self.has_index = has_index
        self.built = built
        self.rebuilt: list[Settings] = []
        self.faults: list[PeelError] = []

    def open_answerer(self, settings: Settings) -> QueueAnswerer:
        del settings
        if not self.has_index:
            raise IndexMissing("There is no index yet.", "Run: peel rebuild")
        return self.answerer

    def rebuild(self, settings: Settings, *, progress: Any) -> FakeBuilt:
        progress("reading", 0, 1)
        progress("reading", 1, 1)
        self.rebuilt.append(settings)
        self.has_index = True
        return self.built

    def open_index(self, folder: object) -> FakeIndex:
        del folder
        return self.open_answerer(Settings.__new__(Settings)).index

    def examine(self, settings: Settings) -> tuple[str, list[PeelError]]:
        index = self.open_index(settings.index)
        return f"{len(index.reports)} reports", self.faults

    def modules(self) -> dict[str, ModuleType]:
        """Modules that stand in for the real ones of the same names."""
        given = {
            "assistant.answering.opening": {"open_answerer": self.open_answerer},
            "assistant.indexing.build": {"rebuild": self.rebuild},
            "assistant.indexing.index": {"open_index": self.open_index},
            "assistant.indexing.examine": {"examine": self.examine},
        }
        return {name: _module(name, members) for name, members in given.items()}

    def install(self, monkeypatch: pytest.MonkeyPatch) -> FakeEngine:
        """Puts the stand-ins in the place of the real modules for one test."""
        for name, module in self.modules().items():
            monkeypatch.setitem(sys.modules, name, module)
        return self


def _module(name: str, members: Mapping[str, Any]) -> ModuleType:
    module = ModuleType(name)
    vars(module).update(members)
    return module
