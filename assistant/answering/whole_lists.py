"""Lists that stand where the best candidates do, whole: what is under a label there, or a bulleted list's items."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answering.context import Context
from assistant.answering.draft import Said
from assistant.answering.lists import list_under_label
from assistant.indexing.units import Unit
from assistant.retrieval.cues import asks
from assistant.retrieval.named_numbers import NAMES_ASKED
from assistant.retrieval.ranked import Ranked
from assistant.types import Block, BlockKind, QuestionType, Section, Span, StatementKind

_EACH = re.compile(r"\b(?:each|every|all|breakdown|by type|types?|results|what are the)\b", re.IGNORECASE)
_OUGHT = re.compile(r"\b(?:should|must|needs? to)\b[^.]*:$")
NEAR = 3
"""Candidates with one of which a list of what is to be done may stand."""


def whole_list(context: Context) -> list[Said]:
    """The list that one of the best candidates is of, where a question wants several things or that opens it."""
    if asks("wanted of it", context.question.clear.lower()) and (said := _to_be_done(context)):
        return said
    if not (_wants_list(context) or _asks_for_each(context) or context.ranked[0].unit.text.endswith(":")):
        return []
    return (_wants_list(context) and list_under_label(context)) or _bulleted(context, context.ranked[0])


def _to_be_done(context: Context) -> list[Said]:
    """What a force is to do, as a list that stands with one of the best candidates: `The force should:`."""
    for one in context.ranked[:NEAR]:
        blocks = context.section(one.unit).blocks
        for at, block in enumerate(blocks[:-1]):
            opening = context.report(one.unit.report).quote(block.span)
            if _OUGHT.search(opening) and blocks[at + 1].kind is BlockKind.ITEM:
                return _listed(context, one.unit, _to_last(blocks, at + 1, block.span.start))
    return []


def _bulleted(context: Context, best: Ranked) -> list[Said]:
    """The whole of a bulleted list where the best candidate is an item of it or the sentence that opens it."""
    span = _list_around(context.section(best.unit), best.unit)
    return _listed(context, best.unit, span) if span else []


def _listed(context: Context, unit: Unit, span: Span) -> list[Said]:
    """A bulleted list of a unit's section with what opens it."""
    citation = context.cite(unit, span)
    items = [
        block
        for block in context.section(unit).blocks
        if block.kind is BlockKind.ITEM and span.start <= block.span.start < span.end
    ]
    report = context.report(unit.report)
    opening = report.quote(Span(span.start, items[0].span.start)).strip()
    said = [Said(StatementKind.QUOTE, opening, (citation,))] if opening else []
    return said + [Said(StatementKind.ROW, report.quote(item.span), (citation,)) for item in items]


def _list_around(section: Section, unit: Unit) -> Span | None:
    """From the sentence that opens a list to its last item, where a unit is part of one."""
    blocks = section.blocks
    first = unit.block
    if blocks[first].kind is not BlockKind.ITEM:
        opens = unit.text.endswith(":") and first + 1 < len(blocks) and blocks[first + 1].kind is BlockKind.ITEM
        if not opens:
            return None
        start, first = unit.span.start, first + 1
    else:
        while first and blocks[first - 1].kind is BlockKind.ITEM:
            first -= 1
        start = blocks[first].span.start
    return _to_last(blocks, first, start)


def _to_last(blocks: Sequence[Block], first: int, start: int) -> Span:
    """From a place to the end of the list whose first item is given."""
    last = first
    while last + 1 < len(blocks) and blocks[last + 1].kind is BlockKind.ITEM:
        last += 1
    return Span(start, blocks[last].span.end)


def _wants_list(context: Context) -> bool:
    """Whether a question asks for several things."""
    return context.question.asked.type is QuestionType.LIST


def _asks_for_each(context: Context) -> bool:
    """Whether a question wants every one of several results, or names how many there are."""
    return bool(_EACH.search(context.question.clear) or NAMES_ASKED.search(context.question.clear))
