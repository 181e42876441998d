"""Lines of a fixed width become paragraphs again, each on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from assistant.reading.elements import LONGEST_NAME, is_item, name_of
from assistant.reading.headings import grade_of, label_of
from assistant.reading.line_ends import Joiner
from assistant.reading.pagebreaks import NEVER_LAST

_WIDEST = 160
"""Characters. No text is wrapped at more; a file with longer lines has a paragraph on each."""
_NARROWEST = 50
"""Characters. Shorter lines that go on stand in a table's columns."""
_FEW = 0.02
"""The share of lines that may be longer than the widest, or shorter than the width."""
_HEADING = 3
"""Lines. No heading takes more."""
CLOSED = re.compile(r"[.?!:;][)\]'\"\u2019\u201d]*$|; (?:and|or)$")
_CUT = re.compile(r"[^\W\d_][-\u2010\u00ad]$")
_BULLET = re.compile(r"\s*[-*\u2022\u25cf\u2013]\s")


def unwrapped(lines: Sequence[str]) -> list[str]:
    """The lines, with those that were cut at the text's width joined to the one that they go on from."""
    width = _width(lines)
    if not width:
        return list(lines)
    joins = _Joins(lines, width)
    found: list[list[str]] = [[lines[0]]]
    for at in range(1, len(lines)):
        if joins(at):
            found[-1].append(lines[at])
        else:
            found.append([lines[at]])
    joiner = Joiner(lines)
    return [joiner.text(group) if len(group) > 1 else group[0] for group in found]


def _width(lines: Sequence[str]) -> int:
    """How far nearly every line of a paragraph reaches with the next word; 0 where no line is cut."""
    said = [len(line) for line in lines if line.strip() and "\t" not in line]
    if sum(length > _WIDEST for length in said) > _FEW * len(said):
        return 0
    full = sorted(reach for reach in _reached(lines) if reach >= _NARROWEST)
    return full[int(len(full) * _FEW)] if full else 0


def _reached(lines: Sequence[str]) -> list[int]:
    """How far those lines reach that surely go on: in paragraphs of three lines, as a heading may be set larger."""
    surely = [_surely_goes_on(above, line) for above, line in pairwise(lines)]
    beside = [before or after for before, after in zip([False, *surely], [*surely[1:], False], strict=False)]
    places = [at for at, goes_on in enumerate(surely) if goes_on]
    return [_reach(lines[at], lines[at + 1]) for at in [at for at in places if beside[at]] or places]


def _is_name(line: str) -> bool:
    """Whether a line is a grade or a label, which only a sentence that stops at `is` or `of` goes on with."""
    return len(line) < LONGEST_NAME and (grade_of(line) or label_of(line)) is not None


def _reach(above: str, line: str) -> int:
    """How long a line would be with the first word of the next one."""
    return len(above.rstrip()) + 1 + len(line.split(None, 1)[0])


def _surely_goes_on(above: str, line: str) -> bool:
    """Whether a line goes on with the sentence of the one above it, by its words."""
    above, line = above.rstrip(), line.strip()
    if not above or not line or CLOSED.search(above):
        return False
    return line[0].islower() or bool(NEVER_LAST.search(above))


class _Joins:
    """Tells whether the line at a place goes on with the line above it."""

    def __init__(self, lines: Sequence[str], width: int) -> None:
        self._lines = lines
        self._width = width
        self._first = {name_of(line) for above, line in pairwise(lines) if not above.strip()}
        """The names of lines that a paragraph begins with: a heading is one, and its entry in a contents list not."""

    def __call__(self, at: int) -> bool:
        above, line = self._lines[at - 1].rstrip(), self._lines[at]
        if not above.strip() or not line.strip() or "\t" in above + line:
            return False
        if _is_name(above) or (_is_name(line) and not NEVER_LAST.search(above)):
            return False
        if _BULLET.match(line) or (is_item(line) and CLOSED.search(above)):
            return False
        if _CUT.search(above) or _surely_goes_on(above, line):
            return True
        full = _reach(above, line) >= self._width and name_of(line) not in self._first
        return full and not (CLOSED.search(above) and self._is_heading(at))

    def _is_heading(self, at: int) -> bool:
        """Whether the lines from a place on end without a full stop before a line that doesn't go on."""
        for above, line in self._pairs_from(at):
            if not line.strip() or not (_surely_goes_on(above, line) or _reach(above, line) >= self._width):
                return not CLOSED.search(above.rstrip())
        return False

    def _pairs_from(self, at: int) -> Iterator[tuple[str, str]]:
        return pairwise(self._lines[at : at + _HEADING + 1])
