"""Whether most did: a share of a sentence tells that, however it is worded."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.types import Figure, FigureKind

_MOST = re.compile(
    r"\b(?:(?<!the )most(?= (?:of|\w+s\b|people|staff|police|women|men|children))|(?:the |a )?majority of|"
    r"more than half|over half)\b(?! (?:likely|common|often))",
    re.IGNORECASE,
)
HALF = 50.0


def asks_for_most(question: str) -> bool:
    """Whether a question asks if most of something did or were."""
    return bool(_MOST.search(question))


def tells_most(figures: Sequence[Figure]) -> bool | None:
    """Whether the shares of a sentence are more than half; None where it has none, or they disagree.

    Args:
        figures: those of the sentence. Of `39.3 percent` and `411 of 1,046` both are less than half.
    """
    shares = [float(one.values[0]) for one in figures if one.kind is FigureKind.PERCENT]
    pairs = [one.values for one in figures if one.kind is FigureKind.SHARE and float(one.values[-1])]
    more = {share > HALF for share in (*shares, *(100 * float(part) / float(whole) for part, whole in pairs))}
    return more.pop() if len(more) == 1 else None
