"""Rows that follow each other become a table: its header names the columns of the rows below."""

from __future__ import annotations

from assistant.reading.elements import Element
from assistant.reading.headings import grade_of
from assistant.types import BlockKind


def column_names(body: list[Element]) -> list[tuple[str, ...]]:
    """The header cells that apply to each element; an empty tuple for what isn't a row below a header.

    A table's first row is its header where it is bold or holds no figure while a later row does, or where its
    cells are grades.
    """
    names: list[tuple[str, ...]] = []
    header: tuple[str, ...] = ()
    for at, element in enumerate(body):
        starts = element.kind is BlockKind.ROW and (at == 0 or body[at - 1].kind is not BlockKind.ROW)
        if element.kind is not BlockKind.ROW or starts:
            header = ()
            names.append(())
            if starts and _is_header(body, at):
                header = element.cells
            continue
        names.append(header)
    return names


def is_grade_header(cells: tuple[str, ...]) -> bool:
    """Whether a header's cells are the grades, as in a judgments table."""
    named = [cell for cell in cells if cell]
    return len(named) >= 3 and all(grade_of(cell) for cell in named)


def _is_header(body: list[Element], at: int) -> bool:
    first = body[at]
    below = []
    for element in body[at + 1 :]:
        if element.kind is not BlockKind.ROW:
            break
        below.append(element)
    figures_below = any(_has_figure(row.cells[1:]) for row in below)
    return bool(below) and (
        first.bold or is_grade_header(first.cells) or (figures_below and not _has_figure(first.cells[1:]))
    )


def _has_figure(cells: tuple[str, ...]) -> bool:
    return any(cell[:1].isdigit() or (cell[:1] in "\u00a3-" and cell[1:2].isdigit()) for cell in cells)
