"""What the learning of adaptors shares: a low-rank change of a model's layers (LoRA), its steps, what they draw.

Each step takes questions, each with one right candidate and some wrong ones, most of them near misses, and raises the
share that the right one gets in a softmax over them and `null`, which stands for no answer and is right where there is
none.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import save_file

from assistant.conversation.records import Json
from assistant.evaluation.training import Example, first_ranked
from assistant.indexing.export import SCALE
from assistant.retrieval.view import View

ADAPTED = ("query", "value", "dense")
EPOCHS, RATE, FAST, TOGETHER = 2, 4e-4, 0.03, 4
"""Passes over the questions, the highest learning rate, that of the few numbers that scale scores, questions a step."""
HARD, NEAR_MISSES = 20, 5
"""Near misses are drawn from the first so many candidates, and how many of them."""


class Adapted(torch.nn.Module):  # type: ignore[misc]
    """A linear layer with a low-rank product added; only the product learns."""

    def __init__(self, layer: Any, rank: int) -> None:
        super().__init__()
        self.layer = layer
        self.a = torch.nn.Parameter(torch.randn(rank, layer.in_features) * 0.02)
        self.b = torch.nn.Parameter(torch.zeros(layer.out_features, rank))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """The layer's output with the product's."""
        linear = torch.nn.functional.linear
        return self.layer(x) + SCALE * linear(linear(x, self.a), self.b)


def adapt(model: Any, rank: int, within: str, lowest: int = 0) -> dict[str, Adapted]:
    """Put adapted layers in the place of an encoder's; the rest of the model stays as it is.

    Args:
        model: a BERT.
        rank: the products'.
        within: the name of the encoder in the model.
        lowest: the first of its layers that is adapted.
    """
    model.requires_grad_(False)
    encoder = model.get_submodule(within)
    names = [name for name, layer in encoder.named_modules() if isinstance(layer, torch.nn.Linear)]
    chosen = [name for name in names if name.rpartition(".")[2] in ADAPTED and int(name.split(".")[1]) >= lowest]
    layers = {}
    for name in (f"{within}.{name}" for name in chosen):
        parent, _, own = name.rpartition(".")
        layers[name] = Adapted(model.get_submodule(name), rank)
        setattr(model.get_submodule(parent), own, layers[name])
    return layers


def products_of(layers: Mapping[str, Adapted]) -> list[torch.nn.Parameter]:
    """What of adapted layers learns."""
    return [one for layer in layers.values() for one in (layer.a, layer.b)]


def save(layers: Mapping[str, Adapted], heads: Mapping[str, torch.Tensor], target: Path) -> None:
    """Write what was learned: the products in half precision, and what else was learned as it is."""
    products = {f"{name}.{key}": getattr(layer, key).half() for name, layer in layers.items() for key in "ab"}
    save_file({name: one.detach().contiguous() for name, one in (products | dict(heads)).items()}, target)


def descend(
    slow: Sequence[torch.nn.Parameter],
    fast: Sequence[torch.nn.Parameter],
    examples: Sequence[Example],
    chosen: random.Random,
    loss: Callable[[Sequence[Example]], torch.Tensor],
    rate: float = RATE,
) -> None:
    """Learn, a few questions a step, in another order each time they are gone through.

    Args:
        slow: what learns at `rate`.
        fast: what learns at `FAST`.
        examples: of which those count that something can be learned from.
        chosen: what draws the order.
        loss: what is to become small, of the questions of a step.
        rate: the highest learning rate.
    """
    usable = [one for one in examples if not one.answerable or one.right.any()]
    order = [one for _ in range(EPOCHS) for one in chosen.sample(usable, len(usable))]
    steps = len(order) // TOGETHER
    groups = [{"params": list(slow), "lr": rate}, {"params": list(fast), "lr": FAST}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    pacing = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: _pace(step, steps))
    for at in range(steps):
        loss(order[at * TOGETHER :][:TOGETHER]).backward()
        torch.nn.utils.clip_grad_norm_(slow, 1.0)
        optimiser.step()
        pacing.step()
        optimiser.zero_grad()


def _pace(step: int, steps: int) -> float:
    """The learning rate as a share of the highest: up in the first tenth, then down in a straight line."""
    return min(1.0, (step + 1) / (0.1 * steps)) * max(0.02, 1 - step / steps)


def drawn(example: Example, ranking: Json, chosen: random.Random, others: int = 0) -> tuple[list[View], bool]:
    """Candidates to learn from, and whether the first is right; none is where the question has no answer.

    Args:
        example: a question with its candidates.
        ranking: the model that says which wrong candidates are near misses.
        chosen: what draws.
        others: how many that aren't near misses are taken as well.
    """
    right = {one.view.number for one, is_right in zip(example.found, example.right, strict=True) if is_right}
    views = [one.view for one in first_ranked(example, ranking)]
    wrong = [view for view in views[:HARD] if view.number not in right]
    rest = [view for view in views[HARD:] if view.number not in right]
    taken = chosen.sample(wrong, min(NEAR_MISSES, len(wrong))) + chosen.sample(rest, min(others, len(rest)))
    answers = [view for view in views if view.number in right][:3] if example.answerable else []
    return [chosen.choice(answers), *taken] if answers else taken, bool(answers)


def share_lost(scores: torch.Tensor, null: torch.Tensor, *, right: bool) -> torch.Tensor:
    """The negative log of the share that the right candidate gets, or `null` where a question has no answer."""
    shares = torch.log_softmax(torch.cat([scores, null.reshape(1)]), 0)
    return -shares[0 if right else -1]
