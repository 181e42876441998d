"""A question and a sentence read together: slower than the words of each held against those of the other, and truer.

The cross-encoder (Nogueira and Cho 2019, "Passage re-ranking with BERT") sees both texts at once, so that it knows a
figure of other forces from the force's own, or 2.6 times for searches from 2.9 times for force.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from typing import Protocol

from assistant.indexing.cross_network import CrossNetwork
from assistant.indexing.tokens import Texts, texts_of
from assistant.retrieval.view import View

DECIMALS = 4
"""What is kept of a score: its last bits hang on the processor."""
MOST_READERS = 4
"""Threads; more wait for each other."""


class Pairs(Protocol):
    """What reads a question together with candidates."""

    def scores(self, questions: Sequence[str], views: Sequence[View]) -> list[float]:
        """For each candidate the logarithm of how much likelier it is to answer its question than none.

        Args:
            questions: as many as there are candidates.
            views: the candidates.
        """
        ...

    def read_bare(self, question: str, texts: Sequence[str]) -> list[float]:
        """The same for one question and texts that stand nowhere, such as parts of a sentence."""
        ...


class PairReader:
    """The cross-encoder of an index.

    Args:
        network: the index's.
    """

    def __init__(self, network: CrossNetwork) -> None:
        self._network = network

    def scores(self, questions: Sequence[str], views: Sequence[View]) -> list[float]:
        """See `Pairs.scores`; each core reads a pair at a time, which changes no number."""
        return self._read(questions, [texts_of(view.unit, view.path[-1]) for view in views])

    def read_bare(self, question: str, texts: Sequence[str]) -> list[float]:
        """See `Pairs.read_bare`."""
        return self._read([question] * len(texts), [(text, "") for text in texts])

    def _read(self, questions: Sequence[str], texts: Sequence[Texts]) -> list[float]:
        self._network.load()
        scores = self._readers.map(self._network.score, questions, texts)
        return [round(score, DECIMALS) for score in scores]

    @cached_property
    def _readers(self) -> ThreadPoolExecutor:
        return ThreadPoolExecutor(min(os.cpu_count() or 1, MOST_READERS), thread_name_prefix="reads")
