"""Which clause of a sentence a question is about: what the other one says of yes and no doesn't count."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.reading.words import stems_of
from assistant.retrieval.terms import Term, coverage, matched

_CONCEDES = re.compile(r"^(?:although|though|while|whilst|even though) (?P<one>[^,]+), (?P<other>.+)$", re.IGNORECASE)
_AFTER = re.compile(r"^(?P<one>.+?), (?:although|though|even though|but) (?P<other>.+)$", re.IGNORECASE)
_NONE = re.compile(r"^(?P<one>.+?), (?P<other>none of (?:them|these|those|which|whom)\b.+)$", re.IGNORECASE)
APART = 0.05
"""How much more of the question the one clause has to have, as a share of its weight."""

BESIDE = 0.2
"""The share of the question that the main clause has where it may be asked about, whatever the one conceded has."""


def clause_asked(terms: Sequence[Term], text: str) -> str | None:
    """The clause of a sentence that a question is about: the whole where it has one alone, None where it may be both.

    Of `Although checks are made, they lack detail` it is the one that has more of the question. Of `14 visits were
    late, none of them to a child` it is the second where a word of the question stands there alone.

    Args:
        terms: those of the question.
        text: the sentence.
    """
    if found := _CONCEDES.match(text) or _AFTER.match(text):
        one, other = (coverage(terms, frozenset(stems_of(found[name]))) for name in ("one", "other"))
        conceded = found.re is _CONCEDES and one > other > BESIDE
        return None if conceded or abs(one - other) < APART else found["one"] if one > other else found["other"]
    if found := _NONE.match(text):
        first, second = (frozenset(stems_of(found[name])) for name in ("one", "other"))
        alone = any(matched(term, second) > matched(term, first) for term in terms)
        return found["other"] if alone else found["one"]
    return text
