"""What a report itself says of how sure a figure is: that ranges overlap, that numbers are small, that it can mislead."""

from __future__ import annotations

import re

from assistant.answering.context import Context
from assistant.answering.draft import Said
from assistant.indexing.units import Unit
from assistant.retrieval.cues import asks
from assistant.types import QuestionType, StatementKind

REACH = 3
"""Sentences after one in which its doubts are told."""
_OVERLAP = r"\branges?\b.*\boverlap|\boverlap\w*\b.*\branges?\b"
_TOLD = re.compile(
    rf"{_OVERLAP}|\b(?:can['\u2019]t|cannot|can not) (?:be (?:sure|certain)|say with|rely)|"
    r"\b(?:hard|difficult|not possible|impossible) to (?:compare|rely|say|know|tell|draw)|\bwith (?:some )?caution\b|"
    r"\bcautions? (?:that|against)\b|\bsmall (?:numbers?|sample)|\bmislead(?:ing)?\b|\bconfident that\b|"
    r"\b(?:doesn['\u2019]t|does not|don['\u2019]t|do not) (?:necessarily )?(?:show|prove|mean)\b",
    re.IGNORECASE,
)
_RANGES = re.compile(_OVERLAP, re.IGNORECASE)


def doubts(context: Context, unit: Unit) -> list[Said]:
    """The sentence soon after a unit that says how sure it is, where that is asked or two estimates are compared."""
    told = _wanted(context)
    if told is None:
        return []
    report, spans = context.report(unit.report), context.section_sentences(unit)
    after = spans[spans.index(unit.span) :][: REACH + 1]
    found = next((span for span in after if told.search(report.quote(span))), None)
    if found is None or found == unit.span:
        return []
    quote = context.cite(unit, found)
    return [Said(StatementKind.QUALIFIER, f"\u201c{quote.quote}\u201d", (quote,))]


def _wanted(context: Context) -> re.Pattern[str] | None:
    """What a sentence has to say to be given; None where nothing of the sort is wanted."""
    if asks("is it sure", context.question.clear.lower().replace("\u2019", "'")):
        return _TOLD
    return _RANGES if context.question.asked.type is QuestionType.COMPARE else None
