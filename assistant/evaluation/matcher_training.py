"""Learns the adaptor of the matcher: a low-rank change of the packaged model (LoRA).

Each step takes a question with one right candidate and some wrong ones, most of them near misses, and raises the share
that the right one gets in a softmax over them and `null`, which stands for no answer and is right where there is none.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import save_file
from transformers import AutoModel

from assistant.conversation.records import Json
from assistant.evaluation.matcher_scores import LearningMatcher
from assistant.evaluation.training import Example, first_ranked
from assistant.indexing.encoder import packaged_model
from assistant.indexing.export import SCALE
from assistant.retrieval.view import View

RANK = 12
EPOCHS, RATE, TOGETHER = 2, 4e-4, 4
"""Passes over the questions, the highest learning rate, questions a step."""
HARD, NEAR_MISSES, OTHERS = 20, 5, 1
"""Near misses are drawn from the first so many candidates; how many of them and of the rest are taken."""
ADAPTED = ("query", "value", "dense")


class Adapted(torch.nn.Module):  # type: ignore[misc]
    """A linear layer with a low-rank product added; only the product learns."""

    def __init__(self, layer: Any) -> None:
        super().__init__()
        self.layer = layer
        self.a = torch.nn.Parameter(torch.randn(RANK, layer.in_features) * 0.02)
        self.b = torch.nn.Parameter(torch.zeros(layer.out_features, RANK))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """The layer's output with the product's."""
        linear = torch.nn.functional.linear
        return self.layer(x) + SCALE * linear(linear(x, self.a), self.b)


def train_matcher(examples: Sequence[Example], ranking: Json, target: Path) -> None:
    """Learn the adaptor from examples and write it.

    Args:
        examples: questions with their candidates.
        ranking: the model that says which wrong candidates are near misses.
        target: the file to write.
    """
    torch.manual_seed(0)
    chosen, order = random.Random(0), [one for one in examples if not one.answerable or one.right.any()]  # noqa: S311
    model = AutoModel.from_pretrained(str(packaged_model()), attn_implementation="eager")  # a third of the others' time
    layers = _adapt(model)
    heads = {
        "mix": torch.nn.Parameter(torch.tensor([10.0, 6.0, 6.0])),
        "null": torch.nn.Parameter(torch.tensor(11.0)),
        "token.weight": torch.nn.Parameter(torch.zeros(1, 384)),
        "token.bias": torch.nn.Parameter(torch.zeros(1)),
    }
    slow = [p for layer in layers.values() for p in (layer.a, layer.b)] + [heads["token.weight"], heads["token.bias"]]
    groups = [{"params": slow, "lr": RATE}, {"params": [heads["mix"], heads["null"]], "lr": 0.03}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = EPOCHS * len(order) // TOGETHER
    pace = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: _pace(step, steps))
    matcher = LearningMatcher(model, heads, half=True)
    shuffled = [one for _ in range(EPOCHS) for one in chosen.sample(order, len(order))]
    for at in range(steps):
        _loss(matcher, shuffled[at * TOGETHER :][:TOGETHER], ranking, chosen).backward()
        torch.nn.utils.clip_grad_norm_(slow, 1.0)
        optimiser.step()
        pace.step()
        optimiser.zero_grad()
    products = {f"{name}.{key}": getattr(layer, key).half() for name, layer in layers.items() for key in "ab"}
    save_file({name: one.detach().contiguous() for name, one in (products | heads).items()}, target)


def _adapt(model: Any) -> dict[str, Adapted]:
    """Put adapted layers in the place of the encoder's; the rest of the model stays as it is."""
    model.requires_grad_(False)
    names = [name for name, layer in model.encoder.named_modules() if isinstance(layer, torch.nn.Linear)]
    layers = {}
    for name in (f"encoder.{name}" for name in names if name.rpartition(".")[2] in ADAPTED):
        parent, _, own = name.rpartition(".")
        layers[name] = Adapted(model.get_submodule(name))
        setattr(model.get_submodule(parent), own, layers[name])
    return layers


def _pace(step: int, steps: int) -> float:
    """The learning rate as a share of the highest: up in the first tenth, then down in a straight line."""
    return min(1.0, (step + 1) / (0.1 * steps)) * max(0.02, 1 - step / steps)


def _loss(matcher: LearningMatcher, examples: Sequence[Example], ranking: Json, chosen: random.Random) -> torch.Tensor:
    """The mean negative log of the share that the right candidate gets, or `null` where a question has no answer."""
    drawn = [_drawn(example, ranking, chosen) for example in examples]
    scores = matcher.scores([(e.read.encoded, views) for e, (views, _) in zip(examples, drawn, strict=True)])
    shares = [torch.log_softmax(torch.cat([one, torch.zeros(1)]), 0) for one in scores]
    return -torch.stack([share[0 if right else -1] for share, (_, right) in zip(shares, drawn, strict=True)]).mean()


def _drawn(example: Example, ranking: Json, chosen: random.Random) -> tuple[list[View], bool]:
    """Candidates to learn from, and whether the first is right; none is where the question has no answer."""
    right = {one.view.number for one, is_right in zip(example.found, example.right, strict=True) if is_right}
    views = [one.view for one in first_ranked(example, ranking)]
    wrong = [view for view in views[:HARD] if view.number not in right]
    others = [view for view in views[HARD:] if view.number not in right]
    taken = chosen.sample(wrong, min(NEAR_MISSES, len(wrong))) + chosen.sample(others, min(OTHERS, len(others)))
    answers = [view for view in views if view.number in right][:3] if example.answerable else []
    return [chosen.choice(answers), *taken] if answers else taken, bool(answers)
