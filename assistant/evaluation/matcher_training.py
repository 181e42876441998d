"""Learns the adaptor of the matcher; see `adapting` for what each step does."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import torch
from transformers import AutoModel

from assistant.conversation.records import Json
from assistant.evaluation.adapting import adapt, descend, drawn, products_of, save, share_lost
from assistant.evaluation.matcher_scores import LearningMatcher
from assistant.evaluation.training import Example
from assistant.indexing.encoder import packaged_model

RANK, OTHERS = 12, 1
"""Of the products; how many candidates that aren't near misses are drawn for a question."""


def train_matcher(examples: Sequence[Example], ranking: Json, target: Path) -> None:
    """Learn the adaptor from examples and write it.

    Args:
        examples: questions with their candidates.
        ranking: the model that says which wrong candidates are near misses.
        target: the file to write.
    """
    torch.manual_seed(0)
    chosen = random.Random(0)  # noqa: S311
    model = AutoModel.from_pretrained(str(packaged_model()), attn_implementation="eager")  # a third of the others' time
    layers = adapt(model, RANK, "encoder")
    heads = {
        "mix": torch.nn.Parameter(torch.tensor([10.0, 6.0, 6.0])),
        "null": torch.nn.Parameter(torch.tensor(11.0)),
        "token.weight": torch.nn.Parameter(torch.zeros(1, 384)),
        "token.bias": torch.nn.Parameter(torch.zeros(1)),
    }
    matcher = LearningMatcher(model, heads, half=True)

    def loss(questions: Sequence[Example]) -> torch.Tensor:
        taken = [drawn(one, ranking, chosen, OTHERS) for one in questions]
        scores = matcher.scores([(one.read.encoded, views) for one, (views, _) in zip(questions, taken, strict=True)])
        nothing = torch.zeros(1)  # the matcher's scores have `null` taken from them
        lost = [share_lost(one, nothing, right=right) for one, (_, right) in zip(scores, taken, strict=True)]
        return torch.stack(lost).mean()

    slow = [*products_of(layers), heads["token.weight"], heads["token.bias"]]
    descend(slow, [heads["mix"], heads["null"]], examples, chosen, loss)
    save(layers, heads, target)
