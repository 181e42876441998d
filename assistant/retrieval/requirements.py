"""What a sentence must hold to answer a question at all: a near miss fails one of these, however alike it reads."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.indexing.periods import periods_in
from assistant.reading.numbers import numbers_in
from assistant.reading.words import stem, stems_of
from assistant.retrieval.asked import Asked
from assistant.retrieval.counted import counts_a_sort_of_staff, counts_something_else, is_of_a_survey, names_nothing
from assistant.retrieval.earlier import is_of_before, misses_before
from assistant.retrieval.others import is_of_others, speaks_of_others
from assistant.retrieval.question import Question
from assistant.retrieval.rivals import conflicts
from assistant.retrieval.statistics import statistics_in
from assistant.retrieval.view import View
from assistant.types import BlockKind, Figure, FigureKind, QuestionType

STRICT_STATISTICS = frozenset({"average", "median", "range", "extreme", "margin"})
"""Statistics that a sentence names where it gives them; a target or a change may go by other words."""
_SUPERLATIVE = re.compile(
    r"\b(?:widest|narrowest|biggest|largest|greatest|smallest|fewest|hardest|deepest)\b", re.IGNORECASE
)
"""What tells the worst or the most by other words than a question for it."""
STRICT_KINDS = frozenset({FigureKind.MONEY, FigureKind.DURATION, FigureKind.TIMES, FigureKind.PERCENT})
NEAR = 200
"""Characters before a sentence that may name the statistic which it gives."""
_ROLE = r"(?:constable|commissioner|officer|director|superintendent|inspector|boss|pcc|chief|head|hmi|mayor|minister)"
_PERSON_ASKED = re.compile(
    rf"\b(?:name of|what(?:'s|s| is| was)) (?:the |its |their )?(?:\w+ ){{0,4}}{_ROLE}\b|"
    r"\bwho(?:'s|s| is| was) (?:the |its |their )?(?:\w+ ){0,4}(?:called|named|name)\b|"
    rf"\bwho(?:'s|s| is| was) (?:the |its |their )?(?:\w+ ){{0,4}}{_ROLE}\b",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"\b(?!Police|The|His|Her|Home|National|Crown|College|HM|HMICFRS|Border|Joint|Chief|Right|Operation|Community|Youth)"
    r"[A-Z][a-z]+ (?:[A-Z]\. )?"
    r"(?!Police|Constabulary|Council|Force|Agency|Office|Service|Court|Board|Revenue|Customs|Maritime|Security|Care|"
    r"Command|Centre|Unit|Team|Partnership|University|Government|Act|Scheme)[A-Z][a-z]+\b"
)
_AIM_ASKED = re.compile(
    r"\b(?:the|a|an|any|its|their|what|which) (?:\w+ )?(?:targets?|goals?|time limits?) "
    r"(?:for|on|of|to|is|was|are|were)\b",
    re.IGNORECASE,
)
_AIM_TOLD = re.compile(
    r"\b(?:target\w*|goals?|aim\w*|standards?|limits?|should|expect\w*|requir\w+|within|supposed|deadlines?|plan\w*|"
    r"want\w*|intend\w*|ambition|objective|no more than|at least|commit\w+|guidance|must)\b",
    re.IGNORECASE,
)
_CALLED_ASKED = re.compile(
    r"\bwhat(?:'s|s)?\b.*\b(?:called|named?|code ?name)\b|\bname of (?!the force\b)", re.IGNORECASE
)
_NAME = re.compile(
    r"(?<=[\w,;] )(?:[A-Z][A-Za-z]+|[A-Z]{3,})\b|[\u2018\u201c\"'][A-Za-z]|"
    r"\b(?:called|known as|named|termed)\b|\((?:an?|the) "
)
_FORCES_ASKED = re.compile(
    r"\bwhich (?:other )?(?:police )?forces?\b|\bname (?:the|all|any)?\s*(?:police )?forces\b|"
    r"\bwhat (?:other )?forces\b|\bwho(?:['\u2019]s| has| had| gets?| got) (?:the )?(?:most|highest|lowest|fewest)\b",
    re.IGNORECASE,
)
_FORCE = re.compile(r"\b[A-Z][a-z]+(?: [A-Z][a-z]+)? (?:Police|Constabulary)\b")
_OWN_NAMES = frozenset(stems_of("Police Constabulary England Wales Home Office Inspector"))
_FRACTION = re.compile(
    r"\b(?:half|(?:a|one|two|three) (?:third|quarter|fifth|tenth)s?|\d{1,2}(?:am|pm))\b", re.IGNORECASE
)
_PER = re.compile(r"\bper ((?!cent\b|1|head\b|capita\b|person\b|resident\b|thousand\b|pop)[a-z]+)", re.IGNORECASE)
_EVERY = r"\b(?:per|each|a|an|every|by)\b"
_TIME_WORDS = re.compile(
    r"\b(?:20\d\d|january|february|march|april|may|june|july|august|september|october|november|december|(?:week|month|quarter|year|bi-?month)ly|daily|weeks?|months?|years?|days?|hours?|spring|summer|autumn|winter)\b",
    re.IGNORECASE,
)


def unmet(question: Question, view: View) -> tuple[str, ...]:
    """The requirements of a question that a unit doesn't meet, by name; empty where it meets all."""
    return tuple(name for name, fails in _REQUIREMENTS if fails(question, view))


def _around(view: View) -> str:
    """A unit's words with those that it can't be understood without."""
    return " ".join((view.unit.text, view.unit.lead, *view.unit.columns, view.path[-1]))


def _statistic(question: Question, view: View) -> bool:
    near = " ".join((view.unit.text, view.unit.lead[-NEAR:], *view.unit.columns, view.path[-1]))
    asked, told = question.statistics & STRICT_STATISTICS, statistics_in(near)
    told |= {"extreme"} if _SUPERLATIVE.search(near) else set()
    row = view.unit.kind is BlockKind.ROW
    compares = (
        (question.asked.type is QuestionType.COMPARE or row) and asked == {"average"} and told & {"median", "range"}
    )
    told -= {"margin"} - statistics_in(" ".join((view.unit.text, *view.unit.columns)))
    return bool(asked - told) and not compares and not (asked == {"extreme"} and "range" in told)


def _number(question: Question, view: View) -> bool:
    held = {*map(_plain, numbers_in(_around(view))), *(view.section if question.asked.reason else ())}
    return any(not held.intersection(map(_plain, ways)) for ways in question.numbers)


def _plain(number: str) -> str:
    """A number without zeros at its end that say nothing: `90.0` as `90`."""
    return number.rstrip("0").rstrip(".") if "." in number else number


def _rival(question: Question, view: View) -> bool:
    return conflicts(question.stems, view.around) > 0


def _named(question: Question, view: View) -> bool:
    follows = question.own != question.terms
    near = (view.stems | view.lead if follows else view.section) | view.heading | view.chapter
    return any(stem(name) not in near for name in question.names)


def _person(question: Question, view: View) -> bool:
    return bool(_PERSON_ASKED.search(question.text)) and not _PERSON.search(view.unit.text)


def _aim(question: Question, view: View) -> bool:
    """Whether a target is asked for and the sentence speaks of nothing that is aimed at or expected."""
    told = _AIM_TOLD.search(" ".join((view.unit.text, *view.unit.columns)))
    return bool(_AIM_ASKED.search(question.clear)) and not told


def _called(question: Question, view: View) -> bool:
    """Whether a thing's name is asked for and the sentence has none but those that the question has."""
    if not _CALLED_ASKED.search(question.clear) or view.unit.kind in (BlockKind.ROW, BlockKind.ITEM):
        return False
    asked = set(stems_of(question.clear))
    return all(set(stems_of(name)) <= asked | _OWN_NAMES for name in _NAME.findall(view.unit.text))


def _forces(question: Question, view: View) -> bool:
    """Whether other forces are asked for by name and the sentence names none, or one where several are meant."""
    asked = _FORCES_ASKED.search(question.text)
    names = {*_PERSON.findall(view.unit.text), *_FORCE.findall(view.unit.text)}
    others = [name for name in names if not view.unit.report.startswith(name.split()[0].lower())]
    return bool(asked) and len(others) < (2 if asked and asked[0].lower().endswith("s") else 1)


def _kind(question: Question, view: View) -> bool:
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


def _count(question: Question, view: View) -> bool:
    asked = question.asked
    if asked.figure not in (FigureKind.COUNT, FigureKind.SHARE, FigureKind.RATE):
        return False
    return not view.unit.figures and view.unit.kind is not BlockKind.ROW


def _date(question: Question, view: View) -> bool:
    dated = periods_in(view.unit.text) or _TIME_WORDS.search(view.unit.text)
    return question.asked.figure is FigureKind.DATE and not dated


def _per(question: Question, view: View) -> bool:
    asked = [stem(found) for found in _PER.findall(question.text.lower())]
    words = set(stems_of(view.unit.text)) | {stem(w) for w in re.findall(rf"{_EVERY} ([a-z]+)", view.unit.text.lower())}
    return any(one not in words for one in asked)


def _whose(question: Question, view: View) -> bool:
    """Whether the force's own figure is asked for and the sentence gives other forces' alone."""
    own = question.asked.wants_figure and not speaks_of_others(question.clear)
    return own and is_of_others(view.unit.text)


_REQUIREMENTS: tuple[tuple[str, Callable[[Question, View], bool]], ...] = (
    ("statistic", _statistic),
    ("number", _number),
    ("rival", _rival),
    ("name", _named),
    ("person", _person),
    ("called", _called),
    ("aim", _aim),
    ("forces", _forces),
    ("kind of figure", _kind),
    ("count", _count),
    ("date", _date),
    ("per", _per),
    ("year before", misses_before),
    ("whose", _whose),
    ("when", is_of_before),
    ("surveyed", is_of_a_survey),
    ("counted", counts_something_else),
    ("all staff", counts_a_sort_of_staff),
    ("named", names_nothing),
)
