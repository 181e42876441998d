"""A question without the force and the report that it is asked of: they choose what is searched, and no sentence.

A sentence of Kent's report says `the force`, or nothing of the sort: `for Kent, according to the latest report` would
only stand between what is asked and what answers it.
"""

from __future__ import annotations

import re

from assistant.reading.forces import FORCES
from assistant.reading.words import STOP_WORDS, words_of
from assistant.retrieval.carried import CARRIED
from assistant.retrieval.scope import Scoped

FEWEST = 2
"""Words with a meaning that have to be left: `grades for Kent` and `how good is Kent` stay as they are."""
_END = rf"(?=[\s?.!]*(?:{CARRIED}\s*)*$)"
"""The end of a question, but for what a follow-up took over."""
_SOURCE = (
    r"(?:(?:according to|as per|per|going by|based on|in|from) (?:the|this|that|their|its|your) "
    r"(?:(?:[\w\u2019']+['\u2019]s|latest|newest|newer|new|most recent|current|20\d\d(?:[\u2013/-]\d\d)?|peel|hmicfrs|"
    r"inspection) )*(?:reports?|text|document|page|inspection|inspectors|hmicfrs)|"
    r"(?:that|which) the (?:20\d\d|old|older|new|newest|latest) (?:report|page|inspection|one) "
    r"(?:mentions|mentioned|gives|gave|quotes)|"
    r"(?:according to|as per|per|going by) (?:hmicfrs|hmic|(?:the )?inspectors?|(?:the )?inspectorate))"
)
_BACK = r"(?:(?:going |coming |and )?back to|return(?:ing)? to)"
_ONE = r"(?:the )?(?:new|newest|latest|current|old|older|20\d\d) (?:one|report|inspection)"
_OPENS_WITH_SOURCE = re.compile(
    rf"^(?:{_SOURCE}\b\s*[,:]?\s+|(?:{_BACK} |in |for |from )?{_ONE}\s*[,.:]\s*)(?=\w)", re.IGNORECASE
)
_ENDS_WITH_SOURCE = re.compile(rf",?\s+{_SOURCE}{_END}", re.IGNORECASE)
_ENDS_WITH_NOW = re.compile(
    rf",?\s+(?:currently|at the moment|at present|right now|nowadays|these days){_END}", re.IGNORECASE
)
_ASKS = re.compile(
    r"^(?:who|what|which|why|when|where|how|is|are|was|were|did|does|do|has|have|had|can|could|will|would|should)",
    re.IGNORECASE,
)


def without_where(question: str, scoped: Scoped) -> str:
    """A question without the one force and the report, or that it is now, at its start or end, where enough is left.

    Args:
        question: with its slips mended.
        scoped: what it names.
    """
    patterns = [_ENDS_WITH_NOW, _OPENS_WITH_SOURCE, _ENDS_WITH_SOURCE, *_of_force(question, scoped)]
    # Twice, since what ends a question may come to its end by what is left away.
    for pattern in [*patterns, *patterns]:
        shorter = pattern.sub("", question, count=1)
        if len([word for word in words_of(shorter) if word not in STOP_WORDS]) >= FEWEST:
            question = shorter
    return question


def _of_force(question: str, scoped: Scoped) -> list[re.Pattern[str]]:
    """What names the one force of a question at its start or end: `Kent:`, `for Kent Police`; after a phrase `kent`."""
    if len(scoped.forces) != 1:
        return []
    name = scoped.forces[0]
    names = rf"(?:{'|'.join(map(re.escape, (name, *FORCES.get(name, ()))))})(?: (?:police|constabulary))?"
    joined = r"(?:,|,?\s+(?:in|for|at|by))" if _ASKS.match(question) else r"(?:,|,?\s+(?:in|for|at|by)|)"
    return [
        re.compile(rf"^(?:{_BACK} |(?:in|for|at) )?{names}\s*(?:[:,.]|[\u2013\u2014-](?=\s))\s*(?=\w)", re.IGNORECASE),
        re.compile(rf"{joined}\s+{names}{_END}", re.IGNORECASE),
    ]
