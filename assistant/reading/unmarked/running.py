"""Running heads, feet and page numbers of a printed text are left out, and the pages follow each other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from assistant.reading.headings import grade_of, label_of
from assistant.reading.unmarked.wrapping import CLOSED

_NUMBER = re.compile(r"\d+")
_LAST_NUMBER = re.compile(r"(\d{1,3})(?: of \d{1,3})?$")
_DEEP = 3
"""Lines at an edge of a page that may be running heads."""
_PAGES = 3
"""A line at the edges of fewer pages isn't repeated for being a running head."""
_FEET = 5
"""Pages. Fewer lines with numbers that go up may number something else."""
_SHORTEST = 4
"""Lines of a page."""
_MOST = 0.25
"""The share of a text that stands before the first page's foot, or below the last one's."""


def without_running_heads(lines: Sequence[str]) -> list[str]:
    """The lines of all pages without what repeats at their edges, but for numbers."""
    pages = _pages(lines)
    if len(pages) < _PAGES:
        return list(lines)
    edges = Counter(key for page in pages for key in {*map(_key, _top(page)), *map(_key, _top(page[::-1]))})
    running = {key for key, count in edges.items() if count >= _PAGES and not _says(key)}
    found: list[str] = []
    for page in pages:
        body = _body(_body(page, running)[::-1], running)[::-1]
        found += ["", *body] if not found or CLOSED.search(found[-1]) else body
    return found


def _pages(lines: Sequence[str]) -> list[list[str]]:
    """The lines page by page: pages end at form feeds, else at lines that number them."""
    text = "\n".join(lines)
    if "\f" in text:
        return [page.split("\n") for page in text.split("\f")]
    ends = _numbered(lines)
    starts = [0, *(end + 1 for end in ends)]
    return [list(lines[a:b]) for a, b in zip(starts, [*starts[1:], len(lines)], strict=True)]


def _numbered(lines: Sequence[str]) -> list[int]:
    """The places of the lines that number the pages: alike but for their number, which goes up by one."""
    places: dict[str, list[tuple[int, int]]] = {}
    for at, line in enumerate(lines):
        found = _LAST_NUMBER.search(line.strip())
        if found:
            before = places.setdefault(_key(line), [])
            if not before or (int(found[1]) == before[-1][1] + 1 and at - before[-1][0] >= _SHORTEST):
                before.append((at, int(found[1])))
    feet = [at for at, _ in max(places.values(), key=len, default=[])]
    covered = len(feet) >= _FEET and feet[0] < _MOST * len(lines) and feet[-1] > (1 - _MOST) * len(lines)
    return feet if covered else []


def _key(line: str) -> str:
    return _NUMBER.sub("#", line).strip().lower()


def _says(key: str) -> bool:
    """Whether a line says or labels something, so that it is the report's own however often it stands there."""
    return bool(CLOSED.search(key) or label_of(key) or grade_of(key))


def _top(page: Iterable[str]) -> list[str]:
    return [line for line in page if line.strip()][:_DEEP]


def _body(page: Sequence[str], running: set[str]) -> list[str]:
    """A page from its first line on that is no running head; what repeats further down is the page's own."""
    seen: set[str] = set()
    for at, line in enumerate(page):
        key = _key(line)
        if key and (key not in running or key in seen or len(seen) == _DEEP):
            return list(page[at:])
        seen |= {key} - {""}
    return []
