"""The items of list answers and the rows of comparisons."""

from __future__ import annotations

import re

from assistant.tui.visible import visible
from assistant.types import Answer, Statement, StatementKind

BULLET = "•"
NUMBERED = re.compile(r"(\d{1,3}\.)\s+(?=\D)")
LONG = 3
"""From so many items on, a list's items are their own source rows."""


def self_sourced(answer: Answer) -> dict[int, str]:
    """The items that are their own source rows: the place of the statement, and the mark of its only source."""
    items = [(place, each) for place, each in enumerate(answer.statements) if each.kind is StatementKind.ROW]
    own = {place: str(each.citations[0]) for place, each in items if len(each.citations) == 1}
    return own if len(own) >= LONG and len(set(own.values())) == len(own) else {}


def unnumbered(text: str) -> tuple[str, str]:
    """A row's bullet and its text; the bullet is its number where it has one."""
    found = NUMBERED.match(text)
    return (found[1], text[found.end() :]) if found else (BULLET, text)


def cells_of(statements: tuple[Statement, ...]) -> dict[int, list[str]]:
    """The cells of the rows that are parted by tabs, by the place of the statement."""
    return {
        place: [visible(cell) for cell in unnumbered(statement.text)[1].split("\t")]
        for place, statement in enumerate(statements)
        if statement.kind is StatementKind.ROW and "\t" in statement.text
    }
