"""A question as it is read with a sentence of the time that it names: without that time.

A sentence on the year ending March 2021 needn't say so where the sentence before it does; read with a question that
names the year it would seem to be of no time, or of another.
"""

from __future__ import annotations

import re

from assistant.indexing.periods import months_in, years_in
from assistant.indexing.units import Unit
from assistant.reading.words import STOP_WORDS, words_of
from assistant.retrieval.named_numbers import without_periods
from assistant.retrieval.question import Question
from assistant.types import BlockKind

FEWEST = 2
"""Words with a meaning that have to be left."""
_LEFT = re.compile(r"\s+(?:in|for|of|during|over|at|to|on)?\s*(?=[?.,;:\s]*$)|^[\s,;:]+", re.IGNORECASE)
"""What stands before a time that is left away, and the comma after it."""


def read_as(question: Question, unit: Unit) -> str:
    """What of a question is read together with a sentence.

    Args:
        question: the question, read.
        unit: the sentence.
    """
    if unit.kind is BlockKind.ROW or not _has_its_time(question, unit):
        return question.encoded
    shorter = _LEFT.sub("", without_periods(question.encoded))
    enough = len([word for word in words_of(shorter) if word not in STOP_WORDS]) >= FEWEST
    return shorter if enough else question.encoded


def _has_its_time(question: Question, unit: Unit) -> bool:
    """Whether a sentence is of the time that a question names, by its own words or those of a sentence before it."""
    years, period = question.scoped.years, unit.period
    if not years or period is None:
        return False
    asked, told = months_in(question.clear), months_in(period.text)
    return bool(years & years_in(period.text)) and not (asked and told and not asked & told)
