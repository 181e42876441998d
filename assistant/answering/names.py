"""Areas of policing and chapters, found by the words that a question uses for them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.reading.words import stems_of
from assistant.retrieval.terms import Term, matched

GENERIC = frozenset(
    "grade grade rate verdict judgment judg score mark inspect report peel get got area area afi polic "
    "forc constabulari current overal vs versus compar comparison same differ chang then past previous cycl "
    "outstand good adequ inadequ requir improv list innov promis practic caus concern find recommend rec main "
    "chapter categori now latest back give given all best worst "
    "list everyth everywher across board put right need fix mend sort came come lowest highest "
    "one two three four five six part ri ie i.e e top bottom scale inspector hmicf hmicfr mani number total "
    "set made identifi there mention had "
    "better wors higher lower least most "
    "ok okay lead led happen last yr year weakest strongest worst rank summari generali glanc pictur mere just averag "
    "fare v between everi each singl complet full whole deadlin due "
    "exampl both section "
    "receiv award achiev perform overal deem class say result told tell ask want expect thing stuff".split()
)
"""Stems that ask for a grade or a list and name no area."""


def topic_terms(terms: Sequence[Term]) -> list[Term]:
    """The terms of a question that may name an area: those that don't only ask for a grade or a list."""
    return [term for term in terms if not all(stem in GENERIC or stem.isdigit() for stem in term.options[0][0])]


def name_fit(terms: Sequence[Term], names: Iterable[str]) -> float:
    """How well terms name an area by one of its names, from 0 to 1.

    The weight of the terms that stand in the name, by the weight of all; names that hold a term more closely win.
    """
    total = sum(term.weight for term in terms)
    best = 0.0
    for name in names:
        stems = frozenset(stems_of(name))
        held = sum(term.weight * matched(term, stems) for term in terms)
        own = sum(any(stem in option for term in terms for option, _ in term.options) for stem in stems)
        best = max(best, (held / total if total else 0.0) + 0.05 * own / max(1, len(stems)))
    return best
