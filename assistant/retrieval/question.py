"""A question as it was understood: what it asks for, its scope, its terms."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from assistant.reading.forces import FORCES, without_names
from assistant.reading.words import stem, stems_of
from assistant.retrieval.asked import Asked, asked_of
from assistant.retrieval.carried import without_carried
from assistant.retrieval.claims import Claim, claim_in
from assistant.retrieval.cycles_named import with_held_names
from assistant.retrieval.focus import focus_of
from assistant.retrieval.lexicon import lexicon, long_forms, plain_forms
from assistant.retrieval.named_numbers import numbers_named, without_periods
from assistant.retrieval.scope import Scoped, in_words, long_dates, scope_of, without_cycle
from assistant.retrieval.spelling import mended
from assistant.retrieval.statistics import head_of, statistics_in
from assistant.retrieval.terms import ASKING, Term, Vocabulary, query_words, terms_of
from assistant.retrieval.where_asked import without_where
from assistant.types import QuestionType, Report

_THOUSANDS = re.compile(r"\b(\d{1,3})k\b", re.IGNORECASE)
_NO_NAMES = frozenset(
    "england wales britain january february march april may june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday".split()
)
"""What has a capital everywhere and names no scheme, place or operation."""
_CAPITAL = re.compile(r"\b[A-Z][a-z]")
_SHORT = re.compile(r"[A-Za-z][A-Za-z0-9&+]*")
ASIDE = 0.05
"""What a term of a preamble counts."""
CARRIED = 0.5
"""What a term counts that a follow-up takes over from the question before."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question, read."""

    text: str
    """As it was asked, follow-ups completed."""
    clear: str
    """The same with slips of the keyboard mended."""
    encoded: str
    """What is encoded: short forms written out, forces as `the force`, a long preamble left away."""
    alone: str
    """What is encoded of the question itself, without what a follow-up took over."""
    asked: Asked
    scoped: Scoped
    terms: tuple[Term, ...]
    own: tuple[Term, ...]
    """Those of its own words, where a follow-up took over others."""
    stems: frozenset[str]
    """The stems of all its words, stop words aside."""
    head: tuple[str, ...]
    """What is counted where it asks how many, as stems; empty elsewhere."""
    statistics: frozenset[str]
    """The sorts of statistic it asks for by name, such as an average."""
    numbers: tuple[tuple[str, ...], ...]
    """The numbers it names, periods and telephone numbers aside: each in the ways that a duration can be told."""
    names: tuple[str, ...]
    """The words in it that the reports write only with a capital: names of schemes, places, operations."""
    mended: tuple[tuple[str, str], ...]
    """Slips with what was meant."""
    claim: Claim | None = None
    """The number that it claims, where it does."""


def read_question(text: str, reports: Sequence[Report], vocabulary: Vocabulary, about: str = "") -> Question:
    """Read a question against what is held.

    Args:
        text: the question.
        reports: what is held.
        vocabulary: the words of the index.
        about: what a follow-up goes on with: the question before, as it was answered; empty where it stands alone.
    """
    text, about = (with_held_names(one, reports) for one in (_with_apostrophes(text, reports), about))
    slips = mended(query_words(text), vocabulary)
    repaired = _repaired(text, slips)
    clear = _THOUSANDS.sub(r"\1,000", long_dates(repaired))
    claim = claim_in(clear)
    clear = claim.without if claim else clear
    scoped = scope_of(clear, reports)
    clear = without_where(clear, scoped)
    names = _name_words(reports, scoped)
    focus = focus_of(clear)
    kept = [word for word in query_words(without_periods(focus)) if word not in names]
    terms = terms_of(kept, vocabulary)
    aside = terms_of([word for word in query_words(without_periods(clear)) if word not in names], vocabulary)
    terms += tuple(replace(term, weight=ASIDE * term.weight, aside=True) for term in aside if not _said(term, terms))
    own, alone = terms, focus
    if about:
        carried = terms_of([word for word in query_words(without_periods(about)) if word not in names], vocabulary)
        terms += tuple(replace(term, weight=CARRIED * term.weight) for term in carried if not _said(term, terms))
        focus = f"{focus} {about}"
    stems = frozenset(stems_of(text))
    asked = asked_of(alone)
    if about and asked.type is QuestionType.FINDING and asked.phrase and not asked.reason:
        asked = replace(asked_of(about), as_before=True)
    return Question(
        text,
        clear,
        _encoded(focus, scoped),
        _encoded(alone, scoped),
        asked,
        scoped,
        terms,
        own,
        stems,
        head_of(repaired),
        statistics_in(repaired),
        numbers_named(alone),
        tuple(word for word in kept if word in vocabulary.names and _names_something(word) and _may_name(word, text)),
        tuple(slips.items()),
        claim,
    )


def _encoded(focus: str, scoped: Scoped) -> str:
    own = without_cycle(without_carried(focus), scoped)
    return in_words(written_out(without_names(own, scoped.forces)))


def _with_apostrophes(text: str, reports: Sequence[Report]) -> str:
    """A question with `Kent's` for `kents`, of any force."""
    held = {report.metadata.force for report in reports if report.metadata.force}
    names = "|".join(re.escape(force) for force in sorted({*held, *FORCES}) if not force.endswith("s"))
    return re.sub(rf"\b({names})s\b", r"\1's", text, flags=re.IGNORECASE) if names else text


def _said(term: Term, terms: Sequence[Term]) -> bool:
    """Whether a term carried over is already among the question's own."""
    return any(term.options[0][0] == other.options[0][0] for other in terms)


def _repaired(text: str, slips: dict[str, str]) -> str:
    for slip, meant in slips.items():
        text = re.sub(rf"\b{re.escape(slip)}\b", meant, text, flags=re.IGNORECASE)
    return text


def _names_something(word: str) -> bool:
    """Whether a word with a capital names a thing: the lexicon's words and those that ask don't."""
    return len(word) > 2 and (stem(word),) not in lexicon() and stem(word) not in ASKING and word not in _NO_NAMES


def _may_name(word: str, text: str) -> bool:
    """Whether a word may be a name as it is written: who uses capitals at all gives a name one."""
    text = without_carried(text)
    return text.islower() or not re.search(rf"(?<![A-Z])\b{re.escape(word)}\b", text) or not _CAPITAL.search(text, 1)


def written_out(question: str) -> str:
    """A question with the short forms of the field written out, as reports have them."""

    def long(match: re.Match[str]) -> str:
        return long_forms().get(match[0].lower(), match[0])

    def plain(match: re.Match[str]) -> str:
        return plain_forms()[match[0].lower()]

    return _SHORT.sub(long, _everyday().sub(plain, question))


@cache
def _everyday() -> re.Pattern[str]:
    said = sorted(plain_forms(), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, said))})\b", re.IGNORECASE)


def _name_words(reports: Sequence[Report], scoped: Scoped) -> frozenset[str]:
    """Words that name the force or the year in scope: they choose reports, not sentences."""
    names = [report.metadata.force for report in reports if report.metadata.force] + list(scoped.forces)
    words = {word for name in names for alias in (name, *FORCES.get(name, ())) for word in query_words(alias)}
    years = {year for cycle in scoped.cycles for year in re.findall(r"\d+", cycle)}
    return frozenset(words | years | {str(year) for year in scoped.years})
