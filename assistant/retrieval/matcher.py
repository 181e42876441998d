"""How the words of a question meet those of a sentence in its place: the packaged model with a small learned adaptor.

Late interaction (Khattab and Zaharia 2020, "ColBERT"): every token of the question is held against the token of the
sentence that is most like it. The adaptor is a low-rank change of the model's weights (Hu et al. 2021, "LoRA"), added
once when the model is loaded; `scripts/train_models` learns it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import as_file, files
from typing import Any, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from assistant.indexing.encoder import packaged_model
from assistant.retrieval.view import View

NAMES = ("match", "match cosine", "tokens near", "tokens met", "least token near", "least token met")
ADAPTOR = "matcher.safetensors"
SCALE = 2.0
"""What the low-rank product counts: alpha over rank."""
LEAD, TEXT = 110, 320
"""Characters of the sentence before it, and of a sentence itself, that are looked at."""
LONGEST_QUESTION, LONGEST = 64, 88
"""Tokens."""
HEAVIEST = 4
"""How many of the question's weightiest tokens are asked for the one that is met least."""
DECIMALS = 5
"""What is kept of a feature: the last bits of a product hang on where in memory its numbers stand."""
KEPT = 4096
"""Sentences whose tokens are kept for the next question."""


class Matcher(Protocol):
    """What holds a question against candidates."""

    def match(self, question: str, views: Sequence[View]) -> NDArray[np.float64]:
        """The features of `NAMES` for each candidate: an array of shape (candidates, 6)."""
        ...


class Tokens(NamedTuple):
    """A text's tokens as the model sees them."""

    unit: Any
    """Unit vectors, of shape (tokens, dimensions)."""
    raw: Any
    """The same before they were brought to length 1."""
    mean: Any
    """The unit vector of the whole text."""
    own: Any
    """Which tokens are the sentence's own and not its heading's or lead's."""


class TokenMatcher:
    """The packaged model with the adaptor, loaded when the first question is asked."""

    def __init__(self, loaded: tuple[Any, Any, Mapping[str, Any]] | None = None) -> None:
        """With a tokenizer, a model and learned tensors where others than those of peel are wanted: to learn."""
        self._loaded = loaded
        self._tokens_of = lru_cache(maxsize=KEPT)(self._tokens)

    def match(self, question: str, views: Sequence[View]) -> NDArray[np.float64]:
        """See `Matcher.match`. Each text is encoded by itself, so that its numbers hang on no other text."""
        import torch

        with torch.inference_mode():
            asked = self._tokens(question, "")
            rows = [self._features(asked, self._tokens_of(*passage_of(view))) for view in views]
        found = np.array([row.tolist() for row in rows], dtype=np.float64).reshape(-1, len(NAMES))
        return found.round(DECIMALS)

    def scores(self, question: str, views: Sequence[View]) -> Any:
        """The first of the features as a tensor of shape (candidates,), with what is needed to learn from it."""
        import torch

        asked = self._tokens(question, "")
        return torch.stack([self._features(asked, self._tokens(*passage_of(view)))[0] for view in views])

    def _features(self, asked: Tokens, told: Tokens) -> Any:
        import torch

        _, _, learned = self._load()
        alike = asked.unit @ told.unit.T
        near, met = alike.amax(-1), alike[:, told.own].amax(-1)
        weights = torch.softmax((asked.raw @ learned["token.weight"].T + learned["token.bias"]).squeeze(-1), 0)
        parts = torch.stack([told.mean @ asked.mean, near @ weights, met @ weights])
        heaviest = torch.topk(weights, min(HEAVIEST, len(weights))).indices
        score = parts @ learned["mix"] - learned["null"]
        return torch.stack([score, *parts, near[heaviest].min(), met[heaviest].min()])

    def _tokens(self, text: str, around: str) -> Tokens:
        import torch

        tokenizer, model, _ = self._load()
        first, second = (around, text) if around else (text, None)
        taken = tokenizer(
            first,
            second,
            truncation="only_first" if second else True,
            max_length=LONGEST if second else LONGEST_QUESTION,
            return_tensors="pt",
        )
        own = taken["token_type_ids"][0].bool() if second else torch.ones_like(taken["input_ids"][0]).bool()
        taken["token_type_ids"] = torch.zeros_like(taken["token_type_ids"])
        raw = model(**taken).last_hidden_state[0]
        words = ~torch.isin(taken["input_ids"][0], torch.tensor([tokenizer.cls_token_id, tokenizer.sep_token_id]))
        unit = torch.nn.functional.normalize
        return Tokens(unit(raw, dim=-1)[words], raw[words], unit(raw.mean(0), dim=-1), own[words])

    def _load(self) -> tuple[Any, Any, Mapping[str, Any]]:
        if self._loaded is None:
            import torch
            from safetensors.torch import load_file
            from transformers import AutoModel

            torch.set_num_threads(1)  # a question's short texts gain nothing from more, and lose much on a busy machine
            folder = str(packaged_model())
            with as_file(files("assistant.retrieval").joinpath(ADAPTOR)) as file:
                learned = {name: tensor.float() for name, tensor in load_file(file).items()}
            model = AutoModel.from_pretrained(folder).eval()
            adapt(model, learned)
            self._loaded = tokenizer_of(folder), model, learned
        return self._loaded


def tokenizer_of(folder: str) -> Any:
    """The tokenizer of a model's folder."""
    from transformers import AutoTokenizer

    return AutoTokenizer.from_pretrained(folder)


def passage_of(view: View) -> tuple[str, str]:
    """A candidate's own words, and its heading with the end of the sentence before it."""
    unit = view.unit
    rows = " | ".join(f"{column}: {cell}" for column, cell in zip(unit.columns, unit.cells, strict=False))
    lead = unit.lead.split(". ")[-1][-LEAD:]
    return (rows or unit.text)[:TEXT], " | ".join(part for part in (view.path[-1], lead) if part)


def adapt(model: Any, learned: dict[str, Any]) -> None:
    """Add the adaptor's low-rank products to the weights of a model."""
    for name in {name.removesuffix(".a") for name in learned if name.endswith(".a")}:
        layer = model.get_submodule(name)
        layer.weight.data += SCALE * (learned[f"{name}.b"] @ learned[f"{name}.a"])
