"""Candidates in order: by the learned score, those that fail a requirement of the question behind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from assistant.indexing.units import Unit
from assistant.retrieval.question import Question
from assistant.retrieval.ranker import LinearModel
from assistant.retrieval.requirements import unmet
from assistant.retrieval.searcher import Found
from assistant.retrieval.view import View

EXAMINED = 12
"""How many of the best candidates are held against the question's requirements."""
FAILED = 1.5
"""What each requirement that it fails takes from a candidate's score."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate with its score."""

    found: Found
    score: float
    probability: float
    """The share of the candidates' weight that it has, from 0 to 1: a softmax of the scores."""
    fails: tuple[str, ...] = ()
    """The requirements of the question that it doesn't meet."""

    @property
    def view(self) -> View:
        """The candidate's unit with what is derived from it."""
        return self.found.view

    @property
    def unit(self) -> Unit:
        """The candidate's unit."""
        return self.found.view.unit


def rank(question: Question, found: Sequence[Found], model: LinearModel) -> list[Ranked]:
    """Candidates, best first.

    Args:
        question: the question, read.
        found: its candidates.
        model: what scores them.
    """
    if not found:
        return []
    scores = model.score(np.stack([one.features for one in found]))
    ordered = in_order([Ranked(one, float(score), 0.0) for one, score in zip(found, scores, strict=True)])
    top = [_examined(question, one) for one in ordered[:EXAMINED]]
    return in_order([*top, *ordered[EXAMINED:]])


def in_order(candidates: Sequence[Ranked]) -> list[Ranked]:
    """Candidates by their scores, with their shares anew."""
    if not candidates:
        return []
    ordered = sorted(candidates, key=lambda one: (-round(one.score, 9), one.view.number))
    shares = softmax(np.array([one.score for one in ordered]))
    return [replace(one, probability=float(share)) for one, share in zip(ordered, shares, strict=True)]


def softmax(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    """Scores as shares that add up to 1."""
    weights = np.exp(scores - scores.max())
    return np.asarray(weights / weights.sum(), dtype=np.float64)


def _examined(question: Question, one: Ranked) -> Ranked:
    fails = unmet(question, one.view)
    return replace(one, score=one.score - FAILED * len(fails), fails=fails)
