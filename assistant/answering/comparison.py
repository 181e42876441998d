"""Two sides of a comparison, each cited; a difference that is computed is marked so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.answering.context import Context
from assistant.answering.draft import Said
from assistant.answering.grades import compared_grades
from assistant.answering.meta import comparability
from assistant.answering.prose import opening, proof_of, prose_statements, sets_against
from assistant.indexing.figures import figures_of
from assistant.indexing.units import Unit
from assistant.reading.sentences import sentences_of
from assistant.retrieval.ranked import Ranked
from assistant.types import BlockKind, Figure, FigureKind, QuestionType, Span, StatementKind

_OTHER_SIDE = re.compile(
    r"\b(?:compared|higher|lower|above|below|more|fewer|less|than|median|typical range|standard|"
    r"on average|in line|previous|improvement|increase|decrease)\w*\b",
    re.IGNORECASE,
)
_TWO_CYCLES = re.compile(
    r"\b(?:now|still|today|currently|latest|then|since|both|compar\w+|versus|vs)\b|\b20\d\d\b.*\b20\d\d\b",
    re.IGNORECASE,
)
_OVER = re.compile(
    r"\b(?:above|over|beat\w*|exceed\w*|higher|more|meet\w*|met|up to|hit\w*|reach\w*|bigger|larger|greater)\b",
    re.IGNORECASE,
)
_UNDER = re.compile(r"\b(?:below|under|lower|less|fewer|short of|behind|smaller|miss\w*)\b", re.IGNORECASE)
REACH = 3
"""Sentences on either side among which the other side of a comparison stands."""
FAR = 4.0
"""How far behind the best a sentence may be that is the other side."""


def comparison_statements(context: Context) -> list[Said]:
    """The statements of a comparison: grades or sentences of two cycles, else the best sentence and its other side."""
    grades = compared_grades(context) if context.question.asked.grade or len(context.question.scoped.cycles) > 0 else []
    if grades:
        return grades + _cautions(context)
    cycles = _best_of_each(context)
    if cycles:
        return [_quoted(context, one.unit, one.unit.span, named=True) for one in cycles]
    best = context.ranked[0].unit
    other = None if _holds_both(best.text) or best.kind is BlockKind.ROW else other_side(context, best)
    if other is None:
        return prose_statements(context)
    quotes = [_quoted(context, best, span) for span in sorted((best.span, other))]
    return [*_yes_or_no(context, best, other), *_difference(context, best, other), *quotes]


def _best_of_each(context: Context) -> list[Ranked]:
    """The best candidate of each report, where a question sets two cycles of one force side by side."""
    if len(context.reports) < 2 or not _TWO_CYCLES.search(context.question.clear):
        return []
    firsts = {one.unit.report: one for one in reversed(context.ranked)}
    near = [one for one in firsts.values() if one.score >= context.ranked[0].score - FAR]
    return sorted(near, key=lambda one: one.unit.report, reverse=True)[:2] if len(near) > 1 else []


def _yes_or_no(context: Context, best: Unit, other: Span) -> list[Said]:
    """Yes or no where a question asks whether one figure is above or below what it is set against."""
    if not context.question.asked.yes_no:
        return []
    text = context.report(best.report).quote(other)
    if sets_against(best.text) == sets_against(text):
        return opening(context, context.ranked[0])
    own, against = (text, best.text) if sets_against(best.text) else (best.text, text)
    above = _is_above(own, against)
    over, under = (bool(way.search(context.question.clear)) for way in (_OVER, _UNDER))
    if above is None or over == under:
        return []
    proof = tuple(context.cite(best, span) for span in sorted((best.span, other)))
    return [Said(StatementKind.DIRECT, "Yes." if above == over else "No.", proof)]


def _is_above(own: str, against: str) -> bool | None:
    """Whether the one percentage of a text is at least that of another; None where either has none or several."""
    shares = _shares(own, against)
    return Decimal(shares[0].values[0]) >= Decimal(shares[1].values[0]) if shares else None


def _shares(first: str, second: str) -> list[Figure]:
    """The one percentage of each of two texts; nothing where either has none or several."""
    sides = [[one for one in figures_of(text) if one.kind is FigureKind.PERCENT] for text in (first, second)]
    return [side[0] for side in sides] if [len(side) for side in sides] == [1, 1] else []


def _quoted(context: Context, unit: Unit, span: Span, *, named: bool = False) -> Said:
    proof = proof_of(context, unit) if span == unit.span else (context.cite(unit, span),)
    report = context.report(unit.report)
    name = f"{report.name}: " if named else ""
    return Said(StatementKind.QUOTE, f"{name}\u201c{report.quote(span)}\u201d", proof)


def _holds_both(text: str) -> bool:
    """Whether a sentence gives both sides itself."""
    return len(_comparable(figures_of(text))) >= 2 and bool(_OTHER_SIDE.search(text))


def other_side(context: Context, best: Unit) -> Span | None:
    """The sentence near the best one that gives the other side of its figure; None where there is none.

    Of the sentences nearby that give a figure of the same kind, that which answers the question best itself; else the
    one before, where the best points back or speaks of others, or the one after.
    """
    report, points_back = context.report(best.report), bool(_OTHER_SIDE.search(best.text))
    spans = [span for block in context.section(best).blocks for span in sentences_of(report, block)]
    at = spans.index(best.span)
    near = [span for span in spans[max(0, at - REACH) : at + REACH + 1] if span != best.span]
    fitting = [span for span in near if _is_other_side(best, report.quote(span), points_back)]
    beside = [span for span in fitting if abs(spans.index(span) - at) == 1]
    scores = {one.unit.span: one.score for one in context.ranked if one.unit.report == best.report}
    good = [span for span in fitting if scores.get(span, -FAR) >= context.ranked[0].score - FAR]
    against = sets_against(best.text)

    def fits(span: Span) -> tuple[bool, float]:
        return sets_against(report.quote(span)) != against, scores.get(span, -FAR)

    if good:
        return max(good, key=fits)
    return min(beside, key=lambda span: (span.start > best.span.start) == points_back, default=None)


def _is_other_side(best: Unit, text: str, points_back: bool) -> bool:
    own, others = _comparable(figures_of(best.text)), _comparable(figures_of(text))
    kinds = {figure.kind for figure in own}
    alike = any(figure.kind in kinds for figure in others) if own else bool(others)
    return alike and (points_back or bool(_OTHER_SIDE.search(text)))


def _comparable(figures: Sequence[Figure]) -> list[Figure]:
    """The figures that may be a side of a comparison: not those that say when, how long after, or by how much."""
    return [figure for figure in figures if figure.kind not in (FigureKind.DATE, FigureKind.POINTS)]


def _difference(context: Context, best: Unit, other: Span) -> list[Said]:
    """The difference of two percentages, marked as computed; nothing for other pairs."""
    pair = sorted((best.span, other))
    report = context.report(best.report)
    shares = _shares(*(report.quote(span) for span in pair))
    if not shares:
        return []
    first, second = shares
    gap = abs(Decimal(first.values[0]) - Decimal(second.values[0]))
    text = f"{first.text} against {second.text}: a difference of {gap} percentage points (computed)."
    return [Said(StatementKind.DIRECT, text, tuple(context.cite(best, span) for span in pair), computed=True)]


def _cautions(context: Context) -> list[Said]:
    """The report's own caution about comparing cycles."""
    said = next((found for report in context.reports if (found := comparability(report))), [])
    return [replace(one, kind=StatementKind.QUALIFIER) for one in said[:1]]


def wants_comparison(context: Context) -> bool:
    """Whether a question sets two things side by side."""
    return context.question.asked.type is QuestionType.COMPARE
