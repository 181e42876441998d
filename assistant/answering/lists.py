"""Answers that are complete lists: what stands under a label, the findings of a chapter, the items of a list."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answering.areas_meant import area_meant, two_meant
from assistant.answering.context import Context
from assistant.answering.draft import Said, cite
from assistant.answering.names import name_fit, topic_terms
from assistant.retrieval.terms import Term
from assistant.types import BlockKind, Citation, Label, Report, Section, StatementKind

FITS = 0.5
"""The share of the question's weight that a chapter's name must hold to be the one that is meant."""
NEAR = 3
"""Candidates among which an item of the label has to be that is asked for."""
READS = 2.5
"""What reading gives such an item at least: of seven training questions four were right and read from 3.0, three wrong
and read up to 2.3, two of them below -3."""

_LABELS = (
    (
        re.compile(
            r"\bareas? (?:for|of|(?:that )?needs?|needing) improve?ment\b|\bafis?\b|"
            r"\b(?:needs?|has|have|ought) to (?:improve|work on|do better|get better|be better)\b|"
            r"\b(?:had|got) to improve\b|"
            r"\b(?:should|must) improve\b|\bthings? to improve\b|"
            r"\b(?:told|ask(?:s|ed)?|wants?|wanted|said|expect(?:s|ed)?)\b.{0,30}\bto improve\b|"
            r"\bareas? (?:must|should|does|do|did|has|have|is|are)\b.{0,40}\bimprov(?:e|ing)\b|"
            r"\b(?:needs?|wants?) (?:fixing|mending|improving|sorting)\b|"
            r"\b(?:has|have|had|needs?|got) to (?:be )?(?:fix(?:ed)?|put right|sort(?:ed)? out)\b",
            re.IGNORECASE,
        ),
        Label.AREAS_FOR_IMPROVEMENT,
    ),
    (re.compile(r"\bpromising (?:\w+ )?practices?\b", re.IGNORECASE), Label.PROMISING_PRACTICE),
    (
        re.compile(r"\b(?:innovative|notable|innovation) ?(?:practices?)?\b|\bnew ideas\b", re.IGNORECASE),
        Label.INNOVATIVE_PRACTICE,
    ),
    (re.compile(r"\brecommendations?\b|\brecommended\b|\brecs\b", re.IGNORECASE), Label.RECOMMENDATIONS),
    (re.compile(r"\bcauses? (?:of|for) concerns?\b", re.IGNORECASE), Label.CAUSES_OF_CONCERN),
    (re.compile(r"\b(?:main |key |all |the )?findings\b", re.IGNORECASE), Label.MAIN_FINDINGS),
)
LABEL = r"(?:areas? (?:for|of) improve?ment|afis?|causes? (?:of|for) concern|(?:innovative|promising) practices?)"
"""The names of what inspectors give under a label of its own, as people say them."""
LABEL_NAMED = re.compile(rf"\b{LABEL}\b", re.IGNORECASE)
_PROBLEM = re.compile(
    r"main|key|biggest|major|chief|problems?|concerns?|issues?|weakness(?:es)?|failings?|criticisms?|worries|"
    r"shortcomings?|raised",
    re.IGNORECASE,
)
_PROBLEMS = re.compile(
    r"\bwhat (?:are|were) (?:the |its |their |\w+['\u2019]s )?(?:main|key|biggest|major|chief) "
    r"(?:problems|concerns|issues|weaknesses|failings|criticisms|worries|shortcomings)\b",
    re.IGNORECASE,
)
"""What inspectors find wrong above all they give as areas for improvement."""
_NAMES = {
    Label.AREAS_FOR_IMPROVEMENT: ("area for improvement", "areas for improvement"),
    Label.INNOVATIVE_PRACTICE: ("innovative practice", "innovative practices"),
    Label.PROMISING_PRACTICE: ("promising practice", "promising practices"),
    Label.CAUSES_OF_CONCERN: ("cause of concern", "causes of concern"),
    Label.RECOMMENDATIONS: ("recommendation", "recommendations"),
    Label.MAIN_FINDINGS: ("main finding", "main findings"),
}
_SINGLE = re.compile(
    r"\bdiffer\w*\b|\bcounts? as\b|\bmeans?\b|\bdefin\w+\b|\bwhat(?:'s| is) an? \b|"
    r"\bwhich (?:old |previous )?area for improvement\b|\bclosed\b|\bwhy\b|\bwhen\b|\bby when\b|\bdeadline\b",
    re.IGNORECASE,
)


_SHOULD = re.compile(r"\b(?:should|must|recommend\w*)\b[^.]*:\s*$")
"""What opens a list of things to be done."""
_SPEAKS_OF = re.compile(r"\b(?:about|mention\w*|concern(?:s|ing)?|involv\w+)\b", re.IGNORECASE)
"""Words by which a topic is meant more than a chapter."""


def label_asked(question: str) -> Label | None:
    """The label whose findings a question wants listed; None where it wants something else."""
    label = next((label for pattern, label in _LABELS if pattern.search(question)), None)
    single = _SINGLE.search(question)
    return None if single and not (label is Label.CAUSES_OF_CONCERN and single[0].lower() == "why") else label


def list_statements(context: Context) -> list[Said]:
    """What stands under a label, of one chapter or of the report, with its count; none where no label is asked."""
    text = context.question.clear
    label, topic = _asked(context)
    if label is None:
        return []
    if both := _of_two(context, label, topic):
        return both
    for report in context.reports:
        named = _chapter(report, topic)
        if named and _SPEAKS_OF.search(context.question.clear) and not _items(report, label, named):
            named = None
        chapter = named or (None if topic else _chapter_before(context, report))
        items = _items(report, label, chapter)
        meant = items if chapter else _about(items, topic)
        if meant:
            return _listed(report, label, chapter, meant)
        if named:  # another chapter may be meant by what people say for it: `vulnerable people` for safeguarding
            return _of_area(context, label, topic)
    if topic and label_asked(text) is None:
        return []
    about = any(term.known or _is_about(context.question.clear, term) for term in topic)
    return _of_area(context, label, topic) or ([] if about else _all_listed(context, label))


def _asked(context: Context) -> tuple[Label | None, list[Term]]:
    """The label that a question wants listed, with its topic; what is wrong above all are areas for improvement."""
    text, topic = context.question.clear, topic_terms(context.question.own)
    label = label_asked(text)
    if label or not _PROBLEMS.search(text):
        return label, topic
    return Label.AREAS_FOR_IMPROVEMENT, [term for term in topic if not _PROBLEM.fullmatch(term.text)]


def _is_about(question: str, term: Term) -> bool:
    """Whether a word that no report has is what a list is asked about: `AFIs on horses`."""
    about = rf"\b(?:on|about|regarding|around) (?:the )?{re.escape(term.text)}\b"
    return bool(re.search(about, question, re.IGNORECASE))


def _of_two(context: Context, label: Label, topic: Sequence[Term]) -> list[Said]:
    """What stands under a label in each of two chapters that a question names; none where one has nothing there."""
    lists = [listed_in(report, label, judgment.area) for report, judgment in two_meant(context, topic)]
    return [one for said in lists for one in said] if all(lists) else []


def _of_area(context: Context, label: Label, topic: Sequence[Term]) -> list[Said]:
    """What stands under a label in the chapter of an area that a question means by what people say for it."""
    meant = ((report, area_meant(context, report, topic)) for report in context.reports if topic)
    found = (listed_in(report, label, judgment.area) for report, judgment in meant if judgment and judgment.formal)
    return next(filter(None, found), [])


def _all_listed(context: Context, label: Label) -> list[Said]:
    """All that stands under a label in the newest report that has any."""
    found = ((report, _items(report, label, None)) for report in context.reports)
    return next((_listed(report, label, None, items) for report, items in found if items), [])


def listed_in(report: Report, label: Label, chapter: str) -> list[Said]:
    """What stands under a label in a chapter; none where it has none."""
    items = _items(report, label, chapter)
    return _listed(report, label, chapter, items) if items else []


def has_none(context: Context) -> bool:
    """Whether a label is asked for by name, of a graded chapter of the newest report that has none."""
    label = label_asked(context.question.clear) if LABEL_NAMED.search(context.question.clear) else None
    report = context.reports[0]
    chapter = _chapter(report, topic_terms(context.question.own)) if label else None
    graded = {judgment.area for judgment in report.judgments if judgment.formal}
    return label is not None and chapter in graded and not _items(report, label, chapter)


def list_under_label(context: Context) -> list[Said]:
    """What stands under a label together with one of the best candidates; none where no label is asked for."""
    label = label_asked(context.question.clear)
    reads = (one for one in context.ranked[:NEAR] if one.pair is None or one.pair >= READS)
    unit = next((one.unit for one in reads if label and context.section(one.unit).label is label), None)
    if label is None or unit is None:
        return []
    report, section = context.report(unit.report), context.section(unit)
    items = [item for item in _items(report, label, section.chapter) if item.section == section.path]
    return _listed(report, label, None, items) if items else []


def _chapter(report: Report, topic: Sequence[Term]) -> str | None:
    """The chapter that a question names, by its heading or another name of its area."""
    if not topic:
        return None
    also = {judgment.area: judgment.also for judgment in report.judgments if judgment.formal}
    chapters = dict.fromkeys(section.chapter for section in report.sections)
    fits = {chapter: name_fit(topic, (chapter, *also.get(chapter, ()))) for chapter in chapters}
    best = max(fits, key=lambda chapter: fits[chapter])
    return best if fits[best] >= FITS else None


def _about(items: Sequence[Citation], topic: Sequence[Term]) -> list[Citation]:
    """The items that speak of a topic which is no chapter's name; of a list in one place, all where one does."""
    meant = {item.section for item in items if topic and name_fit(topic, (item.quote,)) >= FITS}
    return [item for item in items if item.section in meant]


def _chapter_before(context: Context, report: Report) -> str | None:
    """The chapter that the answer before was about, where a follow-up names none."""
    return next((one.section[0] for one in context.before if one.report == report.id), None)


def _items(report: Report, label: Label, chapter: str | None) -> list[Citation]:
    """The headings of the findings under a label, or the items of a bare list there."""
    found = []
    inside = [one for one in report.sections if one.label is label and (not chapter or one.chapter == chapter)]
    headed = {one.chapter for one in inside if not _is_label_section(one, label)}
    for section in inside:
        if not _is_label_section(section, label):
            found.append(cite(report, section, section.heading))
            continue
        items = [block for block in section.blocks if block.kind is BlockKind.ITEM]
        # What stands between a label and the headings under it only leads to these.
        bare = items or ([] if section.chapter in headed else section.blocks)
        found += [cite(report, section, block.span) for block in bare]
    return found or (_orders(report, chapter) if label is Label.RECOMMENDATIONS else [])


def _orders(report: Report, chapter: str | None) -> list[Citation]:
    """What a report without a heading for recommendations says should be done, in lists under its causes of concern."""
    found = []
    for section in report.sections:
        if section.label is not Label.CAUSES_OF_CONCERN or (chapter and section.chapter != chapter):
            continue
        ordered = False
        for block in section.blocks:
            ordered = ordered if block.kind is BlockKind.ITEM else bool(_SHOULD.search(report.quote(block.span)))
            found += [cite(report, section, block.span)] if ordered and block.kind is BlockKind.ITEM else []
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
