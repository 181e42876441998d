"""Which way of answering a question takes: by the report's structure where that holds it, else by its sentences."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from assistant.answering.comparison import comparison_statements, grades_of_cycles, wants_comparison, wants_grades
from assistant.answering.context import Context
from assistant.answering.deadlines import deadline_statements
from assistant.answering.definitions import asks_letters, asks_meaning, definition_statements
from assistant.answering.draft import Said
from assistant.answering.fieldwork import asks_fieldwork, fieldwork_statements
from assistant.answering.graded_areas import named_grades
from assistant.answering.grades import grade_before, grade_statements
from assistant.answering.grades_beside import two_areas
from assistant.answering.in_other_terms import same_in_other_terms
from assistant.answering.item_asked import item_statements
from assistant.answering.lists import label_asked, list_statements, listed_in
from assistant.answering.meta import meta_statements
from assistant.answering.prose import prose_statements
from assistant.answering.remainders import rest_statements
from assistant.answering.table_scan import scanned
from assistant.answering.when_told import when_statements
from assistant.answering.whole_lists import whole_list
from assistant.types import Grade, Label

Way = Callable[[Context], list[Said]]


@dataclass(frozen=True, slots=True)
class Chosen:
    """Statements with how they were come by."""

    statements: list[Said]
    structured: bool
    """Whether they come from the report's structure, which can't be a near miss."""
    why: str


def statements_for(context: Context, several: list[Said] | None = None) -> Chosen:
    """The statements that answer a question, as well as the reports can.

    Args:
        context: the question with what was found.
        several: the statements of an answer over several reports, where the question asks for one.
    """
    if several is not None:
        return Chosen(several, True, "answered from each report")
    if asks_meaning(context.question.clear):
        return _meaning(context)
    if asks_fieldwork(context.question.clear):
        return Chosen(fieldwork_statements(context), True, "answered from what tells when inspectors were there")
    for name, way in _ways(context):
        said = way(context)
        if said:
            return Chosen(said, True, f"answered from {name}")
    if said := whole_list(context):
        return Chosen(said, False, "answered from a list")
    if wants_comparison(context):
        return Chosen(comparison_statements(context), False, "answered from both sides of a comparison")
    return Chosen(prose_statements(context), False, "answered from the best sentence")


def _meaning(context: Context) -> Chosen:
    """What a word means, by the sentence that says so, else by the best one; letters by such a sentence alone."""
    said = definition_statements(context)
    if not said and asks_letters(context.question.clear):
        return Chosen([], True, "no sentence says what the letters stand for")
    return Chosen(said or prose_statements(context), bool(said), "answered from what the report says a word means")


def _ways(context: Context) -> tuple[tuple[str, Way], ...]:
    """The ways that go by a report's structure, in the order in which they are tried."""
    grades: tuple[str, Way] = ("grades", _grades)
    findings: tuple[str, Way] = ("a label's findings", list_statements)
    labels_first = context.before and label_asked(context.question.clear)
    return (
        ("the report's own particulars", meta_statements),
        ("the time of what was told", when_statements),
        ("what was told in other terms", same_in_other_terms),
        ("the list before", item_statements),
        ("what is to be done by a date", deadline_statements),
        ("what two figures leave between them", rest_statements),
        *((findings, grades) if labels_first else (grades, findings)),
        ("the rows of a table", scanned),
    )


def _grades(context: Context) -> list[Said]:
    """Grades, unless the question sets two cycles side by side."""
    asked = context.question.asked
    two_cycles = wants_comparison(context) and wants_grades(context) and not named_grades(context.question.clear)
    if asked.grade and (areas := two_areas(context)):
        return areas
    if two_cycles and (grades := grades_of_cycles(context)):
        return grades
    said = grade_before(context) if asked.reason else []
    said = said or grade_statements(context)
    return [*said, *_reasons(context, said[0])] if asked.reason and len(said) == 1 else said


def _reasons(context: Context, said: Said) -> list[Said]:
    """What stands in the chapter of a grade: why it was given, what is wrong first where it isn't good."""
    place = said.proof[0]
    wrong = [] if _is_good(said) else [Label.CAUSES_OF_CONCERN, Label.AREAS_FOR_IMPROVEMENT]
    labels = [*wrong, Label.MAIN_FINDINGS]
    report = context.report(place.report)
    return [one for label in labels for one in listed_in(report, label, place.section[0])]


def _is_good(said: Said) -> bool:
    return said.text.lower().startswith((Grade.OUTSTANDING, Grade.GOOD))
