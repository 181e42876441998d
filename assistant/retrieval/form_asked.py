"""Whether a sentence has the form of figure, the date or the measure that a question asks for."""

from __future__ import annotations

import re

from assistant.indexing.periods import periods_in
from assistant.reading.words import stem, stems_of
from assistant.retrieval.asked import Asked
from assistant.retrieval.question import Question
from assistant.retrieval.times import TO_COME
from assistant.retrieval.view import View
from assistant.types import BlockKind, Figure, FigureKind, QuestionType

STRICT_KINDS = frozenset({FigureKind.MONEY, FigureKind.DURATION, FigureKind.TIMES, FigureKind.PERCENT})
"""Kinds of which none stands for another."""
_AGAIN = re.compile(
    r"\bwhen (?:will|do|does|are|is) .*\b(?:come|coming|be|go|going) back\b|"
    r"\bwhen (?:will|do|does|are|is) .*\b(?:return\w*|revisit\w*|re-?inspect\w*|(?:inspect|visit)\w* again)\b|"
    r"\bwhen is the (?:next|follow-?up) (?:inspection|visit|report)\b",
    re.IGNORECASE,
)
_WHEN_WILL = re.compile(r"(?:so |and |but |ok )*(?:when will|by when)\b", re.IGNORECASE)
_VISITS = re.compile(
    r"\b(?:return\w*|revisit\w*|(?:come|go) back|(?:re-?)?inspect\w*|visit\w*|monitor\w*|review\w*|check\w*|"
    r"assess\w*)\b",
    re.IGNORECASE,
)
_HOW_OFTEN = re.compile(r"\bhow (?:often|frequent\w*|regular\w*)\b", re.IGNORECASE)
_FRACTION = re.compile(
    r"\b(?:half|(?:a|one|two|three) (?:third|quarter|fifth|tenth)s?|\d{1,2}(?:am|pm))\b", re.IGNORECASE
)
_PER = re.compile(
    r"\bper ((?!cent\b|1|head\b|capita\b|person\b|resident\b|thousand\b|pop)[a-z]+"
    r"(?: (?!(?:per|in|of|at|on|for|by|and|is|was)\b)[a-z]+)?)",
    re.IGNORECASE,
)
_EACH = re.compile(r"\beach(?=[.,;]|$)", re.IGNORECASE)
"""What a figure is of each of those just told: `an average of 174 crimes each`."""
_EVERY = r"\b(?:per|each|a|an|every|by)\b"
_TIME_WORDS = re.compile(
    r"\b(?:20\d\d|january|february|march|april|may|june|july|august|september|october|november|december|"
    r"(?:week|month|quarter|year|bi-?month)ly|daily|weeks?|months?|years?|days?|hours?|spring|summer|autumn|winter|"
    r"\d{1,2}(?:[.:]\d\d)? ?[ap]m|midnight|midday|noon|nights?|evenings?|mornings?|afternoons?|weekends?)\b",
    re.IGNORECASE,
)


def lacks_kind(question: Question, view: View) -> bool:
    """Whether money, a duration, a share or a multiple is asked for and the sentence gives no figure of that kind."""
    asked = question.asked
    if asked.figure not in STRICT_KINDS or asked.figure is None or asked.yes_no or _FRACTION.search(view.unit.text):
        return False
    row = view.unit.kind is BlockKind.ROW and any(any(c.isdigit() for c in cell) for cell in view.unit.cells[1:])
    return not row and not any(
        asked.fits(figure.kind, figure.text) or _counts_time(asked, figure) for figure in view.unit.figures
    )


def _counts_time(asked: Asked, figure: Figure) -> bool:
    """Whether hours or days are asked for and counted: `9,700 officer hours`."""
    return asked.figure is FigureKind.DURATION and bool(_TIME_WORDS.search(figure.noun))


def lacks_count(question: Question, view: View) -> bool:
    """Whether it is asked how many, or for some figure, and the sentence has none; a date alone is none."""
    asked = question.asked
    if view.unit.kind is BlockKind.ROW:
        return False
    if asked.figure in (FigureKind.COUNT, FigureKind.SHARE, FigureKind.RATE):
        return not view.unit.figures
    some = asked.figure is None and asked.wants_figure and asked.type is QuestionType.FIGURE
    some = some and not _HOW_OFTEN.search(question.clear)  # `quarterly` has no figure
    return some and all(figure.kind is FigureKind.DATE for figure in view.unit.figures)


def lacks_date(question: Question, view: View) -> bool:
    """Whether it is asked when and the sentence names no time."""
    dated = periods_in(view.unit.text) or _TIME_WORDS.search(view.unit.text)
    return question.asked.figure is FigureKind.DATE and not dated


def lacks_time_to_come(question: Question, view: View) -> bool:
    """Whether it is asked when something will be, or somebody come again, and the sentence tells no time to come."""
    opening = view.unit.lead if view.unit.kind is BlockKind.ITEM else ""
    told = TO_COME.search(f"{opening} {view.unit.text}")
    if _WHEN_WILL.match(question.clear):
        return not told
    return bool(_AGAIN.search(question.clear)) and not (told and _VISITS.search(view.unit.text))


def lacks_per(question: Question, view: View) -> bool:
    """Whether a figure `per week` or `per officer` is asked for and the sentence says nothing of those."""
    asked = [frozenset(map(stem, found.split())) for found in _PER.findall(question.text.lower())]
    words = set(stems_of(view.unit.text)) | {stem(w) for w in re.findall(rf"{_EVERY} ([a-z]+)", view.unit.text.lower())}
    each = _EACH.search(view.unit.text)
    return any(one.isdisjoint(words) for one in asked if not each or _TIME_WORDS.search(" ".join(one)))
