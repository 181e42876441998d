"""The learned models: which sentence answers best, at first, second and third sight, and whether any does.

All are linear over named features. Ranking: the negative log of the share that the right sentences get in a softmax
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
from assistant.retrieval.courtesies import without_courtesies
from assistant.retrieval.features import NAMES as RANKING_NAMES
from assistant.retrieval.question import Question as ReadQuestion
from assistant.retrieval.ranked import NAMES as RERANKING_NAMES
from assistant.retrieval.ranked import READING_NAMES, Ranked, by_features
from assistant.retrieval.ranker import model_of
from assistant.retrieval.scope import searched
from assistant.retrieval.searcher import Found, Searcher

Rows = NDArray[np.float64]
Right = NDArray[np.bool_]
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
    right: Right

    @property
    def rows(self) -> Rows:
        """The candidates' features, of shape (candidates, features)."""
        return np.stack([one.features for one in self.found])


def examples_of(searcher: Searcher, questions: Iterable[Question]) -> list[Example]:
    """The examples of a question set on an index; questions without candidates or expectations are left out."""
    found = []
    for question in questions:
        read = searcher.read(without_courtesies(question.text))
        reports = searched(read.scoped, searcher.index.reports)
        candidates = searcher.search(read, reports) if reports else []
        if question.expected and candidates:
            right = np.array([is_right(question, one) for one in candidates])
            found.append(Example(question.id, question.expected.answerable, read, tuple(candidates), right))
    return found


def is_right(question: Question, candidate: Found) -> bool:
    """Whether a candidate is a sentence that a question set names as evidence."""
    expected, unit = question.expected, candidate.view.unit
    if expected is None or unit.report not in expected.report:
        return False
    return any(overlaps(unit.text, evidence) for evidence in (*expected.evidence, *expected.evidence_alt))


def usable(examples: Sequence[Example]) -> list[Example]:
    """The answerable examples that have a right candidate: what an order can be learned from."""
    return [example for example in examples if example.answerable and example.right.any()]


def train_ranking(examples: Sequence[Example]) -> Json:
    """The ranking model, over the features of every candidate."""
    return ordering(RANKING_NAMES, [(example.rows, example.right) for example in usable(examples)])


def first_ranked(example: Example, ranking: Json) -> list[Ranked]:
    """An example's candidates in the order of a ranking model."""
    return by_features(example.found, model_of(ranking))


def train_reranking(looked_at: Sequence[tuple[Example, Rows]], ranking: Json) -> Json:
    """The reranking model, over the rows of the candidates that are looked at again.

    Args:
        looked_at: examples with the rows of their best candidates by the ranking model.
        ranking: that model.
    """
    pairs = []
    for example, rows in looked_at:
        right = {found.view.number for found, is_right in zip(example.found, example.right, strict=True) if is_right}
        best = first_ranked(example, ranking)[: len(rows)]
        pairs.append((rows, np.array([one.view.number in right for one in best])))
    return ordering(RERANKING_NAMES, [(rows, right) for rows, right in pairs if right.any()])


def train_reading(examples: Sequence[tuple[Example, Sequence[Ranked]]]) -> Json:
    """The model over what reading a candidate together with the question gave.

    Args:
        examples: each with its candidates, the best of them read.
    """
    pairs = []
    for example, candidates in examples:
        right = {found.view.number for found, is_right in zip(example.found, example.right, strict=True) if is_right}
        read = [one for one in candidates if one.pair is not None]
        rows = np.array([[one.score, one.pair] for one in read], dtype=np.float64)
        pairs.append((rows, np.array([one.view.number in right for one in read])))
    return ordering(READING_NAMES, [(rows, right) for rows, right in pairs if right.any()])


def ordering(names: Sequence[str], pairs: Sequence[tuple[Rows, Right]]) -> Json:
    """A linear model that puts the right rows first: it maximises their share of each question's softmax."""
    mean, scale = _standard(np.concatenate([rows for rows, _ in pairs]))
    standard = [((rows - mean) / scale, right) for rows, right in pairs]

    def loss(weights: Rows) -> tuple[float, Rows]:
        total, slope = 0.0, np.zeros_like(weights)
        for rows, right in standard:
            scores = rows @ weights
            shares = np.exp(scores - scores.max())
            shares /= shares.sum()
            kept = shares * right
            total -= float(np.log(kept.sum()))
            slope -= rows.T @ (kept / kept.sum() - shares)
        penalty = RANKING_PENALTY * weights
        return total / len(standard) + float(weights @ penalty) / 2, slope / len(standard) + penalty

    weights = minimize(loss, np.zeros(len(mean)), jac=True, method="L-BFGS-B").x
    return _record(names, mean, scale, weights, 0.0)


def train_answerable(examples: Sequence[tuple[Example, Sequence[Ranked]]]) -> Json:
    """The model that tells questions that are answered from those that aren't.

    Args:
        examples: each with its candidates as they are ranked when a question is asked.
    """
    rows = np.stack([answerable_features(example.read, ranked) for example, ranked in examples])
    answerable = np.array([example.answerable for example, _ in examples])
    return deciding(ANSWERABLE_NAMES, rows, answerable)


def deciding(names: Sequence[str], rows: Rows, answerable: Right, needless: float = NEEDLESS) -> Json:
    """A logistic model that tells what is answered from what isn't; zero lies where few that are answered fall below.

    Args:
        names: of the numbers.
        rows: the numbers of each question, of shape (questions, numbers).
        answerable: which of them are answered.
        needless: the share of those that are answered which may be refused.
    """
    signs = np.where(answerable, 1.0, -1.0)
    counts = np.where(answerable, 1.0, REFUSAL_WEIGHT)
    mean, scale = _standard(rows)
    design = np.column_stack([(rows - mean) / scale, np.ones(len(rows))])

    def loss(weights: Rows) -> tuple[float, Rows]:
        margins = signs * (design @ weights)
        penalty = ANSWERABLE_PENALTY * np.append(weights[:-1], 0.0)
        slope = -(design.T * (counts * signs / (1 + np.exp(margins)))).mean(axis=1)
        return float((counts * np.log1p(np.exp(-margins))).mean() + weights @ penalty / 2), slope + penalty

    weights = minimize(loss, np.zeros(design.shape[1]), jac=True, method="L-BFGS-B").x
    lowest = float(np.quantile((design @ weights)[answerable], needless))
    return _record(names, mean, scale, weights[:-1], float(weights[-1]) - lowest)


def _standard(rows: Rows) -> tuple[Rows, Rows]:
    scale = rows.std(axis=0)
    return rows.mean(axis=0), np.where(scale < 1e-9, 1.0, scale)


def _record(names: Sequence[str], mean: Rows, scale: Rows, weights: Rows, bias: float) -> Json:
    arrays = {"mean": mean, "scale": scale, "weights": weights}
    return {"names": list(names), "bias": round(bias, 6)} | {
        key: [round(float(x), 6) for x in value] for key, value in arrays.items()
    }
