"""Numbers as reports write them: digits, words, millions."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

KEPT = 16_384
"""Texts whose numbers are kept for the next question."""
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
_BELOW_HUNDRED = (
    r"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|"
    + ("|".join(sorted(WORDS.keys() - {"hundred"}, key=len, reverse=True)) + ")")
)
WORD = rf"(?:(?:(?:a|{_BELOW_HUNDRED}) )?hundred(?: and {_BELOW_HUNDRED})?|{_BELOW_HUNDRED})"
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
        text: digits with or without thousands commas, or a number in words below a thousand.
        scale: `million`, `m`, `bn` and the like.

    Returns:
        The value, such as `19444`, `93.6` or `1900000`.
    """
    number = Decimal(text.replace(",", "")) if text[0].isdigit() else Decimal(_spelled(text.lower()))
    return f"{(number * _SCALE.get(scale.lower(), 1)).normalize():f}"


def _spelled(words: str) -> int:
    """The value of a number in words, such as `three hundred and twenty-one`."""
    hundreds, hundred, rest = words.rpartition("hundred")
    tens, _, ones = rest.strip().removeprefix("and ").partition("-")
    below = WORDS.get(tens, 0) + WORDS.get(ones, 0)
    return below + (100 * (_spelled(hundreds.strip()) or 1) if hundred else 0)


@lru_cache(maxsize=KEPT)
def numbers_in(text: str) -> tuple[str, ...]:
    """The value of every number of a text, in order, digits and words alike."""
    found = re.finditer(
        rf"(?<![\w.,])(?:{DIGITS})(?!\w|[.,]\d)|(?<![\w.,]){DIGITS}(?=m\b|bn\b|k\b)|\b{WORD}\b", text, re.IGNORECASE
    )
    return tuple(value_of(match[0]) for match in found)
