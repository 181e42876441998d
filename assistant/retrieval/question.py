"""A question as it was understood: what it asks for, its scope, its terms."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.indexing.periods import periods_in
from assistant.reading.forces import FORCES, without_names
from assistant.reading.numbers import WORD, numbers_in
from assistant.reading.words import stem, stems_of
from assistant.retrieval.asked import Asked, asked_of
from assistant.retrieval.claims import Claim, claim_in
from assistant.retrieval.focus import focus_of
from assistant.retrieval.lexicon import lexicon, long_forms
from assistant.retrieval.scope import Scoped, in_words, long_dates, scope_of
from assistant.retrieval.spelling import mended
from assistant.retrieval.statistics import head_of, statistics_in
from assistant.retrieval.terms import ASKING, Term, Vocabulary, query_words, terms_of
from assistant.types import QuestionType, Report

_LOOSE = re.compile(
    r"\bper (?:1,?000|10,?000|100,?000|1k)\b|\b(?:1,?000|10,?000) (?:population|people|pop)\b|\bone\b|"
    r"\b\d{1,2}(?:[:.]\d\d)? ?[ap]m\b|"
    r"\bevery \w+ (?:days|weeks|months|years)\b|\b24 hours\b|\b(?:12|twelve) months\b|\bpip ?2\b|\blevel \d\b|\b24/7\b|"
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) (?:\w+ )?"
    r"(?:things|parts|examples|ways|reasons|points|facts|ideas|problems)\b",
    re.IGNORECASE,
)
_NOT_NUMBERS = frozenset({"999", "101", "1", "0", "2", "111", "43", "100"})
"""Telephone numbers, and numbers that people say without meaning them."""
NAMES_ASKED = re.compile(
    r"(?:^(?:name|list)(?: the| all| me)*|\b(?:which|what)(?: are| were)?(?: the)?) "
    rf"(?P<many>\d{{1,2}}|{WORD})\b(?! percent)",
    re.IGNORECASE,
)
"""How many things a question wants named: what names them needn't count them."""
_LASTS = re.compile(rf"\b(\d+|{WORD})[ -](minute|hour|day|week|month|year)s?\b", re.IGNORECASE)
_IN_LARGER = {"minute": 60, "hour": 24, "day": 7, "month": 12}
_IN_SMALLER = {"hour": 60, "day": 24, "week": 7, "year": 12}
"""How many of a unit make the next larger one, and how many of the next smaller one it is."""
_THOUSANDS = re.compile(r"\b(\d{1,3})k\b", re.IGNORECASE)
_SHORT = re.compile(r"[A-Za-z][A-Za-z0-9&+]*")
_CARRIED_SCOPE = re.compile(r"\s*\[[^\]]*\]")
"""The force and cycle that a follow-up took over; they choose reports and say nothing of the sentence."""
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
    text = _with_apostrophes(text, reports)
    slips = mended(query_words(text), vocabulary)
    clear = _THOUSANDS.sub(r"\1,000", long_dates(_repaired(text, slips)))
    claim = claim_in(clear)
    clear = claim.without if claim else clear
    scoped = scope_of(clear, reports)
    names = _name_words(reports, scoped)
    focus = focus_of(clear)
    kept = [word for word in query_words(without_periods(focus)) if word not in names]
    terms = terms_of(kept, vocabulary)
    aside = terms_of([word for word in query_words(without_periods(clear)) if word not in names], vocabulary)
    terms += tuple(replace(term, weight=ASIDE * term.weight) for term in aside if not _said(term, terms))
    own, alone = terms, focus
    if about:
        carried = terms_of([word for word in query_words(without_periods(about)) if word not in names], vocabulary)
        terms += tuple(replace(term, weight=CARRIED * term.weight) for term in carried if not _said(term, terms))
        focus = f"{focus} {about}"
    stems = frozenset(stems_of(text))
    asked = asked_of(alone)
    if about and asked.type is QuestionType.FINDING and asked.phrase and not asked.reason:
        asked = asked_of(about)
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
        head_of(text),
        statistics_in(text),
        _numbers(alone),
        tuple(word for word in kept if word in vocabulary.names and _names_something(word)),
        tuple(slips.items()),
        claim,
    )


def _encoded(focus: str, scoped: Scoped) -> str:
    return in_words(written_out(without_names(_CARRIED_SCOPE.sub("", focus), scoped.forces)))


def _with_apostrophes(text: str, reports: Sequence[Report]) -> str:
    """A question with `Kent's` for `kents`."""
    names = "|".join(re.escape(report.metadata.force) for report in reports if report.metadata.force)
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
    return len(word) > 2 and (stem(word),) not in lexicon() and stem(word) not in ASKING


def _numbers(question: str) -> tuple[tuple[str, ...], ...]:
    """The numbers that a question names and that a sentence must hold to answer it."""
    text = NAMES_ASKED.sub(" ", _LOOSE.sub(" ", without_periods(question)))
    lasts = [(numbers_in(found[1]), found[2]) for found in _LASTS.finditer(text)]
    lasting = {told[0]: _lasting(int(told[0]), unit) for told, unit in lasts if told and told[0].isdigit()}
    named = [number for number in numbers_in(text) if number not in _NOT_NUMBERS and not number.startswith("20")]
    return tuple(lasting.get(number, (number,)) for number in named)


def _lasting(number: int, unit: str) -> tuple[str, ...]:
    """The numbers by which a duration can be told: 3 days are 72 hours, 21 days are 3 weeks."""
    larger, smaller = _IN_LARGER.get(unit.lower(), 0), _IN_SMALLER.get(unit.lower(), 0)
    longer = [number // larger] if larger and number % larger == 0 else []
    return tuple(map(str, [number, *longer, *([number * smaller] if smaller else [])]))


def written_out(question: str) -> str:
    """A question with the short forms of the field written out, as reports have them."""

    def long(match: re.Match[str]) -> str:
        return long_forms().get(match[0].lower(), match[0])

    return _SHORT.sub(long, question)


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
