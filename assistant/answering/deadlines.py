"""What a force has to do by a date: the lists that open with it, such as `By 31 May 2025, the force should:`."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.answering.context import Context
from assistant.answering.draft import Said, cite
from assistant.answering.names import topic_terms
from assistant.indexing.periods import months_in
from assistant.reading.words import stems_of
from assistant.retrieval.cues import asks
from assistant.retrieval.terms import coverage
from assistant.types import BlockKind, Report, Section, StatementKind

ABOUT = 0.5
"""The share of the topic's weight that a list's section has to say."""


def deadline_statements(context: Context) -> list[Said]:
    """The lists that open with the month that a question names; none where it asks for nothing that is to be done."""
    text = context.question.clear
    if not months_in(text) or not asks("to be done", text.lower()):
        return []
    found = [one for report in context.reports for one in _lists(context, report)]
    return [said for one in found for said in one]


def _lists(context: Context, report: Report) -> Iterator[list[Said]]:
    """Each list of a report that opens with the month and is about the topic, with its opening."""
    topic, months = topic_terms(context.question.own), months_in(context.question.clear)
    for section in report.sections:
        words = frozenset(stems_of(" ".join((*section.path, *(report.quote(block.span) for block in section.blocks)))))
        if topic and coverage(topic, words) < ABOUT:
            continue
        for place, block in enumerate(section.blocks):
            opening = report.quote(block.span)
            if block.kind is BlockKind.PARAGRAPH and opening.endswith(":") and months & months_in(opening):
                yield _list(report, section, place)


def _list(report: Report, section: Section, place: int) -> list[Said]:
    opening = cite(report, section, section.blocks[place].span)
    said = [Said(StatementKind.QUOTE, f"\u201c{opening.quote}\u201d", (opening,))]
    for block in section.blocks[place + 1 :]:
        if block.kind is not BlockKind.ITEM:
            break
        said.append(Said(StatementKind.ROW, report.quote(block.span), (cite(report, section, block.span),)))
    return said
