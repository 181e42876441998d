"""A question as it was understood: what it asks for, its scope, its terms."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.indexing.periods import periods_in
from assistant.reading.forces import FORCES
from assistant.retrieval.asked import Asked, asked_of
from assistant.retrieval.scope import Scoped, long_dates, scope_of
from assistant.retrieval.spelling import mended
from assistant.retrieval.terms import Term, Vocabulary, query_words, terms_of
from assistant.types import Report


@dataclass(frozen=True, slots=True)
class Question:
    """A question, read."""

    text: str
    """As it was asked, follow-ups completed."""
    clear: str
    """The same with slips of the keyboard mended: what is encoded."""
    asked: Asked
    scoped: Scoped
    terms: tuple[Term, ...]
    mended: tuple[tuple[str, str], ...]
    """Slips with what was meant."""


def read_question(text: str, reports: Sequence[Report], vocabulary: Vocabulary) -> Question:
    """Read a question against what is held."""
    slips = mended(query_words(text), vocabulary)
    clear = long_dates(_repaired(text, slips))
    scoped = scope_of(clear, reports)
    names = _name_words(reports, scoped)
    kept = [word for word in query_words(without_periods(clear)) if word not in names]
    return Question(text, clear, asked_of(clear), scoped, terms_of(kept, vocabulary), tuple(slips.items()))


def _repaired(text: str, slips: dict[str, str]) -> str:
    for slip, meant in slips.items():
        text = re.sub(rf"\b{re.escape(slip)}\b", meant, text, flags=re.IGNORECASE)
    return text


def without_periods(text: str) -> str:
    """A question without the dates and periods it names: they choose among figures, they aren't what is asked about."""
    for start, end in sorted(periods_in(text), reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return text


def _name_words(reports: Sequence[Report], scoped: Scoped) -> frozenset[str]:
    """Words that name the force or the year in scope: they choose reports, not sentences."""
    names = [report.metadata.force for report in reports if report.metadata.force] + list(scoped.forces)
    words = {word for name in names for alias in (name, *FORCES.get(name, ())) for word in query_words(alias)}
    years = {year for cycle in scoped.cycles for year in re.findall(r"\d+", cycle)}
    return frozenset(words | years | {str(year) for year in scoped.years})
