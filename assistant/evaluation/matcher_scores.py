"""The matcher's score in torch, to learn from; `assistant.retrieval.matcher` computes the same in numpy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import torch

from assistant.indexing.tokens import Laid, laid_out, texts_of
from assistant.retrieval.matcher import laid_question
from assistant.retrieval.view import View

_unit = torch.nn.functional.normalize


class LearningMatcher:
    """The matcher while it learns.

    Args:
        model: the packaged model, its layers adapted.
        heads: what else is learned, by name.
        half: whether the model computes in half precision, which takes a tenth of the time where a processor can.
    """

    def __init__(self, model: Any, heads: Mapping[str, Any], *, half: bool = False) -> None:
        self._model = model
        self._heads = heads
        self._half = half

    def scores(self, asked: Sequence[tuple[str, Sequence[View]]]) -> list[torch.Tensor]:
        """The scores of several questions' candidates: a tensor of shape (candidates,) each, with what learning needs.

        Args:
            asked: questions, each with its candidates.
        """
        questions = self._states([laid_question(question) for question, _ in asked])
        laid = [laid_out(texts_of(view.unit, view.path[-1])) for _, views in asked for view in views]
        told = iter(zip(laid, self._states([one.tokens for one in laid]), strict=True))
        return [
            torch.stack([self._score(states, *next(told)) for _ in views])
            for states, (_, views) in zip(questions, asked, strict=True)
        ]

    def _score(self, asked: torch.Tensor, laid: Laid, states: torch.Tensor) -> torch.Tensor:
        raw = asked[1:-1]
        weights = torch.softmax((raw @ self._heads["token.weight"].T + self._heads["token.bias"]).squeeze(-1), 0)
        alike = _unit(raw, dim=-1) @ _unit(states[torch.from_numpy(laid.words)], dim=-1).T
        near, met = alike.amax(-1), alike[:, laid.own :].amax(-1)
        cosine = _unit(states.mean(0), dim=-1) @ _unit(asked.mean(0), dim=-1)
        return torch.stack([cosine, near @ weights, met @ weights]) @ self._heads["mix"] - self._heads["null"]

    def _states(self, texts: Sequence[Sequence[int]]) -> list[torch.Tensor]:
        """What the model makes of each text's tokens, all texts encoded together."""
        longest = max(map(len, texts))
        ids = torch.tensor([[*text, *[0] * (longest - len(text))] for text in texts])
        mask = torch.tensor([[1] * len(text) + [0] * (longest - len(text)) for text in texts])
        with torch.autocast("cpu", torch.bfloat16, enabled=self._half):
            states = self._model(input_ids=ids, attention_mask=mask).last_hidden_state
        return [row[: len(text)].float() for row, text in zip(states, texts, strict=True)]
