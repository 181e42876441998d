"""The letters of a page become lines, each with its place, its size and whether it is bold."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

_BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_SPACE = 0.18
"""Ems. A wider gap between two letters is a space, whether or not the file says so."""
_COLUMN = 1.8
"""Ems. A wider gap divides a line into cells or columns; a justified line's spaces stay below it."""
_SMALL = 0.75
"""Share of a line's size. A smaller digit that is raised refers to a note."""
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}


@dataclass(frozen=True, slots=True)
class Char:
    """One letter; measures are points from the page's top left."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool
    page: int
    mark: int | None
    """The number of its marked content on its page, None where it has none."""


@dataclass(frozen=True, slots=True)
class Part:
    """Words of a line that stand together."""

    text: str
    x0: float
    x1: float


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page, measured as letters are."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    """Of most of its letters, rounded to half a point."""
    bold: bool
    page: int
    parts: tuple[Part, ...] = ()
    """The line cut at wide gaps."""
    words: tuple[Part, ...] = ()
    """The line cut at every gap."""


def lines_in_flow(chars: Iterable[Char]) -> list[Line]:
    """Lines of letters that come in reading order, as those of one tagged paragraph do."""
    rows: list[list[Char]] = []
    for char in chars:
        if rows and _beside(rows[-1][-1], char) and char.x0 > rows[-1][-1].x0 - char.size:
            rows[-1].append(char)
        else:
            rows.append([char])
    return list(_made(rows))


def lines_by_place(chars: Iterable[Char]) -> list[Line]:
    """Lines of a page's letters in any order, by where they stand."""
    rows: list[list[Char]] = []
    for char in sorted(chars, key=lambda char: (_middle(char), char.x0)):
        if rows and _beside(rows[-1][-1], char) and _beside(rows[-1][0], char):
            rows[-1].append(char)
        else:
            rows.append([char])
    return list(_made(sorted(row, key=lambda char: char.x0) for row in rows))


def chars_of(given: Iterable[dict[str, Any]]) -> Iterator[Char]:
    """The letters, as pdfplumber gives them, that can be text: upright, and of a size that can be seen."""
    for char in given:
        if char["upright"] and 2 < char["size"] < 200 and char["text"]:
            x0, x1, top, bottom, size = (float(char[name]) for name in ("x0", "x1", "top", "bottom", "size"))
            bold = bool(_BOLD.search(str(char["fontname"])))
            yield Char(char["text"], x0, x1, top, bottom, size, bold, char["page_number"], char["mcid"])


def _middle(char: Char) -> float:
    return (char.top + char.bottom) / 2


def _beside(one: Char, other: Char) -> bool:
    same_page = one.page == other.page
    return same_page and abs(_middle(one) - _middle(other)) < 0.45 * max(one.size, other.size)


def _made(rows: Iterable[list[Char]]) -> Iterator[Line]:
    for row in rows:
        line = _line(row)
        if line is not None:
            yield line


def _line(row: list[Char]) -> Line | None:
    said = [char for char in row if not char.text.isspace()]
    if not said:
        return None
    sizes = Counter(round(char.size * 2) / 2 for char in said)
    size = max(sizes, key=lambda value: (sizes[value], value))
    chars = _without_references(row, size)
    parts = tuple(_parts(chars, size, _COLUMN))
    if not parts:
        return None
    letters = [char for char in said if char.text.isalnum()] or said
    return Line(
        text=" ".join(part.text for part in parts),
        x0=parts[0].x0,
        x1=parts[-1].x1,
        top=min(char.top for char in said),
        bottom=max(char.bottom for char in said),
        size=size,
        bold=all(char.bold for char in letters),
        page=said[0].page,
        parts=parts,
        words=tuple(_parts(chars, size, _SPACE)),
    )


def _without_references(row: Sequence[Char], size: float) -> list[Char]:
    """A line without the raised numbers of notes, and without letters that are printed twice to look bold."""
    base = max(char.bottom for char in row if char.size >= _SMALL * size)
    kept: list[Char] = []
    for char in row:
        before = kept[-1] if kept else None
        raised = char.size < _SMALL * size and char.bottom < base - 0.15 * size and char.text.isdigit()
        if raised and before is not None and not before.text.isdigit():
            continue
        twice = before is not None and before.text == char.text and abs(before.x0 - char.x0) < 0.1 * size
        if not twice or char.text.isspace():
            kept.append(char)
    return kept


def _parts(chars: Sequence[Char], size: float, widest: float) -> Iterator[Part]:
    """A line cut at the gaps that are wider than so many ems."""
    words: list[str] = []
    start = end = 0.0
    for char in chars:
        if char.text.isspace():
            if words and words[-1] != " ":
                words.append(" ")
            continue
        gap = char.x0 - end
        if words and gap > widest * size:
            yield Part(_text(words), start, end)
            words = []
        elif words and gap > _SPACE * size and words[-1] != " ":
            words.append(" ")
        start = start if words else char.x0
        words.append(char.text)
        end = char.x1
    if words:
        yield Part(_text(words), start, end)


def _text(words: list[str]) -> str:
    return "".join(words).strip().translate(_LIGATURES)
