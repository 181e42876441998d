"""What every way of answering needs: the question, the reports in scope and the candidates, best first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from assistant.answering.draft import cite
from assistant.indexing.units import Unit
from assistant.reading.sentences import sentences_of
from assistant.retrieval.pairs import Pairs
from assistant.retrieval.question import Question
from assistant.retrieval.ranked import Ranked
from assistant.types import Citation, Report, Section, Span


@dataclass(frozen=True, slots=True)
class Context:
    """A question with the reports it is about and what was found."""

    question: Question
    reports: tuple[Report, ...]
    """In scope, newest cycle first."""
    ranked: tuple[Ranked, ...]
    """Best first."""
    before: tuple[Citation, ...] = ()
    """What the answer before cited, where the question leans on it."""
    pairs: Pairs | None = None
    """What reads a question together with candidates; None where nothing does."""
    ask_one: Callable[[str, Report], Context] | None = None
    """How another question is asked of one report alone, for answers that set several beside each other."""

    def within(self, question: str, report: Report) -> Context:
        """Another question, asked of one report alone."""
        return self.ask_one(question, report) if self.ask_one else Context(self.question, (report,), ())

    def report(self, name: str) -> Report:
        """A report in scope by its id."""
        return next(report for report in self.reports if report.id == name)

    def section(self, unit: Unit) -> Section:
        """The section that a unit stands in."""
        return self.report(unit.report).sections[unit.section]

    def cite(self, unit: Unit, span: Span | None = None) -> Citation:
        """The citation of a unit, or of another span of its section."""
        return cite(self.report(unit.report), self.section(unit), span or unit.span)

    def section_sentences(self, unit: Unit) -> list[Span]:
        """The sentences of the whole section that a unit stands in, in order."""
        report = self.report(unit.report)
        return [span for block in self.section(unit).blocks for span in sentences_of(report, block)]

    def sentences(self, unit: Unit) -> list[Span]:
        """The sentences of the block that a unit stands in, in order."""
        return list(sentences_of(self.report(unit.report), self.section(unit).blocks[unit.block]))
