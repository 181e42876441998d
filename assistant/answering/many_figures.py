"""One figure of the reports of several forces, in order, a row each with its period."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant.answering.context import Context
from assistant.answering.draft import Said
from assistant.answering.many_forms import CELL, DIFFERENT_PERIODS, amount, counted, in_order, not_given
from assistant.answering.many_given import Given, Sentence, figures_given, sentences_given
from assistant.answering.over_reports import about_one, ranks
from assistant.answering.sure import NAMED
from assistant.types import FigureKind, Report, StatementKind

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


def figures_of_forces(context: Context, reports: Sequence[Report]) -> list[Said]:
    """What each report gives for a question, in order where it is the same figure; nothing where none gives it.

    A question of a single word, such as `budget`, may mean another figure in every report: each report's own sentence
    is shown then, and nothing is put in order.
    """
    question = about_one(context.question)
    asked = [context.within(question, report) for report in reports]
    found = figures_given(asked)
    if len(found) == 1 < len(asked) and ranks(context.question.clear):
        return []
    if found and all(map(_is_close, asked)):
        return [*_ordered(context, found), *_missing([given.report for given in found], reports)]
    wants_figure = ranks(context.question.clear) or context.question.asked.wants_figure
    said = [Sentence(given.report, given.proof[:1]) for given in found]
    said += [] if wants_figure else sentences_given([one for one in asked if one.reports[0] not in _reports(said)])
    return [*_quoted(said), *_missing(_reports(said), reports)] if said else []


def _is_close(context: Context) -> bool:
    """Whether a question names its figure so closely that it is the same in every report."""
    return len(context.question.terms) >= NAMED or context.question.asked.figure is FigureKind.RATE


def _reports(said: Sequence[Sentence]) -> list[Report]:
    return [one.report for one in said]


def _ordered(context: Context, found: Sequence[Given]) -> list[Said]:
    """The figures in order, with their difference, and that their periods differ."""
    highest = highest_first(context.question.clear, found[0].figure.kind)
    periods = [_note(DIFFERENT_PERIODS)] if len({given.period for given in found}) > 1 else []
    return [*_ranked(found, highest=highest), *_difference(found), *periods]


def highest_first(question: str, kind: FigureKind) -> bool:
    """Whether the highest figure comes first; whether that is the best one hangs on what is counted."""
    low_is_good = kind is FigureKind.DURATION or bool(_LESS_IS_BETTER.search(question))
    if _GOOD.search(question) or _BAD.search(question):
        return bool(_BAD.search(question)) == low_is_good
    if _FAST.search(question) or _SLOW.search(question):
        return bool(_SLOW.search(question)) == (kind is FigureKind.DURATION)
    return not _LOWEST.search(question)


def _ranked(found: Sequence[Given], *, highest: bool) -> list[Said]:
    """How many there are and in which order, and the rows in it; equal figures have one number."""

    def key(given: Given) -> Decimal:
        return -amount(given.figure) if highest else amount(given.figure)

    rows = []
    for given in sorted(found, key=lambda given: (key(given), given.report.name)):
        place = 1 + sum(key(other) < key(given) for other in found)
        number = f"{place}. " if len(found) > 1 else ""
        cells = [f"{number}{given.report.name}", given.words, *([given.period] if given.period else [])]
        rows.append(Said(StatementKind.ROW, CELL.join(cells), given.proof))
    return _headed(in_order(len(rows), highest=highest) if len(rows) > 1 else f"{counted(1)}:", rows)


def _quoted(found: Sequence[Sentence]) -> list[Said]:
    """How many reports say something, and what each says."""
    cells = [(f"{one.report.name}{CELL}\u201c{one.proof[0].quote}\u201d", one.proof) for one in found]
    return _headed(f"{counted(len(found))}:", [Said(StatementKind.ROW, text, proof) for text, proof in cells])


def _headed(words: str, rows: list[Said]) -> list[Said]:
    return [Said(StatementKind.DIRECT, words, rows[0].proof[:1], computed=True), *rows]


def _difference(found: Sequence[Given]) -> list[Said]:
    """The difference of two percentages, marked as computed."""
    if len(found) != 2 or found[0].figure.kind is not FigureKind.PERCENT:
        return []
    first, second = found
    gap = abs(amount(first.figure) - amount(second.figure))
    text = f"{first.words} against {second.words}: a difference of {gap} percentage points (computed)."
    return [Said(StatementKind.QUALIFIER, text, (*first.proof, *second.proof), computed=True)]


def _missing(having: Sequence[Report], reports: Sequence[Report]) -> list[Said]:
    missing = [report for report in reports if report not in having]
    return [_note(not_given(missing))] if missing else []


def _note(text: str) -> Said:
    return Said(StatementKind.QUALIFIER, text, ())
