"""What one report gives for a question that is asked of several: its figure, or its sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answering.context import Context
from assistant.answering.figures import direct_figure
from assistant.answering.leaning import proof_of, sets_against
from assistant.answering.refused_search import refused_by_search
from assistant.reading.words import stems_of
from assistant.retrieval.question import Question
from assistant.retrieval.ranked import Ranked
from assistant.retrieval.rivals import conflicts
from assistant.retrieval.statistics import statistics_in
from assistant.retrieval.terms import coverage, matched
from assistant.types import Citation, Figure, FigureKind, Report

LOOKED_AT = 5
"""Candidates of a report among which its figure has to be."""
ALL = 0.85
"""The share of the question's weight that a sentence and what it leans on must hold to say what was asked."""
TELLING = (
    FigureKind.PERCENT,
    FigureKind.RATE,
    FigureKind.SHARE,
    FigureKind.MONEY,
    FigureKind.TIMES,
    FigureKind.COUNT,
    FigureKind.DURATION,
    FigureKind.POINTS,
)
"""The kinds of figure that are set beside each other, those first that tell most where reports give several."""
_OF_OTHERS = re.compile(
    r"^(?:(?:a|all|other|most|the) )?(?:forces?|constabular(?:y|ies)) (?:(?:is|are) expected|should|must|"
    r"in england|with|without)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Given:
    """A figure as a report gives it."""

    report: Report
    figure: Figure
    words: str
    """The figure with what limits it."""
    period: str
    """Its period and who said so, in words; empty where the report doesn't say."""
    proof: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as a report gives it."""

    report: Report
    proof: tuple[Citation, ...]


def figures_given(asked: Sequence[Context]) -> list[Given]:
    """The figure of each report that answers a question, all of one kind: a share and a count can't be put in order.

    Args:
        asked: the question, asked of each report alone.
    """
    kinds = Counter(kind for one in asked for kind in _kinds(one))
    kind = max(kinds, key=lambda kind: (kinds[kind], -TELLING.index(kind)), default=None)
    return [given for one in asked if kind and (given := _figure(one, kind))]


def sentences_given(asked: Sequence[Context]) -> list[Sentence]:
    """The best sentence of each report that answers a question by itself."""
    answering = [one for one in asked if one.ranked and not refused_by_search(one, [])]
    found = [(one, best) for one in answering for best in one.ranked[:1] if _says_it(one.question, best)]
    return [Sentence(one.reports[0], proof_of(one, best.unit)) for one, best in found]


def _kinds(context: Context) -> set[FigureKind]:
    """The kinds of figure in the best sentence of a report that could answer the question."""
    question = context.question
    best = next((one for one in context.ranked[:LOOKED_AT] if _says_it(question, one)), None)
    kinds = {figure.kind for figure in best.unit.figures} if best else set()
    kinds = {kind for kind in kinds if question.asked.fits(kind) and kind in TELLING}
    return kinds - {FigureKind.DURATION} or kinds  # `within 10 seconds` says how a share was measured


def _figure(context: Context, kind: FigureKind) -> Given | None:
    """The figure of a kind that a report gives; None where no sentence of it does."""
    if not context.ranked or refused_by_search(context, []):
        return None
    question = context.question
    of_kind = replace(context, question=replace(question, asked=replace(question.asked, figure=kind)))
    answering = (one for one in context.ranked[:LOOKED_AT] if _says_it(question, one))
    return next((given for one in answering if (given := _taken(of_kind, one))), None)


def _taken(context: Context, one: Ranked) -> Given | None:
    direct = direct_figure(context, one.unit)
    if direct is None or direct.figure.kind is not context.question.asked.figure:
        return None
    if not _is_of_it(context.question, direct.figure):
        return None
    words, _, period = direct.text.removesuffix(".").partition(", ")
    return Given(context.reports[0], direct.figure, words, period, direct.proof)


def _says_it(question: Question, one: Ranked) -> bool:
    """Whether a candidate is about what is asked itself: not a rival beside it, a standard, another's or an extreme."""
    view = one.view
    near = view.around
    other = "extreme" in statistics_in(view.unit.text) - question.statistics or _is_of_others(one)
    clear = not one.fails and not other and conflicts(question.stems, view.stems) == 0
    return clear and coverage(question.terms, near) >= ALL


def _is_of_others(one: Ranked) -> bool:
    return sets_against(one.unit.text) or bool(_OF_OTHERS.search(one.unit.text))


def _is_of_it(question: Question, figure: Figure) -> bool:
    """Whether a bare count counts something that the question names: two counts of different things say nothing."""
    counted = frozenset(stems_of(figure.noun))
    return figure.kind is not FigureKind.COUNT or any(matched(term, counted) for term in question.terms)
