"""The grades of one area in the reports of several forces, or of one force's cycles, a row each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answering.areas_meant import FITS
from assistant.answering.context import Context
from assistant.answering.draft import Said
from assistant.answering.graded_areas import named_grades
from assistant.answering.judgments import judgment_citation, judgment_proof
from assistant.answering.many_forms import CELL, counted, none_graded, not_given
from assistant.answering.names import name_fit, topic_terms
from assistant.answering.verify import NOT_SAME, SAME
from assistant.reading.judgments import likeness
from assistant.retrieval.terms import Term
from assistant.types import Grade, Judgment, Report, StatementKind

WHOLE = 0.75
"""The share of the question's weight from which a name is that of the area, whatever the others call it."""
ALIKE = 0.5
"""More than this share of the shorter name has to stand in the other for two areas to be one."""
_ALL = re.compile(r"\b(?:every|each|all)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Graded:
    """A grade in a report."""

    report: Report
    judgment: Judgment


def grades_of_forces(context: Context, reports: Sequence[Report]) -> list[Said]:
    """Which forces have a grade, or the grade of each; nothing where no report has the area."""
    asked = named_grades(context.question.clear)
    if not topic_terms(context.question.terms):
        return _of_every_area(reports, asked or list(Grade))
    found = graded(context, reports)
    if not found:
        return []
    missing = _missing(found, reports)
    if not asked or _ALL.search(context.question.clear):
        return [*_each(found), *missing]
    chosen = [one for one in found if one.judgment.grade in asked]
    others = [one for one in found if one not in chosen]
    return [*_chosen(chosen, others, asked), *_otherwise(others), *missing]


def grades_compared(context: Context, reports: Sequence[Report]) -> list[Said]:
    """The grades of a few named forces, or of one force's cycles, and whether they are the same."""
    if not topic_terms(context.question.terms):
        return _of_every_area(reports, list(Grade))
    found = graded(context, reports)
    if not found:
        return []
    return [*_same_or_not(found), *(_row(one) for one in found), *_missing(found, reports)]


def graded(context: Context, reports: Sequence[Report]) -> list[Graded]:
    """The grade that each report gives to the area which a question means; reports without it are left out."""
    topic = topic_terms(context.question.own) or topic_terms(context.question.terms)
    fits = {report.id: _fitting(report, topic) for report in reports} if topic else {}
    best = max((fitting[0] for fitting in fits.values() if fitting), key=lambda pair: pair[0], default=None)
    if best is None:
        return []
    found = [(report, _same_area(fits[report.id], best[1])) for report in reports]
    return [Graded(report, judgment) for report, judgment in found if judgment]


def _fitting(report: Report, topic: Sequence[Term]) -> list[tuple[float, Judgment]]:
    """The judgments whose area a topic may mean, the likeliest first; formal ones before those of prose."""
    fits = [(name_fit(topic, _names(judgment)), judgment) for judgment in report.judgments]
    fits = [(fit, judgment) for fit, judgment in fits if fit >= FITS]
    return sorted(fits, key=lambda pair: (-round(pair[0] + 0.15 * pair[1].formal, 6), pair[1].span.start))


def _same_area(fitting: Sequence[tuple[float, Judgment]], area: Judgment) -> Judgment | None:
    return next((one for fit, one in fitting if fit >= WHOLE or _alike(one, area)), None)


def _alike(one: Judgment, other: Judgment) -> bool:
    return any(likeness(first, second) > ALIKE for first in _names(one) for second in _names(other))


def _names(judgment: Judgment) -> tuple[str, ...]:
    return (judgment.area, *judgment.also)


def _same_or_not(found: Sequence[Graded]) -> list[Said]:
    """Whether the grades are the same, where each stands in what is cited for it and not above its column."""
    proof = tuple(judgment_citation(one.report, one.judgment) for one in found)
    told = all(one.judgment.grade in citation.quote.lower() for one, citation in zip(found, proof, strict=True))
    if len(found) < 2 or not told:
        return []
    same = len({one.judgment.grade for one in found}) == 1
    return [Said(StatementKind.DIRECT, SAME if same else NOT_SAME, proof)]


def _of_every_area(reports: Sequence[Report], asked: Sequence[Grade]) -> list[Said]:
    """Everything that reports graded so, where a question names no area."""
    found = [
        Graded(report, judgment)
        for report in reports
        for judgment in report.judgments
        if judgment.formal and judgment.grade in asked
    ]
    rows = [_row(one) for one in found]
    head = f"{len(rows)} graded area{'' if len(rows) == 1 else 's'}:"
    return [Said(StatementKind.DIRECT, head, rows[0].proof[:1], computed=True), *rows] if rows else []


def _chosen(chosen: Sequence[Graded], others: Sequence[Graded], asked: Sequence[Grade]) -> list[Said]:
    if not chosen:
        proof = tuple(citation for one in others for citation in judgment_proof(one.report, one.judgment)[:1])
        return [Said(StatementKind.DIRECT, none_graded(asked), proof)]
    given = ", ".join(grade.value for grade in Grade if any(one.judgment.grade is grade for one in chosen))
    proof = tuple(citation for one in chosen for citation in judgment_proof(one.report, one.judgment))
    head = f"{counted(len(chosen))} graded {given}{_at(chosen)}:"
    return [Said(StatementKind.DIRECT, head, proof, computed=True), *_rows(chosen)]


def _at(found: Sequence[Graded]) -> str:
    """The area that was graded, where all reports give it one name."""
    areas = {one.judgment.area for one in found}
    return f" at {areas.pop()}" if len(areas) == 1 else ""


def _each(found: Sequence[Graded]) -> list[Said]:
    rows = _rows(found)
    head = f"{counted(len(found))} graded{_at(found)}:"
    return [Said(StatementKind.DIRECT, head, rows[0].proof[:1], computed=True), *rows]


def _rows(found: Sequence[Graded]) -> list[Said]:
    """A row each, the best grade first."""
    order = list(Grade)
    return [_row(one) for one in sorted(found, key=lambda one: order.index(one.judgment.grade))]


def _row(one: Graded) -> Said:
    text = CELL.join((one.report.name, one.judgment.grade.value.capitalize(), one.judgment.area))
    return Said(StatementKind.ROW, text, judgment_proof(one.report, one.judgment))


def _otherwise(others: Sequence[Graded]) -> list[Said]:
    """The other forces, each with its grade: who reads it sees that none was left out."""
    usual = Counter(one.judgment.area for one in others).most_common(1)
    words = "; ".join(
        f"{one.report.name}: {one.judgment.grade.value}"
        + ("" if one.judgment.area == usual[0][0] else f" ({one.judgment.area})")
        for one in others
    )
    proof = tuple(citation for one in others for citation in judgment_proof(one.report, one.judgment))
    return [Said(StatementKind.QUALIFIER, f"{words}.", proof)] if others else []


def _missing(found: Sequence[Graded], reports: Sequence[Report]) -> list[Said]:
    having = {one.report.id for one in found}
    missing = [report for report in reports if report.id not in having]
    return [Said(StatementKind.QUALIFIER, not_given(missing), ())] if missing else []
