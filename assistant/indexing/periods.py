"""The time that a sentence is about: in its own words, or taken over from what stands before it."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.types import Metadata

COMPARED = 50
"""Characters before a time that may say that it is one compared with."""
KEPT = 16_384
"""Texts whose years and months are kept for the next question."""
MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DAY_MONTH = rf"\d{{1,2}}(?:st|nd|rd|th)? {MONTH}"
_DAY = rf"{_DAY_MONTH} 20\d\d"
_MONTH_YEAR = rf"{MONTH} 20\d\d"
_DATE = rf"(?:{_DAY}|{_MONTH_YEAR})"
_PATTERNS = (
    rf"(?:the )?(?:financial |calendar )?(?:year|yr|(?:\d{{1,3}}|six|three|nine|twelve) months|"
    rf"quarter) (?:ending|ended|to|up to|until|till)(?: the end of)? {_DATE}",
    rf"(?:from|between) {_DAY_MONTH}(?: 20\d\d)? (?:to|and|until) {_DAY}",
    rf"{_DAY_MONTH}(?: 20\d\d)? (?:to|until|\u2013) {_DAY}",
    rf"(?:from|between) {MONTH}(?: 20\d\d)? (?:to|and|until) {_MONTH_YEAR}",
    r"from 20\d\d(?:/\d\d)? to 20\d\d(?:/\d\d)?",
    r"between 20\d\d(?:/\d\d)? and 20\d\d(?:/\d\d)?",
    rf"(?:as at|as of|on|at|by|before|since|until) {_DATE}",
    r"(?:the )?(?:financial year )?20\d\d/\d\d(?: financial year)?",
    rf"(?:in|during) {_MONTH_YEAR}",
    rf"{_DATE}",
    r"(?:in|during|since|by|for) 20\d\d\b(?![\u2013/-]\d)",
    r"(?:in |over |during )?the (?:12|twelve|six|three) months (?:leading up to|before|prior to) (?:our|"
    r"the) inspection",
    r"(?:over|in) (?:a|the (?:last|previous|past)) (?:12|twelve|six|three|two)[ -](?:month|year)s?(?: period)?",
    r"(?:at the time of|during) (?:our |the |this )?(?:inspection|visit|fieldwork|audit)",
    r"when we (?:inspected|visited)(?: the force)?",
)
_PERIOD = re.compile("|".join(f"(?:{pattern})" for pattern in _PATTERNS), re.IGNORECASE)
_SAME = re.compile(r"\b(?:in|during|over) (?:the same|that|this) (?:period|year|time)\b", re.IGNORECASE)
_OTHER = re.compile(
    r"\b(?:(?:compared (?:to|with)|than|from|against)"
    r"(?: (?:the )?\u00a3?\d[\d.,]*(?: ?%)?(?: \w+){0,4}?)?(?: in| for)?|previous(?:ly)?)\s*$",
    re.IGNORECASE,
)
"""What stands before a time that a figure is only compared with: `compared to 143 in 2021/22`."""
_POINT = re.compile(r"^(?:by|before|since|until)\b", re.IGNORECASE)
_ELSEWHEN = re.compile(
    r"\b(?:previous(?:ly)?|earlier|(?:year|months?|weeks?) before|ago|used to|now|currently|since then|"
    r"last (?:year|inspection)|by then|had (?:been|aimed|planned|expected)|expects?|forecasts?|plans? to|will)\b",
    re.IGNORECASE,
)
"""Words that move a sentence to another time than that of the sentence before."""
_SPANS = re.compile(rf"(?:from|between) (?:{_DAY_MONTH}|{MONTH})", re.IGNORECASE)
_YEAR = re.compile(r"\b20\d\d\b")


@lru_cache(maxsize=KEPT)
def periods_in(text: str) -> tuple[tuple[int, int], ...]:
    """Where a sentence names a time: the days from and to which first, those that it only compares with last."""
    found = list(_PERIOD.finditer(text))
    own = [match.span() for match in found if not _compared(text, match)]
    own.sort(key=lambda place: not spans_days(text[slice(*place)]))
    compared = [match.span() for match in found if _compared(text, match)]
    return tuple(own + compared)


def spans_days(period: str) -> bool:
    """Whether a time is told from a day or month to another."""
    return bool(_SPANS.match(period))


def names_own_period(text: str) -> bool:
    """Whether a sentence says itself which time it is about."""
    return any(not _compared(text, match) for match in _PERIOD.finditer(text))


def _compared(text: str, match: re.Match[str]) -> bool:
    """Whether a time is only one that a figure is compared with."""
    return bool(_OTHER.search(text[max(0, match.start() - COMPARED) : match.start()]))


def hands_on(text: str) -> bool:
    """Whether the sentences after one may be about its time: it counts something over a time or on a day.

    `By March 2029` and `since June` tell when one thing happens; what follows them has times of its own.
    """
    places = periods_in(text)
    return bool(places) and not _POINT.match(text[slice(*places[0])])


def moves_time(text: str) -> bool:
    """Whether a sentence speaks of another time than the sentence before, without naming a date."""
    return bool(_ELSEWHEN.search(text)) and not refers_back(text)


def refers_back(text: str) -> bool:
    """Whether a sentence says that its time is the one named before."""
    return bool(_SAME.search(text))


@lru_cache(maxsize=KEPT)
def years_in(text: str) -> frozenset[int]:
    """The years that a text names, those of `2025/26` and `2024–25` in full."""
    years = {int(year) for year in _YEAR.findall(text)}
    for first, last in re.findall(r"\b(20\d\d)\s*[/\u2013-]\s*(?:20)?(\d\d)\b", text):
        years |= {int(first), int(first[:2] + last)}
    return frozenset(years)


def years_of(metadata: Metadata) -> frozenset[int]:
    """The years of a report itself: of its cycle and of when it was published."""
    return years_in(f"{metadata.cycle} {metadata.published}")


@lru_cache(maxsize=KEPT)
def months_in(text: str) -> frozenset[tuple[str, str]]:
    """The months that a text names with their year, such as `("march", "2025")`."""
    return frozenset((month.lower(), year) for month, year in re.findall(rf"({MONTH}) (20\d\d)", text, re.IGNORECASE))
