"""How a question was read and its answer chosen: for `--why`, for the next turn, and for the nearest that is held."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answering.context import Context
from assistant.answering.follow_up import Completed
from assistant.retrieval.question import Question
from assistant.retrieval.ranked import Ranked
from assistant.retrieval.ranker import model
from assistant.retrieval.scope import shown
from assistant.types import Candidate, Citation, Reading, Report, Scope, Trace

TRACED = 8
"""Candidates."""


def reading_of(whole: Completed, read: Question, reports: Sequence[Report]) -> Reading:
    """How a question was understood, as it is shown and as the next turn goes on from it."""
    scope = (
        shown(read.scoped, reports)
        if reports
        else Scope(read.scoped.forces[0] if read.scoped.forces else None, None, read.scoped.period)
    )
    read_as = f"{read.text} {whole.about}".strip() if whole.about else read.text
    return Reading(read.asked.type, scope, tuple(term.text for term in read.terms), read_as, whole.carried)


def nearest_of(context: Context | None) -> tuple[Citation, ...]:
    """The three sentences nearest to a question that is refused."""
    return tuple(context.cite(one.unit) for one in context.ranked[:3]) if context else ()


def trace_of(context: Context | None, why: str) -> Trace:
    """How a question was read, its best candidates with their scores, and why it is answered or refused.

    Args:
        context: what was read and found; None where nothing was searched.
        why: what chose the answer or refused the question.
    """
    if context is None:
        return Trace((why,))
    asked, scoped = context.question.asked, context.question.scoped
    fails = ", ".join(context.ranked[0].fails if context.ranked else ())
    slips = ", ".join(f"{slip} as {meant}" for slip, meant in context.question.mended)
    notes = [
        f"asks for: {asked.type}{f' ({asked.figure})' if asked.figure else ''}",
        ", period ".join(filter(None, [f"scope: {', '.join(one.name for one in context.reports)}", scoped.period])),
        f"terms: {', '.join(f'{term.text} {term.weight:.1f}' for term in context.question.terms)}",
        *([f"read {slips}"] if slips else []),
        *([f"the best sentence doesn't meet: {fails}"] if fails else []),
        why,
    ]
    candidates = [
        Candidate(context.cite(one.unit), round(one.score, 3), _parts(one)) for one in context.ranked[:TRACED]
    ]
    return Trace(tuple(notes), tuple(candidates))


def _parts(one: Ranked) -> tuple[tuple[str, float], ...]:
    """What a candidate's score came from: how it reads with the question, and the numbers that count most."""
    read = [] if one.pair is None else [("read together", one.pair)]
    return (*read, *(model("reranking").parts(one.row)[:5] if one.row is not None else ()))
