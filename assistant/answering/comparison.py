"""Two sides of a comparison, each cited; a difference that is computed is marked so."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answering.context import Context
from assistant.answering.draft import Said
from assistant.answering.each_cycle import best_of_each
from assistant.answering.graded_areas import graded_areas
from assistant.answering.grades_beside import compared_grades
from assistant.answering.leaning import proof_of, takes_back
from assistant.answering.meta import comparability
from assistant.answering.names import topic_terms
from assistant.answering.other_side import FAR, holds_both, leans_on_figure, other_side
from assistant.answering.prose import prose_statements
from assistant.answering.rows import named_cells, row_label, row_statements
from assistant.answering.said_besides import said_besides
from assistant.answering.set_against import difference, in_order, row_yes_or_no, yes_or_no
from assistant.answering.two_named import other_named
from assistant.indexing.units import Unit
from assistant.reading.words import stems_of
from assistant.retrieval.changed import asks_change
from assistant.retrieval.terms import coverage, matched
from assistant.types import BlockKind, Grade, QuestionType, Span, StatementKind

NEAR, TOLD = 3, 0.6
"""Candidates among which a row, or a sentence with another side, has to be, and the share of one it has to say."""
_COUNTED = re.compile(
    r"\b(?:more|fewer|less|how (?:many|much)|rates?|figures?|numbers?|percent\w*|higher|lower|bigger|smaller|longer|"
    r"shorter|quicker|slower|times?|recorded?|recording|savings?|costs?|backlogs?|vacanc\w+|staff)\b|"
    r"\w+ (?:than|since|on) (?:in )?20\d\d",
    re.IGNORECASE,
)
"""Words by which it is asked how much there is of something, and not how it is graded."""
_SAYS_HOW_FAR = re.compile(
    r"(?:this|that|it)(?:'s| is| was| represents| equals| means) (?:an? )?(?:\w+ )?"
    r"(?:increase|decrease|rise|fall|drop|reduction|growth)\b",
    re.IGNORECASE,
)
CLOSE = 1.0
"""How far behind the best candidate one may be that has another side where the best has none."""


def comparison_statements(context: Context) -> list[Said]:
    """The statements of a comparison: grades or sentences of two cycles, else the best sentence and its other side."""
    if wants_grades(context) and (said := grades_of_cycles(context)):
        return said
    cycles = best_of_each(context)
    if cycles:
        return [_quoted(context, one.unit, one.unit.span, named=True) for one in cycles]
    if row := _row(context):
        rows = [row, *(one.unit for one in other_named(context, row) if one.unit.kind is BlockKind.ROW)]
        told = [said for each in rows for said in row_statements(context, each)]
        return [*(row_yes_or_no(context, row) if len(rows) == 1 else []), *told]
    if named := other_named(context, context.ranked[0].unit):
        return [_quoted(context, one.unit, one.unit.span) for one in (context.ranked[0], *named)]
    best, other = _sides(context)
    if other is None:
        return prose_statements(context)
    quotes = [_quoted(context, best, span) for span in in_order(context, best, other)]
    quotes += [_quoted(context, first, first.span)] if (first := context.ranked[0].unit) is not best else []
    back = [*_taken_back(context, best, max(best.span, other)), *said_besides(context, best)]
    return list(dict.fromkeys([*yes_or_no(context, best, other), *difference(context, best, other), *quotes, *back]))


def _sides(context: Context) -> tuple[Unit, Span | None]:
    """The best candidate and its other side; where it has none, the first of those that come close to it with one."""
    close = [one for one in context.ranked[:NEAR] if one.score >= context.ranked[0].score - CLOSE]
    first, *others = (_with_figure(context, one.unit) for one in close)
    if holds_both(context.question, first):
        return first, None
    sides = ((best, _other(context, best)) for best in (first, *others))
    return next((pair for pair in sides if pair[1]), (first, None))


def _other(context: Context, best: Unit) -> Span | None:
    """The other side of a sentence that doesn't hold both; a row has none."""
    alone = best.kind is BlockKind.ROW or holds_both(context.question, best)
    return None if alone else other_side(context, best)


def _row(context: Context) -> Unit | None:
    """The row of a table that gives both sides itself: one that the question names among the best, or the best."""
    for one in context.ranked[:NEAR]:
        label = frozenset(stems_of(row_label(one.unit)))
        near = one.score >= context.ranked[0].score - FAR and len(named_cells(one.unit)) > 1
        named = any(matched(term, label) for term in context.question.terms)
        told = coverage(context.question.terms, one.view.around) >= TOLD
        if one.unit.kind is BlockKind.ROW and near and named and told:
            return one.unit
    best = context.ranked[0].unit
    return best if best.kind is BlockKind.ROW and named_cells(best) else None


def _with_figure(context: Context, best: Unit) -> Unit:
    """The best candidate, or the one before it where that has the figure of which it only says how it compares."""
    if best.kind is BlockKind.ROW or not leans_on_figure(best):
        return best
    near = (one.unit for one in context.ranked if one.unit.report == best.report and one.unit.section == best.section)
    before = [one for one in near if one.span < best.span and one.figures and one.kind is BlockKind.PARAGRAPH]
    return max(before, key=lambda one: one.span, default=best)


def grades_of_cycles(context: Context) -> list[Said]:
    """An area's grades of two cycles with the report's caution; none where fewer than two reports give one."""
    grades = compared_grades(context)
    if not grades and len(context.reports) > 1 and not topic_terms(context.question.terms):
        grades = [said for report in context.reports for said in graded_areas((report,), list(Grade))]
    return grades + _cautions(context) if grades else []


def _quoted(context: Context, unit: Unit, span: Span, *, named: bool = False) -> Said:
    proof = proof_of(context, unit) if span == unit.span else (context.cite(unit, span),)
    report = context.report(unit.report)
    name = f"{report.name}: " if named else ""
    return Said(StatementKind.QUOTE, f"{name}\u201c{report.quote(span)}\u201d", proof)


def _taken_back(context: Context, unit: Unit, last: Span) -> list[Said]:
    """The sentence after the last of both sides, where it takes back what they say or says how far it moved."""
    report = context.report(unit.report)
    spans = context.section_sentences(unit)
    after = spans[spans.index(last) + 1 :][:1]
    limits = (span for span in after if takes_back(report.quote(span)) or _SAYS_HOW_FAR.match(report.quote(span)))
    cited = [context.cite(unit, span) for span in limits]
    return [Said(StatementKind.QUALIFIER, f"\u201c{one.quote}\u201d", (one,)) for one in cited]


def _cautions(context: Context) -> list[Said]:
    """The report's own caution about comparing cycles."""
    said = next((found for report in context.reports if (found := comparability(report))), [])
    return [replace(one, kind=StatementKind.QUALIFIER) for one in said[:1]]


def wants_grades(context: Context) -> bool:
    """Whether a question sets grades side by side: it says so, or names two cycles and asks for no figure."""
    question = context.question
    counts = question.asked.wants_figure or asks_change(question.clear) or _COUNTED.search(question.clear)
    return question.asked.grade or (bool(question.scoped.cycles) and not counts)


def wants_comparison(context: Context) -> bool:
    """Whether a question sets two things side by side."""
    return context.question.asked.type is QuestionType.COMPARE
