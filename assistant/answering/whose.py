"""Whose report answers a question that names no force, where those of several are held: one's, or several alike.

Where several answer it about as well, no one of them is chosen in silence: the question is refused with their names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice

from assistant.answering.context import Context
from assistant.answering.definitions import asks_meaning
from assistant.answering.graded_areas import asks_for_grade
from assistant.answering.lists import label_asked
from assistant.answering.meta import asks_comparable
from assistant.answering.outcome import Outcome, outcome_of
from assistant.answering.over_reports import over_forces
from assistant.answering.refusal import Refused
from assistant.types import Reason, Report

CLOSE = 2.0
"""How near the best candidate's score that of another force has to come to answer about as well: of 469 training
questions, asked where the reports of 17 forces are held, the best was the force's that was meant for 97 in 100 of those
that were ahead by 3, for 74 of those ahead by 2 to 3, and for 53 of those ahead by 1.5 to 2."""
_OF_ALL = frozenset({"median", "range"})
_NATIONAL = re.compile(r"\bnational(?:ly)?\b|\bengland and wales\b", re.IGNORECASE)
MOST = 4
"""How many forces are named to choose from."""


def whose_outcome(context: Context) -> Outcome:
    """What comes of a question, asked of the force whose reports alone answer it where it names none."""
    if not _of_any_force(context):
        return outcome_of(context)
    outcomes = map(outcome_of, _likely(context))
    first = next(outcomes)
    answered = list(islice((one for one in chain([first], outcomes) if one.refused is None), MOST))
    if not answered:
        return replace(first, context=context)
    return answered[0] if len(answered) == 1 else replace(answered[0], context=context, refused=_which(answered))


def _which(answered: Sequence[Outcome]) -> Refused:
    """That the question could be about any of some forces, with their names."""
    names = sorted(_name(outcome.context.reports[0]) for outcome in answered)
    names += ["another"] if len(names) == MOST else []
    return Reason.AMBIGUOUS, f"{', '.join(names[:-1])} or {names[-1]}?"


def _of_any_force(context: Context) -> bool:
    """Whether a question could be about one force or another: of words, cautions and the nation all say the same."""
    question = context.question
    alike = asks_meaning(question.clear) or asks_comparable(question.clear) or question.statistics & _OF_ALL
    return not (question.scoped.forces or alike or over_forces(question.clear) or _NATIONAL.search(question.clear))


def _likely(context: Context) -> Iterator[Context]:
    """The question asked of each force that may be meant, likeliest first; of all where structure or a time tells."""
    question = context.question
    every = label_asked(question.clear) or asks_for_grade(question.clear) or question.scoped.years
    least = context.ranked[0].score - CLOSE
    for name in dict.fromkeys(_name(context.report(one.unit.report)) for one in context.ranked):
        reports = tuple(report for report in context.reports if _name(report) == name)
        held = {report.id for report in reports}
        ranked = tuple(one for one in context.ranked if one.unit.report in held)
        if every or ranked[0].score >= least:
            yield replace(context, reports=reports, ranked=ranked)


def _name(report: Report) -> str:
    """Whose a report is: a force's, or its own where it is of none."""
    return report.metadata.force or report.name
