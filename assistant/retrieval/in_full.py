"""A question with the words spelt out that are typed short in haste: `ppl`, `r`, `abt`."""

from __future__ import annotations

import re
from functools import cache

from assistant.retrieval.lexicon import spelt_short


def in_full(question: str) -> str:
    """A question with words typed short spelt out; names with such letters stay: `S&R`, `R v Brown`, `no. 5`."""

    def whole(match: re.Match[str]) -> str:
        return spelt_short()[match[0].lower()] if match[0].islower() or len(match[0]) > 1 else match[0]

    return _short().sub(whole, question)


@cache
def _short() -> re.Pattern[str]:
    words = sorted(spelt_short(), key=len, reverse=True)
    return re.compile(
        rf"(?<![\w&/'\u2019.-])(?!no\. ?\d)(?:{'|'.join(map(re.escape, words))})(?![\w&/'\u2019-])", re.IGNORECASE
    )
