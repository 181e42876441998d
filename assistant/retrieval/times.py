"""The years that a sentence speaks of, the year before another's among them."""

from __future__ import annotations

import re

from assistant.indexing.periods import years_in
from assistant.indexing.units import Unit
from assistant.retrieval.question import Question
from assistant.types import QuestionType

OTHER_TIME = 1.5
"""How much less a sentence of another year counts for a question that names one; from the training questions."""
_YEAR_BEFORE = re.compile(r"\b(?:year before|previous year|year earlier|12 months (?:before|earlier))\b", re.IGNORECASE)


def asks_year_before(question: str) -> bool:
    """Whether a question speaks of the year before another."""
    return bool(_YEAR_BEFORE.search(question))


def has_years(unit: Unit) -> bool:
    """Whether a row gives several years, each in a column of its own."""
    return len(years_in(" ".join(unit.columns))) > 1


def years_told(unit: Unit) -> frozenset[int]:
    """The years that a sentence or its period names; where it speaks of the year before, also that."""
    own = years_in(f"{unit.text} {unit.period.text if unit.period else ''}")
    earlier = own or years_in(unit.lead) if _YEAR_BEFORE.search(unit.text) else frozenset()
    return own | {year - 1 for year in earlier}


def of_another_time(question: Question, unit: Unit) -> float:
    """How much less a sentence counts that speaks of other years than those the question names."""
    asked, told = question.scoped.years, years_told(unit)
    compares = question.asked.type is QuestionType.COMPARE
    return OTHER_TIME if asked and told and not asked & told and not compares else 0.0
