"""The year before what was told, by its name: `and the year before` after one of the year ending 31 March 2024."""

from __future__ import annotations

import re

from assistant.indexing.periods import MONTH
from assistant.types import Answer

_ASKED = re.compile(
    r"^(?:and |so |ok(?:ay)? |but |what about |how about |what was it )*(?:(?:in|for) )?(?:the |a )?"
    r"(?:year (?:before(?: that| then)?|earlier|previous)|(?:previous|preceding|prior) year)\W*$",
    re.IGNORECASE,
)
_YEAR = re.compile(rf"\b(?P<to>year (?:ending|ended|to)(?: \d{{1,2}})? {MONTH}) (?P<year>20\d\d)\b")


def year_before(question: str, told: Answer) -> str:
    """The year before the one of an answer's first statement, as reports name it: `in the year ending 31 March 2023`.

    Args:
        question: a follow-up to the answer.
        told: the answer.

    Returns:
        Words for the year; empty where the question doesn't ask for it alone, or the answer names no such year or two.
    """
    if not told.statements or not _ASKED.match(question):
        return ""
    named = {(found["to"], int(found["year"])) for found in _YEAR.finditer(told.statements[0].text)}
    if len(named) != 1:
        return ""
    to, year = named.pop()
    return f"in the {to} {year - 1}"
