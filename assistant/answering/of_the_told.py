"""What a follow-up asks of what was told: a part of it, the oldest of it, what it was before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answering.names import GENERIC
from assistant.reading.words import stem, stems_of
from assistant.retrieval.question import Question
from assistant.retrieval.ranked import Ranked
from assistant.retrieval.terms import ASKING, matched
from assistant.types import Citation

APART = 3.0
"""How far what stands in another chapter falls behind where some of what was told of is asked for."""
_OF_THOSE = re.compile(
    r"\b(?:of|among|amongst) (?:them|those|these)\b|"
    r"\b(?:oldest|longest|shortest|worst|best|highest|lowest|biggest|average|median|mean|typical)\b",
    re.IGNORECASE,
)
_PART = re.compile(r"\bhow (?:much|many) of (?:it|that|this|them|those|these|the money)\b", re.IGNORECASE)
_POINTS = re.compile(r"\b(?:it|that|this|they|them|those|these)\b", re.IGNORECASE)
BARE = (
    ASKING | GENERIC | frozenset(map(stem, "earlier before previous better worse long short up down more less".split()))
)
"""Stems that name nothing that a follow-up may be about."""


def asks_part(question: Question) -> bool:
    """Whether a follow-up asks how many or how much of what was told."""
    return bool(_PART.search(question.alone))


def was_cited(cited: Sequence[Citation], one: Ranked) -> bool:
    """Whether a candidate is among what was cited."""
    return any((one.unit.report, one.unit.span) == (citation.report, citation.span) for citation in cited)


def is_other_row(cited: Sequence[Citation], question: Question, one: Ranked, candidates: Sequence[Ranked]) -> bool:
    """Whether a candidate is the row that a follow-up names of the table that was told from: `and for rape`.

    Args:
        cited: what the answer before cited.
        question: the follow-up.
        one: the candidate.
        candidates: all of them.
    """
    tables = {other.unit.columns for other in candidates if other.unit.columns and was_cited(cited, other)}
    label = frozenset(stems_of(one.unit.cells[0])) if one.unit.cells else frozenset()
    own = [term for term in question.own if not BARE.issuperset(term.options[0][0])]
    return one.unit.columns in tables and bool(own) and all(matched(term, label) for term in own)


def as_parts(cited: Sequence[Citation], question: Question, candidates: Sequence[Ranked]) -> list[Ranked]:
    """Candidates; where a part is asked for, one that gave a single figure before fails: that is all of it."""
    if not asks_part(question):
        return list(candidates)
    whole = (was_cited(cited, one) and not _gives_several(question, one) for one in candidates)
    return [
        replace(one, fails=(*one.fails, "part of it")) if is_whole else one
        for one, is_whole in zip(candidates, whole, strict=True)
    ]


def _gives_several(question: Question, one: Ranked) -> bool:
    return sum(question.asked.fits(figure.kind, figure.text) for figure in one.unit.figures) > 1


def chapters_asked(cited: Sequence[Citation], question: Question) -> frozenset[tuple[str, str]]:
    """The chapters of what was told of, where the oldest or some of it is asked for; none where it isn't."""
    asked = _OF_THOSE.search(question.alone) or points_back(question)
    return frozenset((citation.report, citation.section[0]) for citation in cited) if asked else frozenset()


def points_back(question: Question) -> bool:
    """Whether a follow-up points back and has no word of its own for what it is about: `was it worse before`."""
    own = (stem for term in question.own for stem in term.options[0][0])
    return bool(_POINTS.search(question.alone)) and BARE.issuperset(own)


def apart(chapters: frozenset[tuple[str, str]], one: Ranked) -> float:
    """What is taken from a candidate outside the chapters that are asked of."""
    return APART if chapters and (one.unit.report, one.view.path[0]) not in chapters else 0.0
