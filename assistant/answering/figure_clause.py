"""The words of a sentence that are about one of its figures."""

from __future__ import annotations

import re

from assistant.indexing.units import Unit
from assistant.types import Figure

_BREAK = re.compile(r";|,? (?:and|but|while|whereas)(?= )|, (?=with )", re.IGNORECASE)


def clause_of(unit: Unit, figure: Figure) -> tuple[int, int]:
    """Where the words stand that are about a figure: not beyond a break after which another figure is told of."""
    start, end = figure.span.start - unit.span.start, figure.span.end - unit.span.start
    others = [one.span.start - unit.span.start for one in unit.figures if one is not figure]
    breaks = [found.span() for found in _BREAK.finditer(unit.text)]
    before = [b for a, b in breaks if b <= start and any(other < a for other in others)]
    after = [a for a, b in breaks if a >= end and any(other >= b for other in others)]
    return max(before, default=0), min(after, default=len(unit.text))
