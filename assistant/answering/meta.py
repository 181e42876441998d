"""Questions about the report itself: when it was published, who inspected, where the last answer stands."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answering.context import Context
from assistant.answering.draft import Said, cite
from assistant.reading.sentences import sentences_of
from assistant.types import Citation, Report, Section, Span, StatementKind, Turn

_PUBLISHED = re.compile(
    r"\b(?:when (?:was|is|were|did) .*(?:publish\w*|released?|come out|came out|updated)|publication date|"
    r"date of (?:the )?(?:report|publication)|how old is|last updated|(?:what|which) (?:date|month|"
    r"year) .*publish\w*|(?:date|month|year) (?:\w+ ){0,4}(?:publish\w*|publication|released?|came out|is from)|"
    r"publication (?:date|month|year)|(?:published|came out) when)\b|\b(?:what|which|when) .*(?:come|came) out\??$",
    re.IGNORECASE,
)
_INSPECTOR = re.compile(
    r"\bwho (?:wrote|signed|inspected|authored|carried out|did|is behind|led)\b.*\b(?:report|inspection|"
    r"it|summary|force)\b|\bwho inspected\b|"
    r"\bwho(?: is|'s| was|s)\b.*\b(?:inspector|hmi)\b|\bname .*\b(?:inspector|hmi)\b|"
    r"\binspector.s name\b|\bwhich (?:hmi|inspector)\b",
    re.IGNORECASE,
)
_RANK = re.compile(
    r"\b(?:chief|detective) inspectors?\b|\binspector (?:rank|level|or above|and above)\b|\branks? of inspector\b",
    re.IGNORECASE,
)
"""Officers of the force and not whose report it is."""
_COMPARABLE = re.compile(
    r"\b(?:grades?|judge?ments?|ratings?|cycles?|inspections?|rounds?|reports?|marks?|the two|they|these)\b.*"
    r"\b(?:comparable|(?:be )?compared(?!.*\b(?:forces?|median|national\w*|average|country)\b)|"
    r"line[d]? (?:\w+ ){0,3}up|set (?:against|beside)|side by side)\b|"
    r"\b(?:can|could|may|should(?:n.t)?|why can.t|cannot|can.t|fair|ok|okay|right) (?:\w+ ){0,3}"
    r"(?:compare|set|put|line|stack) (?:\w+ ){0,4}(?:grades?|judge?ments?|ratings?|cycles?|marks?|results?)\b|"
    r"\b(?:can|could|may) (?:i|we|you|one) (?:say|claim|tell|conclude)\b.*\b(?:grades?|ratings?)\b|"
    r"\bby comparing (?:\w+ ){0,4}(?:grades?|judge?ments?|ratings?|cycles?|marks?)\b",
    re.IGNORECASE,
)
_WHERE = re.compile(
    r"\b(?:which|what) (?:section|chapter|part|bit|page|heading|report)\b.*\b(?:that|it|this|from|in)\b|"
    r"\bwhere (?:is|was|does|did) (?:that|it|this) (?:from|stand\w*|written|said|say|found|come from)\b|"
    r"\bwhere (?:is|was) (?:that|it|this)\?*$|\bwhere(?:'s| is) that from\b|\bsource\?*$",
    re.IGNORECASE,
)
_CAUTION = re.compile(
    r"\b(?:can.t|cannot|can not|isn.t|is not|aren.t|are not|not|shouldn.t|should not)\b[^.]*\b"
    r"(?:compar\w+|(?:set|read|put|held|placed)\b[^.]*\b(?:against|beside|next to|alongside))\b",
    re.IGNORECASE,
)
_OF_CYCLES = re.compile(r"\b(?:grades?|judge?ments?|cycles?)\b", re.IGNORECASE)
_REASON = re.compile(r"(?:this|that) is because|because|the reason", re.IGNORECASE)


def meta_statements(context: Context) -> list[Said]:
    """Statements about the newest report in scope: its publication, its inspector; none where neither is asked."""
    text = _RANK.sub("", context.question.clear)
    for pattern, find in ((_PUBLISHED, _publication), (_INSPECTOR, _inspector), (_COMPARABLE, comparability)):
        if pattern.search(text):
            return next((said for report in context.reports if (said := find(report))), [])
    return []


def asks_comparable(question: str) -> bool:
    """Whether a question asks if grades may be compared with those of another cycle, held or not."""
    return bool(_COMPARABLE.search(question))


def asks_where(question: str) -> bool:
    """Whether a follow-up asks where the last answer stands."""
    return bool(_WHERE.search(question)) and len(question.split()) <= 12


def where_statements(turns: Sequence[Turn], reports: Sequence[Report]) -> list[Said]:
    """Where the newest answer's first citation stands: report, page where it has pages, chapter, finding."""
    cited = next((turn.answer.citations[0] for turn in reversed(turns) if turn.answer.citations), None)
    report = next((report for report in reports if cited and report.id == cited.report), None)
    if cited is None or report is None:
        return []
    path = " \u203a ".join(dict.fromkeys(cited.path(report.name)))
    return [
        Said(StatementKind.DIRECT, f"{path}.", (cited,)),
        Said(StatementKind.QUOTE, f"\u201c{cited.quote}\u201d", (cited,)),
    ]


def _publication(report: Report) -> list[Said]:
    """The line that dates the report."""
    year, _, month = report.metadata.published.partition("-")
    lines = re.finditer(r"^.*(?:last updated|published|\u00a9).*$", report.text, re.IGNORECASE | re.MULTILINE)
    for found in lines:
        if year and year in found[0] and len(found[0]) < 120 and (month or found):
            return _quoted(report, Span(*found.span()))
    return []


def _inspector(report: Report) -> list[Said]:
    name = report.metadata.inspector
    start = report.text.find(name) if name else -1
    if start < 0:
        return []
    found = re.compile(r"[^\n]+(?:\n+(?:HM|His Majesty.s|Her Majesty.s)[^\n]*)?").match(report.text, start)
    return _quoted(report, Span(start, found.end() if found else start + len(name)))


def comparability(report: Report) -> list[Said]:
    """The report's own caution about comparing its grades with those of another cycle, with the sentence after it."""
    for section in report.sections:
        for block in section.blocks:
            spans = list(sentences_of(report, block))
            at = next((n for n, span in enumerate(spans) if _is_caution(report.quote(span))), None)
            if at is not None:
                after = spans[at + 1 : at + 2]
                reason = [span for span in after if _REASON.match(report.quote(span))]
                return [one for span in [spans[at], *reason] for one in _quoted(report, span)]
    return []


def _is_caution(text: str) -> bool:
    return bool(_CAUTION.search(text) and _OF_CYCLES.search(text))


def _quoted(report: Report, span: Span) -> list[Said]:
    proof = _cited(report, span)
    return [Said(StatementKind.QUOTE, f"\u201c{proof.quote}\u201d", (proof,))] if proof else []


def _cited(report: Report, span: Span) -> Citation | None:
    section = next((section for section in report.sections if _inside(section, span)), None)
    return cite(report, section, span) if section else None


def _inside(section: Section, span: Span) -> bool:
    return bool(section.blocks) and section.heading.start <= span.start and span.end <= section.blocks[-1].span.end
