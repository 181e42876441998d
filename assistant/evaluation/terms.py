"""Whether a loosened text holds a term.

A figure must stand alone: `93.6` isn't in `193.6` or `93.65`. A word must begin where a word begins and may go on
(`retention` is in `retentions`), but a word of up to three letters must be whole.
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.evaluation.wording import loosen

OPENS = "^"
"""Before a term: the answer opens with it."""

_SHORT = 3


def holds(term: str, loose: str) -> bool:
    """Whether a term, perhaps with its `^`, is in a loosened text."""
    sought = loosen(term.lstrip(OPENS))
    if term.startswith(OPENS):
        return bool(sought) and loose.startswith(sought) and _ends_well(sought, loose, len(sought))
    return next(places(sought, loose), None) is not None


def places(sought: str, loose: str) -> Iterator[int]:
    """Where a loosened term stands in a loosened text."""
    start = loose.find(sought) if sought else -1
    while start >= 0:
        if _begins_well(loose, start) and _ends_well(sought, loose, start + len(sought)):
            yield start
        start = loose.find(sought, start + 1)


def _begins_well(loose: str, start: int) -> bool:
    before = loose[max(0, start - 2) : start]
    inside_word = before[-1:].isalnum()
    after_point = before[-1:] == "." and before[:1].isdigit()
    return not inside_word and not after_point


def _ends_well(sought: str, loose: str, end: int) -> bool:
    after = loose[end : end + 2]
    if sought[-1].isdigit():
        return not after[:1].isdigit() and not (after[:1] == "." and after[1:].isdigit())
    return len(sought) > _SHORT or not after[:1].isalnum()
