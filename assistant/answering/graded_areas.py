"""The areas of policing that have a grade, counted and named; or that none has it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answering.draft import Said, cited_where
from assistant.answering.judgments import judgment_proof
from assistant.answering.verify import NONE_GRADED
from assistant.reading.numbers import WORD
from assistant.retrieval.cues import asks
from assistant.types import Grade, Judgment, Report, StatementKind

_AND_UP = re.compile(r"\bor (?:better|above|higher|up|over)\b|\bat least\b|\b(?:better|higher) than\b", re.IGNORECASE)
_AND_DOWN = re.compile(
    r"\bor (?:worse|below|lower|under)\b|\bat (?:most|best)\b|\b(?:worse|lower) than\b", re.IGNORECASE
)
_SHORT = {
    Grade.REQUIRES_IMPROVEMENT: "|RI",
    Grade.ADEQUATE: "|(?:merely|only|just) (?:ok|okay|average|so-so|satisfactory)",
}
_GRADE_WORDS = {
    grade: re.compile(
        rf"\b(?:{grade.value.replace('requires improvement', 'requir(?:es|ing|e) improve?ment')}s?"
        rf"{_SHORT.get(grade, '')})\b",
        re.IGNORECASE,
    )
    for grade in Grade
}

_IN_AREAS = re.compile(rf"\b(?:in|at) (?:\d{{1,2}}|{WORD}) areas of policing\b", re.IGNORECASE)


def named_grades(question: str) -> list[Grade]:
    """The grades that a question names, best first: `good or better` names two."""
    named = [grade for grade, pattern in _GRADE_WORDS.items() if pattern.search(question)]
    if len(named) != 1:
        return named
    order, at = list(Grade), list(Grade).index(named[0])
    if found := _AND_UP.search(question):
        return order[: at + ("than" not in found[0])]
    if found := _AND_DOWN.search(question):
        return order[at + ("than" in found[0]) :]
    return named


def asks_for_grade(question: str) -> bool:
    """Whether a question speaks of grades in so many words."""
    text = question.lower()
    return asks("grade by name", text) and not asks("graded otherwise", text)


def graded_areas(reports: Sequence[Report], grades: Sequence[Grade]) -> list[Said]:
    """The areas that a report graded so, with their count; the newest report that graded any area."""
    report, judgments = next(((one, found) for one in reports if (found := _given(one))), (None, []))
    if report is None:
        return []
    chosen = [judgment for judgment in judgments if judgment.grade in grades]
    if not chosen:
        return _none_graded(report, grades)
    given = [grade.value for grade in Grade if any(judgment.grade is grade for judgment in chosen)]
    what = "graded area" if len(grades) == len(Grade) else f"area graded {' or '.join(given)}"
    firsts = {judgment.grade: judgment for judgment in reversed(chosen)}
    proof = tuple(citation for judgment in firsts.values() for citation in judgment_proof(report, judgment))
    head = f"{len(chosen)} {what.replace('area', 'areas', 1) if len(chosen) != 1 else what} ({report.name}):"
    rows = [
        Said(StatementKind.ROW, f"{judgment.area}: {judgment.grade.value}", judgment_proof(report, judgment))
        for judgment in sorted(chosen, key=lambda judgment: list(Grade).index(judgment.grade))
    ]
    return [Said(StatementKind.DIRECT, head, proof, computed=True), *rows]


def areas_told(reports: Sequence[Report]) -> list[Said]:
    """What the newest report that says so tells of how many areas were inspected: `in 11 areas of policing`."""
    for report in reports:
        for quote in cited_where(report, lambda text: bool(_IN_AREAS.search(text))):
            return [Said(StatementKind.QUOTE, f"\u201c{quote.quote}\u201d", (quote,))]
    return []


def _given(report: Report) -> list[Judgment]:
    """The grades of a report: those of its chapters, or where it has none, those that its sentences give."""
    formal = [judgment for judgment in report.judgments if judgment.formal]
    return formal or list({judgment.area: judgment for judgment in reversed(report.judgments)}.values())[::-1]


def _none_graded(report: Report, grades: Sequence[Grade]) -> list[Said]:
    """That a report graded no area so, with the grades that it gave; nothing where its sentences alone give any."""
    if not any(judgment.formal for judgment in report.judgments):
        return []
    areas = graded_areas((report,), list(Grade))
    none = NONE_GRADED.format(" or ".join(grade.value for grade in grades))
    return [Said(StatementKind.DIRECT, none, areas[0].proof), *areas]
