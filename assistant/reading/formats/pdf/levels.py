"""Which paragraphs of a PDF without tags are headings, and how deep: by its bookmarks, else by how they are set."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from assistant.reading.formats.pdf.pieces import Piece
from assistant.reading.headings import LONGEST
from assistant.reading.line_ends import Joiner

_LARGER = 1.02
"""A bold line that is so much larger than the body is a heading."""
_LARGE = 1.12
"""And so is one that isn't bold."""
_SENTENCE = re.compile(r"[.;,:][)'\"\u2019\u201d]*$")
_LETTER = re.compile(r"[^\W\d_]{2}")

Style = tuple[float, bool]
"""Size, and whether it is bold."""


def mark_levels(pieces: Sequence[Piece], joiner: Joiner, bookmarks: Sequence[tuple[int, str]], body: float) -> None:
    """Give headings their level, in place.

    Headings that are set alike have one level. Where bookmarks name some of them, theirs; else the larger, the higher.

    Args:
        pieces: a document's paragraphs.
        joiner: makes words of their lines.
        bookmarks: depth and title of each.
        body: the size of most letters.
    """
    named = {_bare(title): depth for depth, title in bookmarks}
    votes: dict[Style, Counter[int]] = defaultdict(Counter)
    headings: list[tuple[Piece, Style]] = []
    for piece in pieces:
        text = joiner.text(line.text for line in piece.lines) if piece.lines and not piece.item else ""
        if not text or not _LETTER.search(text):
            continue
        depth = named.get(_bare(text))
        style = _style(piece)
        if depth:
            votes[style][depth] += 1
        if _serves(text, style, body):
            headings.append((piece, style))
    levels = _levels({style for _, style in headings}, votes)
    for piece, style in headings:
        piece.level = levels[style]


def _style(piece: Piece) -> Style:
    return max(line.size for line in piece.lines), all(line.bold for line in piece.lines)


def _serves(text: str, style: Style, body: float) -> bool:
    size, bold = style
    larger = size > _LARGE * body or (bold and size > _LARGER * body)
    return larger and len(text) <= LONGEST and not _SENTENCE.search(text)


def _levels(styles: set[Style], votes: dict[Style, Counter[int]]) -> dict[Style, int]:
    """Each style's level: as its bookmarks say, else one deeper than the next larger style's."""
    levels: dict[Style, int] = {}
    deepest = 0
    for style in sorted(styles, reverse=True):
        voted = votes[style].most_common(1)[0][0] if votes.get(style) else deepest + 1
        levels[style] = min(6, max(1, voted))
        deepest = max(deepest, levels[style])
    return levels


def _bare(text: str) -> str:
    return re.sub(r"\W+", "", text.lower())
