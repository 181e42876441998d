"""Text becomes a flat list of elements: headings, paragraphs, list items, table rows.

Only what a single line shows is decided here; what a heading means is for `outline.py`.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from assistant.reading.inline import is_bold, is_link, plain
from assistant.types import BlockKind

_HEADING = re.compile(r"(#{1,6})(?:\s+(.*))?")
_ITEM = re.compile(r"\s*(?:[-*\u2022\u25cf\u2013]|\d{1,2}[.)]|\(?[a-z]\))\s+(?=\S)(.*)")
_NEGATIVE = re.compile(r"\s*[-\u2013] ?\d[\d,]*(?:\.\d+\s?(?:%|per ?cent)?|\s?(?:%|per ?cent))(?:age points?)?\.?\s*")
"""A line that is a number below zero and nothing else: its dash is a minus, and no list's mark."""
_TABLE_RULE = re.compile(r"[\s|:-]*-{3}[\s|:-]*")
_PIPE = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"[\s|:_=*-]*")
_CHART = re.compile(r"(?:chart|figure|graph|image) description\s*:", re.IGNORECASE)
_CAPTION = re.compile(r"(?:figure|table|chart)\s+\d+\s*[:.\u2013-]", re.IGNORECASE)
_NOTE = re.compile(r"notes?\s*:", re.IGNORECASE)
_SOURCE = re.compile(r"sources?\s*:", re.IGNORECASE)
_DATA = re.compile(
    r"(?:(?:view|see|download) )?(?:the |our )?data (?:for|behind|from|in) (?:figure|table|chart|this)\b.{0,80}$",
    re.IGNORECASE,
)
"""A link to the figures of a chart, which plain text has without its mark."""
_STARTS = (
    (_CHART, BlockKind.CHART),
    (_CAPTION, BlockKind.CAPTION),
    (_NOTE, BlockKind.NOTE),
    (_SOURCE, BlockKind.SOURCE),
    (_DATA, BlockKind.SOURCE),
)

_PAGE_MARK = re.compile(r"<!-- page (\d{1,5}) -->")
_PAGE = re.compile(r"[\s.|]*\b\d{1,3}$")
LONGEST_NAME = 200
"""Characters. A longer line names nothing."""
WRAPPED = 60
"""Characters. A shorter line of a text file is a line of its own, not part of a wrapped paragraph."""


@dataclass(frozen=True, slots=True)
class Element:
    """One heading, paragraph, item or row of a file, as plain words."""

    kind: BlockKind | None
    """None for a heading."""
    text: str
    level: int = 0
    """A heading's depth as marked, 1 to 6; 0 for a bold line or one that only looks like a heading."""
    bold: bool = False
    gap: int = 0
    """Blank lines before it."""
    cells: tuple[str, ...] = ()
    """A row's cells, empty ones too: they carry the column."""
    page: int = 0
    """The page of print on which it begins; 0 where the file has none."""

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading."""
        return self.kind is None


def elements_of(text: str) -> list[Element]:
    """Every element of a Markdown or text file, in order; blank lines and rules are only counted."""
    found: list[Element] = []
    gap = page = 0
    lines = text.split("\n")
    named = Counter(map(name_of, lines))
    for line in lines:
        mark = _PAGE_MARK.fullmatch(line)
        if mark:
            page = int(mark[1])
            continue
        if found and not gap and found[-1].kind is BlockKind.ROW and _TABLE_RULE.fullmatch(line):
            found[-1] = replace(found[-1], bold=True)  # the row above a pipe table's rule is its header
            continue
        element = element_of(line, gap)
        if element is None:
            gap += 1
        elif found and not gap and named[name_of(line)] == 1 and _wraps(found[-1], element):
            found[-1] = replace(found[-1], text=f"{found[-1].text} {element.text}", bold=False)
        else:
            found.append(replace(element, page=page))
        gap = gap if element is None else 0
    return found


def name_of(line: str) -> str:
    """What a line is called without a page number: a line that stands twice is a heading and its entry, not prose."""
    return _PAGE.sub("", line.strip()).lower() if len(line) < LONGEST_NAME else line


def is_item(line: str) -> bool:
    """Whether a line is marked as one of a list."""
    return bool(_ITEM.fullmatch(line)) and not _NEGATIVE.fullmatch(line)


def is_marked(line: str) -> bool:
    """Whether a line has marks that only Markdown has: of a heading, a bold line, a table, a page."""
    bare = line.strip()
    return bool(_HEADING.fullmatch(bare) or _PAGE_MARK.fullmatch(line)) or bare.startswith("|") or is_bold(line)


def element_of(line: str, gap: int = 0) -> Element | None:
    """The element that a line is; None for a line that says nothing."""
    heading = _HEADING.fullmatch(line.strip())
    if heading:
        marked = (heading[2] or "").rstrip("#").rstrip()
        text = plain(marked)
        return Element(None, text, level=len(heading[1]), bold=is_bold(marked), gap=gap) if text else None
    if _RULE.fullmatch(line) and "\t" not in line.strip():
        return None
    cells = _cells(line)
    if cells:
        said = " | ".join(filter(None, cells))
        return Element(BlockKind.ROW, said, bold=_bold_cells(line), gap=gap, cells=cells) if said else None
    item = _ITEM.fullmatch(line)
    if item and not is_bold(line) and not _NEGATIVE.fullmatch(line):
        said = plain(item[1])
        return Element(BlockKind.ITEM, said, gap=gap) if said else None
    words = plain(line)
    return Element(_kind(line, words), words, bold=is_bold(line), gap=gap) if words else None


def element_of_words(words: str) -> Element | None:
    """The item, caption, note or paragraph that plain words are; None where they say nothing.

    Args:
        words: a line without markup, in which every sign stands for itself.
    """
    if _RULE.fullmatch(words):
        return None
    item = _ITEM.fullmatch(words)
    if item and not _NEGATIVE.fullmatch(words):
        return Element(BlockKind.ITEM, item[1].strip())
    return Element(_kind_of_words(words), words)


def _kind(line: str, words: str) -> BlockKind:
    return BlockKind.SOURCE if is_link(line) else _kind_of_words(words)


def _kind_of_words(words: str) -> BlockKind:
    return next((kind for start, kind in _STARTS if start.match(words)), BlockKind.PARAGRAPH)


def _cells(line: str) -> tuple[str, ...]:
    """The cells of a row in a tab-separated or a pipe table; none where the line isn't a row."""
    if line.strip().startswith("|"):
        inner = line.strip().removeprefix("|")
        closed = inner.endswith("|") and not inner.endswith("\\|")
        return tuple(plain(cell) for cell in _PIPE.split(inner[:-1] if closed else inner))
    if "\t" not in line.rstrip() or not line.strip():
        return ()
    return tuple(plain(cell) for cell in line.rstrip("\n").split("\t"))


def _bold_cells(line: str) -> bool:
    """Whether every cell that says something is bold, as in a header row."""
    return all(is_bold(cell) for cell in line.strip().strip("|").split("\t") if cell.strip())


def _wraps(before: Element, after: Element) -> bool:
    """Whether a line goes on with the sentence of the line above it."""
    flows = after.kind is BlockKind.PARAGRAPH and before.kind not in (None, BlockKind.ROW, BlockKind.SOURCE)
    open_ended = len(before.text) >= WRAPPED and before.text[-1] not in ".?!:"
    return flows and open_ended and not after.bold and not before.bold
