"""What a sentence denies: in its main clause, of what is asked, and not only as somebody saw it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.reading.words import STOP_WORDS, stem, stems_of, words_of
from assistant.retrieval.terms import Term, coverage

_NOT = re.compile(
    r"\b(?:not|never|no longer|hasn't|haven't|isn't|aren't|wasn't|weren't|doesn't|don't|didn't|can't|"
    r"couldn't|cannot|can not|won't|wouldn't|unable|no|none of)\b|"
    r"\b(?:failed|lacked|lacks|stopped \w+ing|removed|got(?:ten)? rid of|scrapped|axed|abolished|"
    r"disbanded|yet to)\b|n't\b",
    re.IGNORECASE,
)
_FIRST_ASIDE = re.compile(r"^(?:when|if|where|because|since|after|before|unless|until|once)\b[^,]*, ", re.IGNORECASE)
_ASIDE = re.compile(
    r"\b(?:when|if|because|where|unless|until|although|whose|after|before|since|so that|except)\b.*", re.IGNORECASE
)
"""A clause beside the main one: what it denies, the sentence doesn't."""
_LEAVES_OPEN = re.compile(
    r"^(?:but |however,? |and )?(?:some|several|a few)\b|\b(?:in|of) the other\b|"
    r"\b(?:some|several|a few|many)\b.*\b(?:felt|thought|said|told|believed|know|knew|aware)\b|\b(?:may|might) not\b|"
    r"n't (?:yet )?(?:decided|known|clear|say)\b|\bnot (?:yet )?(?:decided|known|clear)\b|"
    r"\b(?:previously|in the past|formerly|sometimes)\b",
    re.IGNORECASE,
)
"""A view, a doubt or an earlier time, which doesn't deny."""
_PARTS = re.compile(
    r"[;,]\s+(?:and|but|or|while|although|which|who)\s+|\s+and\s+(?=no\b|none\b|not\b)|\s+but\s+", re.IGNORECASE
)
_GOES_ON = re.compile(r"(?:it|they|this|these|instead)\b", re.IGNORECASE)
_ENOUGH = re.compile(r"\b(?:enough|sufficient|adequate)\b((?: [\w'-]+){1,3})", re.IGNORECASE)
"""What there is enough of, or isn't."""
HALF = 0.5
"""How much less of a question than another part of the sentence the denied one may have."""


def denies(text: str) -> bool:
    """Whether a text says not, in its main clause."""
    return bool(_NOT.search(main_clause(text) or text))


def says_not(text: str) -> bool:
    """Whether a text says not, in any of its clauses."""
    return bool(_NOT.search(text))


def main_clause(text: str) -> str:
    """A text without the clause beside its main one."""
    return _ASIDE.sub("", _FIRST_ASIDE.sub("", text))


def leaves_open(text: str) -> bool:
    """Whether a text is a view, a doubt or of an earlier time, which denies nothing."""
    return bool(_LEAVES_OPEN.search(text))


def denies_else(terms: Sequence[Term], text: str) -> bool:
    """Whether what a sentence denies stands in another part of it than what is asked about.

    Args:
        terms: those of the question.
        text: the sentence.
    """
    parts = _PARTS.split(text)
    own = [coverage(terms, frozenset(stems_of(part))) for part in parts]
    denied = [share for share, part in zip(own, parts, strict=True) if _NOT.search(part)]
    return len(parts) > 1 and bool(denied) and max(denied) < HALF * max(own)


def lacks_else(asked: str, text: str) -> bool:
    """Whether it is asked if there is enough of one thing and a sentence tells of another.

    `Enough call takers` isn't denied by `there wasn't enough training`.

    Args:
        asked: the question.
        text: the sentence.
    """
    first, second = (_ENOUGH.findall(one) for one in (asked, text))
    of_else = not any(_content_of(one) & _content_of(other) for one in first for other in second)
    return bool(first and second) and of_else


def _content_of(words: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words_of(words) if word not in STOP_WORDS)


def goes_on_with_denial(lead: str, text: str) -> bool:
    """Whether a sentence goes on with one that denies: `It isn't one of them. It pays for its own team`.

    Args:
        lead: what stands before it.
        text: the sentence.
    """
    before = re.split(r"(?<=[.!?])\s+", lead.replace("\u2019", "'").strip())[-1]
    return bool(_GOES_ON.match(text)) and denies(before)
