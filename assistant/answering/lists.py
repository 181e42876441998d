"""Answers that are complete lists: what stands under a label, the findings of a chapter, the items of a list."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answering.context import Context
from assistant.answering.draft import Said, cite
from assistant.answering.names import name_fit, topic_terms
from assistant.indexing.units import Unit
from assistant.retrieval.ranked import Ranked
from assistant.retrieval.terms import Term
from assistant.types import BlockKind, Citation, Label, QuestionType, Report, Section, Span, StatementKind

FITS = 0.5
"""The share of the question's weight that a chapter's name must hold to be the one that is meant."""

_LABELS = (
    (
        re.compile(
            r"\bareas? (?:for|of|(?:that )?needs?|needing) improvement\b|\bafis?\b|"
            r"\bneeds? to (?:improve|work on|do better)\b|\b(?:had|got) to improve\b|\b(?:should|must) improve\b|"
            r"\b(?:needs?|wants?) (?:fixing|mending|improving|sorting)\b|"
            r"\b(?:has|have|had|needs?|got) to (?:be )?(?:fix(?:ed)?|put right|sort(?:ed)? out)\b",
            re.IGNORECASE,
        ),
        Label.AREAS_FOR_IMPROVEMENT,
    ),
    (
        re.compile(r"\b(?:innovative|promising|notable|innovation) ?(?:practices?)?\b|\bnew ideas\b", re.IGNORECASE),
        Label.INNOVATIVE_PRACTICE,
    ),
    (re.compile(r"\brecommendations?\b|\brecommended\b", re.IGNORECASE), Label.RECOMMENDATIONS),
    (re.compile(r"\bcauses? (?:of|for) concerns?\b", re.IGNORECASE), Label.CAUSES_OF_CONCERN),
    (re.compile(r"\b(?:main |key |all |the )?findings\b", re.IGNORECASE), Label.MAIN_FINDINGS),
)
_NAMES = {
    Label.AREAS_FOR_IMPROVEMENT: ("area for improvement", "areas for improvement"),
    Label.INNOVATIVE_PRACTICE: ("innovative practice", "innovative practices"),
    Label.CAUSES_OF_CONCERN: ("cause of concern", "causes of concern"),
    Label.RECOMMENDATIONS: ("recommendation", "recommendations"),
    Label.MAIN_FINDINGS: ("main finding", "main findings"),
}
_EACH = re.compile(r"\b(?:each|every|all|breakdown|by type|types?|results|what are the)\b", re.IGNORECASE)
_SINGLE = re.compile(
    r"\bwhich (?:old |previous )?area for improvement\b|\bclosed\b|\bwhy\b|\bwhen\b|\bby when\b|\bdeadline\b",
    re.IGNORECASE,
)


def label_asked(question: str) -> Label | None:
    """The label whose findings a question wants listed; None where it wants something else."""
    if _SINGLE.search(question):
        return None
    return next((label for pattern, label in _LABELS if pattern.search(question)), None)


def list_statements(context: Context) -> list[Said]:
    """What stands under a label, of one chapter or of the report, with its count; none where no label is asked."""
    label = label_asked(context.question.clear)
    topic = topic_terms(context.question.own)
    if label is None:
        return []
    for report in context.reports:
        chapter = _chapter(report, topic) or (None if topic else _chapter_before(context, report))
        items = _items(report, label, chapter) if (chapter or len(topic) <= 1 or not _needs_chapter(topic)) else []
        if items:
            return _listed(report, label, chapter, items)
    return []


def whole_list(context: Context, best: Ranked) -> list[Said]:
    """The whole of a bulleted list where the best candidate is an item of it or the sentence that opens it."""
    span = _list_around(context.section(best.unit), best.unit)
    if span is None:
        return []
    citation = context.cite(best.unit, span)
    items = [
        block
        for block in context.section(best.unit).blocks
        if block.kind is BlockKind.ITEM and span.start <= block.span.start < span.end
    ]
    report = context.report(best.unit.report)
    opening = report.quote(Span(span.start, items[0].span.start)).strip()
    said = [Said(StatementKind.QUOTE, opening, (citation,))] if opening else []
    return said + [Said(StatementKind.ROW, report.quote(item.span), (citation,)) for item in items]


def _needs_chapter(topic: Sequence[Term]) -> bool:
    return sum(term.known for term in topic) > 1


def _chapter(report: Report, topic: Sequence[Term]) -> str | None:
    """The chapter that a question names, by its heading or another name of its area."""
    if not topic:
        return None
    also = {judgment.area: judgment.also for judgment in report.judgments if judgment.formal}
    chapters = dict.fromkeys(section.chapter for section in report.sections)
    fits = {chapter: name_fit(topic, (chapter, *also.get(chapter, ()))) for chapter in chapters}
    best = max(fits, key=lambda chapter: fits[chapter])
    return best if fits[best] >= FITS else None


def _chapter_before(context: Context, report: Report) -> str | None:
    """The chapter that the answer before was about, where a follow-up names none."""
    return next((one.section[0] for one in context.before if one.report == report.id), None)


def _items(report: Report, label: Label, chapter: str | None) -> list[Citation]:
    """The headings of the findings under a label, or the items of a bare list there."""
    found = []
    for section in report.sections:
        if section.label is not label or (chapter and section.chapter != chapter):
            continue
        bare = [block for block in section.blocks if block.kind is BlockKind.ITEM] or section.blocks
        if _is_label_section(section, label):
            found += [cite(report, section, block.span) for block in bare]
        else:
            found.append(cite(report, section, section.heading))
    return found


def _is_label_section(section: Section, label: Label) -> bool:
    """Whether a section is the label's own, where a list or paragraphs stand under it."""
    return section.path[-1].lower().startswith(label.value.split()[0].rstrip("s")[:6]) and ":" not in section.path[-1]


def _listed(report: Report, label: Label, chapter: str | None, items: Sequence[Citation]) -> list[Said]:
    one, many = _NAMES[label]
    where = f" in {chapter}" if chapter else ""
    head = f"{len(items)} {one if len(items) == 1 else many}{where} ({report.name}):"
    rows = [Said(StatementKind.ROW, f"{number}. {item.quote}", (item,)) for number, item in enumerate(items, 1)]
    return [Said(StatementKind.DIRECT, head, tuple(items[:1]), computed=True), *rows]


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
    last = first
    while last + 1 < len(blocks) and blocks[last + 1].kind is BlockKind.ITEM:
        last += 1
    return Span(start, blocks[last].span.end)


def wants_list(context: Context) -> bool:
    """Whether a question asks for several things."""
    return context.question.asked.type is QuestionType.LIST


def asks_for_each(context: Context) -> bool:
    """Whether a question wants every one of several results."""
    return bool(_EACH.search(context.question.clear))
