"""A number that a question claims and doesn't ask for: `are over 500 knives swapped`, `it's 50%, isn't it`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

_SAID = re.compile(
    r"\b(?:(?:is|does|do|did|was|were|has|have|are)(?:n't| not) (?:it|they|there|he|she)|correct|right|true|is that so)\W*$|"
    r"^(?:is it (?:right|true|correct)|i(?:'ve)? (?:heard|read|thought)|someone (?:told|said)|(?:\w+ ){0,3}(?:told me|tells me|says|"
    r"said|claims?|reckons?)|it says|apparently|supposedly)\b",
    re.IGNORECASE,
)
_ASKS_IF = re.compile(
    r"^(?:so |and |but )?(?:is|are|was|were|did|does|do|has|have|had|can)\b|^(?:under|over|more than|less than|fewer than|at least) ",
    re.IGNORECASE,
)
_LIMIT = r"(?P<bound>more than|over|above|at least|under|less than|fewer than|below|at most|up to)"
_NUMBER = re.compile(
    rf"(?<![\w./-])(?:{_LIMIT} )?(?P<money>\u00a3)?(?P<number>\d[\d,]*(?:\.\d+)?)(?P<unit> ?%| ?per ?cent| ?million| ?m\b)?(?![\w/])",
    re.IGNORECASE,
)
_NO_CLAIM = frozenset({"999", "101", "111", "43"})
_OF_TOPIC = re.compile(
    r"\b(?:(?:with)?in(?: under)?|the|those|these|its|all|level|grade|pip|page|figure|section) $", re.IGNORECASE
)
"""Words before a number that is no claim: a limit, something known, a name."""
_OVER = frozenset({"more than", "over", "above", "at least"})


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
        return (
            given >= claimed
            if self.bound == "at least"
            else given > claimed
            if self.bound in _OVER
            else given < claimed
        )


def claim_in(question: str) -> Claim | None:
    """The number that a question claims; None where it asks for one, or names one that belongs to its topic."""
    text = question.strip().replace("\u2019", "'")
    if not (_SAID.search(text) or _ASKS_IF.match(text)):
        return None
    found = (match for match in _NUMBER.finditer(text) if _may_be_claimed(text, match))
    match = next(found, None)
    if match is None:
        return None
    asked = "what percentage" if "%" in (match["unit"] or "") or "cent" in (match["unit"] or "") else "how many"
    asked = "how much" if match["money"] else asked
    without = re.sub(r"\s+", " ", _SAID.sub("", f"{text[: match.start()]}{asked}{text[match.end() :]}")).strip(" ,-?")
    return Claim(match["number"].replace(",", ""), (match["bound"] or "").lower(), without)


def _may_be_claimed(text: str, match: re.Match[str]) -> bool:
    known = _OF_TOPIC.search(text[: match.start()]) or match["number"] in _NO_CLAIM
    year = re.fullmatch(r"(?:19|20)\d\d", match["number"])
    return not known and not year and bool(match["unit"] or match["bound"] or len(match["number"]) > 1)
