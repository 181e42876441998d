"""Where a follow-up's answer is likely to stand: near what the answer before cited, in words that it names itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.retrieval.question import Question
from assistant.retrieval.ranked import Ranked, in_order
from assistant.retrieval.terms import coverage
from assistant.types import Citation, Report

SAME_SECTION = 2.5
"""What a follow-up's candidate gains where it stands in the section of the answer before."""
BESIDE = {1: 0.8, 2: 0.5, 3: 0.2}
"""What it gains where it stands so many sentences from what was cited."""
SAID_BEFORE = 5.0
"""What it loses where the answer before quoted it and it says nothing of what the follow-up itself names."""
OWN_WORDS = 3.0
"""What it gains where it says all that the follow-up itself names, beside what was carried over."""


def sections_of(cited: Sequence[Citation], reports: Sequence[Report]) -> Iterator[tuple[str, int]]:
    """The sections that citations stand in: each as its report's id and its place there."""
    for report in reports:
        paths = {citation.section for citation in cited if citation.report == report.id}
        yield from ((report.id, at) for at, section in enumerate(report.sections) if section.path in paths)


def after(cited: Sequence[Citation], question: Question, candidates: list[Ranked]) -> list[Ranked]:
    """A follow-up's candidates anew in order: likelier near what the answer before cited, and not its quotes.

    Args:
        cited: what the answer before cited.
        question: the follow-up.
        candidates: its candidates, best first, with every unit of the sections that were cited.
    """
    if not cited:
        return candidates
    sections = {(citation.report, citation.section) for citation in cited}
    said = {(citation.report, citation.span) for citation in cited}
    quoted = [one.view.number for one in candidates if (one.unit.report, one.unit.span) in said]
    moved = []
    for one in candidates:
        own = coverage(question.own, one.view.stems | one.view.last_lead)
        if (one.unit.report, one.view.path) in sections:
            gain = SAME_SECTION + max(
                (BESIDE.get(abs(one.view.number - number), 0.0) for number in quoted), default=0.0
            )
        else:
            gain = 0.0
        lost = SAID_BEFORE * (1 - own) * (one.view.number in quoted)
        moved.append(replace(one, score=one.score + gain + OWN_WORDS * own - lost))
    return in_order(moved)
