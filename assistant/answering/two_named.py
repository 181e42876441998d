"""The second of two things that a question names side by side, such as `charges and community resolutions`."""

from __future__ import annotations

import re

from assistant.answering.context import Context
from assistant.answering.names import topic_terms
from assistant.answering.other_side import FAR, side_asked
from assistant.answering.rows import named_cells
from assistant.indexing.units import Unit
from assistant.reading.words import stems_of
from assistant.retrieval.ranked import Ranked
from assistant.retrieval.terms import Term
from assistant.types import BlockKind

AMONG = 12
"""Candidates among which the second has to be."""
NAMES = 0.12
"""The share of the question's weight that only the second says, from which it is the other thing that was named."""

_BESIDE = re.compile(r"\b(?:v|vs|versus|and|or|against|than|compared|between|beside)\b|[/&]", re.IGNORECASE)
"""Words between two things that are named side by side."""


def other_named(context: Context, best: Unit) -> list[Ranked]:
    """The candidate that says what the question names beside what the best one says; nothing where none does.

    Where the question sets a figure against an aim, others or another time, only another row of a table counts.
    """
    against_another = side_asked(context.question) and best.kind is not BlockKind.ROW
    if against_another or not _BESIDE.search(context.question.clear):
        return []
    least = context.ranked[0].score - FAR
    alike = [one for one in context.ranked[:AMONG] if _alike(best, one, least)]
    terms = topic_terms(context.question.own)
    own = frozenset(stems_of(" ".join((best.text, *best.columns))))
    missing = [term for term in terms if not _says(own, term)]
    weights = {one.view.number: sum(term.weight for term in missing if _says(one.view.stems, term)) for one in alike}
    others = [one for one in alike if weights[one.view.number] >= NAMES * sum(term.weight for term in terms)]
    return sorted(others, key=lambda one: (-weights[one.view.number], -one.score))[:1]


def _says(stems: frozenset[str], term: Term) -> bool:
    """Whether a text says a term in the question's own word: a synonym may be what the other thing goes by."""
    return stems.issuperset(term.options[0][0])


def _alike(best: Unit, one: Ranked, least: float) -> bool:
    """Whether a candidate is another row of the table, or another good sentence with a figure of the same kind."""
    unit = one.unit
    if unit == best or set(one.fails) - {"rival"}:
        return False
    if best.kind is BlockKind.ROW:
        same_table = (unit.report, unit.section) == (best.report, best.section)
        return unit.kind is BlockKind.ROW and same_table and bool(named_cells(unit))
    return one.score >= least and bool({f.kind for f in best.figures} & {f.kind for f in unit.figures})
