"""Short questions after a list or after grades ask for the same of another chapter, in total, or of another grade."""

from __future__ import annotations

import pytest

from assistant.answering.after_list import after_list
from assistant.answering.answerer import Answerer
from assistant.types import Turn
from tests.many import answerer_of

REPORT = """# PEEL 2023–25

An inspection of Alder Police

# Responding to the public

Good

Alder Police is good at responding to the public.

## Areas for improvement

### The force should answer 101 calls sooner

Callers wait for seven minutes.

### The force should make sure that control room staff record addresses

Some addresses are missing.

# Managing fraud

Inadequate

Alder Police is inadequate at managing fraud.

## Areas for improvement

### The force should tell victims of fraud what happens next

Victims aren't told.
"""
LIST = "what are the areas for improvement in responding to the public"
GRADES = "which areas are good"


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("after"), {"alder.md": REPORT})


def after(answerer: Answerer, first: str, question: str) -> str:
    return answerer.ask(question, [Turn(first, answerer.ask(first))]).text


@pytest.mark.parametrize("question", ["and in fraud?", "what about fraud?", "which ones are about fraud?"])
def test_a_list_goes_on_to_another_chapter(answerer: Answerer, question: str) -> None:
    text = after(answerer, LIST, question)
    assert text.startswith("1 area for improvement")
    assert "tell victims of fraud" in text


def test_a_list_is_counted(answerer: Answerer) -> None:
    assert after(answerer, LIST, "how many in total?").startswith("2 areas for improvement")


@pytest.mark.parametrize("question", ["and inadequate?", "and inadequate ones?", "what about inadequate?"])
def test_grades_go_on_to_another_grade(answerer: Answerer, question: str) -> None:
    text = after(answerer, GRADES, question)
    assert text.startswith("1 area graded inadequate")
    assert "Managing fraud" in text


@pytest.mark.parametrize("question", ["and in 2018?", "and how many officers are there?", "why?", "and last year?"])
def test_what_asks_for_something_else_stays(answerer: Answerer, question: str) -> None:
    assert after_list(question, [Turn(LIST, answerer.ask(LIST))]) == question


def test_after_anything_else_it_stays(answerer: Answerer) -> None:
    asked = "how long do callers wait"
    assert after_list("and in fraud?", [Turn(asked, answerer.ask(asked))]) == "and in fraud?"
