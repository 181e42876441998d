"""What a question wants said of its topic: what is wrong with it, what is done about it, how it changed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.reading.words import stems_of
from assistant.retrieval.changed import CHANGE_TOLD, asks_change
from assistant.retrieval.cues import asks
from assistant.retrieval.terms import Term, coverage

Told = re.Pattern[str]

OTHER = 1.0
"""How much less a sentence counts that says something else of the topic; from the training questions."""
TOLD_BEFORE = re.compile(
    r"\b(?:enduring|long-?standing|(?:in|from|at|since|after) (?:our|the) (?:last|previous|20\d\d[\w/\u2013-]*)|"
    r"(?:last|previous|earlier) (?:inspection|report|visit)|first (?:told|raised|reported|identified)|"
    r"(?:same|this) (?:issue|finding|problem|point) (?:in|was)|repeated(?:ly)?)\b",
    re.IGNORECASE,
)
_TOLD = {
    "what is wrong": re.compile(
        r"^(?:however|but)\b|\b(?:should|needs? to|must|not|never|lack\w*|limited|gaps?|delays?|backlogs?|challenges?|"
        r"issues?|concern\w*|poor\w*|weak\w*|fail\w*|warn\w*|left out|too (?:few|many|long|slow)|without|less|"
        r"inconsisten\w+|unclear|unaware)\b|n't\b",
        re.IGNORECASE,
    ),
    "told before": TOLD_BEFORE,
    "is there any": re.compile(r"^(?!.*\b(?:should|must|needs? to)\b)", re.IGNORECASE),
    "what is done": re.compile(
        r"\b(?:introduc\w+|set up|creat\w+|recruit\w+|train\w*|develop\w+|put in place|start\w*|begun|began|launch\w*|"
        r"implement\w*|pilot\w*|recognis\w+|acknowledg\w+|plan(?:s|ned)?|since|improv\w+|invest\w+|address\w*|"
        r"working (?:to|on)|intends?|now|new|changed?|moved|added|bought|reminded?|agreed)\b",
        re.IGNORECASE,
    ),
}
_OF_THOSE = re.compile(r"^of (?:those|these|them|the)\b(?P<whom>[^,]*),(?P<said>.*)$", re.IGNORECASE | re.DOTALL)
OF_SOME = 0.3
"""The share of the question's weight of which a sentence has to say so much of some, beside naming whom it counts."""


def counts_some(terms: Sequence[Term], sentence: str) -> bool:
    """Whether a sentence counts some of those that a question counts: `Of those with wrong codes, 9 of 24 were ...`."""
    found = _OF_THOSE.match(sentence)
    if found is None:
        return False
    whom, said = (coverage(terms, frozenset(stems_of(found[part]))) for part in ("whom", "said"))
    return whom > said and said < OF_SOME


def wanted_by(question: str) -> list[Told]:
    """What a sentence has to say for a question that wants one of these; nothing for any other.

    Args:
        question: in lower case, with straight quotes.
    """
    change = [CHANGE_TOLD] if asks_change(question) else []
    return change + [told for cue, told in _TOLD.items() if asks(cue, question)]


def beside_the_point(wanted: Sequence[Told], sentence: str) -> float:
    """How much less a sentence counts that doesn't say what is wanted; 0 where it does or nothing is."""
    text = sentence.replace("\u2019", "'")
    return sum(OTHER for told in wanted if not told.search(text))
