"""Whether a sentence counts, or names, something else than the question wants counted or named."""

from __future__ import annotations

import re

from assistant.reading.numbers import numbers_in
from assistant.reading.words import stem, stems_of
from assistant.retrieval.named_numbers import NAMES_ASKED
from assistant.retrieval.question import Question
from assistant.retrieval.terms import matched
from assistant.retrieval.view import View
from assistant.types import BlockKind, FigureKind

_SURVEY = re.compile(r"\brespondents?\b", re.IGNORECASE)
_SURVEY_ASKED = re.compile(
    r"\b(?:survey\w*|respon\w+|said|says?|saying|told|fe[le]+t?|feel\w*|think\w*|thought|reckon\w*|believ\w*|agree\w*|want\w*|"
    r"plan\w*|happy|unhappy|satisf\w*|support\w*|well-?being|manag\w+|confiden\w+|trust\w*|fill\w*|took part|answer\w*|"
    r"repl\w+|report\w*|stay\w*|leav\w+|intend\w*|actively|asked|polled|complet\w+|had|experienc\w+|witness\w*)\b",
    re.IGNORECASE,
)
"""What people say of themselves is counted by surveys; what a force has isn't."""
_ENUMERATES = re.compile(
    r":|\b(?:including|such as|namely|first(?:ly)?|called|named)\b|\w+, [^,.]+,? (?:and|or) ", re.IGNORECASE
)
"""What gives the things themselves, or begins to."""
_WORKFORCE = frozenset(
    stems_of(
        "police officers staff employees people personnel workforce full-time equivalent FTE cops work employ force"
    )
)
_SAMPLED = re.compile(r"\b(?:cases|records|files|reviews)$")
"""What inspectors count in a sample: `in 48 of the 50 cases` tells of victims where it speaks of them."""
_DID_SO = re.compile(r"\b(?:did|does|done|doing) (?:so|this|that)\b", re.IGNORECASE)
"""What tells how often the sentence before was done."""
_RIGHT = re.compile(r"\b(?:right|correct(?:ly)?|proper(?:ly)?|accurate(?:ly)?|appropriate(?:ly)?)\b", re.IGNORECASE)
_OF_WRONG = re.compile(
    r"\b(?:of|in|among) (?:those|these|the \w+) (?:\w+ )?(?:with|that (?:had|were)|which (?:had|were)) (?:an? |the )?"
    r"(?:incorrect|wrong|improper|inaccurate|inappropriate|poor)\w*\b",
    re.IGNORECASE,
)
"""What counts some of the wrong ones says nothing of how many are right."""
_DENIED = re.compile(
    r"\b(?:(?:was|were|is|are|did|do|does|has|have|had)(?:n['\u2019]t| not)|never) (?:been )?(?P<verb>[a-z]+)",
    re.IGNORECASE,
)
_DENIES = re.compile(
    r"n['\u2019]t\b|\b(?:not|never|no|none|nobody|only|just|without|un\w+|under-?\w+|fail\w*|miss\w*|lack\w*|short\w*|"
    r"other|rest|remain\w*|should)\b",
    re.IGNORECASE,
)
"""Words of a sentence that may tell of those which weren't."""
_NAMED = 2
"""Words of what is counted that say which sort of it."""


def is_of_a_survey(question: Question, view: View) -> bool:
    """Whether people are counted and the sentence counts those who gave an answer to a survey."""
    counts = question.asked.figure in (FigureKind.COUNT, FigureKind.SHARE) and bool(question.head)
    return counts and bool(_SURVEY.search(view.unit.text)) and not _SURVEY_ASKED.search(question.clear)


def counts_something_else(question: Question, view: View) -> bool:
    """Whether a bare `how many victims` meets a sentence that counts something else."""
    bare = question.asked.figure is FigureKind.COUNT and len(question.terms) == 1 and question.head
    if not bare or view.unit.kind is BlockKind.ROW:
        return False
    term, told = question.terms[0], view.stems
    if any(figure.kind is FigureKind.SHARE and _SAMPLED.search(figure.noun) for figure in view.unit.figures):
        return not matched(term, told | view.last_lead if _DID_SO.search(view.unit.text) else told)
    nouns = [frozenset(stems_of(figure.noun)) for figure in view.unit.figures if figure.kind is not FigureKind.DATE]
    nouns = [
        noun | told if noun.intersection(question.head[:1]) else noun for noun in nouns
    ]  # `742 assaults on officers`
    return not any(matched(term, noun) for noun in nouns)


def counts_some_of_the_wrong(question: Question, view: View) -> bool:
    """Whether it is asked how many are right and the sentence counts some of those that are wrong."""
    asked = question.asked.wants_figure and not question.asked.yes_no and _RIGHT.search(question.clear)
    return bool(asked) and bool(_OF_WRONG.search(view.unit.text))


def counts_those_that_were(question: Question, view: View) -> bool:
    """Whether it is asked how many weren't, and the sentence counts how many were: `it recorded 19,444`."""
    denied = _DENIED.search(question.clear)
    counted = question.asked.figure is FigureKind.COUNT and not question.asked.yes_no
    if not counted or denied is None or view.unit.kind is BlockKind.ROW or _DENIES.search(view.unit.text):
        return False
    shares = any(figure.kind in (FigureKind.SHARE, FigureKind.PERCENT) for figure in view.unit.figures)
    return not shares and stem(denied["verb"].lower()) in view.stems


def names_nothing(question: Question, view: View) -> bool:
    """Whether so many things are to be named and the sentence only says how many: `nine forces did worse`."""
    asked = NAMES_ASKED.search(question.clear)
    if not asked or view.unit.kind in (BlockKind.ROW, BlockKind.ITEM):
        return False
    many = set(numbers_in(asked["many"]))
    return bool(many & set(numbers_in(view.unit.text))) and not _ENUMERATES.search(view.unit.text)


def counts_a_sort_of_staff(question: Question, view: View) -> bool:
    """Whether all officers or staff are asked for and the sentence counts a sort of them: `552 response officers`."""
    everyone = all(set(term.options[0][0]) <= _WORKFORCE for term in question.terms)
    if question.asked.figure is not FigureKind.COUNT or not question.terms or not everyone:
        return False
    nouns = [stems_of(figure.noun) for figure in view.unit.figures if figure.kind is not FigureKind.DATE]
    return not any(noun[:1] and all(one in _WORKFORCE for one in noun[:_NAMED]) for noun in nouns)
