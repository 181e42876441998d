"""An item of the list that was shown before: `tell me more about the third`."""

from __future__ import annotations

import re

from assistant.answering.context import Context
from assistant.answering.draft import Said, cite
from assistant.reading.numbers import value_of
from assistant.reading.sentences import sentences_of
from assistant.types import BlockKind, Span, StatementKind

_ORDINALS = {
    word: n for n, word in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1)
}
_ASKS = (
    r"^(?:(?:ok(?:ay)?|and|so|now),? )*(?:(?:can|could) you |please )*(?:(?:tell|say|give|more|details?|explain|expand|"
    r"elaborate|describe|what|how about)\b[\w' ]*? )??"
)
_ITEM = re.compile(
    rf"{_ASKS}(?:(?:the |that )?(?P<ordinal>{'|'.join(_ORDINALS)}|last|\d{{1,2}}(?:st|nd|rd|th))"
    r"(?: (?:one|item|point|area|finding))?\W*$|"
    r"(?:number|no\.?|item|point|#) ?(?P<number>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)\W*$)",
    re.IGNORECASE,
)
LEAST = 2
"""Citations from which what was shown before is a list."""
SENTENCES = 3
"""How many sentences of the item's section are given."""


def item_statements(context: Context) -> list[Said]:
    """What the report says of the item of the list before that a follow-up points to; none where it points to none."""
    places = dict.fromkeys((citation.report, citation.section) for citation in context.before)
    asked = _ITEM.search(context.question.alone)
    if asked is None or len(places) < LEAST or len(context.before) < LEAST:
        return []
    at = _place(asked, len(context.before))
    if not 0 <= at < len(context.before):
        return []
    item = context.before[at]
    report = context.report(item.report)
    section = next(section for section in report.sections if section.path == item.section)
    texts = [block for block in section.blocks if block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM)]
    spans = [span for block in texts for span in sentences_of(report, block) if span.start >= item.span.start]
    quotes = [cite(report, section, span) for span in _without_own(spans, item.span)[:SENTENCES]]
    return [Said(StatementKind.QUOTE, f"\u201c{quote.quote}\u201d", (quote,)) for quote in (item, *quotes)]


def _without_own(spans: list[Span], own: Span) -> list[Span]:
    return [span for span in spans if span.end <= own.start or own.end <= span.start]


def _place(asked: re.Match[str], items: int) -> int:
    """The place of an item, from 0."""
    if asked["number"]:
        return int(value_of(asked["number"].lower(), "")) - 1
    word = asked["ordinal"].lower()
    if word == "last":
        return items - 1
    return _ORDINALS[word] - 1 if word in _ORDINALS else int(re.sub(r"\D", "", word)) - 1
