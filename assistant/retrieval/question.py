"""A question as it was understood: what it asks for, its scope, its terms."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.indexing.periods import periods_in
from assistant.reading.forces import FORCES
from assistant.reading.words import stems_of
from assistant.retrieval.asked import Asked, asked_of
from assistant.retrieval.scope import Scoped, long_dates, scope_of
from assistant.retrieval.spelling import mended
from assistant.retrieval.statistics import head_of, statistics_in
from assistant.retrieval.terms import Term, Vocabulary, query_words, terms_of
from assistant.types import QuestionType, Report

CARRIED = 0.5
"""What a term counts that a follow-up takes over from the question before."""


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
    stems: frozenset[str]
    """The stems of all its words, stop words aside."""
    head: tuple[str, ...]
    """What is counted where it asks how many, as stems; empty elsewhere."""
    statistics: frozenset[str]
    """The sorts of statistic it asks for by name, such as an average."""
    mended: tuple[tuple[str, str], ...]
    """Slips with what was meant."""


def read_question(text: str, reports: Sequence[Report], vocabulary: Vocabulary, about: str = "") -> Question:
    """Read a question against what is held.

    Args:
        text: the question.
        reports: what is held.
        vocabulary: the words of the index.
        about: what a follow-up goes on with: the question before, as it was answered; empty where it stands alone.
    """
    slips = mended(query_words(text), vocabulary)
    clear = long_dates(_repaired(text, slips))
    scoped = scope_of(clear, reports)
    names = _name_words(reports, scoped)
    kept = [word for word in query_words(without_periods(clear)) if word not in names]
    terms = terms_of(kept, vocabulary)
    if about:
        carried = terms_of([word for word in query_words(without_periods(about)) if word not in names], vocabulary)
        terms += tuple(replace(term, weight=CARRIED * term.weight) for term in carried if not _said(term, terms))
        clear = f"{clear} {about}"
    stems = frozenset(stems_of(text))
    asked = asked_of(_repaired(text, slips))
    if about and asked.type is QuestionType.FINDING and asked.phrase and not asked.reason:
        asked = asked_of(about)
    return Question(text, clear, asked, scoped, terms, stems, head_of(text), statistics_in(text), tuple(slips.items()))


def _said(term: Term, terms: Sequence[Term]) -> bool:
    """Whether a term carried over is already among the question's own."""
    return any(term.options[0][0] == other.options[0][0] for other in terms)


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
