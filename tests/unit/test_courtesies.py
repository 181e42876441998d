"""Civilities before and after a question aren't read with it."""

from __future__ import annotations

from time import perf_counter

import pytest

from assistant.retrieval.courtesies import turns_elsewhere, without_courtesies

ASKED = "which teams have a backlog"


@pytest.mark.parametrize(
    "question",
    [
        "Can you tell me {}",
        "hi, could u please tell me {}",
        "Do we know {}",
        "I need to find out: {}",
        "Good morning, just tell me {}",
        "Quick one for a council meeting: {}",
        "Question: {}",
        "{} please",
        "{}, thanks!",
        "{} pls asap",
        "{}. Many thanks in advance.",
        "{}. It's for a briefing tomorrow morning",
        "{} - I need it for the chair by noon, thanks",
        "hello, {}",
        "hi there - {}",
        "ok thanks, {}",
        "Great. {}",
        "Overall, {}",
        "Roughly {}",
        "can you tell me exactly {}",
        "Different question: {}",
        "right. {}",
        "ok, new topic - {}",
        "Moving on, {}",
        "one more thing: {}",
    ],
)
def test_civilities_are_left_away(question: str) -> None:
    assert without_courtesies(question.format(ASKED)) == ASKED


def test_a_question_mark_stays() -> None:
    assert without_courtesies(f"{ASKED}? Thanks") == f"{ASKED}?"


@pytest.mark.parametrize(
    "question",
    [
        "can you tell me if teams have a backlog",
        "do you know whether teams have a backlog",
        "tell me about backlogs",
        "which letters say thanks to victims",
        "thanks",
        "hello",
        "what do victims say it is for",
        "Which team has a backlog, and is it needed?",
    ],
)
def test_what_asks_or_is_all_there_is_stays(question: str) -> None:
    assert without_courtesies(question) == question


def test_a_phrase_with_parts_is_whole_after_a_civility() -> None:
    question = "backlogs in the control room - how many"
    assert without_courtesies(f"can you tell me {question}") == question


@pytest.mark.parametrize("signs", [".", " , ", "thanks ", "need it. "])
def test_a_long_line_of_signs_does_not_hang(signs: str) -> None:
    def seconds(times: int) -> float:
        text = f"x{signs * times}y"
        started = perf_counter()
        without_courtesies(text)
        return perf_counter() - started

    assert min(seconds(4000 // len(signs)) for _ in range(3)) < 1


@pytest.mark.parametrize("question", ["different topic: staff", "ok, next question. staff", "moving on, staff"])
def test_a_question_may_say_that_it_is_about_something_else(question: str) -> None:
    assert turns_elsewhere(question)


@pytest.mark.parametrize("question", ["next year?", "and another force?", "are they moving on to it", "right, staff"])
def test_what_goes_on_says_nothing_of_the_kind(question: str) -> None:
    assert not turns_elsewhere(question)
