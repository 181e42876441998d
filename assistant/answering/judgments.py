"""Where a report gives a grade: what is cited for it."""

from __future__ import annotations

from assistant.answering.draft import Said, cite
from assistant.types import BlockKind, Citation, Judgment, Report, Section, StatementKind


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


def grade_said(report: Report, judgment: Judgment, *, named: bool) -> Said:
    """A grade with its sentence.

    Args:
        report: the report that gives it.
        judgment: the grade.
        named: whether the report is named, and not the area.
    """
    grade = judgment.grade.value.capitalize()
    where = f"{report.name}: " if named else ""
    quote = report.quote(judgment.span)
    proof = " \u201c" + quote + "\u201d" if len(quote.split()) > 4 else ""
    text = f"{where}{grade} \u2013 {judgment.area} ({report.name})." if not named else f"{where}{grade}."
    return Said(StatementKind.DIRECT, text + proof, judgment_proof(report, judgment))
