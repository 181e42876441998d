"""Two cycles of one force side by side: the best sentence of each report, asked without the times that are compared."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answering.context import Context
from assistant.indexing.periods import MONTH
from assistant.reading.words import STOP_WORDS, words_of
from assistant.retrieval.carried import without_carried
from assistant.retrieval.changed import asks_change, tells_change
from assistant.retrieval.ranked import Ranked
from assistant.types import FigureKind

READS = -3.0
"""What reading has to give the best candidate of each report, asked of that report alone."""
READS_WELL = 2.0
"""The same where a question names no cycle, and asks if something changed."""
FEWEST = 2
"""Words with a meaning that have to be left."""
_OF_ONE_CYCLE = re.compile(
    r"\b(?:now|still|today|currently|latest|then|since|both|compar\w+)\b|\b20\d\d\b.*\b20\d\d\b|"
    r"\b(?:up|down|better|worse|more|fewer|higher|lower|improved) (?:on|from|than(?: in)?) 20\d\d\b|"
    r"\b(?:v|vs|versus)\b",
    re.IGNORECASE,
)
"""What sets a cycle that is named beside another."""
_OF_NO_CYCLE = re.compile(
    r"\bthen (?:and|&|vs?\.?|versus) now\b|\bnow and then\b|"
    r"\b(?:both|the two)(?: \w+)? (?:reports|inspections|cycles|years)\b",
    re.IGNORECASE,
)
_TIME = (
    rf"(?:the )?(?:{MONTH} 20\d\d|20\d\d(?:[\u2013/-](?:20)?\d\d)?|now|today|then|(?:latest|last|newest|old|previous) "
    r"(?=report|inspection|cycle|one))(?: ?(?:reports?|inspections?|cycle|one)\b)?"
)
_SIDE_BY_SIDE = re.compile(
    rf"\s*[,;:\u2013-]?\s*\b(?:in |for |from |between |since )?{_TIME}\s*"
    rf"(?:vs?\.?|versus|against|and|to|&|compared (?:to|with))\s*(?:in |for |that of )?{_TIME}",
    re.IGNORECASE,
)
_BESIDE = re.compile(rf"\s*,?\s*\b(?:since|compar\w+ (?:to|with)|than|from|in|for|on) (?:in )?{_TIME}", re.IGNORECASE)


def best_of_each(context: Context) -> list[Ranked]:
    """The best candidate of each report, where a question sets two cycles of one force side by side.

    None where one of the reports has no sentence that reads as its answer.
    """
    named = bool(context.question.scoped.cycles) and _OF_ONE_CYCLE.search(context.question.clear)
    named = named or _OF_NO_CYCLE.search(context.question.clear)
    if len(context.reports) < 2 or not (named or _asks_untold_change(context)):
        return []
    asked = _of_one(context)
    firsts = [ranked[0] for report in context.reports if (ranked := context.within(asked, report).ranked)]
    read = [one for one in firsts if one.pair is None or one.pair >= (READS if named else READS_WELL)]
    pair = sorted(read, key=lambda one: one.unit.report, reverse=True)[:2]
    return pair if len(pair) > 1 and (named or _gives_alike(pair)) else []


def _asks_untold_change(context: Context) -> bool:
    """Whether it is asked if something changed and the best sentence doesn't tell, as two reports may."""
    return asks_change(context.question.clear) and not tells_change(context.ranked[0].unit.text)


def _gives_alike(pair: Sequence[Ranked]) -> bool:
    """Whether two sentences give figures of the same kind."""
    first, second = (frozenset(f.kind for f in one.unit.figures if f.kind is not FigureKind.DATE) for one in pair)
    return bool(first & second)


def _of_one(context: Context) -> str:
    """What a question asks of each report, in its own words and those that a follow-up took over."""
    question = context.question
    whole = without_carried(question.clear) if question.own == question.terms else question.encoded
    shorter = _BESIDE.sub(" ", _SIDE_BY_SIDE.sub(" ", whole))
    return shorter if sum(word not in STOP_WORDS for word in words_of(shorter)) >= FEWEST else whole
