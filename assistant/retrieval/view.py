"""A unit as the features see it: its stems, its heading's, its lead's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.indexing.units import Unit
from assistant.reading.words import stems_of
from assistant.retrieval.others import speaks_of_others
from assistant.types import Label, Report

_BOILERPLATE = re.compile(
    r"in this section,? we set out|the accessible data table|for (?:more|further) information on|"
    r"for a detailed description",
    re.IGNORECASE,
)
_ANAPHOR = re.compile(
    r"(?:however, |but |and |also, )?(?:this|it|these|they|those|that|he|she|such|of those|of these|"
    r"in (?:that|this))\b",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"\bbecause\b|\bdue to\b|\bas a result\b|\b(?:this|which) means\b|\blead(?:s|ing)? to\b|\bso that\b|"
    r"\bsince\b|\breasons?\b|\bcaused?\b|\bmay\b|\bcan\b|\bhelps?\b|\bto (?:make sure|help|allow)\b|"
    r"\bwithout\b|\bafter\b",
    re.IGNORECASE,
)
_DEFINES = re.compile(
    r"\b(?:is|are) (?:when|where|an?|the|referred)\b|\bknown as\b|\bcalled\b|\breferred to as\b|"
    r"\bstands for\b|\bwhich (?:is|are|aims?)\b|\bdesigned to\b|\baims? to\b|\bmeans\b|\((?:how|a|an|"
    r"the)\b|\bstarted\b|\bintroduced\b",
    re.IGNORECASE,
)
_NEGATION = re.compile(
    r"\bnot\b|n['\u2019]t\b|\bno\b|\bnever\b|\bwithout\b|\black\b|\bonly\b|\bfew(?:er)?\b|\bunable\b", re.IGNORECASE
)
_SUMMARY = re.compile(r"overall summary|overview|inspector.s (?:summary|observations)|introduction", re.IGNORECASE)


NEAR = 200
"""Characters before a unit that may name what it tells of."""


@dataclass(frozen=True, slots=True)
class View:
    """A unit with what is derived from its text once."""

    unit: Unit
    number: int
    path: tuple[str, ...]
    label: Label | None
    stems: frozenset[str]
    sequence: tuple[str, ...]
    heading: frozenset[str]
    chapter: frozenset[str]
    section: frozenset[str]
    """The stems of the whole section."""
    lead: frozenset[str]
    last_lead: frozenset[str]
    """The stems of the last sentence before it."""
    near: frozenset[str]
    """The stems of the sentence after it."""
    anaphoric: bool
    """Whether it starts with a word that points back, such as `This`."""
    gives_reason: bool
    defines: bool
    negated: bool
    national: bool
    boilerplate: bool
    summary: bool
    opens: bool
    """Whether it opens its section."""

    @property
    def around(self) -> frozenset[str]:
        """The stems of the unit, of the last sentence before it and of its headings."""
        return self.stems | self.last_lead | self.heading

    @property
    def named(self) -> str:
        """The unit's text with what may name the thing it tells of: what is close before it, columns, its heading."""
        return " ".join((self.unit.text, self.unit.lead[-NEAR:], *self.unit.columns, self.path[-1]))


def view_of(number: int, unit: Unit, report: Report, following: str, whole: frozenset[str]) -> View:
    """Derive what the features need of a unit.

    Args:
        number: the unit's.
        unit: the unit.
        report: its report.
        following: the sentence after it in its block; empty where there is none.
        whole: the stems of its whole section.
    """
    section = report.sections[unit.section]
    sequence = tuple(stems_of(unit.text + " " + " ".join(unit.columns)))
    leads = re.split(r"(?<=[.:?]) ", unit.lead)
    return View(
        unit,
        number,
        section.path,
        section.label,
        frozenset(sequence),
        sequence,
        frozenset(stems_of(section.path[-1])),
        frozenset(stems_of(section.path[0])),
        whole,
        frozenset(stems_of(unit.lead)),
        frozenset(stems_of(leads[-1])),
        frozenset(stems_of(following)),
        bool(_ANAPHOR.match(unit.text)),
        bool(_REASON.search(unit.text)),
        bool(_DEFINES.search(unit.text)),
        bool(_NEGATION.search(unit.text)),
        speaks_of_others(unit.text),
        bool(_BOILERPLATE.search(unit.text)),
        any(_SUMMARY.search(part) for part in section.path),
        unit.block == 0 and not unit.lead,
    )


@lru_cache(maxsize=64)
def negates(text: str) -> bool:
    """Whether a text says not, never or only."""
    return bool(_NEGATION.search(text))
