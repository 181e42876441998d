"""The years that a sentence speaks of, the year before another's among them."""

from __future__ import annotations

import re

from assistant.indexing.periods import MONTH, years_in
from assistant.indexing.units import Unit
from assistant.retrieval.question import Question
from assistant.retrieval.view import View
from assistant.types import BlockKind, QuestionType

OTHER_TIME = 1.5
"""How much less a sentence of another year counts for a question that names one; from the training questions."""
_SPAN = re.compile(r"\b(?:between|from) (20\d\d)(?:/\d\d)? (?:and|to) (20\d\d)(?:/\d\d)?", re.IGNORECASE)
_FORECAST = re.compile(
    r"\b(?:expects?|forecasts?|predicts?|anticipates?|(?:is|are) (?:forecast|projected|expected|predicted))\b"
    r"(?=.*\b20\d\d\b)",
    re.IGNORECASE,
)
TO_COME = re.compile(
    r"\b(?:will|would|expect\w*|forecast\w*|project\w*|plan\w*|predict\w*|anticipat\w*|by|future|next|going to|"
    r"target\w*|aim\w*|hope\w*|need\w*|have to|should|must|supposed|standard)\b",
    re.IGNORECASE,
)
"""What a sentence says of a time to come, or a question that asks about it."""
_MONTH = re.compile(rf"\b(?:in|during|for|by|since|until|of|from|to) ({MONTH})\b", re.IGNORECASE)
_BY = re.compile(r"\b(?:by|until|before|up to) (?:the end of )?20\d\d\b", re.IGNORECASE)
"""What ends a span of years."""
_YEAR_BEFORE = re.compile(
    r"\b(?:year before(?! last)|previous year|year earlier|12 months (?:before|earlier))\b", re.IGNORECASE
)


def asks_year_before(question: str) -> bool:
    """Whether a question speaks of the year before another."""
    return bool(_YEAR_BEFORE.search(question))


def has_years(unit: Unit) -> bool:
    """Whether a row gives several years, each in a column of its own."""
    return len(years_in(" ".join(unit.columns))) > 1


def is_forecast(question: Question, unit: Unit) -> bool:
    """Whether a sentence tells what is expected of a time to come and the question wants what is."""
    asked = question.asked.wants_figure and not TO_COME.search(question.clear) and not question.scoped.years
    return asked and bool(_FORECAST.search(unit.text))


def years_told(unit: Unit) -> frozenset[int]:
    """The years that a sentence, its period or its list's opening names; of one on the year before also that year."""
    opening = unit.lead if unit.kind is BlockKind.ITEM else ""
    own = years_in(f"{unit.text} {unit.period.text if unit.period else ''} {opening}")
    earlier = own or years_in(unit.lead) if _YEAR_BEFORE.search(unit.text) else frozenset()
    return own | {year - 1 for year in earlier}


def of_another_time(question: Question, unit: Unit) -> float:
    """How much less a sentence counts that speaks of other years than the question names, or of a time to come."""
    if is_forecast(question, unit):
        return OTHER_TIME
    asked, told = question.scoped.years, years_told(unit)
    if not asked or not told or question.asked.type is QuestionType.COMPARE:
        return 0.0
    spans = len(asked) == 1 and _is_span(unit.text) and not _BY.search(question.clear)
    return OTHER_TIME if not asked & told or spans else 0.0


def of_another_month(question: Question, view: View) -> bool:
    """Whether a question names months and the sentence others: who asks about July isn't told of October."""
    asked, told = (frozenset(map(str.lower, _MONTH.findall(text))) for text in (question.clear, view.unit.text))
    compares = question.asked.type is QuestionType.COMPARE or question.scoped.years
    return bool(asked and told) and not asked & told and not compares


def _is_span(text: str) -> bool:
    """Whether a sentence is about several years together."""
    return any(int(last) - int(first) > 1 for first, last in _SPAN.findall(text))
