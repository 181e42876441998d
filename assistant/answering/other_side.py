"""The other side of a figure: the sentence nearby that gives what it is to be set against."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from assistant.answering.aims import gives_aim
from assistant.answering.context import Context
from assistant.answering.leaning import sets_against
from assistant.indexing.figures import figures_of
from assistant.indexing.periods import years_in
from assistant.indexing.units import Unit
from assistant.reading.words import stems_of
from assistant.retrieval.others import speaks_of_others
from assistant.retrieval.question import Question
from assistant.retrieval.terms import coverage
from assistant.types import Figure, FigureKind, Span

REACH = 3
"""Sentences on either side among which the other side of a comparison stands."""
FAR = 4.0
"""How far behind the best a sentence may be that is the other side."""
WELL = 2.0
"""What reading gives a sentence that speaks of what is asked."""
_COMPARED = re.compile(
    r"\b(?:compared|higher|lower|above|below|more|fewer|less|than|median|typical range|standard|"
    r"on average|in line|previous|improvement|increase|decrease)\w*\b|\bthe (?:figure|rate|share) (?:is|was)\b",
    re.IGNORECASE,
)
_TIME_ASKED = re.compile(
    r"\b(?:then|before|previous\w*|earlier|after|last (?:inspection|time|year|yr|cycle)|20\d\d|got (?:better|worse)|"
    r"improv\w+|narrow\w*|widen\w*|chang\w+|ris\w+|fall\w*|going (?:up|down))\b",
    re.IGNORECASE,
)
_TIME_TOLD = re.compile(
    r"\b(?:in our (?:last|previous|20\d\d)|in (?:that|the previous)(?! period)|"
    r"(?:year|months?) (?:earlier|before(?! (?:our|the|this) (?:inspection|visit)))|"
    r"(?<!months )before(?! (?:they|he|she|it|being|\w+ing|an?|any|(?:our|the|this) (?:inspection|visit)|"
    r"\w+ (?:had|has|have|was|were|is|are))\b)|"
    r"earlier|last (?:inspection|year)|had been|used to)\b",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\bcompared (?:to|with)\b.*", re.IGNORECASE)
"""What a figure has changed from; it is of the time before that."""
_TWO_TIMES = re.compile(
    r"\b(?:compared|(?:up|down) from|rose|fell|risen|fallen|(?:in|de)creas\w+|"
    r"than (?:in|last|the (?:year|previous)))\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:elsewhere|everywhere else|every(?:one|body) else|other places|(?:rest of|across) the country|most forces|"
    r"similar forces|typical(?:ly)?|usual(?:ly)?|peers?|norm(?:al)?)\b",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\brange (?:of|from|is|was) [\d.,]+\S*(?: percent)? to \d", re.IGNORECASE)
"""The two ends of a range are one side."""
_RANK = re.compile(
    r"\bthe (?:\w+[ -])?(?:highest|lowest|largest|smallest|worst|best|most|fewest|longest|shortest)\b[^.,;]*"
    r"\b(?:of|among|in) (?:all|any|the) (?:\d+ )?(?:other )?forces\b",
    re.IGNORECASE,
)
"""The place that a force's own figure has among others'."""
_LEANS = re.compile(
    r"(?:it|this|that|these|those|the (?:(?:national|england and wales|e&w) )?(?:figure|rate|share|proportion|number) "
    r"(?:for|in|was|is|had)) ",
    re.IGNORECASE,
)


class Side(StrEnum):
    """What a figure is of."""

    OWN = "own"
    THEN = "then"
    AIM = "aim"
    OTHERS = "others"


class Dated(NamedTuple):
    """The years of a comparison; 0 where none is named."""

    then: int
    """The first that the question names."""
    now: int
    """The last that is named in the sentences nearby."""


def other_side(context: Context, best: Unit) -> Span | None:
    """The sentence near the best one that gives the other side of its figure; None where there is none.

    Wanted is what was asked for beside the force's own figure now, or this beside any other. Of the sentences nearby
    that give a figure of the same kind and are of the side that is wanted, it is the one that says most of what was
    asked; else the one before, where the best points back or speaks of others, or the one after.
    """
    report, points_back = context.report(best.report), bool(_COMPARED.search(best.text))
    spans = context.section_sentences(best)
    at = spans.index(best.span)
    near = {span: report.quote(span) for span in spans[max(0, at - REACH) : at + REACH + 1] if span != best.span}
    dated = dated_in(context.question, (best.text, *near.values()))
    asked = side_asked(context.question)
    alike = {span: text for span, text in near.items() if _alike(best, text)}
    sides = {span: side_of(text, dated) for span, text in alike.items()}
    wanted = _wanted(asked, side_of(best.text, dated), sides.values())
    of_side = [span for span, side in sides.items() if side is wanted]
    of_side = [span for span in of_side if _is_of_topic(context, near[span])] or of_side
    leans = bool(_LEANS.match(best.text))
    scores = {one.unit.span: one.score for one in context.ranked if one.unit.report == best.report}
    reads = {one.unit.span for one in context.ranked if one.unit.report == best.report and (one.pair or 0.0) >= WELL}

    def fits(span: Span) -> tuple[int, bool, bool, float, float]:
        said = coverage(context.question.terms, frozenset(stems_of(near[span])))
        before = (leans and span < best.span) + (leans and spans.index(span) == at - 1)
        return before, not _gives_both(near[span]), span in reads, round(said, 3), scores.get(span, -FAR)

    if of_side:
        return max(of_side, key=fits)
    if asked is Side.AIM:
        return None
    fitting = [span for span, text in alike.items() if points_back or _COMPARED.search(text)]
    good = [span for span in fitting if scores.get(span, -FAR) >= context.ranked[0].score - FAR]
    beside = [span for span in fitting if abs(spans.index(span) - at) == 1]
    return (
        max(good, key=fits) if good else min(beside, key=lambda span: (span > best.span) == points_back, default=None)
    )


def _is_of_topic(context: Context, text: str) -> bool:
    """Whether a sentence has a word of what is asked, points back to what was told, or sets figures side by side."""
    said = coverage(context.question.terms, frozenset(stems_of(text)))
    return said > 0 or bool(_LEANS.match(text) or _COMPARED.search(text))


def _wanted(asked: Side | None, best: Side, near: Collection[Side]) -> Side | None:
    """The side that is wanted beside the best sentence's: what was asked for, or the force's own now beside that."""
    return asked if best is Side.OWN or (best is not asked and asked in near) else Side.OWN


def leans_on_figure(unit: Unit) -> bool:
    """Whether a sentence gives no figure and points back to one."""
    return bool(_LEANS.match(unit.text)) and not _comparable(unit.figures)


def holds_both(question: Question, unit: Unit) -> bool:
    """Whether a sentence gives both sides of a comparison itself."""
    return _gives_both(unit.text) and not (side_asked(question) is Side.THEN and not _TWO_TIMES.search(unit.text))


def _gives_both(text: str) -> bool:
    """Whether a text sets one figure against another itself."""
    given = len(_comparable(figures_of(text))) - len(_RANGE.findall(text))
    return given >= 2 and bool(_COMPARED.search(text))


def side_asked(question: Question) -> Side | None:
    """What a question wants a figure set against; None where it doesn't say."""
    if gives_aim(question.clear):
        return Side.AIM
    if speaks_of_others(question.clear) or _ELSEWHERE.search(question.clear):
        return Side.OTHERS
    return Side.THEN if question.scoped.years or _TIME_ASKED.search(question.clear) else None


def side_of(text: str, dated: Dated) -> Side:
    """What the figure of a sentence is of."""
    years = years_in(_SINCE.sub("", text))
    if _TIME_TOLD.search(text) or dated.then in years or 0 < max(years, default=0) < dated.now:
        return Side.THEN
    if gives_aim(text):
        return Side.AIM
    return Side.OTHERS if sets_against(text) or speaks_of_others(_RANK.sub("", text)) else Side.OWN


def dated_in(question: Question, texts: Iterable[str]) -> Dated:
    """The years of a question's comparison, told in some sentences."""
    named = question.scoped.years
    return Dated(min(named, default=0), max((year for text in texts for year in years_in(text)), default=0))


def _alike(best: Unit, text: str) -> bool:
    """Whether a sentence gives a figure that can be set beside the best one's."""
    own, others = _comparable(figures_of(best.text)), _comparable(figures_of(text))
    kinds = {kind for figure in own for kind in _kinds(figure)}
    return any(kinds & _kinds(figure) for figure in others) if own else bool(others)


def _kinds(figure: Figure) -> frozenset[FigureKind]:
    """What a figure may be: a bare number, as a chart's line has it, may be a rate."""
    bare = figure.kind is FigureKind.COUNT and not figure.noun and "." in figure.text
    return frozenset({figure.kind, FigureKind.RATE} if bare else {figure.kind})


def _comparable(figures: Sequence[Figure]) -> list[Figure]:
    """The figures that may be a side of a comparison: not those that say when, how long after, or by how much."""
    return [figure for figure in figures if figure.kind not in (FigureKind.DATE, FigureKind.POINTS)]
