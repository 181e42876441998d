"""How the words of a question meet those of a sentence in its place: the packaged model with a small learned adaptor.

Late interaction (Khattab and Zaharia 2020, "ColBERT"): every token of the question is held against the token of the
sentence that is most like it. The sentences' tokens stand in the index; only the question is encoded when it is asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from assistant.indexing.adaptors import MATCHER_ADAPTOR, NULL, learned
from assistant.indexing.encoder import Vectors
from assistant.indexing.network import Network, marked, pieces, unit
from assistant.indexing.tokens import TokenFiles, Tokens, texts_of, tokens_of
from assistant.retrieval.view import View

NAMES = ("match", "match cosine", "tokens near", "tokens met", "least token near", "least token met")
LONGEST_QUESTION = 64
"""Tokens, the marks among them."""
HEAVIEST = 4
"""How many of the question's weightiest tokens are asked for the one that is met least."""
DECIMALS = 5
"""What is kept of a feature: the last bits of a product hang on where in memory its numbers stand."""
KEPT = 4096
"""Sentences encoded now whose tokens are kept for the next question."""


class Matcher(Protocol):
    """What holds a question against candidates."""

    def match(self, question: str, views: Sequence[View]) -> NDArray[np.float64]:
        """The features of `NAMES` for each candidate: an array of shape (candidates, 6)."""
        ...


class Asked(NamedTuple):
    """A question's tokens."""

    unit: Vectors
    """Unit vectors, of shape (tokens, dimensions)."""
    mean: Vectors
    """The unit vector of the whole question."""
    weights: Vectors
    """What each token counts; together 1."""
    heaviest: NDArray[np.intp]
    """The places of the tokens that count most."""


class TokenMatcher:
    """The matcher over the tokens of an index.

    Args:
        network: what encodes questions.
        held: the tokens of the index's sentences; None where each is encoded when it is met: to learn.
    """

    def __init__(self, network: Network, held: TokenFiles | None = None) -> None:
        self._network = network
        self._held = held
        self._encoded = lru_cache(maxsize=KEPT)(lambda texts: tokens_of(network, texts))

    def match(self, question: str, views: Sequence[View]) -> NDArray[np.float64]:
        """See `Matcher.match`."""
        asked = self.asked(question)
        rows = [features(asked, self._tokens(view)) for view in views]
        return np.array(rows, dtype=np.float64).reshape(-1, len(NAMES)).round(DECIMALS)

    def asked(self, question: str) -> Asked:
        """The tokens of a question."""
        states = self._network.states(laid_question(question))
        raw = states[1:-1]
        heads = learned(MATCHER_ADAPTOR)
        scores = raw @ heads["token.weight"][0] + heads["token.bias"]
        shares = np.exp(scores - scores.max(initial=-np.inf))
        weights = np.asarray(shares / shares.sum(), dtype=np.float32)
        return Asked(unit(raw), unit(states.mean(0)), weights, np.argsort(-weights, kind="stable")[:HEAVIEST])

    def _tokens(self, view: View) -> Tokens:
        return self._held[view.number] if self._held else self._encoded(texts_of(view.unit, view.path[-1]))


def laid_question(question: str) -> list[int]:
    """The tokens of a question as the model is given them."""
    return marked(pieces(question)[: LONGEST_QUESTION - 2])


def features(asked: Asked, told: Tokens) -> list[float]:
    """The numbers of `NAMES` for a question and a sentence."""
    alike = asked.unit @ told.unit.T
    near, met = alike.max(axis=1, initial=-1.0), alike[:, told.own :].max(axis=1, initial=-1.0)
    parts = np.array([told.mean @ asked.mean, near @ asked.weights, met @ asked.weights])
    heads = learned(MATCHER_ADAPTOR)
    score = parts @ heads["mix"] - heads[NULL]
    least = (part[asked.heaviest].min(initial=1.0) for part in (near, met))
    return [float(score), *map(float, parts), *map(float, least)]
