"""Whose figures a text speaks of: the force's own, or those of other forces, a median, a standard."""

from __future__ import annotations

import re
from functools import lru_cache

_OTHERS = re.compile(
    r"\b(?:forces in england|all forces|other forces|median|typical range|national(?:ly)?|on average|"
    r"england and wales|e&w|standard|(?:across|rest of|whole of) the country|country-?wide|"
    r"(?:every|any)(?:one|body) else|other (?:police )?(?:constabularies|areas)|(?:typical|average) force|"
    r"what(?:'s| is) (?:normal|usual|typical))\b",
    re.IGNORECASE,
)
_GIVES_OTHERS = re.compile(
    r"\bforces (?:in|across) england and wales (?:have|had|[a-z]+ed|took|met|spent|made|gave)\b|"
    r"\bon average\b.*\bforces\b|\bforces\b.*\bon average\b|^(?:across|in) england and wales\b|^nationally\b|"
    r"^the (?:national|england and wales|e&w) (?:average|median|rate)\b|"
    r"^the (?:average|median) (?:for|of|in|across) (?:all|forces|england|other|similar)\b|"
    r"^the (?:typical|normal|usual) range (?:is|was|for)\b|^the median(?: value| figure)?(?: is| was| for)\b|"
    r"^the (?:[\w-]+ ){1,3}(?:for|in|across) (?:england and wales|all forces|other forces)\b|"
    r"\bacross (?:all forces|england and wales|the country) (?:was|were|is|fell|rose)\b",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\b(?:the force|its?|this force|the constabulary|we found|officers|"
    r"this (?:is|was|equals|means|compares)|compared with|than)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=64)
def speaks_of_others(text: str) -> bool:
    """Whether a text speaks of the median, a standard or other forces."""
    return bool(_OTHERS.search(text))


def is_of_others(text: str) -> bool:
    """Whether what a sentence gives is other forces' and none of the force's own."""
    return bool(_GIVES_OTHERS.search(text)) and not _OWN.search(text)
