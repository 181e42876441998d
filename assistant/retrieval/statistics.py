"""What a count counts, and which statistics a text speaks of."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.reading.words import joined, stems_of

KEPT = 16_384
"""Texts whose statistics are kept for the next question."""

_HEAD = re.compile(
    r"\b(?:how many|number of|no\.? of|count of|headcount of|total(?: number of)?)\s+((?:(?!(?:of|did|does|do|were|was|"
    r"are|is|have|has|had|in|at|on|for|by|with|from|that|who|which|got|get|per|to|can|could|should|will|"
    r"would|under|during|over|between|and)\b)[\w'-]+\s*){1,4})",
    re.IGNORECASE,
)
_PHRASE = re.compile(
    r"^(?!(?:what|which|who|why|when|where|how|is|are|was|were|did|does|do|has|have|had|can|any|list|name|"
    r"give|show|tell)\b)([\w'-]+(?: [\w'-]+)?) (?:in|of|at|on|from|who|that|for|with)\b",
    re.IGNORECASE,
)
_STATISTICS = {
    "average": re.compile(
        r"\baverage\b|\b(?:the|a|an|its|their|or|median|\w+['\u2019]s) mean\b|^mean\b|\bmean (?:was|is) (?!that\b)|"
        r"\bmean (?:waits?|times?|numbers?|rates?|ages?|lengths?|response|duration|scores?|figure|value)\b",
        re.IGNORECASE,
    ),
    "median": re.compile(r"\bmedian\b", re.IGNORECASE),
    "range": re.compile(r"\b(?:typical range|normal range|upper|lower bound|bounds?)\b", re.IGNORECASE),
    "extreme": re.compile(
        r"\b(?:longest|shortest|maximum|minimum|(?:highest|lowest)(?![ -](?:risk|harm|priority))|oldest|"
        r"worst(?! (?:\d|of it|ratings?|grades?|scores?|marks?))|"
        r"best performing|slowest|fastest|"
        r"quickest|busiest|quietest|peak(?:s|ed)?)\b",
        re.IGNORECASE,
    ),
    "target": re.compile(r"\b(?:targets?|standards?|expected|expects?|aims?)\b", re.IGNORECASE),
    "change": re.compile(
        r"\b(?:up|down|ris(?:e|en|ing)|rose|f[ae]ll(?:en|ing)?|increas\w+|decreas\w+|grew|grown|growth|"
        r"chang\w+|drop\w*|reduc\w+|compared|more than (?:the|last)|fewer than (?:the|last)|improv\w+|"
        r"previous|earlier|before)\b",
        re.IGNORECASE,
    ),
    "margin": re.compile(r"\b(?:margin|confidence (?:interval|level|limit)s?|plus or minus)\b|\+/-", re.IGNORECASE),
    "share": re.compile(r"%|\b(?:per ?cent(?:age)?|proportion|pct|share)\b", re.IGNORECASE),
}


def head_of(question: str) -> tuple[str, ...]:
    """What a question counts, as stems: `how many young people joined` counts `young people`."""
    question = joined(question)
    found = _HEAD.search(question) or _PHRASE.match(question)
    return tuple(stems_of(found[1])) if found else ()


@lru_cache(maxsize=KEPT)
def statistics_in(text: str) -> frozenset[str]:
    """The sorts of statistic that a text speaks of."""
    return frozenset(name for name, pattern in _STATISTICS.items() if pattern.search(text))
