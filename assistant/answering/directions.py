"""Which way something is said to be: up or down, more or less, and who than whom."""

from __future__ import annotations

import re

from assistant.reading.numbers import WORD
from assistant.reading.words import stems_of

_UP = re.compile(
    r"\b(?:increas\w+|rose|risen|rise[sn]?|grew|grown|higher|above|more (?:likely|often)|times more|more$|"
    rf"more than(?! \d| half| an?\b| {WORD}\b)|"
    r"more\b(?=.* than\b)|improv\w+|better|exceed\w*|up)\b",
    re.IGNORECASE,
)
_DOWN = re.compile(
    r"\b(?:decreas\w+|fell|fallen|falls?|dropp?\w*|lower|below|fewer|less (?:than|likely|often)|less$|worse\w*|"
    r"declin\w+|(?<!violence )(?<!harm )(?<!crime )(?<!disorder )reduc\w+|down)\b",
    re.IGNORECASE,
)


_OF_COMPARING = frozenset(stems_of("times more less likely many how much people often"))
"""What stands on one side of any `than`."""


def direction(text: str) -> str:
    """`up`, `down`, or empty where a text says neither or both."""
    up, down = bool(_UP.search(text)), bool(_DOWN.search(text))
    return "" if up == down else "up" if up else "down"


def says_both(text: str) -> bool:
    """Whether a text says both up and down."""
    return bool(_UP.search(text) and _DOWN.search(text))


def turned(asked: str, text: str) -> bool:
    """Whether a sentence names both sides of a `than` the other way round: who is more likely than whom."""
    ours, theirs = ([set(stems_of(side)) for side in one.lower().split(" than ", 1)] for one in (asked, text))
    if len(ours) < 2 or len(theirs) < 2:
        return False
    first, second = ours[0] - ours[1] - _OF_COMPARING, ours[1] - ours[0]
    same = bool(first & (theirs[0] - theirs[1])) + bool(second & (theirs[1] - theirs[0]))
    across = bool(first & (theirs[1] - theirs[0])) + bool(second & (theirs[0] - theirs[1]))
    return across > same
