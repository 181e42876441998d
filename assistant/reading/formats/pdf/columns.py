"""Tables without ruled lines: their cells stand in columns, with space between them from top to bottom."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from assistant.reading.formats.pdf.lines import Line, Part
from assistant.reading.formats.pdf.pieces import Piece

_GUTTER = 0.5
"""Ems. Columns stand no closer."""
_WIDE = 0.9
"""Ems. A justified line's spaces are rarely as wide, and never at one place in two lines."""
_APART = 2.6
"""Sizes of its letters. A table's next line stands no farther below."""
_ROW = 1.12
"""Times the closest distance of two lines. Lines that are farther apart are two rows."""
_NUMBER = re.compile(r"\d{1,3}")
_MARK = re.compile(r"[^\w\s]|\w?\W?\w[.)]")

Gap = tuple[float, float]


def with_tables(lines: Sequence[Line]) -> list[Line | Piece]:
    """A page's lines, those of tables as rows.

    Args:
        lines: a page's lines from top to bottom, without those of ruled tables.
    """
    found: list[Line | Piece] = []
    at = 0
    while at < len(lines):
        end = _end_of_table(lines, at)
        rows = _rows(lines[at:end]) if end > at else []
        found += rows or [lines[at]]
        at = end if rows else at + 1
    return found


def _end_of_table(lines: Sequence[Line], start: int) -> int:
    """Where a table that starts at a line ends; at its start where there is none, or a contents list."""
    if not _divided(lines[start]):
        return start
    end, gutters = start + 1, _gutters(lines[start : start + 1])
    for at in range(start + 1, len(lines)):
        line = lines[at]
        left = [gap for gap in _gutters(lines[start : at + 1]) if any(a < gap[1] and gap[0] < b for a, b in gutters)]
        if not left or line.top - lines[at - 1].top > _APART * line.size or abs(line.size - lines[at - 1].size) > 0.5:
            break
        if not (_divided(line) or line.x0 >= left[0][1] or _narrow(line, left) or _straddles(line, left)):
            break
        end = at + 1
    listed = all(_NUMBER.fullmatch(line.parts[-1].text) for line in lines[start:end] if _divided(line))
    return start if listed or sum(map(_divided, lines[start:end])) < 2 else end


def _divided(line: Line) -> bool:
    return len(line.parts) > 1 and not _MARK.fullmatch(line.parts[0].text)


def _straddles(line: Line, gutters: Sequence[Gap]) -> bool:
    """Whether a line has words on both sides of a gutter that no sentence's spaces would leave."""
    return any(end - start > _WIDE * line.size and line.x0 < start and end < line.x1 for start, end in gutters)


def _narrow(line: Line, gutters: Sequence[Gap]) -> bool:
    """Whether a line ends where the first column does: it goes on with that column's cell."""
    return line.x1 <= gutters[0][0] + 1


def _gutters(lines: Sequence[Line]) -> list[Gap]:
    """The upright strips between a table's columns in which no line has a word."""
    taken = sorted((word.x0, word.x1) for line in lines for word in line.words)
    gaps: list[Gap] = []
    reach = taken[0][1] if taken else 0.0
    for x0, x1 in taken:
        if x0 - reach > _GUTTER * lines[0].size:
            gaps.append((reach, x0))
        reach = max(reach, x1)
    return gaps


def _rows(lines: Sequence[Line]) -> list[Piece]:
    gutters = _gutters(lines)
    edges = [(start + end) / 2 for start, end in gutters]
    if not edges:
        return []
    pieces: list[Piece] = []
    for group in _grouped(lines):
        cells: list[list[Line]] = [[] for _ in range(len(edges) + 1)]
        for line in group:
            for at, cell in enumerate(cells):
                words = [word for word in line.words if sum(edge < word.x0 for edge in edges) == at]
                if words:
                    cell.append(_of_words(line, words))
        said = [line for cell in cells for line in cell]
        header = not pieces and len([cell for cell in cells if cell]) > 1 and all(line.bold for line in said)
        pieces.append(Piece(cells=cells, header=header, page=group[0].page))
    return pieces


def _grouped(lines: Sequence[Line]) -> list[list[Line]]:
    """A table's lines by row: the lines of a cell stand closer than rows do."""
    pitches = [below.top - above.top for above, below in pairwise(lines)]
    closest = min(pitches, default=0.0)
    wraps = any(pitch > _ROW * closest for pitch in pitches)
    groups = [[lines[0]]]
    for line, pitch in zip(lines[1:], pitches, strict=True):
        if wraps and pitch <= _ROW * closest:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _of_words(line: Line, words: Sequence[Part]) -> Line:
    text = " ".join(word.text for word in words)
    return replace(line, text=text, x0=words[0].x0, x1=words[-1].x1, parts=(), words=tuple(words))
