"""The part of a question that asks, without what people say of themselves before and after it."""

from __future__ import annotations

import pytest

from assistant.retrieval.focus import focus_of

ASKED = "what was the find rate?"


@pytest.mark.parametrize(
    "question",
    [
        "Morning. what was the find rate?",
        "For a briefing, what was the find rate?",
        "My chief wants to know, before the 4pm meeting, what was the find rate?",
        "We are preparing a committee paper. what was the find rate?",
        "writing a briefing for the new PCC. what was the find rate?",
        "preparing for scrutiny tomorrow - what was the find rate?",
    ],
)
def test_a_lead_in_is_left_away(question: str) -> None:
    assert focus_of(question) == ASKED


def test_what_an_answer_is_for_is_left_away() -> None:
    assert focus_of("give me the find rate for a report") == "give me the find rate"


def test_what_follows_keeps_the_part_that_it_points_back_to() -> None:
    question = "Our committee heard of a savings gap until 2029. How big is it?"
    assert focus_of(question) == question
    assert "financial planning" in focus_of("We read that financial planning got better. What is the reason given?")


def test_a_question_that_only_begins_with_a_time_is_whole() -> None:
    question = "When officers used force, how often was it filmed?"
    assert focus_of(question) == question
