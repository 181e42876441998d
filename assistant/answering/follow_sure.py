"""Whether the best candidate answers a follow-up: a logistic model over named numbers, learned from conversations.

How a follow-up reads together with the sentence tells most: what is near the answer before looks like an answer by its
words alone, be it asked for or not.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from assistant.retrieval.pairs import Pairs
from assistant.retrieval.question import Question
from assistant.retrieval.ranked import READ, Ranked
from assistant.retrieval.ranker import model
from assistant.retrieval.terms import coverage
from assistant.types import Citation

NAMES = (
    *("pair", "best pair", "pairs together", "ahead", "same section", "own coverage", "answerable"),
    *("pair of own words", "pair after quotes"),
)
QUOTED = 300
"""Characters of what the answer before cited that are read with a follow-up."""
OwnReading = tuple[float, float]
"""How the best candidate reads with a follow-up's own words, and with them and what the answer before cited."""


def own_reading(question: Question, cited: Sequence[Citation], best: Ranked, pairs: Pairs) -> OwnReading:
    """How the best candidate reads without the question before: what is carried over may be all that fits.

    Args:
        question: the follow-up.
        cited: what the answer before cited.
        best: the best candidate.
        pairs: what reads a question together with candidates.
    """
    quotes = " ".join(citation.quote for citation in cited)[:QUOTED]
    alone, after = pairs.scores([question.alone, f"{question.alone} {quotes}"], [best.view] * 2)
    return alone, after


def answers_follow_up(
    question: Question, cited: Sequence[Citation], ranked: Sequence[Ranked], alone: float, own: OwnReading
) -> bool:
    """Whether the best candidate answers a follow-up; see `follow_up_features`."""
    row = follow_up_features(question, cited, ranked, alone, own)
    return float(model("follow-up").score(row.reshape(1, -1))[0]) >= 0


def follow_up_features(
    question: Question, cited: Sequence[Citation], ranked: Sequence[Ranked], alone: float, own: OwnReading
) -> NDArray[np.float64]:
    """The numbers of `NAMES`.

    Args:
        question: the follow-up.
        cited: what the answer before cited.
        ranked: its candidates, best first, the first of them read together with it.
        alone: the score that says of a question that stands alone whether it is answered.
        own: see `own_reading`.
    """
    best = ranked[0]
    read = [one.pair for one in ranked[:READ] if one.pair is not None] or [0.0]
    near = best.view.around
    sections = {(citation.report, citation.section) for citation in cited}
    row = (
        read[0],
        max(read),
        float(np.logaddexp.reduce([0.0, *read])),
        ranked[0].score - ranked[1].score if len(ranked) > 1 else 0.0,
        float((best.unit.report, best.view.path) in sections),
        coverage(question.own, near),
        alone,
        *own,
    )
    return np.array(row, dtype=np.float64)
