"""Two sides of a comparison, each cited; a difference that is computed is marked so."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from assistant.answering.context import Context
from assistant.answering.draft import Said
from assistant.answering.graded_areas import graded_areas
from assistant.answering.grades_beside import compared_grades
from assistant.answering.meta import comparability
from assistant.answering.names import topic_terms
from assistant.answering.other_side import FAR, gives_aim, holds_both, leans_on_figure, other_side
from assistant.answering.prose import opening, proof_of, prose_statements, sets_against, takes_back
from assistant.answering.rows import is_of_others, named_cells, row_label, row_statements
from assistant.answering.said_besides import said_besides
from assistant.answering.two_named import other_named
from assistant.indexing.figures import figures_of
from assistant.indexing.units import Unit
from assistant.reading.words import stems_of
from assistant.retrieval.ranked import Ranked
from assistant.retrieval.terms import coverage, matched
from assistant.types import BlockKind, Figure, FigureKind, Grade, QuestionType, Span, StatementKind

NEAR, TOLD = 3, 0.6
"""Candidates among which the row of a table has to be, and the share of the question's weight that it has to say."""
CLOSE = 1.0
"""How far behind the best candidate one may be that has another side where the best has none."""
_TWO_CYCLES = re.compile(
    r"\b(?:now|still|today|currently|latest|then|since|both|compar\w+|versus|vs)\b|\b20\d\d\b.*\b20\d\d\b",
    re.IGNORECASE,
)
_OVER = re.compile(
    r"\b(?:above|over|beat\w*|exceed\w*|higher|more|meet\w*|met|up to|hit\w*|reach\w*|bigger|larger|greater)\b",
    re.IGNORECASE,
)
_CHANGE = re.compile(r"\b(?:increas|decreas|ris|rose|fell|fall|grew|grown|drop|reduc)\w* by\b", re.IGNORECASE)
"""How far something moved: up and down can't be taken from each other by their digits."""
_GAP = re.compile(r"\b(?:gap|difference|shortfall|short|how many (?:more|fewer)|by how (?:much|many))\b", re.IGNORECASE)
_CELL = re.compile(r"(?P<value>\d[\d,]*(?:\.\d+)?)(?: percent)?$")
"""A cell with one number."""
_UNDER = re.compile(r"\b(?:below|under|lower|less|fewer|short of|behind|smaller|miss\w*)\b", re.IGNORECASE)


def comparison_statements(context: Context) -> list[Said]:
    """The statements of a comparison: grades or sentences of two cycles, else the best sentence and its other side."""
    if (context.question.asked.grade or context.question.scoped.cycles) and (said := grades_of_cycles(context)):
        return said
    cycles = _best_of_each(context)
    if cycles:
        return [_quoted(context, one.unit, one.unit.span, named=True) for one in cycles]
    if row := _row(context):
        rows = [row, *(one.unit for one in other_named(context, row) if one.unit.kind is BlockKind.ROW)]
        told = [said for each in rows for said in row_statements(context, each)]
        return [*(_row_yes_or_no(context, row) if len(rows) == 1 else []), *told]
    if named := other_named(context, context.ranked[0].unit):
        return [_quoted(context, one.unit, one.unit.span) for one in (context.ranked[0], *named)]
    best, other = _sides(context)
    if other is None:
        return prose_statements(context)
    quotes = [_quoted(context, best, span) for span in _in_order(context, best, other)]
    back = [*_taken_back(context, best, max(best.span, other)), *said_besides(context, best)]
    return list(dict.fromkeys([*_yes_or_no(context, best, other), *_difference(context, best, other), *quotes, *back]))


def _sides(context: Context) -> tuple[Unit, Span | None]:
    """The best candidate and its other side; where it has none, the first of those that come close to it with one."""
    close = [one for one in context.ranked[:NEAR] if one.score >= context.ranked[0].score - CLOSE]
    sides = [(best, _other(context, best)) for best in (_with_figure(context, one.unit) for one in close)]
    if holds_both(context.question, sides[0][0]):
        return sides[0]
    return next((pair for pair in sides if pair[1]), sides[0])


def _other(context: Context, best: Unit) -> Span | None:
    alone = holds_both(context.question, best) or best.kind is BlockKind.ROW
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
    if _is_set(best.text) == _is_set(text):
        return opening(context, context.ranked[0])
    own, against = (text, best.text) if _is_set(best.text) else (best.text, text)
    above = _is_above(own, against)
    asked = _above_asked(context)
    if above is None or asked is None:
        return []
    proof = tuple(context.cite(best, span) for span in sorted((best.span, other)))
    return [Said(StatementKind.DIRECT, "Yes." if above == asked else "No.", proof)]


def _is_set(text: str) -> bool:
    """Whether a sentence gives what a figure is set against: others', or what is expected."""
    return sets_against(text) or gives_aim(text)


def _in_order(context: Context, best: Unit, other: Span) -> list[Span]:
    """Both sides as they are told: the force's own before what it is set against, else in the report's order."""
    report = context.report(best.report)
    return sorted((best.span, other), key=lambda span: (_is_set(report.quote(span)), span))


def _above_asked(context: Context) -> bool | None:
    """Whether a question asks if a figure is above another, and not below; None where it says neither or both."""
    over, under = (bool(way.search(context.question.clear)) for way in (_OVER, _UNDER))
    return None if over == under else over


def _row_yes_or_no(context: Context, row: Unit) -> list[Said]:
    """Yes or no where a question asks whether the force is above or below what a row of a table gives of others."""
    cells = named_cells(row)
    own, others = ([cell for column, cell in cells if is_of_others(column) is side] for side in (False, True))
    asked = _above_asked(context)
    if not context.question.asked.yes_no or len(own) != 1 or len(others) != 1 or asked is None:
        return []
    first, second = (_CELL.match(cell) for cell in (own[0], others[0]))
    if not first or not second:
        return []
    above = Decimal(first["value"].replace(",", "")) >= Decimal(second["value"].replace(",", ""))
    return [Said(StatementKind.DIRECT, "Yes." if above == asked else "No.", (context.cite(row),))]


def _is_above(own: str, against: str) -> bool | None:
    """Whether the one percentage of a text is at least that of another; None where either has none or several."""
    shares = _shares(own, against)
    return Decimal(shares[0].values[0]) >= Decimal(shares[1].values[0]) if shares else None


def _shares(first: str, second: str, kind: FigureKind = FigureKind.PERCENT) -> list[Figure]:
    """The one percentage of each of two texts, or figure of another kind; nothing where either has none or several."""
    sides = [[one for one in figures_of(text) if one.kind is kind] for text in (first, second)]
    return [side[0] for side in sides] if [len(side) for side in sides] == [1, 1] else []


def _quoted(context: Context, unit: Unit, span: Span, *, named: bool = False) -> Said:
    proof = proof_of(context, unit) if span == unit.span else (context.cite(unit, span),)
    report = context.report(unit.report)
    name = f"{report.name}: " if named else ""
    return Said(StatementKind.QUOTE, f"{name}\u201c{report.quote(span)}\u201d", proof)


def _difference(context: Context, best: Unit, other: Span) -> list[Said]:
    """The difference of two percentages, or of two counts where it is asked for, marked as computed; else nothing."""
    pair = _in_order(context, best, other)
    report = context.report(best.report)
    texts = [report.quote(span) for span in pair]
    if any(map(_CHANGE.search, texts)):
        return []
    shares = _shares(texts[0], texts[1])
    counts = _shares(texts[0], texts[1], FigureKind.COUNT) if _GAP.search(context.question.clear) else []
    if not shares and not counts:
        return []
    first, second = shares or counts
    gap = abs(Decimal(first.values[0]) - Decimal(second.values[0]))
    said = f"{gap} percentage points" if shares else f"{gap:,}"
    text = f"{first.text} against {second.text}: a difference of {said} (computed)."
    return [Said(StatementKind.DIRECT, text, tuple(context.cite(best, span) for span in pair), computed=True)]


def _taken_back(context: Context, unit: Unit, last: Span) -> list[Said]:
    """The sentence after the last of both sides, where it takes back what they say."""
    report = context.report(unit.report)
    spans = context.section_sentences(unit)
    after = spans[spans.index(last) + 1 :][:1]
    cited = [context.cite(unit, span) for span in after if takes_back(report.quote(span))]
    return [Said(StatementKind.QUALIFIER, f"\u201c{one.quote}\u201d", (one,)) for one in cited]


def _cautions(context: Context) -> list[Said]:
    """The report's own caution about comparing cycles."""
    said = next((found for report in context.reports if (found := comparability(report))), [])
    return [replace(one, kind=StatementKind.QUALIFIER) for one in said[:1]]


def wants_comparison(context: Context) -> bool:
    """Whether a question sets two things side by side."""
    return context.question.asked.type is QuestionType.COMPARE
