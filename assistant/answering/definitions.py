"""What a word means: the sentence in which the report says so."""

from __future__ import annotations

import re

from assistant.answering.context import Context
from assistant.answering.draft import Said
from assistant.reading.words import stems_of
from assistant.retrieval.lexicon import long_forms
from assistant.retrieval.ranked import Ranked
from assistant.types import StatementKind

_ASKED = re.compile(
    r"\bwhat (?:does|do|did) (?:the (?:word|term|letters|phrase)s? )?(?P<a>.+?) (?:actually |really )?"
    r"(?:mean|stand for)\b|"
    r"\bwhat (?:do|does|did) (?:\w+ ){1,3}mean by (?P<b>.+)|\bwhat(?:'s| is| are) meant by (?P<c>.+)|"
    r"\bwhat (?:counts|qualifies) as (?P<d>.+)|\b(?:meaning|definition) of (?P<e>.+)|^(?P<f>[\w &'-]+) meaning\b|"
    r"^(?P<j>[\w&]+)(?:[:,]| -)? (?:full name|in full|spelt out|(?:is )?(?:short|abbreviation) (?:for|of) what)\b|"
    r"\b(?:full name|long form) (?:of|for) (?P<k>[\w&]+)|\bwhat(?:'s| is) (?P<l>[\w&]+) (?:short for|in full)\b|"
    r"^(?P<i>[\w&]+)[:,]? (?:- )?what do(?:es)? (?:the letters|the initials|it|that) (?:mean|stand for)\b|"
    r"\bdefine (?P<g>.+)|\bsays (?P<h>.+?),? what does (?:it|that) mean\b",
    re.IGNORECASE,
)
_LETTERS = re.compile(
    r"\bstands? for\b|\b(?:letters|initials|acronym|full name|in full|long form|short for)\b", re.IGNORECASE
)
_SAYS = re.compile(
    r"\b(?:means?|meaning|is (?:when|where|a|an|the)|are (?:those|the|people)|stands? for|refers? to|describes?|"
    r"is defined|counts? as|known as)\b",
    re.IGNORECASE,
)
NEAR = 40
"""Candidates among which the sentence has to be."""
WORDS = 7
"""Words in which a sentence that explains a word comes to it."""


def asks_meaning(question: str) -> bool:
    """Whether a question asks what a word means."""
    return bool(_ASKED.search(question))


def asks_letters(question: str) -> bool:
    """Whether a question asks what letters stand for that the field's own short forms don't hold."""
    return bool(_LETTERS.search(question)) and _word(question).lower() not in long_forms()


def _word(question: str) -> str:
    """The word that a question asks the meaning of."""
    found = _ASKED.search(question.replace("\u2019", "'"))
    return next(filter(None, found.groups()), "") if found else ""


def definition_statements(context: Context) -> list[Said]:
    """The sentence that says what the word asked for means; none where no sentence does."""
    word = _word(context.question.clear)
    in_full = [one for one in context.ranked[:NEAR] if word and _spells_out(word, one.unit.text)]
    term = frozenset(stems_of(word))
    fitting = in_full or [one for one in context.ranked[:NEAR] if term and _explains(one, term, context)]
    return [Said(StatementKind.QUOTE, f"\u201c{one.unit.text}\u201d", (context.cite(one.unit),)) for one in fitting[:1]]


def _spells_out(word: str, text: str) -> bool:
    """Whether a text has a word in brackets behind what it stands for, or letters before: `THRIVE (threat, harm)`."""
    before = word.isalpha() and re.search(rf"\b{word.upper()} \(", text)
    return bool(before) or f"({word})".lower() in text.lower()


def _explains(one: Ranked, term: frozenset[str], context: Context) -> bool:
    said = _SAYS.search(one.unit.text)
    if not said:
        return False
    before = stems_of(one.unit.text[: said.start()])
    return len(before) <= WORDS and all(_named(stem, before, context) for stem in term)


def _named(stem: str, told: list[str], context: Context) -> bool:
    """Whether a stem of the word asked for, or another name of it, stands among stems."""
    terms = [t for t in context.question.terms if stem in t.options[0][0]]
    return stem in told or any(all(one in told for one in option) for t in terms for option, _ in t.options)
