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
from assistant.indexing.periods import MONTH, months_in, years_in
from assistant.reading.numbers import WORD, value_of
from assistant.reading.words import stems_of
from assistant.retrieval.cues import asks
from assistant.retrieval.terms import coverage
from assistant.types import Block, BlockKind, Label, Report, Section, StatementKind

_IS_TIME = re.compile(rf"\d+|{WORD}|(?:day|week|month|deadline)s?|within", re.IGNORECASE)
_TO_BE_DONE = (Label.RECOMMENDATIONS, Label.CAUSES_OF_CONCERN, Label.AREAS_FOR_IMPROVEMENT)
ABOUT = 0.5
"""The share of the topic's weight that a list's section has to say."""


_WITHIN = re.compile(
    rf"\b(?P<number>\d{{1,2}}|{WORD})[ -](?P<unit>day|week|month)s?\b(?! (?:ago|before|earlier|old|to|ending|later))",
    re.IGNORECASE,
)
_BY_WHEN = re.compile(
    r"^(?:and |so |ok |but )*(?:by when|by what date|"
    r"(?:is there |what(?:['\u2019]s| is) )(?:a |the |any )?(?:deadline|time ?(?:limit|scale|frame))|"
    r"how long (?:have|has|do|did) (?:they|it|the force) (?:got|get|have)|"
    r"when (?:does|do|must|should|has|have) (?:it|they|that|this|the force)(?: all)? "
    r"(?:have to|need to|got to|must|should|be)\b)",
    re.IGNORECASE,
)
"""How a follow-up asks by when what was told is to be done."""
_DAY = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({MONTH})\b", re.IGNORECASE)
Times = frozenset[tuple[str, str]]


def deadline_statements(context: Context) -> list[Said]:
    """The lists that open with the time that a question names; none where it asks for nothing that is to be done."""
    text = context.question.clear
    if context.before and _BY_WHEN.search(context.question.alone) and not topic_terms(context.question.own):
        return _time_of_told(context)
    if not _times(text) or not (asks("to be done", text.lower()) or label_asked(text) in _TO_BE_DONE):
        return []
    found = [one for report in context.reports for one in _lists(context, report)]
    return [said for one in found for said in one]


def _time_of_told(context: Context) -> list[Said]:
    """The lists of what is to be done, with their times, in the chapters that were told of before."""
    told = {(one.report, one.section[0]) for one in context.before}
    return [
        said
        for report in context.reports
        for section in report.sections
        if (report.id, section.chapter) in told and section.label in _TO_BE_DONE
        for place, block in enumerate(section.blocks)
        if _opens(report, block)
        for said in _list(report, section, place)
    ]


def _opens(report: Report, block: Block) -> bool:
    """Whether a paragraph opens a list with the time by which it is to be done."""
    opening = report.quote(block.span)
    return block.kind is BlockKind.PARAGRAPH and opening.endswith(":") and bool(_times(opening))


def _times(text: str) -> Times:
    """The months that a text names with their year, the days in them, and the times within which it is to be done."""
    lasts = {(value_of(found["number"].lower()), found["unit"].lower()) for found in _WITHIN.finditer(text)}
    return months_in(text) | lasts | {(day, month.lower()) for day, month in _DAY.findall(text)}


def _lists(context: Context, report: Report) -> Iterator[list[Said]]:
    """Each list of a report that opens with the time and is about the topic, with its opening."""
    text = context.question.clear
    topic = [term for term in topic_terms(context.question.own) if not _IS_TIME.fullmatch(term.text)]
    for section in report.sections:
        words = frozenset(stems_of(" ".join((*section.path, *(report.quote(block.span) for block in section.blocks)))))
        if topic and coverage(topic, words) < ABOUT:
            continue
        for place, block in enumerate(section.blocks):
            if _opens(report, block) and _is_same_time(text, report.quote(block.span)):
                yield _list(report, section, place)


def _is_same_time(text: str, opening: str) -> bool:
    """Whether a list opens with a time that a question names, of a year that it names where it does."""
    years = years_in(text)
    return bool(_times(text) & _times(opening)) and (not years or bool(years & years_in(opening)))


def _list(report: Report, section: Section, place: int) -> list[Said]:
    opening = cite(report, section, section.blocks[place].span)
    said = [Said(StatementKind.QUOTE, f"\u201c{opening.quote}\u201d", (opening,))]
    for block in section.blocks[place + 1 :]:
        if block.kind is not BlockKind.ITEM:
            break
        said.append(Said(StatementKind.ROW, report.quote(block.span), (cite(report, section, block.span),)))
    return said
