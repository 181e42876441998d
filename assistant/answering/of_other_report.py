"""A follow-up that asks the same of another report: `and in the last report?`, `what was it in the 2018 one`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.reading.cycles import before
from assistant.types import Report, Turn

_ASKED = re.compile(
    r"^(?:(?:and|so|but|ok(?:ay)?|right|then|now|what about|how about)\b,? ?|"
    r"what(?:['\u2019]s| is| was| were) (?:it|that|this|they|those|"
    r"the (?:figure|number|rate|same|equivalent)(?: thing)?) ?|"
    r"what did (?:it|they|that) say ?|compared (?:to|with) ?)*"
    r"(?:(?:back )?(?:in|for|from|of) )?(?:the |its |their )?"
    r"(?:(?P<year>20\d\d(?:\s*[\u2013/-]\s*(?:20)?\d\d)?)(?: (?:report|inspection|one|peel))?|"
    r"(?:(?:(?P<last>last|previous|prior|first)|(?P<older>older?|earlier)|"
    r"(?P<newer>new|newer|newest|latest|current|recent|later)) (?:(?:peel|hmicfrs) )?"
    r"(?P<what>reports?|inspection|(?<!last )(?<!previous )(?<!prior )(?<!first )one))"
    r"(?:,? (?P<named>20\d\d(?:\s*[\u2013/-]\s*(?:20)?\d\d)?))?)"
    r"(?:,? (?:what|how many) (?:was|were|is|did they) (?:it|that|recorded|reported|record|say|there))?\W*$",
    re.IGNORECASE,
)

TWO = 2


def of_other_report(question: str, turns: Sequence[Turn], reports: Sequence[Report]) -> str:
    """A follow-up that only names another report, with that report's cycle; itself where it says anything else.

    Args:
        question: its own words.
        turns: the turns before, at least one.
        reports: what is held.
    """
    found = _ASKED.match(question.strip())
    force = turns[-1].answer.reading.scope.force
    cycles = sorted(one.metadata.cycle for one in reports if one.metadata.cycle and one.metadata.force == force)
    if found is None or len(cycles) < TWO:
        return question
    if year := found["year"] or found["named"]:
        return f"and in {year}"
    cycle = _cycle_meant(found, cycles, turns[-1].answer.reading.scope.cycle or cycles[-1])
    return f"and in {cycle}" if cycle else question


def _cycle_meant(found: re.Match[str], cycles: Sequence[str], told: str) -> str:
    """The cycle that a follow-up means by its words; empty where it isn't held.

    Args:
        found: the follow-up.
        cycles: those that are held, the oldest first.
        told: the one that was told of.
    """
    if found["newer"]:
        return cycles[-1]
    if (found["last"] or "").lower() == "first":
        return cycles[0]
    earlier = [cycle for cycle in cycles if cycle < told]
    last = before(told) if found["last"] and found["what"].lower() == "inspection" else (earlier or [""])[-1]
    return last if last in cycles else ""
