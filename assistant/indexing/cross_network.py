"""The cross-encoder of an index, run by onnxruntime: how well a sentence in its place answers a question."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from assistant.indexing.network import marked, pieces, session_of
from assistant.indexing.tokens import Texts

CROSS_ENCODER = "cross_encoder.onnx"
LONGEST_QUESTION, LONGEST_SENTENCE, LONGEST = 62, 80, 176
"""Tokens of a question, of a sentence's own words, and of all with its marks."""


class CrossNetwork:
    """The network, loaded when it is first run.

    Args:
        file: the network's, with its weights beside it.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._session: Any = None

    def load(self) -> Any:
        """The session of onnxruntime; see `score`."""
        self._session = self._session or session_of(self._file)
        return self._session

    def score(self, question: str, texts: Texts) -> float:
        """How much likelier the sentence is to answer the question than none: the logarithm of that.

        A pair is run alone, so that its number hangs on no other pair.

        Raises:
            IndexDamaged: a file of the network is missing or unreadable.
        """
        tokens, second = laid_pair(question, texts)
        places = np.arange(len(tokens))
        given = {"tokens": np.array(tokens), "parts": (places >= second).astype(np.int64), "places": places}
        return float(self.load().run(None, given)[0][0, 0])


def laid_pair(question: str, texts: Texts) -> tuple[list[int], int]:
    """The tokens of a question, a sentence and its surroundings, and where the sentence starts."""
    asked = pieces(question)[:LONGEST_QUESTION]
    own = pieces(texts[0])[:LONGEST_SENTENCE]
    around = pieces(texts[1])[: LONGEST - 4 - LONGEST_QUESTION - len(own)]
    parts: Sequence[Sequence[int]] = (asked, own, around) if around else (asked, own)
    return marked(*parts), len(asked) + 2
