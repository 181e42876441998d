"""Tables whose columns are set with spaces get tabs between their cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.reading.elements import is_item
from assistant.types import Span

_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
_AFTER_STOP = re.compile(r"[.?!:]['\"\u2019\u201d)]*$")
"""Two spaces after a sentence are a typist's habit."""
_WIDE = 4
"""Spaces. Narrower gaps may come from setting prose in full lines."""
_LONGEST = 1000
"""Characters. No row is as long."""
_INDENTED = 10
"""Spaces before a row's only cell where the first is empty; a list is indented less."""
_TABLE = re.compile(r"c(?: ?c|i|o(?=[ci]))+")
"""The kinds of a table's lines: with several cells, with one that is indented, with the first alone, blank."""


def tabbed(lines: Sequence[str]) -> list[str]:
    """The lines, those of tables with tabs between their cells."""
    found: list[str] = []
    at = 0
    for table in _TABLE.finditer("".join(map(_kind, lines))):
        found += lines[at : table.start()]
        within = lines[table.start() : table.end()]
        found += _rows([line for line in within if line.strip()]) or within
        at = table.end()
    return [*found, *lines[at:]]


def _kind(line: str) -> str:
    if not line.strip():
        return " "
    if "\t" in line or is_item(line):
        return "x"
    if _has_cells(line):
        return "c"
    return "i" if line.startswith(" " * _INDENTED) else "o"


def _has_cells(line: str) -> bool:
    """Whether a line has gaps that divide it, and not those of a sentence that is set to fill its line."""
    gaps = list(_GAP.finditer(line)) if len(line) < _LONGEST else []
    widest = max((len(gap[0]) for gap in gaps), default=0)
    if widest >= _WIDE:
        return True
    words = line.split()
    filled = len(words) > 2 * _WIDE and 2 * len(gaps) >= len(words)
    return not filled and any(not _AFTER_STOP.search(line[: gap.start()]) for gap in gaps)


def _rows(lines: Sequence[str]) -> list[str]:
    """The rows of a table, tabs between their cells; none where the lines have no columns in common."""
    columns = _columns(lines)
    rows = [[line[a:b].strip() for a, b in columns] for line in lines]
    if len(columns) < 2:
        rows = [re.split(r" {2,}", line.strip()) for line in lines]
        if len({len(row) for row in rows}) > 1:
            return []
    return ["\t".join(row) for row in _whole(rows)]


def _columns(lines: Sequence[str]) -> list[Span]:
    """Where the columns stand: between the gaps of two spaces or more that all lines have."""
    taken = sorted(cell.span() for line in lines for cell in re.finditer(r"\S+(?: \S+)*", line))
    columns = [Span(*taken[0])]
    for start, end in taken[1:]:
        if start < columns[-1].end + 2:
            columns[-1] = Span(columns[-1].start, max(end, columns[-1].end))
        else:
            columns.append(Span(start, end))
    return columns


def _whole(rows: Sequence[list[str]]) -> Iterator[list[str]]:
    """Rows with the cells that were cut at their column's width joined."""
    held = rows[0]
    for row in rows[1:]:
        if all(below[0].islower() and above for above, below in zip(held, row, strict=True) if below):
            held = [f"{above} {below}".strip() for above, below in zip(held, row, strict=True)]
        else:
            yield held
            held = row
    yield held
