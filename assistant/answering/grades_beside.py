"""Grades side by side: of one area in two cycles, of two areas in one report."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answering.areas_meant import area_meant, two_meant
from assistant.answering.context import Context
from assistant.answering.draft import Said
from assistant.answering.judgments import grade_said
from assistant.answering.names import topic_terms
from assistant.answering.verify import NOT_SAME, SAME
from assistant.types import Judgment, QuestionType, Report, StatementKind


def compared_grades(context: Context) -> list[Said]:
    """One area's grades in each report in scope, newest first; none where fewer than two reports give one."""
    topic = topic_terms(context.question.terms)
    meant = [(r, judgment) for r in context.reports if (judgment := area_meant(context, r, topic))] if topic else []
    return _side_by_side(meant, named=True) if len(meant) > 1 else []


def two_areas(context: Context) -> list[Said]:
    """The grades of two areas of the newest report that a question names side by side; none where it names no two."""
    question, asked = context.question, context.question.asked
    compares = asked.type is QuestionType.COMPARE or asked.yes_no
    meant = two_meant(context, topic_terms(question.terms if compares else question.own))
    return _side_by_side(meant, named=False)[not compares :] if meant else []


def _side_by_side(meant: Sequence[tuple[Report, Judgment]], *, named: bool) -> list[Said]:
    """Whether grades are the same, and each of them."""
    said = [grade_said(report, judgment, named=named) for report, judgment in meant]
    same = len({judgment.grade for _, judgment in meant}) == 1
    proof = tuple(citation for one in said for citation in one.proof)
    return [Said(StatementKind.DIRECT, SAME if same else NOT_SAME, proof), *said]
