"""How the two sides of a comparison stand to each other: above or below, and by how much."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.answering.aims import gives_aim
from assistant.answering.context import Context
from assistant.answering.draft import Said
from assistant.answering.first_words import opening
from assistant.answering.leaning import sets_against
from assistant.answering.not_asked import is_of_the_rest
from assistant.answering.other_side import dated_in, leans_on_figure, side_asked, side_of
from assistant.answering.rows import is_of_others, named_cells
from assistant.answering.typical_range import place_in, range_word
from assistant.indexing.figures import figures_of
from assistant.indexing.units import Unit
from assistant.reading.words import stems_of
from assistant.retrieval.changed import asks_change, tells_change
from assistant.retrieval.terms import coverage
from assistant.types import Figure, FigureKind, Span, StatementKind

_OVER = re.compile(
    r"\b(?:above|over|beat\w*|exceed\w*|higher|more|meet\w*|met|up to|hit\w*|reach\w*|bigger|larger|greater)\b",
    re.IGNORECASE,
)
_REACHES = re.compile(r"\b(?:meet\w*|met|up to|hit\w*|reach\w*|at least)\b", re.IGNORECASE)
"""What an equal figure does as well."""
_CHANGE = re.compile(
    r"\b(?:increas|decreas|ris|rose|fell|fall|grew|grown|drop|reduc)\w* by\b|"
    r"\d (?:percent|%) (?:fewer|more|less|higher|lower|greater) than\b",
    re.IGNORECASE,
)
"""How far something moved: up and down can't be held against each other by their digits."""
SOME = 0.2
"""The share of a question's weight by which a sentence speaks of it."""
NEAR = 250
"""Characters before a sentence that may say what it is about."""
_GAP = re.compile(r"\b(?:gap|difference|shortfall|short|how many (?:more|fewer)|by how (?:much|many))\b", re.IGNORECASE)
_CELL = re.compile(r"(?P<value>\d[\d,]*(?:\.\d+)?)(?: percent)?$")
"""A cell with one number."""
_UNDER = re.compile(r"\b(?:below|under|lower|less|fewer|short of|behind|smaller|miss\w*)\b", re.IGNORECASE)


def yes_or_no(context: Context, best: Unit, other: Span) -> list[Said]:
    """Yes or no where a question asks whether one figure is above or below what it is set against."""
    first = context.ranked[0].unit
    if not context.question.asked.yes_no:
        return []
    text = context.report(best.report).quote(other)
    if place_in(context.question.clear):
        word = range_word(context.question.clear, (best.text, text))
        return [Said(StatementKind.DIRECT, f"{word}.", (context.cite(best), context.cite(best, other)))] if word else []
    if best is not first and not leans_on_figure(first):
        return []
    changes = asks_change(context.question.clear) and not (tells_change(best.text) or tells_change(text))
    if changes or any(map(_CHANGE.search, (best.text, text))):
        return []
    if _is_set(best.text) == _is_set(text):
        return opening(context, context.ranked[0])
    own, against = (text, best.text) if _is_set(best.text) else (best.text, text)
    above = _is_above(own, against)
    asked = _above_asked(context)
    if above is None or asked is None:
        return []
    proof = tuple(context.cite(best, span) for span in sorted((best.span, other)))
    return [Said(StatementKind.DIRECT, "Yes." if above == asked else "No.", proof)]


def row_yes_or_no(context: Context, row: Unit) -> list[Said]:
    """Yes or no where a question asks whether the force is above or below what a row of a table gives of others."""
    cells = named_cells(row)
    own, others = ([cell for column, cell in cells if is_of_others(column) is side] for side in (False, True))
    asked = _above_asked(context)
    if not context.question.asked.yes_no or len(own) != 1 or len(others) != 1 or asked is None:
        return []
    first, second = (_CELL.match(cell) for cell in (own[0], others[0]))
    if not first or not second:
        return []
    own_value, other_value = (Decimal(found["value"].replace(",", "")) for found in (first, second))
    reaches = asked and _REACHES.search(context.question.clear) and own_value == other_value
    word = "Yes." if reaches or (own_value != other_value and (own_value > other_value) == asked) else "No."
    return [Said(StatementKind.DIRECT, word, (context.cite(row),))]


def difference(context: Context, best: Unit, other: Span) -> list[Said]:
    """The difference of two percentages, or of two counts where it is asked for, marked as computed; else nothing."""
    pair = in_order(context, best, other)
    report = context.report(best.report)
    texts = [report.quote(span) for span in pair]
    if any(map(_CHANGE.search, texts)) or _is_beside(context, best, other) or is_of_the_rest(context.question, best):
        return []
    shares = _shares(texts[0], texts[1])
    counts = _shares(texts[0], texts[1], FigureKind.COUNT) if _GAP.search(context.question.clear) else []
    if not shares and not counts:
        return []
    first, second = shares or counts
    gap = abs(Decimal(first.values[0]) - Decimal(second.values[0]))
    if not gap:
        return []
    said = f"{gap} percentage points" if shares else f"{gap:,}"
    text = f"{first.text} against {second.text}: a difference of {said} (computed)."
    return [Said(StatementKind.DIRECT, text, tuple(context.cite(best, span) for span in pair), computed=True)]


def _is_beside(context: Context, best: Unit, other: Span) -> bool:
    """Whether the first sentence is beside the topic, or neither is of what a figure is to be set against."""
    if not _speaks_of_topic(context, best):
        return True
    asked, report = side_asked(context.question), context.report(best.report)
    dated = dated_in(context.question, (best.text, report.quote(other)))
    return asked is not None and asked not in {side_of(report.quote(span), dated) for span in (best.span, other)}


def _speaks_of_topic(context: Context, best: Unit) -> bool:
    """Whether a sentence with what leads to it has some of a question's words."""
    return coverage(context.question.terms, frozenset(stems_of(f"{best.lead[-NEAR:]} {best.text}"))) >= SOME


def in_order(context: Context, best: Unit, other: Span) -> list[Span]:
    """Both sides as they are told: the force's own before what it is set against, else in the report's order."""
    report = context.report(best.report)
    return sorted((best.span, other), key=lambda span: (_is_set(report.quote(span)), span))


def _is_set(text: str) -> bool:
    """Whether a sentence gives what a figure is set against: others', or what is expected."""
    return sets_against(text) or gives_aim(text)


def _above_asked(context: Context) -> bool | None:
    """Whether a question asks if a figure is above another, and not below; None where it says neither or both."""
    over, under = (bool(way.search(context.question.clear)) for way in (_OVER, _UNDER))
    return None if over == under else over


def _is_above(own: str, against: str) -> bool | None:
    """Whether the one percentage of a text is more than that of another; None where they are alike or aren't told."""
    values = [Decimal(one.values[0]) for one in _shares(own, against)]
    return values[0] > values[1] if len(set(values)) > 1 else None


def _shares(first: str, second: str, kind: FigureKind = FigureKind.PERCENT) -> list[Figure]:
    """The one percentage of each of two texts, or figure of another kind; nothing where either has none or several."""
    sides = [[one for one in figures_of(text) if one.kind is kind] for text in (first, second)]
    return [side[0] for side in sides] if [len(side) for side in sides] == [1, 1] else []
