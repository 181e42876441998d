"""The newest report before an older one of the same force, where a question names no time and both answer it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.retrieval.question import Question
from assistant.retrieval.ranked import AHEAD, Ranked, in_order
from assistant.retrieval.terms import coverage
from assistant.types import Report

READS = 3.0
"""What reading has to give a sentence of the newest report for it to be told in the place of an older one's."""
READS_IN_WORDS, ALL = -2.0, 0.9
"""The same for one that has all that is asked in its own words, and how much of the weight that is."""
_SETS_APART = re.compile(
    r"\b(?:both|two|each|last|previous|earlier|older?) (?:\w+ )?(?:reports?|inspections?|cycles?|times?)\b|"
    r"\b(?:since|than)\b|"
    r"\bthen (?:and|&|vs) now\b",
    re.IGNORECASE,
)
"""What sets an older report beside the newest."""
BEHIND = 5.0
"""How far it may be behind that by its score."""


def newest_first(question: Question, ranked: list[Ranked], reports: Sequence[Report]) -> list[Ranked]:
    """Candidates, one of the newest report first where it answers about as well as a best one of an older report.

    Args:
        question: the question, read.
        ranked: its candidates, best first.
        reports: those that were searched.
    """
    scoped = question.scoped
    if not ranked or scoped.cycles or scoped.years or _SETS_APART.search(question.clear):
        return ranked
    of = {report.id: report.metadata for report in reports}
    best = of[ranked[0].unit.report]
    newer = {name for name, one in of.items() if one.force == best.force and one.cycle > best.cycle}
    likely = (one for one in ranked if one.unit.report in newer and _answers(question, one))
    first = next(likely, None)
    if first is None or (not _in_words(question, first) and first.score < ranked[0].score - BEHIND):
        return ranked
    return in_order([replace(first, score=ranked[0].score + AHEAD), *(one for one in ranked if one is not first)])


def _answers(question: Question, one: Ranked) -> bool:
    fits = not question.asked.wants_figure or question.asked.fits_any(one.unit.figures)
    if one.fails or not fits or one.pair is None:
        return False
    return one.pair >= READS or (one.pair >= READS_IN_WORDS and _in_words(question, one))


def _in_words(question: Question, one: Ranked) -> bool:
    """Whether a candidate has all that is asked in its own words."""
    return coverage(question.terms, one.view.stems) >= ALL
