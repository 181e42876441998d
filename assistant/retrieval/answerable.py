"""Whether the best candidates answer a question at all: named numbers, weighed by a learned model."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp

import numpy as np
from numpy.typing import NDArray

from assistant.retrieval.question import Question
from assistant.retrieval.ranked import NAMES as RANKED_NAMES
from assistant.retrieval.ranked import Ranked
from assistant.retrieval.terms import coverage, matched

FROM_BEST = (
    "context coverage",
    "leaned coverage",
    "coverage",
    "unit cosine",
    "headed cosine",
    "passage cosine",
    "figure missing",
    "date missing",
    "year missing",
    "month missing",
    "kind missing",
    "kind fits leaned",
    "rival",
    "rival unmet",
    "statistic missing",
    "head missing",
    "head matched",
    "head at figure",
    "person",
    "first score",
    "match",
    "match cosine",
    "tokens near",
    "tokens met",
    "least token near",
    "least token met",
)
OWN = (
    "score",
    "probability",
    "probability of three",
    "heaviest missing weight",
    "second missing weight",
    "missing share",
    "unknown share",
    "unknown weight",
    "wants figure",
    "wants and covers",
    "terms",
    "covered by three",
    "names someone",
    "no figure wanted",
    "match of another",
    "requirements failed",
    "ahead",
    "match ahead",
    "match and covers",
    "missing squared",
    "match low and missing",
    "pair",
    "pair low",
    "pair as a share",
    "best pair",
    "pairs together",
    "pair ahead",
)
NAMES = OWN + FROM_BEST
_PLACES = [RANKED_NAMES.index(name) for name in FROM_BEST]

_MATCH = RANKED_NAMES.index("match")
MOST_AHEAD = 10.0
"""How far ahead of the next a candidate is that stands alone."""


def answerable_features(question: Question, ranked: Sequence[Ranked]) -> NDArray[np.float64]:
    """The features of a question with its candidates, in the order of `NAMES`.

    Args:
        question: the question, read.
        ranked: its candidates, best first, at least one.
    """
    view = ranked[0].view
    near = view.stems | view.heading | view.last_lead | view.chapter
    total = sum(term.weight for term in question.terms) or 1.0
    missing = [*sorted(((1 - matched(term, near)) * term.weight for term in question.terms), reverse=True), 0.0, 0.0]
    unknown = sum(term.weight for term in question.terms if not term.known)
    three = frozenset().union(*(one.view.stems | one.view.heading for one in ranked[:3]))
    covered = coverage(question.terms, near)
    wants = float(question.asked.wants_figure)
    match = float(ranked[0].numbers[_MATCH])
    others = float(max((one.numbers[_MATCH] for one in ranked[1:4]), default=0.0))
    own = (
        ranked[0].score,
        ranked[0].probability,
        sum(one.probability for one in ranked[:3]),
        missing[0],
        missing[1],
        missing[0] / total,
        unknown / total,
        unknown,
        wants,
        wants * covered,
        len(question.terms),
        coverage(question.terms, three),
        float(question.asked.person),
        1 - wants,
        others,
        len(ranked[0].fails),
        ranked[0].score - ranked[1].score if len(ranked) > 1 else MOST_AHEAD,
        match - others,
        match * covered,
        (missing[0] / total) ** 2,
        min(match, 0.0) * missing[0] / total,
        *_of_pairs(ranked),
    )
    return np.concatenate([np.array(own, dtype=np.float64), ranked[0].numbers[_PLACES]])


def _of_pairs(ranked: Sequence[Ranked]) -> tuple[float, ...]:
    """What reading the candidates together with the question says of whether there is an answer; zeros where none was.

    A pair's score is the logarithm of how much likelier it is an answer than none, so that the logarithm of one more
    than the sum of what they stand for is that of all.
    """
    read = [one.pair for one in ranked if one.pair is not None]
    if not read:
        return (0.0,) * 6
    own = ranked[0].pair if ranked[0].pair is not None else min(read)
    best, second = [*sorted(read, reverse=True), min(read)][:2]
    return own, min(own, 0.0), 1 / (1 + exp(-own)), best, float(np.logaddexp.reduce([0.0, *read])), best - second
