"""What a page or a print adds around a report: contents lists, navigation, footers. None of it may be cited."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.reading.elements import LONGEST_NAME, Element
from assistant.types import BlockKind

_NAVIGATION = re.compile(
    r"skip to (?:main )?content|back to (?:top|contents)|cookies?(?: policy| settings)?|accept (?:all )?cookies"
    r"|print (?:this )?(?:page|document)|share this page|home|menu|search|sign up.*|"
    r"get the (?:full )?report.*|.*\(pdf(?: document)?\)|back to publication"
    r"|read (?:more|the full report)\b.*|detailed findings for question \d+|next page.*|previous page.*|"
    r"related (?:content|links)|reports|publications|news|about us|contact(?: us)?|accessibility(?: statement)?",
    re.IGNORECASE,
)
_FOOTER = re.compile(
    r".*\u00a9.*|(?:https?://|www\.)?[\w-]+(?:\.[\w-]+){2,}(?:/\S*)?|page \d+(?: of \d+)?|\d{1,3}", re.IGNORECASE
)
_LONGEST_LINE = 12
"""Words. A longer line that only starts as navigation does, or names a copyright, is a sentence of the report."""
_DATED = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December) 20\d\d\b"
)
_SAID = re.compile(r"[A-Z].*\b(?:is|are|was|were|has|have|had|should|found|told|reviewed)\b.*[.]")
"""A line with a verb and a full stop is a sentence, whatever word it starts with."""
_LONGEST_PAGE = 3
"""Digits."""
_PAGE_NUMBER = re.compile(r"(.*?)[\s.|]*\b\d{1,3}$")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A file's elements without what surrounds the report."""

    elements: tuple[Element, ...]
    contents: tuple[Element, ...]
    """The lines of the contents list: they tell the chapters."""
    dropped: tuple[str, ...]
    """The navigation and footer lines that were left out."""
    dated: tuple[Element, ...] = ()
    """The footer lines that date the publication: they may be quoted, but stand in no finding."""


def clean(elements: list[Element]) -> Cleaned:
    """Separate a report from its contents list, navigation and footers."""
    kept: list[Element] = []
    contents: list[Element] = []
    dropped: list[Element] = []
    last = {element.text.lower(): place for place, element in enumerate(elements)}
    at = 0
    while at < len(elements):
        element = elements[at]
        if element.text.lower().rstrip(":") in ("contents", "table of contents"):
            end = _end_of_contents(elements, at + 1, last)
            contents += elements[at + 1 : end]
            at = end
            continue
        (dropped if _surrounds(element) else kept).append(element)
        at += 1
    dated = tuple(element for element in dropped if _DATED.search(element.text))
    return Cleaned(tuple(kept), tuple(contents), tuple(element.text for element in dropped), dated[:1])


def is_chrome(text: str) -> bool:
    """Whether a line is navigation or a footer and not the report's own."""
    if len(text.split()) > _LONGEST_LINE or _SAID.fullmatch(text):
        return False
    return bool(_NAVIGATION.fullmatch(text) or _FOOTER.fullmatch(text))


def _surrounds(element: Element) -> bool:
    """Whether an element is navigation or a footer; a number in a table or a list is a figure, not a page's number."""
    counts = element.kind in (BlockKind.ROW, BlockKind.ITEM) and element.text.isdigit()
    return not counts and is_chrome(element.text)


def entry_name(text: str) -> str:
    """The heading that a line of a contents list names, without its page number."""
    found = _PAGE_NUMBER.fullmatch(text) if len(text) < LONGEST_NAME else None
    return found[1].strip(" .|") if found and found[1] else text


def _end_of_contents(elements: list[Element], start: int, last: dict[str, int]) -> int:
    """Where a contents list ends: at a marked heading, or at the first line that no later line repeats.

    Args:
        elements: every element.
        start: where the list starts.
        last: the place at which each text stands last.
    """
    for at in range(start, len(elements)):
        element = elements[at]
        known = _numbered(element) or last.get(entry_name(element.text).lower(), 0) > at
        if element.level or not (known or _is_page(elements, at + 1)):
            return at
    return len(elements)


def _is_page(elements: list[Element], at: int) -> bool:
    """Whether the element at a place is the page of an entry, on a line of its own."""
    return at < len(elements) and elements[at].text.isdigit() and len(elements[at].text) <= _LONGEST_PAGE


def _numbered(element: Element) -> bool:
    short = len(element.text) < LONGEST_NAME
    return short and element.text[-1].isdigit() and bool(_PAGE_NUMBER.fullmatch(element.text))
