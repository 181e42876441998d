"""Where a report gives a grade: what is cited for it."""

from __future__ import annotations

from assistant.answering.draft import cite
from assistant.types import BlockKind, Citation, Judgment, Report, Section


def judgment_citation(report: Report, judgment: Judgment) -> Citation:
    """The place where a report gives a grade."""
    return cite(report, _section_at(report, judgment), judgment.span)


def judgment_proof(report: Report, judgment: Judgment) -> tuple[Citation, ...]:
    """What proves a grade: the place that gives it, and in a table its row or the row above that names the grade."""
    citation, section = judgment_citation(report, judgment), _section_at(report, judgment)
    if judgment.grade.value in citation.quote.lower():
        return (citation,)
    rows = [block for block in section.blocks if block.kind is BlockKind.ROW and block.span.start <= judgment.span.end]
    own = next((row for row in rows if row.span.start <= judgment.span.start < row.span.end), None)
    names = [row for row in rows if judgment.grade.value in report.quote(row.span).lower()]
    if own in names and own is not None:
        return (cite(report, section, own.span),)
    return (citation, *(cite(report, section, row.span) for row in names[-1:]))


def _section_at(report: Report, judgment: Judgment) -> Section:
    inside = (
        section
        for section in report.sections
        if any(b.span.start <= judgment.span.start < b.span.end for b in section.blocks)
    )
    return next(inside)
