"""One turn: the question, how it was read, the answer, its sources."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.widget import Widget

from assistant.conversation.searched import refused_words, searched_words
from assistant.tui.items import cells_of, self_sourced, unnumbered
from assistant.tui.sources import Source, source_paths, sources_of
from assistant.tui.tables import widths_of
from assistant.tui.widgets.cells_line import CellsLine
from assistant.tui.widgets.item_row import ItemRow
from assistant.tui.widgets.prose import Prose
from assistant.tui.widgets.reading_line import ReadingLine
from assistant.tui.widgets.source_row import SourceRow
from assistant.tui.widgets.statement import StatementLine
from assistant.tui.wording import reading_line, reason_words
from assistant.types import Answer, Report, StatementKind, Status

LONGEST = 2000
PARTLY = "Partly in the reports"
NEAREST = "Nearest, though not an answer:"


class TurnView(VerticalGroup, can_focus=True):
    """A question and, once it is there, its answer."""

    def __init__(self, number: int, question: str) -> None:
        super().__init__(classes="turn stop")
        self.number = number
        self.question = question
        self.answer: Answer | None = None
        self._reports: dict[str, Report] = {}

    def compose(self) -> ComposeResult:
        """The question."""
        cut = self.question if len(self.question) <= LONGEST else self.question[:LONGEST] + "…"
        yield Prose(cut, classes="question")

    @property
    def sources(self) -> tuple[Source, ...]:
        """The answer's sources; none while there is no answer."""
        return sources_of(self.answer) if self.answer else ()

    async def show(self, answer: Answer, reports: dict[str, Report]) -> None:
        """Show the answer under the question, with the names of the reports that are held."""
        self.answer, self._reports = answer, reports
        self.add_class("answered")
        await self.mount_all(self._parts(answer))

    def _parts(self, answer: Answer) -> Iterable[Widget]:
        line = reading_line(self.question, answer.reading)
        if line:
            yield ReadingLine(line)
        yield from self._refusal(answer) if answer.abstained else self._statements(answer)
        yield from self._source_rows(answer)

    def _source_rows(self, answer: Answer) -> Iterable[Widget]:
        """A row for each source that has none in the list itself."""
        in_list = set(self_sourced(answer).values())
        paths = source_paths(self.sources, self._reports)
        shown = [each for each in zip(self.sources, paths, strict=True) if each[0].mark not in in_list]
        rows = [SourceRow(self.number, self.sources.index(source), source, path) for source, path in shown]
        if rows and not answer.nearest:
            rows[0].add_class("first")
        yield from rows

    def _statements(self, answer: Answer) -> Iterable[Widget]:
        if answer.status is Status.PARTLY:
            yield Prose(PARTLY, classes="partly")
        own = self_sourced(answer)
        lines = self._lines(answer)
        for place, statement in enumerate(answer.statements):
            if statement.kind is StatementKind.ROW:
                position = int(own[place]) - 1 if place in own else None
                yield ItemRow(lines[place], unnumbered(statement.text)[0], self.number, position)
            else:
                counts = bool(own) and statement.text.endswith(":")  # what it counts follows, each with its own mark
                yield StatementLine(self.number, replace(statement, citations=()) if counts else statement)
        if answer.refusal:
            yield Prose(answer.refusal, classes="open")
        if answer.nearest:
            yield Prose(NEAREST, classes="near")

    def _lines(self, answer: Answer) -> dict[int, StatementLine]:
        """The lines of rows, by the place of the statement: those with cells under each other's."""
        cells = cells_of(answer.statements)
        widths = widths_of(cells.values())
        rows = [(place, each) for place, each in enumerate(answer.statements) if each.kind is StatementKind.ROW]
        return {
            place: CellsLine(self.number, each, cells[place], widths)
            if place in cells
            else StatementLine(self.number, replace(each, text=unnumbered(each.text)[1]))
            for place, each in rows
        }

    def _refusal(self, answer: Answer) -> Iterable[Widget]:
        searched = searched_words(answer, {report.id: report.name for report in self._reports.values()})
        words = [reason_words(answer), answer.refusal, f"Searched: {searched}." if searched else ""]
        heading = ": ".join(filter(None, (refused_words(answer), words[0])))
        parts = [Prose(heading, classes="refused")] + [Prose(text) for text in words[1:] if text]
        yield VerticalGroup(*parts, classes="refusal")
        if answer.nearest:
            yield Prose(NEAREST, classes="near")
