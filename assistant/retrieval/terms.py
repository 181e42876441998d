"""The words of a question that carry its meaning, each with the other words that would do as well."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from assistant.reading.words import STOP_WORDS, stem, words_of
from assistant.retrieval.lexicon import EXACT, Stems, lexicon, longest_phrase

ASKING = frozenset(
    stem(word)
    for word in """percent percentage pct proportion share rate number total figure figures list name tell explain
    describe yr report reports reported inspector inspectors inspection inspectorate hmicfrs peel analyst councillor
    journalist question people force forces police constabulary case cases find found review reviewed kind sort
    type level amount per pop mean means stand stands know need preparing writing trying panel hi hello thanks
    dear resident article piece x y fig figure page year years ending end months month twelve chapter section
    ok okay alright m bn money cash pounds
    area areas thing stuff text document publication grade graded rated rating verdict judgment
    anyone anybody someone somebody
    """.split()
)
"""Stems that say what sort of answer is wanted or who asks, more than what it is about."""
IN_PASSING = frozenset("etc actual across among amongst roughly approximately approx".split())
"""Words of a question that name nothing and that few reports have, so that they would weigh much."""
ASKING_WEIGHT = 0.35


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase of a question."""

    text: str
    options: tuple[tuple[Stems, float], ...]
    """What would match it and how well, best first: its own stems, then those of its synonyms."""
    weight: float
    """How much it tells: rare words tell more."""
    known: bool
    """Whether the index holds it or a synonym at all."""
    stems: frozenset[str]
    """Every stem of its options: where a text has none of them, nothing matches."""
    aside: bool = False
    """Whether it stands in a preamble alone, which no sentence need say anything of."""


class Vocabulary:
    """How many units hold each stem.

    Args:
        words: every word of the index with its count and the number of units that hold its stem.
        units: how many units there are.
        names: words that stand only with a capital.
    """

    def __init__(self, words: Mapping[str, tuple[int, int]], units: int, names: frozenset[str] = frozenset()) -> None:
        self.words = words
        self.names = names
        self._units = units
        self._stems: dict[str, int] = {}
        for word, (_, holding) in words.items():
            self._stems[stem(word)] = holding

    def holds(self, stems: Stems) -> bool:
        """Whether the index holds every stem of a phrase."""
        return all(one in self._stems for one in stems)

    def weight(self, stems: Stems) -> float:
        """The inverse document frequency of a phrase's rarest stem: ln(1 + N / (1 + n)), as in BM25's family."""
        return max(math.log(1 + self._units / (1 + self._stems.get(one, 0))) for one in stems)


def terms_of(words: Sequence[str], vocabulary: Vocabulary) -> tuple[Term, ...]:
    """The terms of a question, in its order; the longest phrases that the lexicon knows stay whole.

    Args:
        words: the question's words in lower case, spelling repaired, names of forces taken out.
        vocabulary: what the index holds.
    """
    kept = [word for word in words if word not in STOP_WORDS and word not in IN_PASSING]
    stems = [stem(word) for word in kept]
    found: list[Term] = []
    at = 0
    while at < len(kept):
        length = _phrase_at(stems, at)
        term = _term(" ".join(kept[at : at + length]), tuple(stems[at : at + length]), vocabulary)
        if all(term.options[0] != other.options[0] for other in found):
            found.append(term)
        at += length
    return tuple(found)


def matched(term: Term, stems: frozenset[str]) -> float:
    """How well a term is matched by a set of stems, from 0 to 1: the best of its options that stands there whole."""
    if term.stems.isdisjoint(stems):
        return 0.0
    return next((value for option, value in term.options if stems.issuperset(option)), 0.0)


def coverage(terms: Sequence[Term], stems: frozenset[str]) -> float:
    """The share of the terms' weight that a set of stems matches, from 0 to 1."""
    total = sum(term.weight for term in terms)
    return sum(term.weight * matched(term, stems) for term in terms) / total if total else 0.0


class Covered(NamedTuple):
    """How the terms of a question are matched by a text."""

    share: float
    """See `coverage`."""
    exact: float
    """The share of their weight that stands there in the question's own words."""
    missing: float
    """The share that the heaviest has of those that don't match."""


class Coverage:
    """How the terms of a question are matched by one text after the other.

    Of a text only the stems count that the terms have, so that what many texts share is worked out once.
    """

    def __init__(self, terms: Sequence[Term]) -> None:
        self.terms = terms
        self.stems = frozenset(one for term in terms for one in term.stems)
        self._total = sum(term.weight for term in terms) or 1.0
        self._known: dict[frozenset[str], Covered] = {}

    def of(self, stems: frozenset[str]) -> Covered:
        """How the terms are matched by the stems of a text."""
        own = self.stems & stems
        if own not in self._known:
            exact = sum(term.weight for term in self.terms if own.issuperset(term.options[0][0]))
            missing = max((term.weight for term in self.terms if not matched(term, own)), default=0.0)
            self._known[own] = Covered(coverage(self.terms, own), exact / self._total, missing / self._total)
        return self._known[own]

    def share(self, stems: frozenset[str]) -> float:
        """See `coverage`."""
        return self.of(stems).share


def query_words(question: str) -> list[str]:
    """The words of a question; `IT` in capitals is the technology, not the pronoun."""
    return words_of(re.sub(r"\bIT\b", "ICT", question))


def _phrase_at(stems: Sequence[str], at: int) -> int:
    """How many stems the longest known phrase has that starts at a place; 1 where none does."""
    known = lexicon()
    lengths = range(min(longest_phrase(), len(stems) - at), 1, -1)
    return next((length for length in lengths if tuple(stems[at : at + length]) in known), 1)


def _term(text: str, own: Stems, vocabulary: Vocabulary) -> Term:
    options: dict[Stems, float] = {own: EXACT}
    for group in lexicon().get(own, ()):
        for phrase in group.phrases:
            options[phrase] = max(options.get(phrase, 0.0), group.weight)
    held = [phrase for phrase in options if vocabulary.holds(phrase)]
    exact = [phrase for phrase in held if options[phrase] == EXACT] or held
    weight = vocabulary.weight(own) if own in held or not held else max(vocabulary.weight(phrase) for phrase in exact)
    asking = all(one in ASKING for one in own)
    ranked = tuple(sorted(options.items(), key=lambda option: (-option[1], option[0] != own)))
    stems = frozenset(one for option in options for one in option)
    return Term(text, ranked, weight * (ASKING_WEIGHT if asking else 1.0), bool(held), stems)
