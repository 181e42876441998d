"""The time before: whether a question asks about it, and whether a sentence speaks of it."""

from __future__ import annotations

import re

from assistant.indexing.periods import MONTH, years_in
from assistant.retrieval.question import Question
from assistant.retrieval.times import has_years
from assistant.retrieval.view import View

NEAR = 200
"""Characters before a sentence that may say which review it is of."""
_US = r"(?! (?:the|our|this|your|that) (?:inspection|visit|report))"
"""`The year before our inspection` is no year before another."""
_BEFORE_ASKED = re.compile(
    rf"\b(?:previous|prior|preceding) (?:year|12 months|twelve months|period)\b|"
    rf"\byear (?:before{_US}(?! last)|earlier|previous)\b|"
    rf"\b(?:12|twelve) months (?:before{_US}|earlier|previously)\b|"
    r"\b(?:than|from|with|against|since|on) last year\b|"
    r"\b(?:earlier|previous|prior) (?:review|sample|audit|survey|exercise)\b|"
    r"\b(?:review|sample|audit|survey|exercise) before\b(?! and after)|\bback then\b|"
    r"^(?:and |what about |how about |so )*(?:the (?:one|time|figure|sample) )?before (?:that|then|this)"
    r"(?: one)?\W*(?:\[|$)|"
    r"\bwhat (?:was|were) (?:it|that|they|this) (?:before|previously|beforehand)\W*$",
    re.IGNORECASE,
)
_BEFORE_TOLD = re.compile(
    r"\b(?:previous(?:ly)?|before|earlier|prior|preceding|compared|ago|used to|"
    rf"from (?:\u00a3)?\d(?!\d? {MONTH})|"
    r"(?:getting|gets|got) (?:better|worse)|"
    r"(?:improvement|increase|decrease|rise|fall|drop|reduction|better|worse|up|down) (?:on|from|than) the year|"
    r"last (?:inspection|time|year)|(?:rose|fell|risen|fallen|increas\w+|decreas\w+|dropp\w+) by)\b",
    re.IGNORECASE,
)
_OF_YEAR_BEFORE = re.compile(
    r"^(?:(?:in )?(?:the|a) year (?:before|earlier)|in the (?:previous|preceding) year)\b|"
    r"\bin the (?:previous|preceding) year (?:was|were)\b|"
    r"^(?:in|during) (?:our|the) (?:last|previous|earlier|20\d\d(?:[\u2013/-]\d\d)?) (?:\w+ )?"
    r"(?:review|inspection|report|audit|survey)\b|^when we last\b|"
    r"\bcompared (?:to|with) the (?:previous|preceding) year,? when\b",
    re.IGNORECASE,
)
_IN_THAT = re.compile(r"^in that (?:review|inspection|report|audit|survey|sample)\b", re.IGNORECASE)
_STILL = re.compile(r"\bstill\b", re.IGNORECASE)
_EARLIER = re.compile(r"\b(?:previous|last|earlier)\b", re.IGNORECASE)
_NOT_OF_VERB = "".join(
    f"(?<!{verb} )"
    for verb in "written write noted follow give gives gave giving hang hangs hung pick picks picked turn turned end "
    "ends ended set signed sign caught catch made make back backed look looked take taken took broke shut".split()
)
"""`Give up` and the like, which say nothing of more or less."""
_THEN_ASKED = re.compile(
    r"\b(?:before|earlier|previous\w*|last|then|compar\w+|chang\w+|trend|rose|fell|"
    rf"{_NOT_OF_VERB}(?:up|down)|than|since|"
    r"(?:increas|decreas|grow|reduc)\w+)\b",
    re.IGNORECASE,
)


def misses_before(question: Question, view: View) -> bool:
    """Whether the year or the sample before is asked for and the sentence speaks of one time only."""
    if has_years(view.unit):
        return False
    names_it = {year - 1 for year in years_in(question.clear)} & years_in(view.unit.text)
    told = tells_before(view.unit.text) or _is_of_earlier(view)
    return bool(_BEFORE_ASKED.search(question.clear)) and not names_it and not told


def is_of_before(question: Question, view: View) -> bool:
    """Whether the sentence is of the year or the inspection before, and nobody asked about that."""
    then = question.scoped.years or _THEN_ASKED.search(question.clear)
    now = question.asked.wants_figure or _STILL.search(question.clear)
    return bool(now) and not then and _is_of_earlier(view)


def tells_before(text: str) -> bool:
    """Whether a text speaks of an earlier time."""
    return bool(_BEFORE_TOLD.search(text))


def _is_of_earlier(view: View) -> bool:
    """Whether a sentence is of the year, the inspection or the sample before."""
    points = _IN_THAT.search(view.unit.text) and _EARLIER.search(view.unit.lead[-NEAR:])
    return bool(points or _OF_YEAR_BEFORE.search(view.unit.text))
