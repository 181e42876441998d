"""Inspection cycles as people write them: `2025–27`, `2025/2027`, `PEEL 25-27`, `2018/19` are `2025–27` and `2018`."""

from __future__ import annotations

import re

_JOINED = r"\s*(?:[-/\u2010-\u2015\u2212]|to)\s*"
_CYCLE = re.compile(rf"(?<![\d/.])(?<!\d-)(20\d\d)(?:{_JOINED}(?:20)?(\d\d)(?![\d/%.]|,\d))?(?!\d)", re.IGNORECASE)
_SHORT = re.compile(rf"(?:peel\s*)?([12]\d){_JOINED}([12]\d)", re.IGNORECASE)
LONGEST = 3
"""Years that a cycle spans at the most; `2010 to 2019` is a time."""
SAME = {"2018\u201319": "2018"}
"""One cycle under two names: its reports say 2018/19, its pages 2018."""

IN_ORDER = ("2014", "2015", "2016", "2017", "2018", "2021\u201322", "2023\u201325", "2025\u201327")
"""The inspectorate's cycles of PEEL inspections, the oldest first."""


def before(cycle: str) -> str:
    """The cycle before one; empty where it isn't known."""
    at = IN_ORDER.index(cycle) if cycle in IN_ORDER else 0
    return IN_ORDER[at - 1] if at else ""


def cycle_in(text: str) -> str:
    """The first cycle that a text names, as `2025–27` or `2018`; empty where it names none."""
    spans = (_written(int(found[1]), found[2]) for found in _CYCLE.finditer(text))
    return next((cycle for cycle in spans if cycle), "")


def cycle_of(given: str) -> str:
    """A cycle from a text that is only that, such as front matter or a command's word: `25/27` will do.

    Returns:
        The cycle as reports write it; the text itself where it is none that is known.
    """
    short = _SHORT.fullmatch(given.strip())
    written = _written(2000 + int(short[1]), short[2]) if short else ""
    return written or cycle_in(given) or given.strip()


def years_of(cycle: str) -> tuple[int, int] | None:
    """The first and the last year of a cycle; None where it isn't one."""
    found = _CYCLE.fullmatch(cycle)
    if not found:
        return None
    first = int(found[1])
    return first, first // 100 * 100 + int(found[2]) if found[2] else first


def span_of(cycle: str) -> range:
    """The years of a cycle, its last among them; none where it isn't one."""
    first, last = years_of(cycle) or (0, -1)
    return range(first, last + 1)


def _written(first: int, last: str | None) -> str:
    if last is None:
        return str(first)
    span = int(last) - first % 100
    if not 0 <= span <= LONGEST:
        return ""
    cycle = f"{first}\u2013{last}" if span else str(first)
    return SAME.get(cycle, cycle)
