"""What an answer says of itself in every place where it is shown: what was searched, and that it is none yet."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.answering.refusal import FEW
from assistant.types import Answer, Reason


def searched_words(answer: Answer, names: Mapping[str, str]) -> str:
    """The reports that were searched, by their names, or how many where they are many: `258 reports`.

    Args:
        answer: the answer.
        names: of the reports, by their ids; one that isn't there goes by its id.
    """
    searched = [names.get(report, report) for report in answer.searched]
    return f"{len(searched)} reports" if len(searched) > FEW else ", ".join(searched)


def refused_words(answer: Answer) -> str:
    """What a refusal opens with: that the reports don't hold it, or that it has to be told what is meant."""
    return "Not answered yet" if answer.reason is Reason.AMBIGUOUS else "Not in the reports"
