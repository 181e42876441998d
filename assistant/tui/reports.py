"""What can be browsed in the reports: sections, grades and areas for improvement, each with its place."""

from __future__ import annotations

from typing import NamedTuple

from assistant.tui.sources import section_at
from assistant.types import BlockKind, Label, Report, Section, Span

IMPROVEMENT_BLOCKS = (BlockKind.ITEM, BlockKind.PARAGRAPH)
BARE = ("areas for improvement", "area for improvement")
"""Headings that only name what follows: the findings under them, or their own items."""
IN_PASSING = " (in passing)"
"""Beside a grade that prose gives and no judgment does."""


class Place(NamedTuple):
    """A section of a report, and what to mark in it."""

    report: Report
    section: Section
    spans: tuple[Span, ...] = ()


class Row(NamedTuple):
    """A row of a table and where it stands."""

    cells: tuple[str, ...]
    place: Place


def newest_first(reports: tuple[Report, ...]) -> tuple[Report, ...]:
    """The reports by their dates, the newest first."""
    return tuple(sorted(reports, key=lambda report: (report.metadata.published, report.metadata.cycle), reverse=True))


def grades(reports: tuple[Report, ...]) -> list[Row]:
    """Every grade of every report, in the reports' order; in each, the areas that were graded as such come first."""
    rows = []
    for report in reports:
        for judgment in sorted(report.judgments, key=lambda each: not each.formal):
            if section := section_at(report, judgment.span):
                place = Place(report, section, (judgment.span,))
                grade = f"{judgment.grade}{'' if judgment.formal else IN_PASSING}"
                rows.append(Row((grade, judgment.area, report.name), place))
    return rows


def improvements(reports: tuple[Report, ...]) -> list[Row]:
    """Every area for improvement, in the reports' order."""
    rows = []
    for report in reports:
        for section in report.sections:
            if section.label is Label.AREAS_FOR_IMPROVEMENT:
                rows += [Row((text, report.name), place) for text, place in _improvements(report, section)]
    return rows


def _improvements(report: Report, section: Section) -> list[tuple[str, Place]]:
    """A finding is one by its heading; under the bare label each item is one."""
    if section.path[-1].strip().lower().rstrip(":") not in BARE:
        return [(section.path[-1], Place(report, section))]
    items = [block for block in section.blocks if block.kind in IMPROVEMENT_BLOCKS]
    return [(report.quote(block.span).lstrip("•-– "), Place(report, section, (block.span,))) for block in items]
