"""Why a question is refused, in words, with the nearest thing that is held."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.retrieval.cues import asks
from assistant.types import Reason, Report

Refused = tuple[Reason, str]
"""Why a question is refused, and the force, cycle or period that isn't held; empty where it is none of these."""
WORDS = {
    Reason.FORCE_NOT_HELD: "The reports held don't cover {what}.",
    Reason.CYCLE_NOT_HELD: "No report of {what} is held.",
    Reason.PERIOD_NOT_HELD: "The reports don't give this for {what}.",
    Reason.METRIC_NOT_REPORTED: "The reports don't hold that{what}.",
    Reason.NOT_A_REPORT_QUESTION: "That isn't a question about the inspection reports{what}.",
    Reason.AMBIGUOUS: "Which one is meant? {what}",
}
"""The wording of each refusal: the one place where it stands."""
_HELD = " Held: "
FEW = 6
"""Reports that are named; more are counted."""


def refusal_text(reason: Reason, what: str, reports: Sequence[Report]) -> str:
    """A refusal in words, with what is held.

    Args:
        reason: why.
        what: the force, cycle or period that isn't held, or empty.
        reports: everything that is held.
    """
    return f"{WORDS[reason].format(what=what)}{_HELD}{held_words(reports)}."


def without_held(refusal: str) -> str:
    """A refusal in words without what is held."""
    return refusal.partition(_HELD)[0]


def held_words(reports: Sequence[Report]) -> str:
    """The reports that are held, in words: `Kent PEEL 2025–27 and Kent PEEL 2018`."""
    names = [
        report.name
        for report in sorted(reports, key=lambda report: (report.metadata.force, report.metadata.cycle), reverse=True)
    ]
    if len(names) > FEW:
        return f"{len(names)} reports"
    return " and ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else "".join(names) or "nothing"


def is_chat(question: str) -> bool:
    """Whether a question is small talk or an instruction and not about reports."""
    return asks("chat", question.lower().replace("\u2019", "'"))
