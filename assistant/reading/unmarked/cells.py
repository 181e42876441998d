"""The cells of a table that stand a line each: nothing tells their columns, but they are no headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.reading.areas import is_opening, is_summary
from assistant.reading.chrome import is_chrome
from assistant.reading.elements import LONGEST_NAME, Element
from assistant.reading.headings import grade_of, label_of
from assistant.types import BlockKind, Grade

_ENDS = re.compile(r"[.:;,!?]['\"\u2019\u201d)]*$")
_FIGURE = re.compile(
    r"(?:.{1,100} (?!(?:19|20)\d\d$))?[\u00a3+\u2212-]?\d[\d,.]*\s?"
    r"(?:%|per ?cent|m|million|bn|(?:second|minute|hour|day|week|month|year)s?)?",
    re.IGNORECASE,
)
"""A number with its unit, after the name of its row or alone. A year dates its line."""
_GRADE = "|".join(grade.capitalize() for grade in Grade)
_GRADES = re.compile(rf"(?:(?:{_GRADE}) ?){{3,}}")
_GRADED = re.compile(rf".{{3,80}} (?:{_GRADE})(?: 20\d\d(?:/\d\d)?)?")
_UNIT = re.compile(
    r"[\[(](?:%|\u00a3|(?:per ?cent|percentage|number|rate|seconds|minutes|hours|days|weeks)\b)[^\])]*[\])]"
)
"""What the header of a table says of a column."""
_RUN = re.compile(r"[efghot]{2,}")
"""Short lines that follow each other: `f` has a figure, `g` a grade, `t` all grades of a table; `e` stands again
further down, `h` stood further up, `o` is another."""
_FEWEST = 3
"""Lines of a run that tell that it is a table."""
_SAYS = 5
"""Words. A first or last line of as many may be the heading that stands above or below the table."""


def with_cells(elements: Sequence[Element]) -> list[Element]:
    """The elements, with the lines of flattened tables as rows of one cell."""
    letters = _letters(elements)
    found = list(elements)
    for run in _RUN.finditer(letters):
        start, end = _table(elements, letters, *run.span())
        within = letters[start:end]
        if "t" in within or sum(letter in "efg" for letter in within) >= _FEWEST:
            found[start:end] = [replace(one, kind=BlockKind.ROW, cells=(one.text,)) for one in elements[start:end]]
    return found


def _letters(elements: Sequence[Element]) -> str:
    last = {element.text.lower(): at for at, element in enumerate(elements)}
    seen: set[str] = set()
    letters = []
    for at, element in enumerate(elements):
        name = element.text.lower()
        known = "e" if last[name] > at else "h" if name in seen else "o"
        letters.append(_letter(element, known))
        seen.add(name)
    return "".join(letters)


def _letter(element: Element, known: str) -> str:
    text = element.text
    short = element.kind is BlockKind.PARAGRAPH and not element.bold and len(text) < LONGEST_NAME
    if not short or _ENDS.search(text) or _is_apart(text):
        return "."
    if _GRADES.fullmatch(text):
        return "t"
    if grade_of(text) or _GRADED.fullmatch(text):
        return "g"
    return "f" if _FIGURE.fullmatch(text) or _UNIT.search(text) else known


def _is_apart(text: str) -> bool:
    """Whether a short line is surely no cell: it labels or opens something, or is no part of the report."""
    opens = label_of(text) or is_summary(text) or is_opening(text) or "PEEL" in text
    return bool(opens) or (is_chrome(text) and not text.isdigit())


def _table(elements: Sequence[Element], letters: str, start: int, end: int) -> tuple[int, int]:
    """Where the table of a run stands: without a chapter and its grade below it, or a heading at either end."""
    if letters[end - 2 : end] in ("og", "hg"):
        end -= 2
    if "t" in letters[start:end]:
        start = letters.index("t", start)
        known = letters.find("h", start, end)
        return start, end if known < 0 else known
    captioned = start > 0 and elements[start - 1].kind is BlockKind.CAPTION
    first = letters[start] == "o" and _is_heading(elements[start]) and not captioned
    return start + first, _end(elements, letters, start, end)


def _end(elements: Sequence[Element], letters: str, start: int, end: int) -> int:
    """Where a table ends: a row's name has figures after it, and a chapter that was listed above is none of its."""
    told = start + len(letters[start:end].rstrip("oh"))
    known = letters.find("h", told, end)
    if letters[told - 1] == "f":
        return told
    if known >= 0:
        return known
    heading = letters[end - 1] == "o" and (_is_heading(elements[end - 1]) or _is_labelled(elements, end))
    return end - heading


def _is_labelled(elements: Sequence[Element], end: int) -> bool:
    return end < len(elements) and label_of(elements[end].text) is not None


def _is_heading(element: Element) -> bool:
    return len(element.text.split()) >= _SAYS
