"""Spelling set aside, so that a right answer isn't lost to it.

`90.0 per cent`, `90%` and `ninety percent` are one and the same; Markdown's marks, punctuation and the kind of quote or
dash don't count. The rules run in order: each works on what the one before left.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
_TENS = "thirty forty fifty sixty seventy eighty ninety"
_NUMBERS = {word: str(number) for number, word in enumerate(_UNITS.split())}
_NUMBERS |= {word: str(number) for number, word in zip(range(30, 100, 10), _TENS.split(), strict=True)}

_SINGLE_QUOTES = dict.fromkeys(map(ord, "‘’‚‛"), "'")
_DOUBLE_QUOTES = dict.fromkeys(map(ord, "“”"), '"')
_DASHES = dict.fromkeys((*range(0x2010, 0x2015), 0x2212), "-")
_SPACES: dict[int, str | None] = {0xA0: " ", 0xAD: None}
_SIGNS = _SINGLE_QUOTES | _DOUBLE_QUOTES | _DASHES | _SPACES

_Rule = tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]


def _rule(pattern: str, becomes: str | Callable[[re.Match[str]], str]) -> _Rule:
    return re.compile(pattern), becomes


_MARKDOWN = (
    _rule(r"\[((?:[^\[\]\\]|\\.)*)\]\((?:[^()\s\\]|\\.)*\)", r"\1"),  # a link is its words
    _rule(r"\\([^\w\s])", r"\1"),
    _rule(r"</?[a-zA-Z]+/?>", ""),
    _rule(r"\*\*", ""),
    _rule(r"__", ""),
    _rule(r"(?m)^\s*#{1,6}\s+", ""),
    _rule(r"(?m)^\s*[-*•]\s+", ""),
)
_PERCENT_AND_THOUSANDS = (
    _rule(r"\bper\s+cent\b", "percent"),
    _rule(r"\s*%", " percent"),
    _rule(r"(?<=\d),(?=\d{3}(?!\d))", ""),
)
_POINT = "\0"  # stands for a decimal point while the other points go
_WORDING = (
    _rule(r"\s+", " "),
    _rule(r"\bcan't\b|\bcannot\b", "can not"),
    _rule(r"\bwon't\b", "will not"),
    _rule(r"(\w)n't\b", r"\1 not"),
    _rule(r"(\d)\s?m\b", r"\1 million"),
    _rule(rf"\b({'|'.join(_NUMBERS)})\b", lambda match: _NUMBERS[match[1]]),
    _rule(r"(\d)\.0+(?!\d)", r"\1"),
    _rule(r"(?<=\d)\.(?=\d)", _POINT),
    _rule(r"'(?=s\b)", ""),
    _rule(rf"[^a-z0-9{_POINT}]+", " "),
    _rule(_POINT, "."),
)


def plain(text: str) -> str:
    """Markdown as plain text, its lines kept."""
    return _apply(_MARKDOWN, text)


@lru_cache(maxsize=4096)
def loosen(text: str) -> str:
    """A text as lower-case words and figures with single spaces between them."""
    signs = plain(text).lower().translate(_SIGNS)
    return _apply(_WORDING, _apply(_PERCENT_AND_THOUSANDS, signs).strip()).strip()


def words(text: str) -> list[str]:
    """The words and figures of a text, loosened."""
    return loosen(text).split()


def _apply(rules: tuple[_Rule, ...], text: str) -> str:
    for pattern, becomes in rules:
        text = pattern.sub(becomes, text)
    return text
