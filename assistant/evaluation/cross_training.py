"""Learns the adaptor of the cross-encoder; see `adapting` for what each step does."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from transformers import BertConfig, BertForSequenceClassification

from assistant.conversation.records import Json
from assistant.evaluation.adapting import RATE, adapt, descend, drawn, products_of, save, share_lost
from assistant.evaluation.near_misses import near_miss
from assistant.evaluation.training import Example
from assistant.indexing.adaptors import NULL
from assistant.indexing.cross_graph import LAYERS
from assistant.indexing.cross_network import laid_pair
from assistant.indexing.cross_weights import packaged_cross_encoder
from assistant.indexing.tokens import texts_of
from assistant.retrieval.view import View

RANK, LOWEST = 16, 2
"""Of the products, and the first layer that has any."""
MADE_NEAR_MISSES = 0.2
"""The share of the questions with an answer that are changed so that they have none."""
BESIDE_TALKS = 1800
"""Questions that stand alone which are gone through again beside the follow-ups."""
WHOLE = ("bert.pooler.dense.weight", "bert.pooler.dense.bias", "classifier.weight", "classifier.bias")
"""What is learned as it is."""


def train_cross_encoder(alone: Sequence[Example], talks: Sequence[Example], ranking: Json, target: Path) -> None:
    """Learn the adaptor from examples and write it: the mean of what was learned before follow-ups and with them.

    The mean of two such models (Wortsman et al. 2022, "Model soups") refuses near misses as well as the second and
    puts the right sentence first as often as the first. The weights that come with peel learned on from such a mean
    when more questions had been written, two passes over these beside old ones, and are the mean of both again.

    Args:
        alone: questions that stand alone, with their candidates.
        talks: follow-ups, with theirs.
        ranking: the model that says which wrong candidates are near misses.
        target: the file to write.
    """
    torch.manual_seed(0)
    chosen = random.Random(0)  # noqa: S311
    model = _packaged()
    layers = adapt(model, RANK, "bert.encoder", LOWEST)
    whole, null = {name: model.get_parameter(name) for name in WHOLE}, torch.nn.Parameter(torch.zeros(1))
    slow = [*products_of(layers), *(one.requires_grad_() for one in whole.values())]

    def learn(examples: Sequence[Example], changed: float, rate: float) -> None:
        def loss(questions: Sequence[Example]) -> torch.Tensor:
            taken = [_taken(one, ranking, chosen, changed) for one in questions]
            scores = iter(_scores(model, [(text, view) for text, views, _ in taken for view in views]))
            lost = [
                share_lost(torch.stack([next(scores) for _ in views]), null, right=right) for _, views, right in taken
            ]
            return torch.stack(lost).mean()

        descend(slow, [null], examples, chosen, loss, rate)

    learn(alone, 0.0, RATE)
    first = [one.detach().clone() for one in (*slow, null)]
    learn([*chosen.sample(alone, min(BESIDE_TALKS, len(alone))), *talks], MADE_NEAR_MISSES, RATE / 2)
    with torch.no_grad():
        for one, earlier in zip((*slow, null), first, strict=True):
            one.copy_((one + earlier) / 2)
    save(layers, {NULL: null, **{name: one.half() for name, one in whole.items()}}, target)


def _taken(example: Example, ranking: Json, chosen: random.Random, changed: float) -> tuple[str, list[View], bool]:
    """A question with the candidates to learn from, and whether the first is right; a share is made near misses."""
    views, right = drawn(example, ranking, chosen)
    if right and chosen.random() < changed:
        return near_miss(example, chosen), views, False
    return example.read.encoded, views, right


def _packaged() -> Any:
    """The packaged cross-encoder in torch."""
    config = BertConfig(hidden_size=384, num_hidden_layers=LAYERS, intermediate_size=1536, num_labels=1)
    config._attn_implementation = "eager"
    model = BertForSequenceClassification(config).eval()
    model.load_state_dict({name: torch.tensor(tensor) for name, tensor in packaged_cross_encoder().items()})
    return model


def _scores(model: Any, pairs: Sequence[tuple[str, View]]) -> torch.Tensor:
    """The scores of questions with candidates, all read together: of shape (pairs,)."""
    laid = [laid_pair(question, texts_of(view.unit, view.path[-1])) for question, view in pairs]
    longest = max(len(tokens) for tokens, _ in laid)
    ids = torch.tensor([[*tokens, *[0] * (longest - len(tokens))] for tokens, _ in laid])
    mask = torch.tensor([[1] * len(tokens) + [0] * (longest - len(tokens)) for tokens, _ in laid])
    parts = torch.stack([torch.arange(longest) >= second for _, second in laid]).long() * mask
    with torch.autocast("cpu", torch.bfloat16):
        return model(input_ids=ids, attention_mask=mask, token_type_ids=parts).logits[:, 0].float()
