"""Items that lost their bullets: lines that a sentence opens and that end as items of one list do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.reading.elements import Element
from assistant.types import BlockKind

_MORE = re.compile(r"[;,](?: (?:and|or))?$")
"""How an item ends that another one follows."""
_LAST = re.compile(r"[;,] (?:and|or)$")
"""How the last but one ends."""
_LONGEST = 600
"""Characters. A longer line is no item."""


def with_items(elements: Sequence[Element]) -> list[Element]:
    """The elements, with the lines of a list that lost its bullets as the items that they are.

    A list is opened by a line that ends in a colon, and all its lines but the last end in a semicolon or a comma.
    """
    found = list(elements)
    at = 1
    while at < len(found):
        end = _end(found, at) if found[at - 1].text.endswith(":") else at
        found[at:end] = [replace(line, kind=BlockKind.ITEM) for line in found[at:end]]
        at = end + 1
    return found


def _end(elements: Sequence[Element], start: int) -> int:
    """The place after the last line of a list that starts at a place; the place itself where none does."""
    end = start
    while end < len(elements) and _is_line(elements[end]) and _MORE.search(elements[end].text):
        end += 1
    closed = end > start and _LAST.search(elements[end - 1].text)
    return end + 1 if closed and end < len(elements) and _is_line(elements[end]) else start


def _is_line(element: Element) -> bool:
    return element.kind is BlockKind.PARAGRAPH and not element.bold and len(element.text) < _LONGEST
