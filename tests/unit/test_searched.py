"""What a refusal says of itself, in the shell and in the chat: what it is, and what was searched."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.answering.refusal import FEW
from assistant.conversation.searched import refused_words, searched_words
from assistant.types import Answer, QuestionType, Reading, Reason, Scope, Status

READING = Reading(QuestionType.FIGURE, Scope(), ("calls",), "calls")
REFUSED = Answer("calls", READING, Status.NOT_IN_REPORTS, reason=Reason.METRIC_NOT_REPORTED)


def test_a_few_reports_are_named_and_many_are_counted() -> None:
    ids = [f"alder-20{number:02}" for number in range(FEW + 1)]
    names = {id: f"Alder PEEL {id[-4:]}" for id in ids[1:]}
    few = replace(REFUSED, searched=tuple(ids[:2]))
    assert searched_words(few, names) == "alder-2000, Alder PEEL 2001"
    assert searched_words(replace(REFUSED, searched=tuple(ids)), names) == "7 reports"
    assert searched_words(REFUSED, names) == ""


@pytest.mark.parametrize("reason", list(Reason))
def test_what_has_to_be_told_first_is_not_said_to_be_missing(reason: Reason) -> None:
    words = refused_words(replace(REFUSED, reason=reason))
    assert words == ("Not answered yet" if reason is Reason.AMBIGUOUS else "Not in the reports")
