"""The scope that a follow-up takes over, in brackets after its own words: `and for 101 [Kent] [2018]`."""

from __future__ import annotations

import re

CARRIED = r"\[[^\]]*\]"
"""A regular expression of what was taken over."""
_CARRIED = re.compile(rf"\s*{CARRIED}")


def carrying(question: str, scope: str) -> str:
    """A question with a force, a cycle or a question before it that it takes over."""
    return f"{question} [{scope}]"


def without_carried(question: str) -> str:
    """A question's own words."""
    return _CARRIED.sub("", question)
