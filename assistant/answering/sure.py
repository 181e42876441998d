"""How sure it is that the best sentence answers: by how it reads, by its words, or by the learned model."""

from __future__ import annotations

import re

from assistant.answering.context import Context
from assistant.answering.follow_sure import answers_follow_up, own_reading
from assistant.answering.names import topic_terms
from assistant.answering.of_the_told import asks_part, is_other_row
from assistant.reading.numbers import WORD
from assistant.reading.words import stem, stems_of
from assistant.retrieval.answerable import answerable_features
from assistant.retrieval.names_asked import CODE_NAME
from assistant.retrieval.question import Question
from assistant.retrieval.ranker import model
from assistant.retrieval.terms import coverage, matched
from assistant.types import BlockKind, Citation

ALL, NAMED = 0.9, 2
"""The share of a question's weight that is all of it, and how many terms it must have to be told from another."""
LIKELY, UNLIKELY = -2.0, -3.5
"""What reading gives from which a sentence may answer for all its words, and below which none answers: from the
training questions, of which one in a hundred with an answer reads so low, and two in five of those without."""
DOUBTFUL, AT_LEAST = 0.4, 0.0
"""Where the section of the best sentence has less than this share of the question's weight, what reading has to give at
least: of 1,669 training questions 10 with an answer and 4 without one would have been answered that read less."""
_COUNTS_PART = re.compile(
    rf"of (?:these|those|them)\b|(?:{WORD}|\d[\d,]*)(?: (?:percent|of (?:these|those|them)))? "
    r"(?:were|was|had|involved|concerned|related)\b",
    re.IGNORECASE,
)
AGAIN = 2.0
"""What reading must give at least for a sentence that was told before and has no word of what a follow-up names."""
_MOVES = frozenset(map(stem, "better worse low high lower higher less more up down last time change changed".split()))
"""Words that ask how a figure moved, which it may tell by others."""
ANSWERABLE = 0.0
"""The score of the learned model below which a question is refused."""


def is_sure(context: Context) -> bool:
    """Whether the best sentence answers: by how it reads with the question, by its words, or by the learned model."""
    read = max((one.pair for one in context.ranked if one.pair is not None), default=LIKELY)
    if context.ranked[0].unit.kind is BlockKind.ROW and (says_all(context) or _is_other_row(context)):
        return True
    if read < UNLIKELY or (_told_again(context) if context.before else _names_else(context, read)):
        return False
    learned = _follows(context) if context.before else score(context) >= ANSWERABLE
    return learned or (read >= LIKELY and says_all(context)) or _counts_part(context)


def _is_other_row(context: Context) -> bool:
    """Whether the best is the row that a follow-up names of the table that was told from."""
    return is_other_row(context.before, context.question, context.ranked[0], context.ranked)


def _follows(context: Context) -> bool:
    """Whether the best sentence answers a follow-up, read with its own words too where something reads."""
    question, before, ranked = context.question, context.before, context.ranked
    own = own_reading(question, before, ranked[0], context.pairs) if context.pairs else (0.0, 0.0)
    return answers_follow_up(question, before, ranked, score(context), own)


def _counts_part(context: Context) -> bool:
    """Whether a part is asked for of what was told, and the best sentence counts one of it, in words of the question.

    `Eleven were high risk` follows what it counts some of, in its section.
    """
    best, question = context.ranked[0], context.question
    if not asks_part(question) or not _COUNTS_PART.match(best.unit.text):
        return False
    before = [one for one in context.before if (one.report, one.section) == (best.unit.report, best.view.path)]
    follows = any(one.span.end <= best.unit.span.start for one in before)
    return follows and any(matched(term, best.view.stems) for term in topic_terms(question.own))


def _told_again(context: Context) -> bool:
    """Whether the best sentence was told before and reads as no answer to what is named now: `and convictions`."""
    best, own = context.ranked[0], context.question.own
    if not (context.question.asked.phrase or asks_part(context.question)):
        return False
    told = any(one.report == best.unit.report and best.unit.span.start in _places(one) for one in context.before)
    new = any(not term.stems & _MOVES for term in own) and not coverage(own, best.view.around)
    return told and new and best.pair is not None and best.pair < AGAIN


def _places(citation: Citation) -> range:
    return range(citation.span.start, citation.span.end)


def _names_else(context: Context, read: float) -> bool:
    """Whether most of what a question names isn't in the best sentence's section, and it doesn't read as an answer."""
    view = context.ranked[0].view
    share = coverage(context.question.terms, view.section | view.heading | view.chapter | view.stems)
    return share < DOUBTFUL and read < AT_LEAST


def says_all(context: Context) -> bool:
    """Whether the best sentence has all that the question names, each word or a synonym, and the figure it wants."""
    question, view = context.question, context.ranked[0].view
    row = view.unit.kind is BlockKind.ROW
    figure = not question.asked.wants_figure or row or question.asked.fits_any(view.unit.figures)
    near = view.around | (_names(question) & view.section)
    terms = [term for term in question.terms if not term.aside]
    said = sum(term.weight for term in terms if matched(term, near))
    return figure and len(terms) >= NAMED and said >= ALL * sum(term.weight for term in terms)


def _names(question: Question) -> frozenset[str]:
    """The stems of the names in a question, which a section gives once and its sentences don't say again."""
    named = [*question.names, *(f"operation {name}" for name in CODE_NAME.findall(question.encoded))]
    return frozenset(stem for name in named for stem in stems_of(name))


def score(context: Context) -> float:
    """How sure it is that the best candidates answer the question: the learned model's score."""
    row = answerable_features(context.question, context.ranked)
    return float(model("answerable").score(row.reshape(1, -1))[0])
