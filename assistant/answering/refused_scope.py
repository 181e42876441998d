"""Refused for its scope: a force, cycle or topic that the reports don't hold, or no question about reports at all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answering.graded_areas import asks_for_grade, named_grades
from assistant.answering.lists import label_asked
from assistant.answering.refusal import Refused, is_chat
from assistant.answering.when_told import points_at_nothing
from assistant.reading.words import stems_of
from assistant.retrieval.carried import without_carried
from assistant.retrieval.cues import asks
from assistant.retrieval.names_asked import CODE_NAME
from assistant.retrieval.question import Question
from assistant.retrieval.scope import SHARED
from assistant.types import QuestionType, Reason, Report

_WITH = re.compile(r"\bwith\b", re.IGNORECASE)
_UNKNOWN_FORCE = re.compile(r"\b([A-Z][a-z]+(?: [A-Z][a-z]+)?) (?:Police|Constabulary)(?:['\u2019]?s)?\b")
_UNKNOWN_CONSTABULARY = re.compile(r"\b([a-z]{4,}) constabulary(?:['\u2019]?s)?\b", re.IGNORECASE)


def refused_by_scope(question: Question, reports: Sequence[Report], held: Sequence[Report]) -> Refused | None:
    """Why a question's scope can't be met by what is held; None where it can."""
    structured = named_grades(question.clear) or label_asked(question.clear) or asks_for_grade(question.clear)
    structured = structured or any(
        asks(cue, without_carried(question.clear).lower())
        for cue in ("whole picture", "did best", "did worst", "to be done")
    )
    if is_chat(question.text) or points_at_nothing(question) or (not question.terms and not structured):
        return Reason.NOT_A_REPORT_QUESTION, ""
    if not structured and (not any(term.known for term in question.terms) or _unheld(question, CODE_NAME)):
        return Reason.METRIC_NOT_REPORTED, ""
    strangers = _strangers(question, held)
    shares = _WITH.search(question.text) or SHARED.search(question.text)
    works_with = shares and question.asked.type is not QuestionType.COMPARE
    if strangers and not works_with:
        return Reason.FORCE_NOT_HELD, " or ".join(strangers)
    if not reports:
        return Reason.CYCLE_NOT_HELD, " or ".join(question.scoped.unheld_cycles) or "that"
    return None


def _strangers(question: Question, held: Sequence[Report]) -> list[str]:
    """The forces that a question names and of which no report is held."""
    known = {report.metadata.force for report in held}
    named = [force for force in question.scoped.forces if force not in known]
    named += [] if named else [name.title() for name in _unheld(question, _UNKNOWN_CONSTABULARY)]
    unlisted = [] if question.scoped.forces else _UNKNOWN_FORCE.findall(question.text)
    return named + [name for name in unlisted if name not in known]


def _unheld(question: Question, naming: re.Pattern[str]) -> list[str]:
    """What a question names by a pattern and no report has a word for."""
    unknown = {term.options[0][0] for term in question.terms if not term.known}
    return [name for name in naming.findall(question.clear) if tuple(stems_of(name)) in unknown]
