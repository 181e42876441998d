"""What a sentence says that it leaves out: `all reported crime, excluding fraud` tells nothing of fraud."""

from __future__ import annotations

import re

from assistant.reading.words import stems_of
from assistant.retrieval.question import Question
from assistant.retrieval.terms import Term, matched

_LEAVES_OUT = re.compile(
    r"\b(?:excluding|except(?: for)?|other than|apart from|not (?:including|counting)|leaving out|excludes?)\s+"
    r"(?P<what>[\w\u2019'-]+(?: (?!and\b|but\b|is\b|are\b|was\b|were\b)[\w\u2019'-]+)?)",
    re.IGNORECASE,
)

_MAY = re.compile(r"(?:can|could|may)\b|(?:is|are|was|were)\b.*\b(?:allowed|able|permitted|free) to\b", re.IGNORECASE)


def left_out(question: Question, sentence: str) -> list[Term]:
    """The terms of a question that a sentence leaves out, unless the question speaks of leaving out itself.

    Whether something may be is answered by what it may not: `can work everywhere, except as firearms officers`.
    """
    if _MAY.match(question.clear):
        return []
    what = [found["what"] for found in _LEAVES_OUT.finditer(sentence)]
    if not what or _LEAVES_OUT.search(question.clear):
        return []
    out, said = frozenset(stems_of(" ".join(what))), frozenset(stems_of(_LEAVES_OUT.sub(" ", sentence)))
    return [term for term in question.own if matched(term, out) and not matched(term, said)]
