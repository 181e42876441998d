"""The second of two figures that a question asks for, where it stands beside the first: `712 cases`, `34 percent`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answering.context import Context
from assistant.answering.names import topic_terms
from assistant.indexing.periods import years_in
from assistant.retrieval.asked import asked_of
from assistant.retrieval.earlier import tells_before
from assistant.retrieval.question import Question
from assistant.retrieval.ranked import Ranked
from assistant.retrieval.terms import Term, matched
from assistant.retrieval.times import asks_year_before
from assistant.types import BlockKind, FigureKind, QuestionType

READS = 0.0
"""What reading it with the question must give: below, it reads like no answer to either half."""
_TWO_SIDED = re.compile(
    r"\b(?:and|v|vs|versus|plus|against|compared|as well)\b|[&/]|,? - |"
    r", .*\b(?:last year|median|target|limit|standard)\b",
    re.IGNORECASE,
)
"""Words by which a question asks for two things."""
_OF_THESE = re.compile(
    r"(?:of|on|in|among|at|for) (?:these|those|them|this|that)\b|in \d+ of the\b|.{,30}\bthis\b", re.IGNORECASE
)
_SOME = re.compile(r"\b(?:\d[\d,]*|all|half|most|none) of (?:these|those|them)\b", re.IGNORECASE)
_HOW_MANY = re.compile(r"\bhow (?:many|much)\b", re.IGNORECASE)
"""What counts some of those that the sentence before counts, and a half that asks how many."""
_BEFORE = re.compile(r"\b(?:before|earlier|previous|last (?:year|time)|then|20\d\d|forecast|now)\b", re.IGNORECASE)
_AIM = re.compile(
    r"\b(?:targets?|standards?|limits?|caps?|aims?|expect\w*|should|ought|goal|policy|wants?|recommended)\b",
    re.IGNORECASE,
)


def beside_best(context: Context, best: Ranked) -> list[Ranked]:
    """The sentence before or after the best one that gives what a question asks for besides."""
    question, asked = context.question, context.question.asked
    figures = (asked.wants_figure or asked.phrase or asked.type is QuestionType.COMPARE) and not asked.yes_no
    half = _half_left(question, best) if figures and best.unit.kind is not BlockKind.ROW and _counts(best) else ""
    if not half:
        return []
    near = [one for one in context.ranked if _adjoins(half, best, one) and _counts(one) and not repeats(best, one)]
    if kind := [one for one in near if _has_kind(half, best, one)]:
        return kind[:1]
    near = [one for one in near if one.pair is not None and one.pair >= READS]
    leans = bool(_OF_THESE.match(best.unit.text)) or tells_before(best.unit.text)
    terms = _terms(question, half)
    telling = [
        one
        for one in near
        if _tells(half, terms, best, one)
        or (leans and one.view.number < best.view.number)
        or (_SOME.search(one.unit.text) and _HOW_MANY.search(half) and one.view.number > best.view.number)
    ]
    return sorted(telling, key=lambda one: (leans and one.view.number > best.view.number, -one.score))[:1]


def _half_left(question: Question, best: Ranked) -> str:
    """The half of a question that the best sentence says least of; empty where it asks one thing or says all."""
    found = _TWO_SIDED.search(question.clear)
    if not found:
        return ""
    halves = question.clear[: found.start()], question.clear[found.start() :]
    if year_before := next((half for half in halves if asks_year_before(half)), ""):
        return year_before
    left = [sum(t.weight for t in _terms(question, half) if not matched(t, best.view.stems)) for half in halves]
    half, weight = max(zip(halves, left, strict=True), key=lambda pair: pair[1])
    return half if weight or _BEFORE.search(half) or _AIM.search(half) else ""


def _has_kind(half: str, best: Ranked, one: Ranked) -> bool:
    """Whether half a question asks for money or a share in percent that a sentence has and the best one hasn't."""
    wanted = asked_of(half).figure
    kinds = ({figure.kind for figure in each.unit.figures} for each in (best, one))
    return wanted in (FigureKind.MONEY, FigureKind.PERCENT) and [wanted in held for held in kinds] == [False, True]


def _terms(question: Question, half: str) -> list[Term]:
    return [term for term in topic_terms(question.own) if term.text in half.lower()]


def _is_earlier(best: Ranked, one: Ranked) -> bool:
    """Whether a sentence names a year before those of the best one."""
    years, others = (years_in(each.unit.text) for each in (best, one))
    return bool(years and others) and max(others) < max(years)


def _tells(half: str, terms: Sequence[Term], best: Ranked, one: Ranked) -> bool:
    """Whether a sentence has a word of half a question, or gives the time before or the aim that it asks for."""
    text = one.unit.text
    before = _BEFORE.search(half) and (tells_before(text) or _is_earlier(best, one))
    aim = _AIM.search(half) and _AIM.search(text)
    return bool(before or aim or any(matched(term, one.view.stems) for term in terms))


def _counts(one: Ranked) -> bool:
    """Whether a sentence gives a figure."""
    return any(figure.kind is not FigureKind.DATE for figure in one.unit.figures)


def _adjoins(half: str, best: Ranked, one: Ranked) -> bool:
    """Whether a sentence stands beside another in its section, or one further on where it is of the time before."""
    same = (one.unit.report, one.unit.section) == (best.unit.report, best.unit.section)
    reach = 2 if _BEFORE.search(half) and _is_earlier(best, one) else 1
    return same and 1 <= abs(one.view.number - best.view.number) <= reach


def repeats(best: Ranked, other: Ranked) -> bool:
    """Whether a candidate gives the same figures once more, as a chart's description does."""
    first = {value for figure in best.unit.figures for value in figure.values}
    second = {value for figure in other.unit.figures for value in figure.values}
    return bool(first) and bool(second) and second <= first
