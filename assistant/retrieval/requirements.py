"""What a sentence must hold to answer a question at all: a near miss fails one of these, however alike it reads."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.reading.numbers import numbers_in
from assistant.reading.words import stem
from assistant.retrieval.changed import tells_only_change
from assistant.retrieval.counted import (
    counts_a_sort_of_staff,
    counts_some_of_the_wrong,
    counts_something_else,
    counts_those_that_were,
    is_of_a_survey,
    names_nothing,
)
from assistant.retrieval.earlier import is_of_before, misses_before
from assistant.retrieval.form_asked import lacks_count, lacks_date, lacks_kind, lacks_per, lacks_time_to_come
from assistant.retrieval.names_asked import (
    is_of_another_operation,
    lacks_forces,
    lacks_name,
    lacks_numbered,
    lacks_person,
    lacks_role,
)
from assistant.retrieval.others import is_of_others, speaks_of_others
from assistant.retrieval.question import Question
from assistant.retrieval.rivals import conflicts, only_of_another
from assistant.retrieval.statistics import statistics_in
from assistant.retrieval.still_to_do import tells_what_is_done
from assistant.retrieval.times import of_another_month
from assistant.retrieval.view import NEAR, View
from assistant.types import BlockKind, Grade, QuestionType

STRICT_STATISTICS = frozenset({"average", "median", "range", "extreme", "margin"})
"""Statistics that a sentence names where it gives them; a target or a change may go by other words."""
_SUPERLATIVE = re.compile(
    r"\b(?:widest|narrowest|biggest|largest|greatest|smallest|fewest|hardest|deepest)\b", re.IGNORECASE
)
"""What tells the worst or the most by other words than a question for it."""
_LINE = re.compile(r"\b(?:999s?|101s?)\b")
_CALLS = re.compile(
    r"\b(?:999|101|call\w*|emergenc\w+|non-?emergency|contact\w*|control room|phon\w*|ring\w*)\b", re.IGNORECASE
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
_LEADS_ON = re.compile(
    r"in this (?:section|chapter),? we (?:set out|summarise|describe|outline)|"
    r"we (?:set out|outline) our (?:main |detailed )?findings",
    re.IGNORECASE,
)
"""What opens the sections of every report."""
_GRADES = frozenset({Grade.GOOD.value, Grade.OUTSTANDING.value})
_SECTION_ASKED = re.compile(r"\b(?:sections?|chapters?|set out)\b", re.IGNORECASE)
_MAY = re.compile(r"\b(?:can|may|could|allowed|most|max\w*)\b", re.IGNORECASE)
_LIMITS = re.compile(
    r"\b(?:can|may|must|allow(?:s|ed)?)\b(?! not\b)[^.,;]*"
    r"\b(?:no more than|at most|(?<!add )up to|(?:a )?maximum of) (?:\u00a3)?\d",
    re.IGNORECASE,
)
_IT_IS = re.compile(r"(?:^|, )(?:it|this|that) (?:is|was)\b", re.IGNORECASE)
"""What goes on with the target of the sentence before: `For priority calls, it is 60 minutes`."""
_WHO_WHEN = re.compile(
    r"\W*(?:so |and |but |ok )?(?:who|whose|(?:when|where) (?:is|are|was|were|do|does|did|has|have|will))\b",
    re.IGNORECASE,
)
_OF_PARTNER = re.compile(
    r"\b(?:partner|neighbour(?:ing force)?|sister force|other force|force next door)(?:['\u2019]?s)? (?:been )?"
    r"(?:rated|graded|judged|marked)\b",
    re.IGNORECASE,
)
_FOUND_ASKED = re.compile(
    r"\bwhat (?:did|does|do|has|have) (?:the |this |that |its |their |it |they )?(?:\w+ )?"
    r"(?:study|review|evaluation|research|trial|pilot|audit|analysis|assessment)?\b.*"
    r"\b(?:find|found|show|shown|say|said|conclude|reveal|tell)\b",
    re.IGNORECASE,
)
_STILL_TO_COME = re.compile(
    r"\b(?:due to|awaiting|yet to|not yet|will report|to be published|expected to)\b", re.IGNORECASE
)
_FOUND = re.compile(r"\b(?:found|showed|shows|concluded|revealed|estimated|suggests?)\b", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"\b(?:nationally|across (?:the country|england)|in england and wales|(?:in|by|of|for) other forces)\b",
    re.IGNORECASE,
)
_GRADE_ALONE = re.compile(
    r"(?!although |though |while )[\w'\u2019, ]+ (?:is|are|was|were) "
    r"(?:outstanding|good|adequate|inadequate|requires improvement)"
    r"(?: (?:at|in|for)\b[\w'\u2019, -]*)?\.?$",
    re.IGNORECASE,
)


def unmet(question: Question, view: View) -> tuple[str, ...]:
    """The requirements of a question that a unit doesn't meet, by name; empty where it meets all."""
    return tuple(name for name, fails in _REQUIREMENTS if fails(question, view))


def _around(view: View) -> str:
    """A unit's words with those that it can't be understood without."""
    return " ".join((view.unit.text, view.unit.lead, *view.unit.columns, view.path[-1]))


def _statistic(question: Question, view: View) -> bool:
    near = view.named
    asked, told = question.statistics & STRICT_STATISTICS, statistics_in(near)
    told |= {"extreme"} if _SUPERLATIVE.search(near) else set()
    row = view.unit.kind is BlockKind.ROW
    compares = (
        (question.asked.type is QuestionType.COMPARE or row)
        and asked == {"average"}
        and (told & {"median", "range"} or speaks_of_others(near))
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
    """Whether a sentence is of a rival of what is asked about; `only on weekdays` answers whether on weekends."""
    if question.asked.yes_no and only_of_another(question.stems, view.unit.text):
        return False
    return conflicts(question.stems, view.around) > 0


def _named(question: Question, view: View) -> bool:
    follows = question.own != question.terms
    near = (view.stems | view.lead if follows else view.section) | view.heading | view.chapter
    return any(stem(name) not in near for name in question.names)


def _line(question: Question, view: View) -> bool:
    """Whether 999 or 101 is asked about and nothing near the sentence speaks of calls."""
    return bool(_LINE.search(question.clear)) and not _CALLS.search(f"{_around(view)} {view.path[0]}")


def _aim(question: Question, view: View) -> bool:
    """Whether a target is asked for and the sentence speaks of nothing that is aimed at or expected."""
    before = view.unit.lead[-NEAR:] if _IT_IS.search(view.unit.text) else ""
    told = _AIM_TOLD.search(" ".join((before, view.unit.text, *view.unit.columns)))
    return bool(_AIM_ASKED.search(question.clear)) and not told


def _leads_on(question: Question, view: View) -> bool:
    """Whether a unit only leads to what follows: the words that open every section, a row of graded areas' names."""
    of_areas = _GRADES.issubset(column.lower() for column in view.unit.columns) and not question.asked.grade
    cells = {cell.lower() for cell in view.unit.cells}
    of_areas = of_areas or (len(cells) > 1 and cells.issubset(Grade))
    return of_areas or bool(_LEADS_ON.match(view.unit.text) and not _SECTION_ASKED.search(question.clear))


def _limit(question: Question, view: View) -> bool:
    """Whether a figure is asked for, no limit, and the sentence tells how much something may be at most."""
    asked = question.asked.wants_figure and not _AIM_TOLD.search(question.clear) and not _MAY.search(question.clear)
    return asked and bool(_LIMITS.search(view.unit.text))


def _whose(question: Question, view: View) -> bool:
    """Whether the force's own figure is asked for and the sentence gives other forces' alone."""
    own = question.asked.wants_figure and not speaks_of_others(question.clear)
    return own and is_of_others(view.unit.text)


def _lacks_others(question: Question, view: View) -> bool:
    """Whether other forces' figure is asked for alone and the sentence gives the force's own; a row has columns."""
    asked = question.asked.wants_figure and question.asked.type is not QuestionType.COMPARE
    row = view.unit.kind is BlockKind.ROW
    return asked and not row and bool(_ELSEWHERE.search(question.clear)) and not speaks_of_others(_around(view))


def _no_result(question: Question, view: View) -> bool:
    """Whether it is asked what a study found and the sentence says that it is still to come."""
    text = view.unit.text
    return bool(_FOUND_ASKED.search(question.clear) and _STILL_TO_COME.search(text)) and not _FOUND.search(text)


def _grade_alone(question: Question, view: View) -> bool:
    """Whether a person, a time, a place or a partner's grade is asked for and the sentence gives the force's grade."""
    asked = _WHO_WHEN.match(question.clear) or _OF_PARTNER.search(question.clear)
    return bool(asked) and bool(_GRADE_ALONE.match(view.unit.text))


_REQUIREMENTS: tuple[tuple[str, Callable[[Question, View], bool]], ...] = (
    ("statistic", _statistic),
    ("number", _number),
    ("rival", _rival),
    ("name", _named),
    ("operation", is_of_another_operation),
    ("numbered", lacks_numbered),
    ("person", lacks_person),
    ("called", lacks_name),
    ("aim", _aim),
    ("leads to what follows", _leads_on),
    ("line", _line),
    ("no limit", _limit),
    ("role", lacks_role),
    ("forces", lacks_forces),
    ("kind of figure", lacks_kind),
    ("count", lacks_count),
    ("date", lacks_date),
    ("per", lacks_per),
    ("time to come", lacks_time_to_come),
    ("year before", misses_before),
    ("month", of_another_month),
    ("whose", _whose),
    ("whose else", _lacks_others),
    ("result", _no_result),
    ("when", is_of_before),
    ("surveyed", is_of_a_survey),
    ("counted", counts_something_else),
    ("all staff", counts_a_sort_of_staff),
    ("named", names_nothing),
    ("still to do", tells_what_is_done),
    ("the right ones", counts_some_of_the_wrong),
    ("those that weren't", counts_those_that_were),
    ("more than a grade", _grade_alone),
    ("more than a change", tells_only_change),
)
