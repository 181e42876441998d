"""Judgments on lines without marks: areas under their grades, or each area before its grade."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.reading.elements import LONGEST_NAME, Element
from assistant.reading.headings import grade_of, label_of
from assistant.types import BlockKind, Grade

_RUN = re.compile(r"(?<![ag])(?:(?P<pairs>(?:ag){2,})|(?P<list>g[ag]*))(?![ag])")
"""Lines that follow each other: `g` is a grade, `a` an area."""
_PAIR = re.compile(rf"(.{{3,{LONGEST_NAME}}}) ({'|'.join(grade.capitalize() for grade in Grade)})")
_GRADE = re.compile(r"(?:our )?(?:grade|judge?ment)s?", re.IGNORECASE)
"""What the column of grades is called."""
_FEWEST = 2
"""Grades with areas under them. A single one is a chapter's own, or the last name of a table's columns."""


def with_graded_lists(elements: Sequence[Element]) -> list[Element]:
    """The elements, with lines that are graded areas as the items or rows that they are.

    An area is a line that stands again further down, where its chapter begins. Areas below a row of grades stay as
    they are: nothing tells which of them had which.
    """
    last = {element.text.lower(): place for place, element in enumerate(elements)}
    elements = [_split(element, last, at) for at, element in enumerate(elements)]
    found: list[Element] = []
    letters = "".join(_letter(element, last.get(element.text.lower(), 0) > at) for at, element in enumerate(elements))
    at = 0
    for run in _RUN.finditer(letters):
        start = run.start() - (2 if run["pairs"] and _is_header(elements[at : run.start()]) else 0)
        found += elements[at:start]
        lines = elements[start : run.end()]
        found += _rows(lines) if run["pairs"] else _items(lines) if run[0].count("ga") >= _FEWEST else lines
        at = run.end()
    return [*found, *elements[at:]]


def _split(element: Element, last: Mapping[str, int], at: int) -> Element:
    """An area and its grade on one line as the row that they are."""
    pair = _PAIR.fullmatch(element.text) if element.kind is BlockKind.PARAGRAPH else None
    return _row(pair[1], pair[2], element) if pair and last.get(pair[1].lower(), 0) > at else element


def _letter(element: Element, again: bool) -> str:
    if element.kind is not BlockKind.PARAGRAPH or element.bold or len(element.text) >= LONGEST_NAME:
        return "."
    return "g" if grade_of(element.text) else "a" if again and not label_of(element.text) else "."


def _is_header(before: Sequence[Element]) -> bool:
    """Whether the two lines before areas and grades name these columns."""
    return len(before) > 1 and before[-2].kind is BlockKind.PARAGRAPH and bool(_GRADE.fullmatch(before[-1].text))


def _items(lines: Sequence[Element]) -> list[Element]:
    return [line if grade_of(line.text) else replace(line, kind=BlockKind.ITEM) for line in lines]


def _rows(lines: Sequence[Element]) -> list[Element]:
    """Each two lines as a row; one that holds no grade is the header."""
    return [_row(one.text, other.text, one) for one, other in zip(lines[::2], lines[1::2], strict=True)]


def _row(area: str, grade: str, line: Element) -> Element:
    bold = grade_of(grade) is None
    return replace(line, kind=BlockKind.ROW, text=f"{area} | {grade}", cells=(area, grade), bold=bold)
