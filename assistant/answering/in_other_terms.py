"""What was told, in other terms of its own sentence: `how many people was that` after 68 percent of respondents."""

from __future__ import annotations

import re

from assistant.answering.context import Context
from assistant.answering.draft import Said
from assistant.answering.figures import direct_of
from assistant.types import FigureKind, StatementKind

_OPENS = r"^(?:and |so |ok(?:ay)? |but )*"
_THAT = r"(?:is|was|are|were) (?:that|it|this|those|they)(?: in (?:total|all|numbers))?\W*$"
_COUNT_ASKED = re.compile(rf"{_OPENS}how many (?!percent\b)(?:\w+ ){{0,2}}{_THAT}", re.IGNORECASE)
_SHARE_ASKED = re.compile(
    rf"{_OPENS}what (?:percent(?:age)?|%|share|proportion)(?: of \w+)? {_THAT}|"
    rf"{_OPENS}(?:and )?(?:as|in) an? (?:percentage|share|proportion|percent|%)\W*$",
    re.IGNORECASE,
)

PAIR = 2
"""Figures of which one tells the other in other terms: `68.2 percent of respondents (703 of 1,031)`."""


def same_in_other_terms(context: Context) -> list[Said]:
    """The count or the share that the sentence cited first gives beside what was told; none where neither is asked."""
    asked = context.question.alone
    kind = FigureKind.SHARE if _COUNT_ASKED.match(asked) else FigureKind.PERCENT if _SHARE_ASKED.match(asked) else None
    if not context.before or kind is None:
        return []
    first = context.before[0]
    told = next(
        (one.unit for one in context.ranked if (one.unit.report, one.unit.span) == (first.report, first.span)), None
    )
    figures = [one for one in told.figures if one.kind is kind] if told else []
    shares = [one for one in told.figures if one.kind in (FigureKind.PERCENT, FigureKind.SHARE)] if told else []
    if told is None or len(figures) != 1 or len(shares) != PAIR:
        return []
    direct = direct_of(context, told, figures[0])
    quote = Said(StatementKind.QUOTE, f"\u201c{told.text}\u201d", (context.cite(told),))
    return [Said(StatementKind.DIRECT, direct.text, direct.proof), quote]
