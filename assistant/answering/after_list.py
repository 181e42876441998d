"""What a short follow-up to a list or to grades asks for, written out: `and in fraud?` after areas for improvement."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answering.graded_areas import asks_for_grade
from assistant.answering.lists import label_asked
from assistant.types import Grade, Turn

_OPENS = r"^(?:(?:ok(?:ay)?|right|so|thanks|great)[,.]? )*"
_AND = rf"{_OPENS}(?:and|what about|how about|also|plus|or)\b,?"
_PLACE = re.compile(
    rf"{_AND} (?:the )?(?:ones? )?(?:in|for|on|under|about)? ?(?:the )?"
    r"(?P<where>(?!(?:how|what|which|who|why|when)\b)[a-z][\w '&-]{2,60}?)\W*$",
    re.IGNORECASE,
)
_WHICH = re.compile(
    rf"{_OPENS}(?:and )?(?:which|what|any|are any|are there any|is any)(?: (?:ones?|of (?:them|those|these)))? ?"
    r"(?:are |is |were )?(?:there )?(?:about|on|for|concern\w*|deal\w* with|to do with) (?P<where>[\w '&-]{3,60}?)\W*$",
    re.IGNORECASE,
)
_IN_ALL = re.compile(
    rf"{_OPENS}(?:and )?how many (?:(?:are there|is that) ?)?(?:in total|in all|altogether|overall)?\W*$", re.IGNORECASE
)
_GRADE = re.compile(
    rf"{_AND} (?:any(?:thing)? )?(?:graded |rated )?(?P<grade>{'|'.join(Grade)})(?: ones?)?\W*$", re.IGNORECASE
)
_YEAR = re.compile(r"\b(?:20\d\d|last|before|previous\w*|earlier|now|total)\b", re.IGNORECASE)
WORDS = 6
"""More words than these ask something of their own."""


def after_list(question: str, turns: Sequence[Turn]) -> str:
    """A follow-up to a list or to grades in words that tell what it asks for; itself where it is none.

    Args:
        question: its own words.
        turns: the turns before, at least one.
    """
    before = turns[-1].answer.reading.read_as
    if found := _GRADE.match(question):
        return (
            f"which areas are {found['grade'].lower()}" if asks_for_grade(before) or _names_grade(before) else question
        )
    label = label_asked(before)
    if label is None:
        return question
    if _IN_ALL.match(question):
        return f"how many {label.value} are there"
    found = _WHICH.match(question) or _PLACE.match(question)
    if found is None or len(found["where"].split()) > WORDS or _YEAR.search(found["where"]):
        return question
    return f"{label.value} about {found['where']}"


def _names_grade(text: str) -> bool:
    return any(grade.value in text.lower() for grade in Grade)
