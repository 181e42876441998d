"""What a force has to do by a date or within a time: the lists that open with it.

`By 31 May 2025, the force should:`, `Within three months, the force should:`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answering.context import Context
from assistant.answering.draft import Said, cite
from assistant.answering.lists import label_asked
from assistant.answering.names import topic_terms
from assistant.indexing.periods import months_in
from assistant.reading.numbers import WORD, value_of
from assistant.reading.words import stems_of
from assistant.retrieval.cues import asks
from assistant.retrieval.terms import coverage
from assistant.types import BlockKind, Label, Report, Section, StatementKind

_IS_TIME = re.compile(rf"\d+|{WORD}|(?:day|week|month|deadline)s?|within", re.IGNORECASE)
_TO_BE_DONE = (Label.RECOMMENDATIONS, Label.CAUSES_OF_CONCERN, Label.AREAS_FOR_IMPROVEMENT)
ABOUT = 0.5
"""The share of the topic's weight that a list's section has to say."""


_WITHIN = re.compile(
    rf"\b(?P<number>\d{{1,2}}|{WORD})[ -](?P<unit>day|week|month)s?\b(?! (?:ago|before|earlier|old|to|ending|later))",
    re.IGNORECASE,
)
Times = frozenset[tuple[str, str]]


def deadline_statements(context: Context) -> list[Said]:
    """The lists that open with the time that a question names; none where it asks for nothing that is to be done."""
    text = context.question.clear
    if not _times(text) or not (asks("to be done", text.lower()) or label_asked(text) in _TO_BE_DONE):
        return []
    found = [one for report in context.reports for one in _lists(context, report)]
    return [said for one in found for said in one]


def _times(text: str) -> Times:
    """The months that a text names with their year, and the times within which something is to be done."""
    lasts = {(value_of(found["number"].lower()), found["unit"].lower()) for found in _WITHIN.finditer(text)}
    return months_in(text) | lasts


def _lists(context: Context, report: Report) -> Iterator[list[Said]]:
    """Each list of a report that opens with the time and is about the topic, with its opening."""
    times = _times(context.question.clear)
    topic = [term for term in topic_terms(context.question.own) if not _IS_TIME.fullmatch(term.text)]
    for section in report.sections:
        words = frozenset(stems_of(" ".join((*section.path, *(report.quote(block.span) for block in section.blocks)))))
        if topic and coverage(topic, words) < ABOUT:
            continue
        for place, block in enumerate(section.blocks):
            opening = report.quote(block.span)
            if block.kind is BlockKind.PARAGRAPH and opening.endswith(":") and times & _times(opening):
                yield _list(report, section, place)


def _list(report: Report, section: Section, place: int) -> list[Said]:
    opening = cite(report, section, section.blocks[place].span)
    said = [Said(StatementKind.QUOTE, f"\u201c{opening.quote}\u201d", (opening,))]
    for block in section.blocks[place + 1 :]:
        if block.kind is not BlockKind.ITEM:
            break
        said.append(Said(StatementKind.ROW, report.quote(block.span), (cite(report, section, block.span),)))
    return said
