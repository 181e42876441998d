"""Rows of cells set in columns, where they fit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.cells import cell_len

GAP = "   "


def widths_of(rows: Iterable[Sequence[str]]) -> list[int]:
    """The width of each column, in cells of the screen."""
    widths: list[int] = []
    for row in rows:
        widths += [0] * (len(row) - len(widths))
        for place, cell in enumerate(row):
            widths[place] = max(widths[place], cell_len(cell))
    return widths


def fits(widths: Sequence[int], room: int) -> bool:
    """Whether the columns fit beside each other."""
    return sum(widths) + len(GAP) * (len(widths) - 1) <= room


def narrowed(widths: Sequence[int], room: int) -> list[int]:
    """The widths with the widest columns made narrower until all fit beside each other."""
    narrow = list(widths)
    while sum(narrow) > max(room, len(narrow)):
        narrow[narrow.index(max(narrow))] -= 1
    return narrow
