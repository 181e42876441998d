"""Rows that follow each other become a table: its header names the columns of the rows below."""

from __future__ import annotations

import re

from assistant.reading.elements import Element
from assistant.reading.headings import grade_of
from assistant.types import BlockKind

_FIGURE = re.compile(r"[\u00a3+~<>(\u2212-]{0,2}\d")
_TIME = re.compile(r"(?:\d{1,2} )?(?:[A-Z][a-z]{2,8} )?(?:19|20)\d\d(?:\s?[/\u2013-]\s?(?:20)?\d\d)?")
"""A year, financial year, month or day: it names a column, and doesn't count anything."""


def column_names(body: list[Element]) -> list[tuple[str, ...]]:
    """The header cells that apply to each element; an empty tuple for what isn't a row below a header.

    A table's first row is its header where it is bold or holds no figure while a later row does, or where its
    cells are grades.
    """
    names: list[tuple[str, ...]] = []
    header: tuple[str, ...] = ()
    for at, element in enumerate(body):
        starts = element.kind is BlockKind.ROW and (at == 0 or _ends_before(body[at - 1], element))
        if element.kind is not BlockKind.ROW or starts:
            header = ()
            names.append(())
            if starts and _is_header(body, at):
                header = element.cells
            continue
        names.append(header)
    return names


def _ends_before(above: Element, row: Element) -> bool:
    """Whether a table has ended before a row: at other text, or at a blank line with a header row below it."""
    return above.kind is not BlockKind.ROW or (row.gap > 0 and row.bold)


def is_grade_header(cells: tuple[str, ...]) -> bool:
    """Whether a header's cells are the grades, as in a judgments table."""
    named = [cell for cell in cells if cell]
    return len(named) >= 3 and all(grade_of(cell) for cell in named)


def _is_header(body: list[Element], at: int) -> bool:
    first = body[at]
    below = []
    for element in body[at + 1 :]:
        if element.kind is not BlockKind.ROW or (element.gap and element.bold):
            break
        below.append(element)
    figures_below = any(_has_figure(row.cells[1:]) for row in below)
    return bool(below) and (
        first.bold or is_grade_header(first.cells) or (figures_below and not _has_figure(first.cells[1:]))
    )


def _has_figure(cells: tuple[str, ...]) -> bool:
    return any(bool(_FIGURE.match(cell)) and not _TIME.fullmatch(cell) for cell in cells)
