"""A number that a question claims and doesn't ask for: `are over 500 knives swapped`, `it's 50%, isn't it`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from assistant.reading.numbers import value_of

_TAG = re.compile(
    r"\b(?:(?:is|does|do|did|was|were|has|have|are)(?:n't| not) (?:it|they|there|he|she)|"
    r"correct|right|true|is that so)\W*$",
    re.IGNORECASE,
)
_HEARSAY = re.compile(
    r"^(?:is it (?:right|true|correct)(?: that)?|i(?:'ve)? (?:heard|read|thought)|someone (?:told me|said)|it says|"
    r"(?:\w+ ){0,3}(?:told me|tells me|says|said|claims?|reckons?)|apparently|supposedly)\b",
    re.IGNORECASE,
)
_ASKS_IF = re.compile(
    r"^(?:so |and |but )?(?:is|are|was|were|did|does|do|has|have|had|can)\b|"
    r"^(?:under|over|more than|less than|fewer than|at least) ",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?<![\w./-])(?:(?P<bound>more than|over|above|at least|under|less than|fewer than|below|at most|up to) )?"
    r"(?P<money>\u00a3)?(?P<number>\d[\d,]*(?:\.\d+)?)(?P<unit> ?%| ?per ?cent| ?million| ?m\b| times)?(?![\w/])",
    re.IGNORECASE,
)
_OF_TOPIC = re.compile(
    r"\b(?:(?:with)?in(?: under)?|the|those|these|its|all|level|grade|pip|page|figure|section) $", re.IGNORECASE
)
"""Words before a number that is no claim: a limit, something known, a name."""
_NO_CLAIM = re.compile(r"999|101|111|43|(?:19|20)\d\d")
_OVER = frozenset({"more than", "over", "above"})


@dataclass(frozen=True, slots=True)
class Claim:
    """A number that a question claims."""

    number: str
    bound: str
    """`more than`, `under` and the like; empty where it is claimed to be just that."""
    without: str
    """The question that asks for the number instead."""

    def holds(self, value: str) -> bool:
        """Whether a number meets the claim."""
        given, claimed = Decimal(value), Decimal(self.number)
        if not self.bound:
            return given == claimed
        if self.bound in ("at least", "at most", "up to"):
            return given >= claimed if self.bound == "at least" else given <= claimed
        return given > claimed if self.bound in _OVER else given < claimed

    def rounds(self, value: str) -> bool:
        """Whether a number is the one claimed when it is brought to as many places."""
        claimed = Decimal(self.number)
        return Decimal(value).quantize(claimed) == claimed if "." in value else False


def claim_in(question: str) -> Claim | None:
    """The number that a question claims; None where it asks for one, or names one that belongs to its topic."""
    text = question.strip().replace("\u2019", "'")
    if not (_TAG.search(text) or _HEARSAY.match(text) or _ASKS_IF.match(text)):
        return None
    match = next((match for match in _NUMBER.finditer(text) if _may_be_claimed(text, match)), None)
    if match is None:
        return None
    asked = f"{text[: match.start()]}{_asked_for(match)}{text[match.end() :]}"
    without = re.sub(r"\s+", " ", _HEARSAY.sub("", _TAG.sub("", asked))).strip(" ,-?")
    return Claim(value_of(match["number"], (match["unit"] or "").strip()), (match["bound"] or "").lower(), without)


def _asked_for(match: re.Match[str]) -> str:
    """What asks for the number that is claimed."""
    if match["money"]:
        return "how much"
    unit = match["unit"] or ""
    if "times" in unit:
        return "how many times"
    return "what percentage" if "%" in unit or "cent" in unit else "how many"


def _may_be_claimed(text: str, match: re.Match[str]) -> bool:
    known = _OF_TOPIC.search(text[: match.start()]) or _NO_CLAIM.fullmatch(match["number"])
    return not known and bool(match["unit"] or match["bound"] or len(match["number"]) > 1)
