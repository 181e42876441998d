"""The matcher's score in torch, to learn from; `assistant.retrieval.matcher` computes the same in numpy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import torch

from assistant.indexing.tokens import laid_out, texts_of
from assistant.retrieval.matcher import laid_question
from assistant.retrieval.view import View

_unit = torch.nn.functional.normalize


class LearningMatcher:
    """The matcher while it learns.

    Args:
        model: the packaged model, its layers adapted.
        heads: what else is learned, by name.
    """

    def __init__(self, model: Any, heads: Mapping[str, Any]) -> None:
        self._model = model
        self._heads = heads

    def scores(self, question: str, views: Sequence[View]) -> torch.Tensor:
        """The scores of candidates as a tensor of shape (candidates,), with what is needed to learn from it."""
        states = self._states(laid_question(question))
        raw = states[1:-1]
        weights = torch.softmax((raw @ self._heads["token.weight"].T + self._heads["token.bias"]).squeeze(-1), 0)
        return torch.stack([self._score(_unit(raw, dim=-1), weights, _unit(states.mean(0), dim=-1), v) for v in views])

    def _score(self, asked: torch.Tensor, weights: torch.Tensor, mean: torch.Tensor, view: View) -> torch.Tensor:
        laid = laid_out(texts_of(view.unit, view.path[-1]))
        states = self._states(laid.tokens)
        alike = asked @ _unit(states[torch.from_numpy(laid.words)], dim=-1).T
        near, met = alike.amax(-1), alike[:, laid.own :].amax(-1)
        parts = torch.stack([_unit(states.mean(0), dim=-1) @ mean, near @ weights, met @ weights])
        return parts @ self._heads["mix"] - self._heads["null"]

    def _states(self, tokens: Sequence[int]) -> Any:
        return self._model(input_ids=torch.tensor([list(tokens)])).last_hidden_state[0]
