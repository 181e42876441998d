"""A sentence cut in two by the end of a page becomes one again."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.reading.elements import Element
from assistant.types import BlockKind

_OPEN_ENDED = re.compile(r"[a-z0-9,;]$|[a-z]-$")
_GOES_ON = re.compile(r"[a-z]")
NEVER_LAST = re.compile(
    r"\b(?:the|an?|of|and|or|to|in|for|with|by|from|that|at|on|as|is|are|was|were|which|who|its|their|our|had|has|have)$"
)
"""Words that no sentence or heading ends with, so that even a name or a number goes on after them."""
_NUMBER = re.compile(r"\u00a3?\d")
_LONGEST_END = 60
"""Characters at the end of a line that tell whether it goes on; a file without stops may join into one long line."""
_SENTENCE = 5
"""Words. A number goes on with a line that is no shorter; a shorter one may be a grade or a name."""
_HUNG = re.compile(r"[a-z]-$")


def join_cut_sentences(body: list[Element]) -> tuple[list[Element], int]:
    """Join a paragraph or item that ends without a full stop to the paragraph after it, where that goes on.

    It goes on where it starts in lower case, or where the half before ends with a word that no sentence ends with.

    Returns:
        The elements, and how many pairs were joined.
    """
    joined: list[Element] = []
    count = 0
    for element in body:
        if joined and _cut(joined[-1], element):
            joined[-1] = replace(joined[-1], text=_joined(joined[-1].text, element.text))
            count += 1
        else:
            joined.append(element)
    return joined, count


def _cut(before: Element, after: Element) -> bool:
    if after.kind is not BlockKind.PARAGRAPH or before.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM):
        return False
    end = before.text[-_LONGEST_END:]
    if _GOES_ON.match(after.text):
        return bool(_OPEN_ENDED.search(end)) and not (before.kind is BlockKind.ITEM and end[-1] in ",;")
    counts = _NUMBER.match(after.text) and len(end.split()) >= _SENTENCE and end[-1].islower()
    return before.kind is BlockKind.PARAGRAPH and bool(counts or NEVER_LAST.search(end))


def _joined(before: str, after: str) -> str:
    """Two halves of a sentence as one; a word cut at its hyphen becomes one word, unless the hyphen hangs."""
    hangs = re.match(r"(?:and|or|to)\b", after)
    return f"{before}{after}" if _HUNG.search(before[-2:]) and not hangs else f"{before} {after}"
