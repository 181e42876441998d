"""What is aimed at or expected: targets, standards, limits."""

from __future__ import annotations

import re

_AIM = re.compile(
    r"\b(?:aims?|targets?|standards?|limits?|policy|goals?|benchmarks?|guidance|load|(?:the|at) most)\b|"
    r"\b(?:expected|supposed|meant) to (?!be able)|\bshould (?:it|they|that|this|be)\b",
    re.IGNORECASE,
)


def gives_aim(text: str) -> bool:
    """Whether a text tells what is aimed at or expected."""
    return bool(_AIM.search(text))
