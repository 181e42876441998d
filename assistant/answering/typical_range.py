"""Where a figure lies beside the typical range of forces: in it, above it or below it, as asked and as told."""

from __future__ import annotations

import re
from collections.abc import Iterable

_RANGE = r"(?:typical|normal|usual|expected)(?: range)?"
_PLACES = {
    "above": re.compile(
        rf"\b(?:higher|more|greater|larger|above|over|longer|exceeds?)\b[^.;]{{0,25}}\b{_RANGE}\b", re.IGNORECASE
    ),
    "below": re.compile(
        rf"\b(?:lower|fewer|less|smaller|below|under|shorter)\b[^.;]{{0,25}}\b{_RANGE}\b", re.IGNORECASE
    ),
    "within": re.compile(
        r"\b(?:with)?in(?:side)? (?:the |their |its |a )?(?:typical|normal|usual|expected) range\b|"
        r"\b(?:is|are|was|were)\b.*\btypical\W*$",
        re.IGNORECASE,
    ),
}


def place_in(text: str) -> str | None:
    """`above`, `below` or `within`; None where a text says none of them of a typical range."""
    return next((place for place, words in _PLACES.items() if words.search(text)), None)


def range_word(question: str, texts: Iterable[str]) -> str | None:
    """`Yes` or `No` to where a question says that a figure lies; None where no text says where it does.

    Args:
        question: one that asks about a typical range.
        texts: the sentences that answer it.
    """
    told = next(filter(None, map(place_in, texts)), None)
    return None if told is None else "Yes" if told == place_in(question) else "No"
