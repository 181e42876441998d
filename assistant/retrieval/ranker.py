"""Linear models over named numbers: `scripts/train_models` learns the weights from questions with known answers."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

WEIGHTS = "weights.json"


@dataclass(frozen=True, slots=True)
class LinearModel:
    """A weighted sum of standardised numbers."""

    names: tuple[str, ...]
    mean: NDArray[np.float64]
    scale: NDArray[np.float64]
    weights: NDArray[np.float64]
    bias: float

    def score(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """Scores of rows of features: from shape (rows, features) to shape (rows,)."""
        return np.asarray(((rows - self.mean) / self.scale) @ self.weights + self.bias, dtype=np.float64)

    def parts(self, row: NDArray[np.float64]) -> list[tuple[str, float]]:
        """What each feature adds to the score of a row, the largest first: for the trace."""
        added = ((row - self.mean) / self.scale) * self.weights
        return sorted(zip(self.names, map(float, added.round(3)), strict=True), key=lambda part: -abs(part[1]))


@cache
def model(name: str) -> LinearModel:
    """One of the learned models, by its name in the file of weights: `ranking`, `answerable` and others."""
    return model_of(json.loads(files("assistant.retrieval").joinpath(WEIGHTS).read_text(encoding="utf-8"))[name])


def model_of(record: dict[str, Any]) -> LinearModel:
    """The model that a record of names, mean, scale, weights and bias describes."""
    mean, scale, weights = (np.array(record[key], dtype=np.float64) for key in ("mean", "scale", "weights"))
    return LinearModel(tuple(record["names"]), mean, scale, weights, float(record["bias"]))
