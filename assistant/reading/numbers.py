"""Numbers as reports write them: digits, words, millions."""

from __future__ import annotations

import re
from decimal import Decimal

SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()
WORDS = {word: value for value, word in enumerate(SMALL)} | {
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
    "hundred": 100,
}
DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
WORD = (
    r"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|"
    + ("|".join(sorted(WORDS, key=len, reverse=True)) + ")")
)
NUMBER = rf"(?:{DIGITS}|\b{WORD}\b)"
_SCALE = {
    "k": 1_000,
    "thousand": 1_000,
    "m": 1_000_000,
    "million": 1_000_000,
    "bn": 1_000_000_000,
    "billion": 1_000_000_000,
}


def value_of(text: str, scale: str = "") -> str:
    """A number as a plain decimal without trailing zeros.

    Args:
        text: digits with or without thousands commas, or a number word up to ninety-nine.
        scale: `million`, `m`, `bn` and the like.

    Returns:
        The value, such as `19444`, `93.6` or `1900000`.
    """
    lowered = text.lower()
    tens, _, ones = lowered.partition("-")
    number = Decimal(WORDS[tens] + WORDS.get(ones, 0)) if tens in WORDS else Decimal(text.replace(",", ""))
    return f"{(number * _SCALE.get(scale.lower(), 1)).normalize():f}"


def numbers_in(text: str) -> tuple[str, ...]:
    """The value of every number of a text, in order, digits and words alike."""
    found = re.finditer(
        rf"(?<![\w.,])(?:{DIGITS})(?![\w])|(?<![\w.,]){DIGITS}(?=m\b|bn\b|k\b)|\b{WORD}\b", text, re.IGNORECASE
    )
    return tuple(value_of(match[0]) for match in found)
