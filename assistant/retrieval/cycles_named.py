"""Cycles as questions name them: by another name, by a year alone, by `last time`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.indexing.periods import years_in
from assistant.reading.cycles import SAME, before, span_of
from assistant.reading.forces import forces_named
from assistant.types import Report

_PAST = re.compile(
    r"\b(?:(?:at|in|from|for|during) )?(?:the |our |their |its )?(?:previous|prior) "
    r"(?:peel )?(?:inspection|report|cycle|round)\b|"
    r"\blast time(?: (?:they|it|the force) (?:was|were) inspected)?(?=\W*(?:\[|$))",
    re.IGNORECASE,
)
"""The report before the newest, as a question names it; the last report may be the newest itself."""
_MOVED = re.compile(
    r"\b(?:since|than|compar\w+|improv\w+|better|worse|chang\w+|vs?|versus|then|now|up|down|differ\w+|still|both|more|fewer|"
    r"rais\w+|flag\w+|grade[ds]?|recommend\w*|told|when|who|date)\b",
    re.IGNORECASE,
)
"""What sets that beside the newest, which tells of it."""


def with_held_names(question: str, reports: Sequence[Report]) -> str:
    """A question with cycles by the names that they are held under: `2018` where it says 2018/19.

    Args:
        question: as asked.
        reports: what is held.
    """
    held = {report.metadata.cycle for report in reports}
    for other, name in SAME.items():
        if name in held and other not in held:
            first, last = other.split("\u2013")
            years = (
                rf"(?<![/\d\u00a3-])(?:{first}\s*[/\u2013-]\s*(?:20)?{last}|{first[2:]}/{last}|"
                rf"{first[2:]}[\u2013-]{last}(?= (?:peel|report|inspection|cycle)))\b(?![/-])"
            )
            question = re.sub(years, name, question)
    return _last_by_name(question, reports)


def _last_by_name(question: str, reports: Sequence[Report]) -> str:
    """A question of the last report by its cycle, where that is held and is the one before the newest."""
    held = {report.metadata.force for report in reports if report.metadata.force}
    named = set(forces_named(question, held)) & held or held
    cycles = {report.metadata.cycle for report in reports if report.metadata.force in named}
    last = before(max(cycles, default=""))
    if len(named) != 1 or last not in cycles or _MOVED.search(question) or years_in(question):
        return question
    return _PAST.sub(f"in {last}", question, count=1)


def of_its_cycle(question: str, reports: Sequence[Report]) -> str:
    """A question with the one older cycle that its year is of in the place of the year; empty where there is none.

    Args:
        question: one that names a year of which nothing is held.
        reports: what is held of its force.
    """
    years = years_in(question)
    cycles = {report.metadata.cycle for report in reports}
    of_year = [cycle for cycle in cycles if len(years) == 1 and years <= set(span_of(cycle))]
    if len(of_year) != 1 or of_year[0] == max(cycles):
        return ""
    return re.sub(rf"(?<![\d/\u2013-]){min(years)}(?![\d/\u2013-])", of_year[0], question)
