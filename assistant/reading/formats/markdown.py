"""Elements become the Markdown that is read as the same elements again: what a corpus keeps of a file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from assistant.reading.elements import Element
from assistant.types import BlockKind

_MARKED = re.compile(r"[\\*`]|_(?=_)|(?<=_)_|\](?=\()|&(?=[#\w])|<(?=[/!?A-Za-z])")
_ENTITIES = {"&": "&amp;", "<": "&lt;", "*": "&#42;"}
_STARTS = re.compile(r"[#|]|-(?=--)|=(?==)")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def markdown_of(elements: Iterable[Element]) -> str:
    """The Markdown of elements, a line each, with a mark where a page of print begins."""
    parts: list[str] = []
    before: Element | None = None
    page = 0
    for element in elements:
        together = before is not None and _together(before, element)
        parts.append("\n" if together else "\n\n")
        if element.page != page and element.page:
            page = element.page
            parts.append(f"<!-- page {page} -->\n")
        parts.append("\n".join(_lines(element, is_first=not together)))
        before = element
    return "".join(parts).strip() + "\n"


def escaped(text: str) -> str:
    """A text of which every sign stands for itself when it is read as Markdown."""
    said = _CONTROL.sub("", text)
    return _MARKED.sub(lambda found: _ENTITIES.get(found[0], f"\\{found[0]}"), said)


def _together(before: Element, element: Element) -> bool:
    """Whether two elements belong to one list or one table."""
    same = before.kind is element.kind and element.kind in (BlockKind.ROW, BlockKind.ITEM)
    return same and not (element.kind is BlockKind.ROW and element.bold)


def _lines(element: Element, is_first: bool) -> Iterator[str]:
    text = escaped(element.text)
    if element.is_heading:
        yield f"{'#' * (element.level or 6)} {re.sub('#$', '&#35;', text)}"  # a last one would close the heading
    elif element.kind is BlockKind.ROW:
        yield f"| {' | '.join(escaped(cell).replace('|', chr(92) + '|') for cell in element.cells)} |"
        if element.bold and is_first:
            yield "|" + " --- |" * len(element.cells)
    elif element.kind is BlockKind.ITEM:
        yield f"- {text}"
    elif element.bold:
        yield f"**{text}**"
    elif element.kind is BlockKind.SOURCE and not re.match("sources?:", text, re.IGNORECASE):
        yield f"[{text}](#)"
    else:
        yield _STARTS.sub(lambda found: f"\\{found[0]}", text, count=1) if _STARTS.match(text) else text
