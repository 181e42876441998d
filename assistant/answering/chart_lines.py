"""A chart's line that `starts at 12.7 and ends at 8.0`: its end is meant, unless its start or its year is asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.indexing.periods import years_in
from assistant.indexing.units import Unit
from assistant.retrieval.question import Question
from assistant.types import Figure

_LINE = re.compile(
    r"\b(?:starts?|started|begins?|began) at\b.*\b(?:ends?|ended|finish(?:es|ed)?) at\b", re.IGNORECASE | re.DOTALL
)
_START = re.compile(
    r"\b(?:start(?:s|ed)?|beg[ia]n(?:s|ning)?|first|original(?:ly)?|initial(?:ly)?|used to|earliest)\b", re.IGNORECASE
)


def is_line(unit: Unit) -> bool:
    """Whether a sentence tells where a chart's line starts and where it ends."""
    return bool(_LINE.search(unit.text))


def of_line(question: Question, unit: Unit, figures: Sequence[Figure]) -> list[Figure]:
    """The figures at the end of a line that is asked for, the newest where nothing says which; all where there is none.

    Args:
        question: the question.
        unit: the sentence.
        figures: those of it that fit the question.
    """
    found = _LINE.search(unit.text)
    if not found:
        return list(figures)
    first, last = (years_in(part) for part in (unit.text[: found.end()], unit.text[found.end() :]))
    asked = question.scoped.years
    at_start = bool(_START.search(question.alone) or (asked & first and not asked & last))
    turn = unit.span.start + found.end()
    return [figure for figure in figures if (figure.span.start < turn) == at_start] or list(figures)
