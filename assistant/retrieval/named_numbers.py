"""The numbers that a question names and that a sentence must hold to answer it."""

from __future__ import annotations

import re

from assistant.indexing.periods import periods_in
from assistant.reading.numbers import WORD, numbers_in
from assistant.retrieval.scope import CYCLE

_LOOSE = re.compile(
    r"\bper (?:1,?000|10,?000|100,?000|1k)\b|\b(?:1,?000|10,?000) (?:population|people|pop)\b|\bone\b|"
    r"\b\d{1,2}(?:[:.]\d\d)? ?[ap]m\b|"
    r"\bevery \w+ (?:days|weeks|months|years)\b|\b24 hours\b|\b(?:12|twelve) months\b|\bpip ?2\b|\blevel \d\b|\b24/7\b|"
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) (?:\w+ )?"
    r"(?:things|parts|examples|ways|reasons|points|facts|ideas|problems|grad(?:e|ing)s|ratings|judge?ments)\b",
    re.IGNORECASE,
)
_OUT_OF = re.compile(rf"\b(\d{{1,3}}|{WORD})(?:-in-| in | out of )(\d{{1,3}}|{WORD})\b", re.IGNORECASE)
"""A share told by two numbers, which a report tells in percent: nine in ten are 90 percent."""
_NOT_NUMBERS = frozenset({"999", "101", "1", "0", "2", "111", "43", "100"})
"""Telephone numbers, and numbers that people say without meaning them."""
NAMES_ASKED = re.compile(
    r"(?:^(?:name|list)(?: the| all| me)*|\b(?:which|what)(?: are| were)?(?: the)?) "
    rf"(?P<many>\d{{1,2}}|{WORD})\b(?! percent)",
    re.IGNORECASE,
)
"""How many things a question wants named: what names them needn't count them."""
_LASTS = re.compile(rf"\b(\d+|{WORD})[ -](minute|hour|day|week|month|year)s?\b", re.IGNORECASE)
_IN_LARGER = {"minute": 60, "hour": 24, "day": 7, "month": 12}
_IN_SMALLER = {"hour": 60, "day": 24, "week": 7, "year": 12}
"""How many of a unit make the next larger one, and how many of the next smaller one it is."""

_PART_OF = re.compile(r"\b(?:the )?(?:start|end|beginning|middle|close) of (?:the )?$", re.IGNORECASE)
"""What part of a period is meant, before its name."""


def numbers_named(question: str) -> tuple[tuple[str, ...], ...]:
    """The numbers that a question names and that a sentence must hold to answer it."""
    text = CYCLE.sub(" ", without_periods(question))
    shares = [ways for found in _OUT_OF.finditer(text) if (ways := _share(found[1], found[2]))]
    text = NAMES_ASKED.sub(" ", _LOOSE.sub(" ", _OUT_OF.sub(_kept, text)))
    lasts = [(numbers_in(found[1]), found[2]) for found in _LASTS.finditer(text)]
    lasting = {told[0]: _lasting(int(told[0]), unit) for told, unit in lasts if told and told[0].isdigit()}
    named = [number for number in numbers_in(text) if number not in _NOT_NUMBERS and not number.startswith("20")]
    return (*shares, *(lasting.get(number, (number,)) for number in named))


def _share(part: str, whole: str) -> tuple[str, ...]:
    """The ways in which a share of two numbers can be told; none where they are none of a percent."""
    few, many = (int(numbers_in(number)[0]) for number in (part, whole))
    return (str(few), str(100 * few // many)) if few < many and 100 * few % many == 0 else ()


def _kept(found: re.Match[str]) -> str:
    """A share is named as one; what only looks like one stays."""
    return " " if _share(found[1], found[2]) else found[0]


def _lasting(number: int, unit: str) -> tuple[str, ...]:
    """The numbers by which a duration can be told: 3 days are 72 hours, 21 days are 3 weeks."""
    larger, smaller = _IN_LARGER.get(unit.lower(), 0), _IN_SMALLER.get(unit.lower(), 0)
    longer = [number // larger] if larger and number % larger == 0 else []
    return tuple(map(str, [number, *longer, *([number * smaller] if smaller else [])]))


def without_periods(text: str) -> str:
    """A question without the dates and periods it names: they choose among figures, they aren't what is asked about."""
    for start, end in sorted(periods_in(text), reverse=True):
        text = f"{_PART_OF.sub('', text[:start])} {text[end:]}"
    return text
