"""Two sides of a comparison, each cited; a difference that is computed is marked so."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.answering.context import Context
from assistant.answering.draft import Said, cite
from assistant.answering.figures import chosen_figure
from assistant.answering.grades import compared_grades
from assistant.answering.prose import opening, proof_of, prose_statements
from assistant.reading.sentences import sentences_of
from assistant.retrieval.ranked import Ranked
from assistant.retrieval.terms import coverage
from assistant.types import Figure, FigureKind, QuestionType, StatementKind

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
    best = context.ranked[0]
    other = _other_side(context, best)
    if other is None:
        return prose_statements(context)
    pair = sorted((best, other), key=lambda one: one.unit.span)
    quotes = [Said(StatementKind.QUOTE, f"\u201c{one.unit.text}\u201d", proof_of(context, one.unit)) for one in pair]
    return [*opening(context, best), *_difference(context, best, other), *quotes]


def _other_side(context: Context, best: Ranked) -> Ranked | None:
    """The candidate of the same section that holds the other side; none where the best one holds both."""
    if len(_comparable(best)) >= 2 and _OTHER_SIDE.search(best.unit.text):
        return None
    near = [one for one in context.same_section(best.unit) if one is not best and _is_other_side(context, best, one)]
    return near[0] if near else None


def _is_other_side(context: Context, best: Ranked, other: Ranked) -> bool:
    speaks = bool(_OTHER_SIDE.search(other.unit.text)) or bool(_OTHER_SIDE.search(best.unit.text))
    near = abs(other.unit.block - best.unit.block) <= 1
    covered = coverage(context.question.terms, other.view.stems | other.view.last_lead | other.view.heading)
    return speaks and near and covered >= 0.3 and bool(_comparable(other)) and _values(other) != _values(best)


def _comparable(one: Ranked) -> list[Figure]:
    return [
        figure
        for figure in one.unit.figures
        if figure.kind not in (FigureKind.DATE, FigureKind.DURATION, FigureKind.POINTS)
    ]


def _values(one: Ranked) -> set[tuple[str, ...]]:
    return {figure.values for figure in _comparable(one)}


def _difference(context: Context, best: Ranked, other: Ranked) -> list[Said]:
    """The difference of two percentages, marked as computed; nothing for other pairs."""
    first, second = (chosen_figure(context.question, one.unit) for one in (best, other))
    if first is None or second is None or {first.kind, second.kind} != {FigureKind.PERCENT}:
        return []
    gap = abs(Decimal(first.values[0]) - Decimal(second.values[0]))
    text = f"{first.text} against {second.text}: a difference of {gap} percentage points (computed)."
    return [
        Said(StatementKind.DIRECT, text, (*proof_of(context, best.unit), *proof_of(context, other.unit)), computed=True)
    ]


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
