"""One figure of the reports of several forces, in order, a row each with its period."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.answering.context import Context
from assistant.answering.draft import Said
from assistant.answering.figures import chosen_figure, direct_figure
from assistant.answering.many_forms import CELL, DIFFERENT_PERIODS, amount, counted, in_order, not_given
from assistant.answering.over_reports import about_one
from assistant.answering.scope_check import refused_by_search
from assistant.reading.words import stems_of
from assistant.retrieval.terms import matched
from assistant.types import Citation, Figure, FigureKind, Report, StatementKind

_LOWEST = re.compile(
    r"\b(?:least|lowest|smallest|fewest|shortest|lowest first|ascending|low(?:est)? to high(?:est)?)\b", re.IGNORECASE
)
_GOOD, _BAD = re.compile(r"\b(?:best|better)\b", re.IGNORECASE), re.compile(r"\b(?:worst|worse)\b", re.IGNORECASE)
_FAST, _SLOW = re.compile(r"\b(?:fastest|quickest)\b", re.IGNORECASE), re.compile(r"\bslowest\b", re.IGNORECASE)
_LESS_IS_BETTER = re.compile(
    r"\b(?:abandon\w*|wait\w*|delay\w*|backlogs?|absen\w+|sick\w*|vacanc\w+|turnover|attrition|complain\w*|overdue|"
    r"lost|missed|miss|unallocated|unanswered|reoffend\w*|repeat\w*|cost\w*|time)\b",
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


def figures_of_forces(context: Context, reports: Sequence[Report]) -> list[Said]:
    """The figure of each force in order, and who has none; nothing where no report gives one."""
    question = about_one(context.question)
    found = [given for report in reports if (given := figure_given(context.within(question, report), report))]
    found = _of_one_kind(found)
    if not found:
        return []
    highest = highest_first(context.question.clear, found[0].figure.kind)
    rows = _ranked(found, highest=highest)
    words = in_order(len(rows), highest=highest) if len(rows) > 1 else f"{counted(1)}:"
    head = Said(StatementKind.DIRECT, words, rows[0].proof[:1], computed=True)
    return [head, *rows, *_difference(found), *_notes(found, reports)]


def figure_given(context: Context, report: Report) -> Given | None:
    """The figure of a report that answers a question; None where its best sentence doesn't answer it.

    Args:
        context: the question asked of this report alone.
        report: the report.
    """
    if not context.ranked or context.ranked[0].fails:
        return None
    unit = context.ranked[0].unit
    figure, direct = chosen_figure(context.question, unit), direct_figure(context, unit)
    if figure is None or direct is None or not _is_of_it(context, figure) or refused_by_search(context, []):
        return None
    words, _, period = direct.text.removesuffix(".").partition(", ")
    return Given(report, figure, words, period, direct.proof)


def _is_of_it(context: Context, figure: Figure) -> bool:
    """Whether a bare count counts something that the question names: two counts of different things say nothing."""
    counted_here = frozenset(stems_of(figure.noun))
    return figure.kind is not FigureKind.COUNT or any(matched(term, counted_here) for term in context.question.terms)


def highest_first(question: str, kind: FigureKind) -> bool:
    """Whether the highest figure comes first: "the best" hangs on the figure."""
    low_is_good = kind is FigureKind.DURATION or bool(_LESS_IS_BETTER.search(question))
    if _GOOD.search(question) or _BAD.search(question):
        return bool(_BAD.search(question)) == low_is_good
    if _FAST.search(question) or _SLOW.search(question):
        return bool(_SLOW.search(question)) == (kind is FigureKind.DURATION)
    return not _LOWEST.search(question)


def _of_one_kind(found: Sequence[Given]) -> list[Given]:
    """Those of the sort of figure that most reports give: a share and a count can't be put in order."""
    kinds = Counter(given.figure.kind for given in found).most_common(1)
    return [given for given in found if kinds and given.figure.kind is kinds[0][0]]


def _ranked(found: Sequence[Given], *, highest: bool) -> list[Said]:
    """The rows in order; equal figures have one number."""

    def key(given: Given) -> Decimal:
        return -amount(given.figure) if highest else amount(given.figure)

    rows = []
    for given in sorted(found, key=lambda given: (key(given), given.report.name)):
        place = 1 + sum(key(other) < key(given) for other in found)
        cells = [f"{place}. {given.report.name}", given.words, *([given.period] if given.period else [])]
        rows.append(Said(StatementKind.ROW, CELL.join(cells), given.proof))
    return rows


def _difference(found: Sequence[Given]) -> list[Said]:
    """The difference of two percentages, marked as computed."""
    if len(found) != 2 or found[0].figure.kind is not FigureKind.PERCENT:
        return []
    first, second = found
    gap = abs(amount(first.figure) - amount(second.figure))
    text = f"{first.words} against {second.words}: a difference of {gap} percentage points (computed)."
    return [Said(StatementKind.QUALIFIER, text, (*first.proof, *second.proof), computed=True)]


def _notes(found: Sequence[Given], reports: Sequence[Report]) -> list[Said]:
    """That the periods differ, and who gives no figure."""
    having = {given.report.id for given in found}
    missing = [report for report in reports if report.id not in having]
    texts = [DIFFERENT_PERIODS] if len({given.period for given in found}) > 1 else []
    texts += [not_given(missing)] if missing else []
    return [Said(StatementKind.QUALIFIER, text, ()) for text in texts]
