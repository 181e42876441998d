"""The two learned models: which sentence answers best, and whether any does.

Both are linear over named features. Ranking: the negative log of the share that the right sentences get in a softmax
over a question's candidates. Answerable: logistic regression over the features of the best candidates. L-BFGS with an
L2 penalty; no randomness, so the same questions give the same weights.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from assistant.conversation.records import Json
from assistant.evaluation.overlap import overlaps
from assistant.evaluation.questions import Question
from assistant.retrieval.answerable import NAMES as ANSWERABLE_NAMES
from assistant.retrieval.answerable import answerable_features
from assistant.retrieval.features import NAMES as RANKING_NAMES
from assistant.retrieval.question import Question as ReadQuestion
from assistant.retrieval.ranked import rank
from assistant.retrieval.ranker import model_of
from assistant.retrieval.scope import searched
from assistant.retrieval.searcher import Found, Searcher

Rows = NDArray[np.float64]
RANKING_PENALTY = 0.02
ANSWERABLE_PENALTY = 0.02
NEEDLESS = 0.03
"""The share of answerable questions that may be refused by this model: it sets where zero lies."""
REFUSAL_WEIGHT = 1.6
"""What an unanswerable question counts against an answerable one: a wrong answer costs more than a refusal."""


@dataclass(frozen=True, slots=True)
class Example:
    """A question with its candidates and which of them are right."""

    id: str
    answerable: bool
    read: ReadQuestion
    found: tuple[Found, ...]
    right: NDArray[np.bool_]

    @property
    def rows(self) -> Rows:
        """The candidates' features, of shape (candidates, features)."""
        return np.stack([one.features for one in self.found])


def examples_of(searcher: Searcher, questions: Iterable[Question]) -> list[Example]:
    """The examples of a question set on an index; questions without candidates or expectations are left out."""
    found = []
    for question in questions:
        read = searcher.read(question.text)
        reports = searched(read.scoped, searcher.index.reports)
        candidates = searcher.search(read, reports) if reports else []
        if question.expected and candidates:
            right = np.array([_is_right(question, one) for one in candidates])
            found.append(Example(question.id, question.expected.answerable, read, tuple(candidates), right))
    return found


def _is_right(question: Question, candidate: Found) -> bool:
    expected, unit = question.expected, candidate.view.unit
    if expected is None or unit.report not in expected.report:
        return False
    return any(overlaps(unit.text, evidence) for evidence in (*expected.evidence, *expected.evidence_alt))


def train_ranking(examples: Sequence[Example]) -> Json:
    """The ranking model, learned from the answerable examples that have a right candidate."""
    usable = [example for example in examples if example.answerable and example.right.any()]
    mean, scale = _standard(np.concatenate([example.rows for example in usable]))
    rows = [((example.rows - mean) / scale, example.right) for example in usable]

    def loss(weights: Rows) -> tuple[float, Rows]:
        total, slope = 0.0, np.zeros_like(weights)
        for row, right in rows:
            scores = row @ weights
            shares = np.exp(scores - scores.max())
            shares /= shares.sum()
            kept = shares * right
            total -= float(np.log(kept.sum()))
            slope -= row.T @ (kept / kept.sum() - shares)
        penalty = RANKING_PENALTY * weights
        return total / len(rows) + float(weights @ penalty) / 2, slope / len(rows) + penalty

    weights = minimize(loss, np.zeros(len(mean)), jac=True, method="L-BFGS-B").x
    return _record(RANKING_NAMES, mean, scale, weights, 0.0)


def train_answerable(examples: Sequence[Example], ranking: Json) -> Json:
    """The model that tells questions that are answered from those that aren't."""
    rows = np.stack([answerable_row(example, ranking) for example in examples])
    signs = np.array([1.0 if example.answerable else -1.0 for example in examples])
    counts = np.where(signs > 0, 1.0, REFUSAL_WEIGHT)
    mean, scale = _standard(rows)
    design = np.column_stack([(rows - mean) / scale, np.ones(len(rows))])

    def loss(weights: Rows) -> tuple[float, Rows]:
        margins = signs * (design @ weights)
        penalty = ANSWERABLE_PENALTY * np.append(weights[:-1], 0.0)
        slope = -(design.T * (counts * signs / (1 + np.exp(margins)))).mean(axis=1)
        return float((counts * np.log1p(np.exp(-margins))).mean() + weights @ penalty / 2), slope + penalty

    weights = minimize(loss, np.zeros(design.shape[1]), jac=True, method="L-BFGS-B").x
    lowest = float(np.quantile((design @ weights)[signs > 0], NEEDLESS))
    return _record(ANSWERABLE_NAMES, mean, scale, weights[:-1], float(weights[-1]) - lowest)


def answerable_row(example: Example, ranking: Json) -> Rows:
    """The features of an example's best candidates by a ranking model."""
    return answerable_features(example.read, rank(example.read, example.found, model_of(ranking)))


def _standard(rows: Rows) -> tuple[Rows, Rows]:
    scale = rows.std(axis=0)
    return rows.mean(axis=0), np.where(scale < 1e-9, 1.0, scale)


def _record(names: Sequence[str], mean: Rows, scale: Rows, weights: Rows, bias: float) -> Json:
    arrays = {"mean": mean, "scale": scale, "weights": weights}
    return {"names": list(names), "bias": round(bias, 6)} | {
        key: [round(float(x), 6) for x in value] for key, value in arrays.items()
    }
