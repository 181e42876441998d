"""A figure that moved: which of two is of before, and which of now."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.indexing.units import Unit
from assistant.types import Figure

_FROM = re.compile(r"\b(?:from|replac\w+|instead of)(?: (?:about|around|almost|over|nearly|some))?\s*$", re.IGNORECASE)
_TO = re.compile(r"\b(?:to|with|by)\b[^.;]*$", re.IGNORECASE)
_BACK = re.compile(
    r"\b(?:up|down|increase[d]?|decrease[d]?|rise|rose|risen|fall|fell|fallen|reduction|improvement|drop(?:ped)?) "
    r"(?:\w+ ){0,2}from(?: (?:about|around|almost|over|nearly|some))?\s*$",
    re.IGNORECASE,
)
"""What stands between the figure of now and the one before it."""
_BEFORE_ASKED = re.compile(
    r"\b(?:ago|before|beforehand|earlier|previous(?:ly)?|prior|last (?:year|time|inspection)|used? to|originally|"
    r"at first|start(?:ed)?|from what|was it)\b|\bfrom\W*$",
    re.IGNORECASE,
)


def before_and_now(unit: Unit, figures: Sequence[Figure]) -> tuple[Figure, Figure] | None:
    """The figure of before and the one of now, of two that stand next to each other; None where nothing moved.

    `Fell from 19 to 8`, `1,273, down from 1,690`, `replaced 17 boards with 6 boards`.

    Args:
        unit: the sentence.
        figures: some of its figures, in its order.
    """
    for first, second in pairwise(figures):
        start, end = (place - unit.span.start for place in (first.span.start, first.span.end))
        between = unit.text[end : second.span.start - unit.span.start]
        if _BACK.search(between):
            return second, first
        if _FROM.search(unit.text[:start]) and _TO.search(between):
            return first, second
    return None


def of_time_asked(question: str, unit: Unit, figures: Sequence[Figure]) -> list[Figure]:
    """The figures without the one of before, or of now where a question asks for that before."""
    pair = before_and_now(unit, figures)
    if pair is None:
        return list(figures)
    other = pair[1] if _BEFORE_ASKED.search(question) else pair[0]
    return [figure for figure in figures if figure is not other]


def is_of_now(unit: Unit, figure: Figure) -> bool:
    """Whether a figure is what another one moved to."""
    pair = before_and_now(unit, [one for one in unit.figures if one.kind is figure.kind])
    return pair is not None and pair[1] == figure and figure.span.start > pair[0].span.start


def is_of_before(unit: Unit, figure: Figure) -> bool:
    """Whether a figure is what another one moved from; its time isn't that of its sentence."""
    pair = before_and_now(unit, [one for one in unit.figures if one.kind is figure.kind])
    return pair is not None and pair[0] == figure
