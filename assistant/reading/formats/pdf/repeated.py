"""Running heads and feet: what stands above and below the body of the pages and repeats, but for numbers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from itertools import pairwise

from assistant.reading.formats.pdf.lines import Line

_NUMBER = re.compile(r"\d+|\b[ivxl]+\b", re.IGNORECASE)
_PAGE = re.compile(r"(?:page )?(?:\d{1,3}|[ivxl]{1,5})(?: of \d{1,3})?", re.IGNORECASE)
_NEAR = 4
"""Points. What stands closer is at the same height."""
_LONG = 30
"""Characters. A shorter line may be a heading or a caption, and doesn't tell where the body begins."""
_PAGES = 3
"""What stands on fewer pages isn't repeated for being a running head."""

Place = tuple[int, str]
"""A height and the words there."""


def running(lines: Sequence[Line], body: float) -> set[Line]:
    """The lines of running heads and feet.

    They stand wholly above or below the body, and say the same on several pages, are a page's number, or are set as
    those are that do.

    Args:
        lines: the lines of every page.
        body: the size of most letters.
    """
    pages: dict[Place, set[int]] = defaultdict(set)
    for line in lines:
        pages[_place(line)].add(line.page)
    outer = _outside_of_body(lines, body, lambda line: _count(pages, line) >= _PAGES)
    found = {line for line in outer if _count(pages, line) >= 2 or _PAGE.fullmatch(line.text.strip(" |-\u2013"))}
    middle = (min(line.top for line in lines) + max(line.top for line in lines)) / 2 if lines else 0.0
    kinds = Counter((line.top < middle, line.size, line.bold) for line in found)
    return found | {line for line in outer if kinds[line.top < middle, line.size, line.bold] >= _PAGES}


def _outside_of_body(lines: Sequence[Line], body: float, repeats: Callable[[Line], bool]) -> list[Line]:
    """Lines above the first and below the last line that the body has on most pages."""
    tops: dict[int, float] = {}
    ends: dict[int, float] = {}
    for above, line in pairwise(lines):
        beside = above.size == line.size and 0 < line.top - above.top < 2 * line.size
        long = max(len(above.text), len(line.text)) >= _LONG
        if beside and long and abs(line.size - body) <= 0.5 and not repeats(above) and not repeats(line):
            tops[line.page] = min(above.top, tops.get(line.page, above.top))
            ends[line.page] = max(line.bottom, ends.get(line.page, line.bottom))
    if not tops:
        return []
    top, end = sorted(tops.values())[len(tops) // 10], sorted(ends.values())[-1 - len(ends) // 10]
    return [line for line in lines if line.bottom < top - 1 or line.top > end + 1]


def _count(pages: dict[Place, set[int]], line: Line) -> int:
    height, words = _place(line)
    return max(len(pages.get((near, words), ())) for near in (height - 1, height, height + 1))


def _place(line: Line) -> Place:
    return round(line.top / _NEAR), _NUMBER.sub("#", line.text).strip().lower()
