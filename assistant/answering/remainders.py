"""What two figures leave between them, where the report tells it: `28 of the 39 were in time`, late were `11 cases`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from assistant.answering.context import Context
from assistant.answering.draft import Said
from assistant.answering.figures import direct_of
from assistant.answering.not_asked import asks_gap, is_of_the_rest
from assistant.indexing.units import Unit
from assistant.types import Figure, FigureKind, StatementKind

_GAP = re.compile(
    r"\b(?:shortfall|gap|difference|missing|left over|remainder|unrecorded|under-?recorded)\b", re.IGNORECASE
)
_TELLS_GAP = re.compile(
    r"\b(?:under-?\w+|miss\w*|short\w*|gap|differen\w+|fewer|less|unrecorded|lost|left|lack\w*|behind)\b", re.IGNORECASE
)
"""Of three counts of which two make the third it is told by its words which one is the gap."""
_AGAINST = re.compile(
    r"\b(?:against|compared (?:to|with)|out of|who should|"
    r"and (?:that )?(?:it )?(?:has|had)(?: already)? (?:found|identified|filled))\b",
    re.IGNORECASE,
)
"""What sets two figures of a sentence against each other."""
_IN_POSTS = re.compile(r"\b(?:in|for|of)(?: an?| the)? $", re.IGNORECASE)
_POSTS = re.compile(r"\b(?:posts|places|positions|roles)$", re.IGNORECASE)
_TELLS_IT = re.compile(
    r"\b(?:shortfall|gap|short|vacanc\w+) of\b|\bof (?:which|these|them)\b|"
    r"\d (?:\w+ ){0,3}(?:vacanc\w+|(?:were|was|are|is) (?:vacant|unfilled|empty))\b",
    re.IGNORECASE,
)
"""What tells itself how much is lacking."""
READS = 0.0
"""What reading has to give such a sentence."""
MILLION = Decimal(1_000_000)
_MILLIONS = re.compile(r"\d( million|m)$", re.IGNORECASE)
Wanted = tuple[Unit, Figure, Decimal, list[Unit]]
"""A sentence with figures, one of them, what they leave, and the sentences that may tell it."""
NEAR = 3
"""Candidates of which one has to give a share, and sentences after it that may tell the rest."""


def rest_statements(context: Context) -> list[Said]:
    """How many fell short, or the gap between what was cited before; computed where one sentence gives both figures.

    What tells it is proved: its count is the difference of the figures.
    """
    asked = context.question.asked
    if not asked.wants_figure or asked.yes_no or asked.reason:
        return []
    counts = asked.figure in (None, FigureKind.COUNT, FigureKind.SHARE)
    if asks_gap(context.question) and (between := _between(context)):
        return between
    wanted = (*_rests(context), *_gaps(context)) if counts else ()
    told = (
        (unit, other, told)
        for unit, figure, rest, near in wanted
        for other in near
        for told in other.figures
        if _is_left(told, figure, rest)
    )
    return next((_said(context, *found) for found in told), [])


def _between(context: Context) -> list[Said]:
    """The difference of the two figures that the best sentence sets against each other, marked as computed."""
    one = context.ranked[0]
    figures = [figure for figure in one.unit.figures if figure.kind in (FigureKind.COUNT, FigureKind.MONEY)]
    reads = one.pair is None or one.pair >= READS
    if len(figures) != 2 or figures[0].kind is not figures[1].kind or not reads or _TELLS_IT.search(one.unit.text):
        return []
    start, end = (place - one.unit.span.start for place in (figures[0].span.end, figures[1].span.start))
    first, second = (Decimal(figure.values[0]) for figure in figures)
    between = one.unit.text[start:end]
    against = _AGAINST.search(between) or (_IN_POSTS.search(between) and _POSTS.search(figures[1].noun))
    if not against or first == second:
        return []
    told = _as_told(abs(first - second), figures)
    text = f"{figures[0].text} against {figures[1].text}: a difference of {told} (computed)."
    quote = context.cite(one.unit)
    direct = Said(StatementKind.DIRECT, text, (quote,), computed=True)
    return [direct, Said(StatementKind.QUOTE, f"\u201c{quote.quote}\u201d", (quote,))]


def _as_told(gap: Decimal, figures: Sequence[Figure]) -> str:
    """A difference written as the figures are: in millions where both are."""
    pound = "\u00a3" if figures[0].kind is FigureKind.MONEY else ""
    units = {found[1] for figure in figures if (found := _MILLIONS.search(figure.text))}
    in_millions = len(units) == 1 and all(_MILLIONS.search(figure.text) for figure in figures)
    return f"{pound}{gap / MILLION:f}{units.pop()}" if in_millions else f"{pound}{gap:,}"


def _said(context: Context, unit: Unit, other: Unit, figure: Figure) -> list[Said]:
    """What is left, with the sentence that tells it and the one with the figures."""
    direct = direct_of(context, other, figure)
    quotes = [Said(StatementKind.QUOTE, f"\u201c{one.text}\u201d", (context.cite(one),)) for one in (other, unit)]
    return [Said(StatementKind.DIRECT, direct.text, (*direct.proof, context.cite(unit))), *quotes]


def _rests(context: Context) -> Iterator[Wanted]:
    """The shares of the best candidates that tell how many did what a question asks who didn't do."""
    for one in context.ranked[:NEAR]:
        shares = [figure for figure in one.unit.figures if figure.kind is FigureKind.SHARE]
        if shares and is_of_the_rest(context.question, one.unit):
            after = _after(context, one.unit)
            yield from ((one.unit, each, Decimal(each.values[1]) - Decimal(each.values[0]), after) for each in shares)


def _gaps(context: Context) -> Iterator[Wanted]:
    """What lies between two counts of one thing, one of them cited before or the best, where the gap is asked for."""
    if not _GAP.search(context.question.alone):
        return
    best = context.cite(context.ranked[0].unit)
    cited = {(citation.report, citation.span) for citation in (best, *context.before)}
    sections = {(citation.report, citation.section) for citation in (best, *context.before)}
    units = [one.unit for one in context.ranked if (one.unit.report, one.view.path) in sections]
    near = [unit for unit in units if _TELLS_GAP.search(unit.text)]
    counts = [(unit, one) for unit in units for one in unit.figures if one.kind is FigureKind.COUNT]
    for (first, few), (second, many) in combinations(counts, 2):
        said = {(unit.report, unit.span) for unit in (first, second)} & cited
        if said and few.noun == many.noun and few.values != many.values:
            gap = abs(Decimal(few.values[0]) - Decimal(many.values[0]))
            yield max(first, second, key=lambda unit: unit.span), many, gap, near


def _after(context: Context, unit: Unit) -> list[Unit]:
    """The sentences that follow one in its section, as far as they are candidates."""
    spans = context.section_sentences(unit)
    at = spans.index(unit.span)
    following = spans[at + 1 : at + 1 + NEAR]
    found = {one.unit.span: one.unit for one in context.ranked if one.unit.report == unit.report}
    return [found[span] for span in following if span in found]


def _is_left(told: Figure, of: Figure, rest: Decimal) -> bool:
    """Whether a figure is what is left of another: as many, and of the same things."""
    nouns = [figure.noun.split()[-1:] for figure in (told, of)]
    return told.kind is FigureKind.COUNT and Decimal(told.values[0]) == rest and nouns[0] in ([], nouns[1])
