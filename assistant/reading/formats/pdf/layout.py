"""The lines of pages without tags become paragraphs, items and rows, by how they are set."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from assistant.reading.formats.pdf.lines import Line
from assistant.reading.formats.pdf.pieces import Piece

_BULLET = re.compile(r"[\u2022\u25cf\u25aa\u25e6\u25cb\u25a0\u2023\u00b7\uf0b7\uf0a7o](?:\s|$)")
_MARK = re.compile(r"(?:[\u2013-]|\d{1,2}[.)]|\(?[a-z]\))(?:\s|$)")
"""What may open a list's item, and may as well open a line of a sentence."""
_FULL_STOP = re.compile(r"[.?!:;][)'\"\u2019\u201d]*$")
_FULL = 4.0
"""Ems. A line that ends closer to the right margin was filled; its sentence goes on where no stop ends it."""
_PAGE = re.compile(r"\d{1,3}")


def body_size(pages: Iterable[Sequence[Line]]) -> float:
    """The size of most letters."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page:
            sizes[line.size] += len(line.text)
    return max(sizes, key=lambda size: sizes[size], default=0.0)


class Setting:
    """How a document is set: what is usual for it."""

    def __init__(self, lines: Iterable[Line]) -> None:
        by_page: dict[int, list[Line]] = defaultdict(list)
        for line in lines:
            by_page[line.page].append(line)
        pitches: dict[float, list[float]] = defaultdict(list)
        for page in by_page.values():
            for above, line in pairwise(page):
                if above.size == line.size and 0 < line.top - above.top < 2.2 * line.size:
                    pitches[line.size].append(line.top - above.top)
        self.body = body_size(by_page.values())
        self._right = {number: max(line.x1 for line in page) for number, page in by_page.items()}
        self._pitch = {size: median(found) for size, found in pitches.items()}
        ends = [pair for page in by_page.values() for pair in pairwise(page) if self._ends(*pair)]
        self._indented = sum(below.x0 - above.x0 > 0.8 * below.size for above, below in ends) > max(3, 0.6 * len(ends))
        """Whether paragraphs are told by their first line's indent alone."""

    def _ends(self, above: Line, below: Line) -> bool:
        """Whether a line ends a paragraph, and the next one starts one without a gap."""
        ends = bool(_FULL_STOP.search(above.text)) and above.size == below.size == self.body
        return ends and not self.full(above) and self.tight(above, below)

    def apart(self, above: Line, below: Line) -> bool:
        """Whether the line above was left short, where only indents tell paragraphs."""
        first = below.words[0] if below.words else None
        return bool(self._indented and first and above.x1 + first.x1 - first.x0 + above.size < self._right[above.page])

    def tight(self, above: Line, below: Line) -> bool:
        """Whether a line follows another as lines of one paragraph do."""
        usual = self._pitch.get(below.size, 1.3 * below.size)
        return 0 < below.top - above.top < 1.22 * max(usual, below.size)

    def full(self, line: Line) -> bool:
        """Whether a line reaches the right margin."""
        return line.x1 > self._right[line.page] - _FULL * line.size

    def cut(self, before: Piece, piece: Piece) -> bool:
        """Whether the end of a page cut two pieces that are one."""
        return before.lines[-1].page < piece.page and self.crosses(before, piece.lines[0])

    def crosses(self, before: Piece, line: Line) -> bool:
        """Whether a paragraph goes on with a line of the next page."""
        last = before.lines[-1]
        if abs(last.size - line.size) > 0.5 or last.bold != line.bold or _FULL_STOP.search(last.text):
            return False
        return line.text[0].islower() or (self.full(last) and last.size <= self.body)


def pieces_of_lines(pages: Sequence[Sequence[Line | Piece]], setting: Setting) -> list[Piece]:
    """The paragraphs, items and rows of pages.

    Args:
        pages: each page's lines from top to bottom, with the rows of ruled tables between them.
        setting: what is usual in the document.
    """
    gatherer = _Gatherer(setting)
    for page in pages:
        gatherer.turn()
        for held in page:
            if isinstance(held, Piece):
                gatherer.row(held)
            else:
                gatherer.line(held)
    return gatherer.pieces


def joined_over_pages(pieces: Sequence[Piece], setting: Setting) -> list[Piece]:
    """Pieces of which those are one again that the end of a page cut in two."""
    found: list[Piece] = []
    for piece in pieces:
        before = found[-1] if found else None
        plain = piece.lines and not (piece.level or piece.item)
        if before and before.lines and not before.level and plain and setting.cut(before, piece):
            before.lines += piece.lines
        else:
            found.append(piece)
    return found


class _Gatherer:
    """Takes lines one by one, and knows to which piece the next one belongs."""

    def __init__(self, setting: Setting) -> None:
        self.pieces: list[Piece] = []
        self._setting = setting
        self._new_page = False

    def turn(self) -> None:
        """A new page begins."""
        self._new_page = True

    def row(self, row: Piece) -> None:
        """A ruled table's row; a header that a page repeats is left out."""
        header = next((piece for piece in reversed(self.pieces) if piece.header), None)
        if self._new_page and header is not None and _said(header) == _said(row):
            return
        self.pieces.append(row)
        self._new_page = False

    def line(self, line: Line) -> None:
        """The next line of text."""
        before = self.pieces[-1] if self.pieces else None
        bullet, mark = _BULLET.match(line.text), _MARK.match(line.text)
        first = line.parts[0].text
        if before is not None and before.cells and self._wraps_entry(before, line):
            before.cells[0].append(line)
        elif len(line.parts) > 1 and not _BULLET.fullmatch(first) and not _MARK.fullmatch(first):
            self._cells(line, before)
        elif before is not None and before.lines and not bullet and self._goes_on(before, line, bool(mark)):
            before.lines.append(line)
        else:
            self.pieces.append(Piece(lines=[_unmarked(line)], item=bool(bullet or mark), page=line.page))
        self._new_page = False

    def _cells(self, line: Line, before: Piece | None) -> None:
        """A line with wide gaps is a row; the first line of a contents entry that took two stands above its own."""
        cells = [[_cut(line, at)] for at in range(len(line.parts))]
        wrapped = before is not None and before.cells is None and len(before.lines) == 1 and not before.level
        if wrapped and before and _PAGE.fullmatch(line.parts[-1].text) and self._same(before.lines[-1], line):
            self.pieces.pop()
            cells[0].insert(0, before.lines[0])
        self.pieces.append(Piece(cells=cells, page=line.page))

    def _wraps_entry(self, row: Piece, line: Line) -> bool:
        """Whether a line goes on with an entry of a contents list that has its page's number already."""
        cells = _said(row)
        return len(cells) == 2 and bool(_PAGE.fullmatch(cells[1])) and len(line.parts) == 1 and line.text[0].islower()

    def _goes_on(self, before: Piece, line: Line, mark: bool) -> bool:
        last = before.lines[-1]
        if mark and (before.item or _FULL_STOP.search(last.text) or not self._setting.full(last)):
            return False
        if self._new_page:
            return self._setting.crosses(before, line)
        if not self._same(last, line) or self._setting.apart(last, line):
            return False
        first = before.lines[0]
        if before.item:
            return line.x0 > first.x0 - 0.5 * line.size
        indent = line.x0 - last.x0
        opens = len(before.lines) == 1 and -4 * line.size < indent < 0 and self._setting.full(last)
        return abs(indent) < 0.8 * line.size or opens or _centred(first, line)

    def _same(self, last: Line, line: Line) -> bool:
        alike = abs(last.size - line.size) <= 0.5 and last.bold == line.bold
        return alike and self._setting.tight(last, line)


def _said(row: Piece) -> list[str]:
    return [" ".join(line.text for line in cell) for cell in row.cells or ()]


def _centred(one: Line, other: Line) -> bool:
    return abs((one.x0 + one.x1) - (other.x0 + other.x1)) < one.size


def _unmarked(line: Line) -> Line:
    """An item's line as it is: its mark is taken off when it is read; one in a symbol's font becomes a plain one."""
    text = re.sub(r"^[\u25aa\u25e6\u25cb\u25a0\u2023\u00b7\uf0b7\uf0a7o]\s", "\u2022 ", line.text)
    return line if text == line.text else _with_text(line, text)


def _with_text(line: Line, text: str) -> Line:
    return Line(text, line.x0, line.x1, line.top, line.bottom, line.size, line.bold, line.page, line.parts)


def _cut(line: Line, at: int) -> Line:
    part = line.parts[at]
    return Line(part.text, part.x0, part.x1, line.top, line.bottom, line.size, line.bold, line.page, (part,))
