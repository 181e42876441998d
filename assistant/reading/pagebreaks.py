"""A sentence cut in two by the end of a page becomes one again."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.reading.elements import Element
from assistant.types import BlockKind

_OPEN_ENDED = re.compile(r"[a-z0-9,;]$|[a-z]-$")
_GOES_ON = re.compile(r"[a-z]")


def join_cut_sentences(body: list[Element]) -> tuple[list[Element], int]:
    """Join a paragraph that ends without a full stop to the next one, where that starts in lower case.

    Returns:
        The elements, and how many pairs were joined.
    """
    joined: list[Element] = []
    count = 0
    for element in body:
        if joined and _cut(joined[-1], element):
            joined[-1] = replace(joined[-1], text=f"{joined[-1].text} {element.text}")
            count += 1
        else:
            joined.append(element)
    return joined, count


def _cut(before: Element, after: Element) -> bool:
    prose = before.kind is BlockKind.PARAGRAPH and after.kind is BlockKind.PARAGRAPH
    return prose and bool(_OPEN_ENDED.search(before.text) and _GOES_ON.match(after.text))
