"""A question as it is read with a sentence that has its time from the one before it: without that time as well.

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


def readings(question: Question, unit: Unit) -> tuple[str, ...]:
    """What of a question is read together with a sentence: all of it, and without its time where the sentence has that.

    Args:
        question: the question, read.
        unit: the sentence.
    """
    whole, undated = question.encoded, _undated(question, unit)
    return (whole,) if undated == whole else (whole, undated)


def _undated(question: Question, unit: Unit) -> str:
    if unit.kind is BlockKind.ROW or not _has_its_time(question, unit):
        return question.encoded
    shorter = _LEFT.sub("", without_periods(question.encoded))
    enough = len([word for word in words_of(shorter) if word not in STOP_WORDS]) >= FEWEST
    return shorter if enough else question.encoded


def _has_its_time(question: Question, unit: Unit) -> bool:
    """Whether a sentence takes over the time that a question names from one before it, and names no year itself."""
    years, period = question.scoped.years, unit.period
    if not years or period is None or not period.inherited or years_in(unit.text):
        return False
    asked, told = months_in(question.clear), months_in(period.text)
    return bool(years & years_in(period.text)) and not (asked and told and not asked & told)
