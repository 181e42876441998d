"""Why a question is refused, in words, with the nearest thing that is held."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.retrieval.question import Question
from assistant.types import Reason, Report

_CHAT = re.compile(
    r"\b(?:ignore|disregard|forget)\b.*\b(?:instructions?|rules|prompt|report)\b|\bsystem prompt\b|"
    r"\b(?:new|following) instructions\b|\b(?:reply|answer|respond) (?:only|just) with\b|"
    r"\byour (?:instructions|prompt|rules)\b|\bpretend\b|\brole ?play\b"
    r"|\b(?:write|compose|tell me) (?:me )?(?:a |an )?(?:poem|joke|story|song|email|letter|essay|code|"
    r"limerick)\b|^(?:hi|hello|hey|thanks|thank you|cheers|good (?:morning|afternoon))\b[\s!.]*$"
    r"|\bhow are you\b|\bwho are you\b|\bweather\b|\brecipe\b|\bfootball\b|\bmeaning of life\b",
    re.IGNORECASE,
)

WORDS = {
    Reason.FORCE_NOT_HELD: "The reports held don't cover {what}.",
    Reason.CYCLE_NOT_HELD: "No report of {what} is held.",
    Reason.PERIOD_NOT_HELD: "The reports don't give this for {what}.",
    Reason.METRIC_NOT_REPORTED: "The reports don't hold that{what}.",
    Reason.NOT_A_REPORT_QUESTION: "That isn't a question about the inspection reports{what}.",
    Reason.AMBIGUOUS: "Which one is meant? {what}",
}
"""The wording of each refusal: the one place where it stands."""


def refusal_text(reason: Reason, what: str, reports: Sequence[Report]) -> str:
    """A refusal in words, with what is held.

    Args:
        reason: why.
        what: the force, cycle or period that isn't held, or empty.
        reports: everything that is held.
    """
    return f"{WORDS[reason].format(what=what)} Held: {held_words(reports)}."


def held_words(reports: Sequence[Report]) -> str:
    """The reports that are held, in words: `Kent PEEL 2025–27 and Kent PEEL 2018`."""
    names = [
        report.name
        for report in sorted(reports, key=lambda report: (report.metadata.force, report.metadata.cycle), reverse=True)
    ]
    if len(names) > 6:
        return f"{len(names)} reports"
    return " and ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else "".join(names) or "nothing"


def is_chat(question: Question) -> bool:
    """Whether a question is small talk or an instruction and not about reports."""
    return bool(_CHAT.search(question.text)) or not question.terms or not any(term.known for term in question.terms)
