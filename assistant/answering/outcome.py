"""What comes of a question asked of the reports in its scope: statements, or why it is refused."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.answering.choose import Chosen, statements_for
from assistant.answering.context import Context
from assistant.answering.draft import Said
from assistant.answering.refusal import Refused
from assistant.answering.refused_search import refused_by_search
from assistant.answering.refused_time import refused_by_time
from assistant.types import Reason


@dataclass(frozen=True, slots=True)
class Outcome:
    """A question with what was found, what is said of it, and why it is refused where it is."""

    context: Context
    said: Chosen
    refused: Refused | None


def outcome_of(context: Context, several: list[Said] | None = None) -> Outcome:
    """What comes of a question.

    Args:
        context: the question with what was found.
        several: the statements of an answer over several reports, where the question asks for one.
    """
    said = statements_for(context, several)
    refused = refused_by_time(context, said.statements) if said.statements else (Reason.METRIC_NOT_REPORTED, "")
    if refused is None and not said.structured:
        refused = refused_by_search(context, said.statements)
    return Outcome(context, said, refused)
