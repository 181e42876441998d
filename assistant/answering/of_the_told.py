"""What a follow-up asks of what was told: a part of it, the oldest of it, what it was before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answering.names import GENERIC
from assistant.reading.words import stem
from assistant.retrieval.question import Question
from assistant.retrieval.ranked import Ranked
from assistant.retrieval.terms import ASKING
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


def as_part(cited: Sequence[Citation], question: Question, one: Ranked) -> Ranked:
    """A candidate, with a requirement failed where a part is asked for of the only figure that it gave before."""
    said = any((one.unit.report, one.unit.span) == (citation.report, citation.span) for citation in cited)
    if not said or not asks_part(question):
        return one
    fitting = [figure for figure in one.unit.figures if question.asked.fits(figure.kind, figure.text)]
    return one if len(fitting) > 1 else replace(one, fails=(*one.fails, "part of it"))


def chapters_asked(cited: Sequence[Citation], question: Question) -> frozenset[tuple[str, str]]:
    """The chapters of what was told of, where the oldest or some of it is asked for; none where it isn't."""
    asked = _OF_THOSE.search(question.alone) or _is_bare(question)
    return frozenset((citation.report, citation.section[0]) for citation in cited) if asked else frozenset()


def _is_bare(question: Question) -> bool:
    """Whether a follow-up points back and has no word of its own for what it is about: `was it worse before`."""
    own = (stem for term in question.own for stem in term.options[0][0])
    return bool(_POINTS.search(question.alone)) and BARE.issuperset(own)


def apart(chapters: frozenset[tuple[str, str]], one: Ranked) -> float:
    """What is taken from a candidate outside the chapters that are asked of."""
    return APART if chapters and (one.unit.report, one.view.path[0]) not in chapters else 0.0
