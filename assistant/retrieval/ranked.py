"""Candidates in order: by their features, the best again by how their words meet the question's, then read with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from assistant.indexing.units import Unit
from assistant.retrieval import features, matcher
from assistant.retrieval.matcher import Matcher
from assistant.retrieval.pairs import Pairs
from assistant.retrieval.question import Question
from assistant.retrieval.ranker import LinearModel, model
from assistant.retrieval.requirements import unmet
from assistant.retrieval.rivals import opposed
from assistant.retrieval.searcher import Found
from assistant.retrieval.stance import Told, beside_the_point, counts_some, wanted_by
from assistant.retrieval.times import of_another_time
from assistant.retrieval.undated import readings
from assistant.retrieval.view import View

NAMES = (*features.NAMES, "first score", *matcher.NAMES)
"""What the candidates that are looked at again are scored by."""
LOOKED_AT = 60
"""How many of the best candidates are looked at again."""
READ = 8
"""How many of the best candidates are then read together with the question."""
READ_OF_MANY = 3
"""How many of each report's where a question is asked of several reports one by one."""
READING_NAMES = ("second score", "pair")
"""What the candidates that are read are scored by."""
EXAMINED = 20
"""How many of the best candidates are held against the question's requirements."""
FAILED = 1.5
"""What each requirement that it fails takes from a candidate's score."""
OPPOSED = 1.0
"""What each word takes from it that it has only as its opposite, and that it counts some of those asked for."""
SURELY_READ = 5.0
"""What reading gives a sentence that answers, however it is worded."""
AHEAD = 0.5
"""How far such a one goes ahead of a best one that fails a requirement."""
BEHIND = 1.0
"""How far the candidates that aren't looked at again stay behind those that are."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate with its score."""

    found: Found
    score: float
    probability: float = 0.0
    """The share of the candidates' weight that it has, from 0 to 1: a softmax of the scores."""
    fails: tuple[str, ...] = ()
    """The requirements of the question that it doesn't meet."""
    row: NDArray[np.float64] | None = None
    """The numbers of `NAMES`; None where it wasn't looked at again."""
    pair: float | None = None
    """What reading it together with the question gave; None where it wasn't read."""

    @property
    def view(self) -> View:
        """The candidate's unit with what is derived from it."""
        return self.found.view

    @property
    def unit(self) -> Unit:
        """The candidate's unit."""
        return self.found.view.unit

    @property
    def numbers(self) -> NDArray[np.float64]:
        """The numbers of `NAMES`, with zeros for those of words that weren't looked at."""
        if self.row is not None:
            return self.row
        return np.pad(self.found.features, (0, len(NAMES) - len(self.found.features)))


def rank(
    question: Question, found: Sequence[Found], words: Matcher, pairs: Pairs | None, most: int = READ
) -> list[Ranked]:
    """Candidates, best first.

    Args:
        question: the question, read.
        found: its candidates.
        words: what holds the words of the question against those of a candidate.
        pairs: what reads the question together with a candidate; None where nothing does.
        most: how many candidates are read.
    """
    if not found:
        return []
    first = by_features(found, model("ranking"))
    rows = rows_of(question, first[:LOOKED_AT], words)
    again = by_rows(first, rows, model("reranking"))
    return examined(question, by_pairs(read(question, again, pairs, most), model("reading")) if pairs else again)


def examined(question: Question, candidates: Sequence[Ranked]) -> list[Ranked]:
    """Candidates in order, the best of them held against the question's requirements."""
    wanted = wanted_by(question.clear.lower())
    best = [_examined(question, one, wanted) for one in candidates[:EXAMINED]]
    return _meeting_first(in_order([*best, *candidates[EXAMINED:]]))


def _meeting_first(ordered: list[Ranked]) -> list[Ranked]:
    """Candidates with one that meets every requirement and reads surely ahead of a best one that doesn't meet all."""
    surely = [one for one in ordered[:EXAMINED] if not one.fails and (one.pair or 0.0) >= SURELY_READ]
    if not ordered or not ordered[0].fails or not surely:
        return ordered
    return in_order([replace(surely[0], score=ordered[0].score + AHEAD), *(o for o in ordered if o is not surely[0])])


def by_features(found: Sequence[Found], ranking: LinearModel) -> list[Ranked]:
    """Candidates in the order that their features alone give."""
    scores = ranking.score(np.stack([one.features for one in found]))
    return in_order([Ranked(one, float(score)) for one, score in zip(found, scores, strict=True)])


def rows_of(question: Question, best: Sequence[Ranked], words: Matcher) -> NDArray[np.float64]:
    """The numbers of `NAMES` for some candidates: an array of shape (candidates, numbers)."""
    matches = words.match(question.encoded, [one.view for one in best])
    scores = np.array([[one.score] for one in best])
    return np.hstack([np.stack([one.found.features for one in best]), scores, matches])


def by_rows(first: Sequence[Ranked], rows: NDArray[np.float64], reranking: LinearModel) -> list[Ranked]:
    """Candidates in order again: those with rows by them, the others behind in the order they had."""
    scores = reranking.score(rows)
    looked_at = [replace(one, score=float(s), row=row) for one, s, row in zip(first, scores, rows, strict=False)]
    return _ahead(looked_at, first[len(rows) :])


def read(question: Question, candidates: Sequence[Ranked], pairs: Pairs, most: int = READ) -> list[Ranked]:
    """Candidates, the best of them read together with the question, but those that were before."""
    best = candidates[:most]
    unread = [(one.view, text) for one in best if one.pair is None for text in readings(question, one.unit)]
    told = zip(unread, pairs.scores([text for _, text in unread], [view for view, _ in unread]), strict=True)
    highest = {number: max(score for _, score in same) for number, same in groupby(told, lambda one: one[0][0].number)}
    scores = iter(highest.values())
    return [*(replace(one, pair=next(scores)) if one.pair is None else one for one in best), *candidates[most:]]


def by_pairs(candidates: Sequence[Ranked], reading: LinearModel) -> list[Ranked]:
    """Candidates in order again: those that were read by what reading gave, the others behind."""
    rows = np.array([[one.score, one.pair] for one in candidates if one.pair is not None])
    best = [replace(one, score=float(s)) for one, s in zip(candidates, reading.score(rows), strict=False)]
    return _ahead(best, candidates[len(rows) :])


def _ahead(best: Sequence[Ranked], others: Sequence[Ranked]) -> list[Ranked]:
    """Candidates in order, the others behind the worst of the best."""
    if not others:
        return in_order(best)
    drop = others[0].score - min(one.score for one in best) + BEHIND
    return in_order([*best, *(replace(one, score=one.score - drop) for one in others)])


def in_order(candidates: Sequence[Ranked]) -> list[Ranked]:
    """Candidates by their scores, with their shares anew."""
    if not candidates:
        return []
    ordered = sorted(candidates, key=lambda one: (-round(one.score, 4), one.view.number))
    shares = softmax(np.array([one.score for one in ordered]))
    # Written out since every candidate comes here several times, and `replace` takes three times as long.
    return [
        Ranked(one.found, one.score, float(share), one.fails, one.row, one.pair)
        for one, share in zip(ordered, shares, strict=True)
    ]


def softmax(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    """Scores as shares that add up to 1."""
    weights = np.exp(scores - scores.max())
    return np.asarray(weights / weights.sum(), dtype=np.float64)


def _examined(question: Question, one: Ranked, wanted: Sequence[Told]) -> Ranked:
    fails = unmet(question, one.view)
    beside = beside_the_point(wanted, one.unit.text) + of_another_time(question, one.unit)
    beside += OPPOSED * (opposed(question.stems, one.view.stems) + counts_some(question.terms, one.unit.text))
    return replace(one, score=one.score - FAILED * len(fails) - beside, fails=fails)
