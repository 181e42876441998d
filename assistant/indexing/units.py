"""What may be quoted: each sentence, list item and table row of a report, with what it needs to be understood."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.indexing.figures import figures_of
from assistant.indexing.periods import MONTH, hands_on, moves_time, names_own_period, periods_in, refers_back, years_in
from assistant.reading.sentences import sentences_of
from assistant.types import Block, BlockKind, Figure, Period, Report, Section, Span

_IN_MONTH = re.compile(rf"\b[Ii]n ({MONTH})\b")
CONTEXT_KINDS = (BlockKind.PARAGRAPH, BlockKind.ITEM)
LONGEST_LEAD = 2000
"""Characters. No paragraph is longer; a file without line breaks would repeat itself with every sentence."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, list item or row, as the smallest thing that is searched and quoted."""

    report: str
    """The report's id."""
    section: int
    """The section's place in the report."""
    block: int
    """The block's place in the section."""
    kind: BlockKind
    span: Span
    text: str
    lead: str
    """What stands before it and helps to understand it: its paragraph's sentences, a list's opening, a caption."""
    columns: tuple[str, ...]
    """The names of a row's columns; empty elsewhere."""
    cells: tuple[str, ...]
    period: Period | None
    figures: tuple[Figure, ...]

    def before(self, figure: Figure) -> str:
        """Its text up to one of its figures."""
        return self.text[: figure.span.start - self.span.start]

    def after(self, figure: Figure) -> str:
        """Its text from the end of one of its figures on."""
        return self.text[figure.span.end - self.span.start :]


def units_of(report: Report) -> Iterator[Unit]:
    """Every unit of a report, in its order."""
    for at, section in enumerate(report.sections):
        yield from _units_of_section(report, at, section)


def _units_of_section(report: Report, at: int, section: Section) -> Iterator[Unit]:
    period: Period | None = None
    opening: Period | None = None
    lead = ""
    for place, block in enumerate(section.blocks):
        lead = _lead(report, block, section.blocks[place - 1] if place else None, lead)
        earlier = period
        opening = opening if _goes_on(section, place) else period
        period = opening if _keeps_period(section, place) else None
        said = ""
        for span in sentences_of(report, block):
            text = report.quote(span)
            period = period or (earlier if refers_back(text) else None)
            own = _period(text, span)
            goes_on = not own and period is not None and not moves_time(text) and not _is_of_a_month(text, period)
            taken = replace(period, inherited=True) if period and goes_on else None
            before = f"{lead} {said}".strip()
            unit = _unit(report, at, place, block, span, before, own or taken)
            yield unit
            if own and not _is_aside(own, period):
                period = own if _counts(block, unit, text) else None
            said = f"{said} {text}".strip()[-LONGEST_LEAD:]


def _is_of_a_month(text: str, period: Period) -> bool:
    """Whether a sentence names a month that the time before it doesn't: `in October` after `in 2021`."""
    months = {month.lower() for month in _IN_MONTH.findall(text)}
    return bool(months) and not any(month in period.text.lower() for month in months)


def _is_aside(own: Period, period: Period | None) -> bool:
    """Whether a sentence only looks back to years before those that its paragraph is about."""
    return period is not None and 0 < max(years_in(own.text), default=0) < min(years_in(period.text), default=0)


def _counts(block: Block, unit: Unit, text: str) -> bool:
    """Whether a unit hands its own time on: a caption or a list's opening does, or what counts in it."""
    return hands_on(text) and (bool(unit.figures) or text.endswith(":") or block.kind not in CONTEXT_KINDS)


def _unit(report: Report, section: int, place: int, block: Block, span: Span, lead: str, period: Period | None) -> Unit:
    text = report.quote(span)
    figures = () if block.kind is BlockKind.ROW else figures_of(text, span.start)
    cells = tuple(report.quote(cell) for cell in block.cells)
    return Unit(report.id, section, place, block.kind, span, text, lead, block.columns, cells, period, figures)


def _lead(report: Report, block: Block, before: Block | None, lead: str) -> str:
    """What a block leans on: an item on the sentence that opens its list, a row on its table's caption or opening.

    Args:
        report: the report.
        block: the block.
        before: the block before it in its section.
        lead: what that one leans on.
    """
    if block.kind is BlockKind.CAPTION:
        return report.quote(block.span)
    if block.kind is BlockKind.PARAGRAPH or before is None:
        return ""
    if block.kind is BlockKind.ITEM and before.kind is BlockKind.ITEM:
        return lead
    opens = block.kind is BlockKind.ITEM or (block.kind is BlockKind.ROW and before.kind is BlockKind.PARAGRAPH)
    return [report.quote(span) for span in sentences_of(report, before)][-1][-LONGEST_LEAD:] if opens else lead


def _goes_on(section: Section, place: int) -> bool:
    """Whether a block is one more item of a list: each has the time of what opens the list."""
    return place > 0 and section.blocks[place].kind is section.blocks[place - 1].kind is BlockKind.ITEM


def _keeps_period(section: Section, place: int) -> bool:
    """Whether a block goes on with the time of the block before it: rows, items, and what stands under a caption."""
    return section.blocks[place].kind not in (BlockKind.PARAGRAPH, BlockKind.CAPTION) and place > 0


def _period(text: str, span: Span) -> Period | None:
    """The time that a sentence names itself."""
    places = periods_in(text)
    if not places or not names_own_period(text):
        return None
    start, end = places[0]
    return Period(text[start:end], Span(span.start + start, span.start + end))
