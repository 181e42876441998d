"""Two sides of a comparison, each cited; a difference that is computed is marked so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant.answering.context import Context
from assistant.answering.draft import Said, cite
from assistant.answering.grades import compared_grades
from assistant.answering.prose import opening, proof_of, prose_statements
from assistant.indexing.figures import figures_of
from assistant.indexing.units import Unit
from assistant.reading.sentences import sentences_of
from assistant.types import Figure, FigureKind, QuestionType, Span, StatementKind

_OTHER_SIDE = re.compile(
    r"\b(?:compared|higher|lower|above|below|more|fewer|less|than|median|typical range|standard|"
    r"on average|in line|previous|improvement|increase|decrease)\w*\b",
    re.IGNORECASE,
)
_CAUTION = re.compile(
    r"\b(?:can't be sure|cannot be sure|can't compare|isn't possible to (?:make )?(?:direct )?compar\w*|"
    r"not (?:directly )?comparable|overlap)\b",
    re.IGNORECASE,
)
_OF_CYCLES = re.compile(r"\b(?:grades?|judge?ments?|cycles?)\b", re.IGNORECASE)


def comparison_statements(context: Context) -> list[Said]:
    """The statements of a comparison: grades of two cycles, else the best sentence and the other side's."""
    grades = compared_grades(context) if context.question.asked.grade or len(context.question.scoped.cycles) > 0 else []
    if grades:
        return grades + _cautions(context)
    best = context.ranked[0].unit
    other = None if _holds_both(best.text) else _other_side(context, best)
    if other is None:
        return prose_statements(context)
    pair = sorted((best.span, other))
    quotes = [_quoted(context, best, span) for span in pair]
    return [*opening(context, context.ranked[0]), *_difference(context, best, other), *quotes]


def _quoted(context: Context, unit: Unit, span: Span) -> Said:
    proof = proof_of(context, unit) if span == unit.span else (context.cite(unit, span),)
    return Said(StatementKind.QUOTE, f"\u201c{context.report(unit.report).quote(span)}\u201d", proof)


def _holds_both(text: str) -> bool:
    """Whether a sentence gives both sides itself."""
    return len(_comparable(figures_of(text))) >= 2 and bool(_OTHER_SIDE.search(text))


def _other_side(context: Context, best: Unit) -> Span | None:
    """The sentence beside the best one that gives the other side: the one before where the best points back."""
    report = context.report(best.report)
    spans = context.sentences(best)
    at = spans.index(best.span)
    before, after = spans[:at][-1:], spans[at + 1 :][:1]
    points_back = bool(_OTHER_SIDE.search(best.text))
    beside = [*before, *after] if points_back else [*after, *before]
    return next((span for span in beside if _is_other_side(best, report.quote(span), points_back)), None)


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
    sides = [[one for one in figures_of(report.quote(span)) if one.kind is FigureKind.PERCENT] for span in pair]
    if [len(side) for side in sides] != [1, 1]:
        return []
    first, second = sides[0][0], sides[1][0]
    gap = abs(Decimal(first.values[0]) - Decimal(second.values[0]))
    text = f"{first.text} against {second.text}: a difference of {gap} percentage points (computed)."
    return [Said(StatementKind.DIRECT, text, tuple(context.cite(best, span) for span in pair), computed=True)]


def _cautions(context: Context) -> list[Said]:
    """The report's own caution about comparing cycles."""
    for report in context.reports:
        for section in report.sections:
            for block in section.blocks:
                for span in sentences_of(report, block):
                    text = report.quote(span)
                    if _CAUTION.search(text) and _OF_CYCLES.search(text):
                        return [Said(StatementKind.QUALIFIER, f"\u201c{text}\u201d", (cite(report, section, span),))]
    return []


def wants_comparison(context: Context) -> bool:
    """Whether a question sets two things side by side."""
    return context.question.asked.type is QuestionType.COMPARE
