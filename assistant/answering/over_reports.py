"""Questions over the reports of several forces, and over the cycles of one: how they are known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.reading.forces import FORCES
from assistant.retrieval.asked import asked_of
from assistant.retrieval.carried import without_carried
from assistant.retrieval.cues import asks
from assistant.retrieval.question import Question
from assistant.types import QuestionType, Report

_FORCES = r"(?:police )?(?:forces|constabularies)"
_A_FORCE = r"(?:police )?(?:force|constabulary)"
_LISTED = re.compile(rf"\b(?:which|what|list|name|how many|any)\b(?: \w+){{0,2}} {_FORCES}\b", re.IGNORECASE)
_EACH = re.compile(
    rf"\b(?:of|for|in|by|from|across) (?:every|each|all)(?: of)?(?: the)? (?:{_FORCES}|{_A_FORCE})\b|"
    rf"\b(?:every|each) {_A_FORCE}'s\b|\b(?:forces'|by force)(?=\W|$)",
    re.IGNORECASE,
)
_EACH_ONE = re.compile(rf"\b(?:of|for|in) (?:every|each) {_A_FORCE}\b|\bby force(?=\W|$)", re.IGNORECASE)
"""`All forces` is what a report sets its own force against."""
_RANKED = re.compile(
    rf"\b(?:rank|order|sort|list)(?:ed)?\b(?: \w+){{0,2}} {_FORCES} (?:by|on|in order|according|from)\b|"
    rf"\b(?:ranking|league table) of\b(?: \w+){{0,2}} {_FORCES}\b|\bforces? (?:ranked|ordered|sorted) by\b",
    re.IGNORECASE,
)
_MOST = re.compile(
    rf"\b(?:which|what) {_A_FORCE}\b.*\b(?P<most>(?:best|worst|most|least|highest|lowest|largest|smallest|biggest|"
    r"fewest|fastest|quickest|slowest|longest|shortest|greatest))\b",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"\b(?:chang(?:ed?|ing)|over (?:time|the (?:years|cycles|inspections))|"
    r"(?:across|between|through) (?:the |its |all )?"
    r"(?:cycles|inspections|reports)|each (?:cycle|inspection)|every (?:cycle|inspection)|history)\b",
    re.IGNORECASE,
)
_AT = re.compile(r"\b(?:best|worst|better|worse) at\b", re.IGNORECASE)
_WITH = re.compile(
    r"\b(?:with|collaborat\w*|partner\w*|share[sd]?|sharing|joint\w*|together|alongside)\b", re.IGNORECASE
)
_COMPARING = re.compile(
    rf"\b(?:rank(?:ed|ing)?|order(?:ed)?|sort(?:ed)?|list|compar\w+|comparison|versus|vs|v|which|what|who|how|does|do|did|"
    rf"{_FORCES}|{_A_FORCE}|all|every|each|best|worst|most|least|highest|lowest|largest|smallest|biggest|greatest|fewest|"
    r"fastest|quickest|slowest|longest|shortest|better|worse|higher|lower|than|difference|league|table|me|show|give|"
    r"against|terms|other|their|its)\b|\?|,(?!\d)",
    re.IGNORECASE,
)
_JOINING = frozenset("and or of for in by on at to the a is are was has have had with between from".split())
_HOW_LONG = re.compile(r"\b(?:fastest|quickest|slowest|longest|shortest)\b", re.IGNORECASE)
_HOW_MANY = re.compile(r"\b(?:most|least|fewest)\b", re.IGNORECASE)


class Over(StrEnum):
    """What a question over several reports asks for."""

    GRADES = "grades"
    FIGURES = "figures"
    CHANGE = "change"


@dataclass(frozen=True, slots=True)
class OverReports:
    """A question over several reports, read."""

    what: Over
    named: bool
    """Whether it names the forces that it is about."""


def over_reports(question: Question, held: Sequence[Report]) -> OverReports | None:
    """What a question over several reports asks for; None where it is about one report.

    Args:
        question: the question, read.
        held: every report that is held.
    """
    forces = {report.metadata.force for report in held if report.metadata.force}
    text, asked = question.clear, question.asked
    if asked.grade and _CHANGED.search(text) and asked.type is not QuestionType.COMPARE:
        return OverReports(Over.CHANGE, bool(question.scoped.forces)) if _has_cycles(question, held) else None
    if len(forces) < 2:
        return None
    several = len(question.scoped.forces) > 1 and bool(forces & set(question.scoped.forces)) and not _WITH.search(text)
    by_name = asks("grade by name", text.lower()) or (asked.grade and not ranks(text)) or bool(_AT.search(text))
    if by_name and (several or over_forces(text)):
        return OverReports(Over.GRADES, several)
    if several and (asked.wants_figure or asked.phrase or asked.type is QuestionType.COMPARE):
        return OverReports(Over.FIGURES, named=True)
    figures = ranks(text) or (asked.wants_figure and bool(_EACH_ONE.search(text)))
    return OverReports(Over.FIGURES, named=False) if figures else None


def over_forces(text: str) -> bool:
    """Whether a question asks about forces at large, and not about one that it names or that was spoken of."""
    return bool(_LISTED.search(text) or _EACH.search(text)) or ranks(text)


def ranks(text: str) -> bool:
    """Whether a question wants forces in the order of a figure, or the first of them."""
    return bool(_RANKED.search(text) or _MOST.search(text))


def about_one(question: Question) -> str:
    """What a question over several reports asks of each of them, in its own words: `999 answer rate`."""
    text = without_carried(question.clear)
    for force in question.scoped.forces:
        for alias in sorted({force, *FORCES.get(force, ())}, key=len, reverse=True):
            text = re.sub(rf"(?<![\w-]){re.escape(alias)}(?:['\u2019]s)?(?![\w-])", " ", text, flags=re.IGNORECASE)
    for cycle in question.scoped.cycles:
        years = r"\s*(?:[\u2013/-]|to)\s*(?:20)?".join(re.findall(r"\d+", cycle))
        text = re.sub(rf"\b{years}\b(?: cycle| inspections?| reports?| round)?", " ", text)
    return _with_measure(question.clear, _between_joining(_COMPARING.sub(" ", text).split()))


def _between_joining(words: Sequence[str]) -> str:
    """Words without those at either end that only join them to what was taken out."""
    kept = [at for at, word in enumerate(words) if word.lower() not in _JOINING]
    return " ".join(words[kept[0] : kept[-1] + 1]) if kept else ""


def _with_measure(question: str, text: str) -> str:
    """What is asked of one report, with what is measured where a question says it by `longest` or `most` alone."""
    if asked_of(text).wants_figure or not _MOST.search(question):
        return text
    if _HOW_LONG.search(question):
        return f"how long {text}"
    return f"how many {text}" if _HOW_MANY.search(question) else text


def _has_cycles(question: Question, held: Sequence[Report]) -> bool:
    """Whether a question is about one force of which several cycles are held."""
    named = set(question.scoped.forces) or {report.metadata.force for report in held}
    return len(named) == 1 and sum(report.metadata.force in named for report in held) > 1
