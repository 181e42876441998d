"""The part of a question that asks: without the preamble in which people speak of themselves."""

from __future__ import annotations

import re

from assistant.reading.words import STOP_WORDS, words_of
from assistant.retrieval.cues import asks

_ASKS = r"(?:what|which|who|whose|when|where|why|how|is|are|was|were|did|does|do|has|have|had)\b"
_PAPER = (
    r"(?:briefing|report|meeting|paper|article|story|piece|essay|dissertation|presentation|committee|panel|note|"
    r"project|bid)"
)
_PARTS = re.compile(
    r"(?<=[.?!;:])\s+(?!\[)|\s+[\u2013\u2014-]\s+|"
    r",?\s+(?:so|and|but) (?=(?:need|want|looking for) (?:every|all|the|a|to)\b)|"
    r",?\s+(?:so|and|but) (?=(?:i|we)(?:'d| would)? (?:want|need|like|have) to (?:know|find out|check|see|hear)\b)",
    re.IGNORECASE,
)
_OF_THEMSELVES = re.compile(
    r"\b(?:i|i'm|i\u2019m|im|my|me|we|we're|our|hi|hello|dear|thanks|please)\b|"
    r"^(?:just |currently |still )?(?:writing|drafting|preparing|prepping|working on|putting together|compiling|"
    r"researching|updating|finishing)\b|"
    r"^(?:good )?(?:morning|afternoon|evening|hiya|hey|cheers|ok|right)\W*$",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(
    rf"^(?:(?:for|ahead of|before|in preparation for) [^,.?]*\b{_PAPER}\b[^,.?]*|"
    r"(?:my|our|the) [\w ]+ (?:wants?|needs?|would like|asked|is asking)\b[^,.?]*(?:,[^,.?]*)?),\s+"
    rf"(?={_ASKS})",
    re.IGNORECASE,
)
"""Who wants to know, or for what, before a question in the same sentence."""
_FOR_WHAT = re.compile(rf"\s+for (?:a|an|my|our|the|this) (?:\w+ ){{0,2}}{_PAPER}\W*$", re.IGNORECASE)
"""What an answer is needed for, at the end."""
_TO_KNOW = re.compile(
    r"^(?P<before>.*?\b(?:to know|tell me|let me know|wondering|to find out|you know)\b,?\s+)"
    r"(?=(?:how|what|which|who|whose|when|where|why)\b)",
    re.IGNORECASE | re.DOTALL,
)
"""All that comes before a question which somebody says they want to know."""
_POINTS_BACK = re.compile(
    r"\b(?:it|that|this|those|these)\b|\bthe (?:figure|number|amount|percentage|rate|total|answer|count)\W*$",
    re.IGNORECASE,
)
THIN = 2
"""Words with a meaning of their own. A part of so few that points back is understood by the part before it alone."""


def focus_of(question: str) -> str:
    """A question without its preamble; all of it where there is none.

    Of a preamble the last part stays where what follows points back to it: `a gap until 2029. How big is it?`
    """
    parts = [part.strip() for part in _PARTS.split(_LEAD_IN.sub("", _FOR_WHAT.sub("", question))) if part.strip()]
    parts[-1:] = [_without_lead(part) for part in parts[-1:]]
    asking = parts[-1:]
    before = parts[-2:-1] if asking and _leans(asking[0]) else []
    kept = [part for part in parts[: len(parts) - len(before) - 1] if not _OF_THEMSELVES.search(part)]
    return " ".join([*kept, *before, *asking])


def _without_lead(part: str) -> str:
    """A part without what somebody says of themselves before they say what they want to know."""
    found = _TO_KNOW.match(part)
    return part[found.end() :] if found and _OF_THEMSELVES.search(found["before"]) else part


def _leans(part: str) -> bool:
    words = [word for word in words_of(part) if word not in STOP_WORDS]
    reason = len(words) < THIN and asks("reason", part.lower())
    return reason or (len(words) <= THIN and bool(_POINTS_BACK.search(part)))
