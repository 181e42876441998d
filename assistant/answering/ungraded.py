"""Chapters that inspectors give no grade, such as the service to victims of crime."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from assistant.answering.draft import Said, cited_where
from assistant.answering.names import name_fit
from assistant.reading.words import stems_of
from assistant.retrieval.terms import Term, matched
from assistant.types import Report, StatementKind

NAMES = 0.85
"""The share of a topic's weight that such a chapter's name has where it is the one that is meant."""
GRADED = 0.6
"""The share of a topic's terms that a graded area's name has where that is the one that is meant."""
_UNGRADED = re.compile(
    r"(?:\b(?:not|no|never)|n['\u2019]t)\b(?: \w+){0,4} grad(?:e[ds]?|ing)\b|\bungraded\b", re.IGNORECASE
)


def tells_no_grade(text: str) -> bool:
    """Whether a text says that something is given no grade."""
    return bool(_UNGRADED.search(text))


def ungraded_statements(report: Report, topic: Sequence[Term], graded: Sequence[str]) -> list[Said]:
    """What a report says of the grade that a chapter isn't given; none where no such chapter is meant.

    Args:
        report: the report.
        topic: what the grade is asked of.
        graded: the names of the area that it may mean else.
    """
    areas = {name.lower() for judgment in report.judgments for name in (judgment.area, *judgment.also)}
    ungraded = {section.chapter for section in report.sections if section.chapter.lower() not in areas}
    meant = {chapter for chapter in ungraded if _is_meant(chapter, topic, graded)}
    quotes = (one for one in cited_where(report, tells_no_grade) if one.section[0] in meant) if meant else iter(())
    return [Said(StatementKind.QUOTE, f"\u201c{quote.quote}\u201d", (quote,)) for quote in islice(quotes, 1)]


def _is_meant(chapter: str, topic: Sequence[Term], graded: Sequence[str]) -> bool:
    """Whether a topic is a chapter's name, or has a word of it that the area's names lack."""
    own, others = (frozenset(stems_of(" ".join(names))) for names in ((chapter,), graded))
    if sum(bool(matched(term, others)) for term in topic) >= GRADED * len(topic):
        return False
    alone = any(own.issuperset(term.options[0][0]) and not matched(term, others) for term in topic)
    return bool(topic) and (name_fit(topic, (chapter,)) >= NAMES or (bool(graded) and alone))
