"""What a short follow-up means is written out, and nothing is that says more."""

from __future__ import annotations

import pytest

from assistant.retrieval.short_follow_ups import asks_effect, judges, written_out


@pytest.mark.parametrize(
    "question", ["is that good?", "and is it any good", "was that a decent result?", "so is that bad"]
)
def test_whether_a_figure_is_good_is_whether_it_is_high(question: str) -> None:
    assert written_out(question, after_figure=True) == "is that high or low"
    assert written_out(question, after_figure=False) == question


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("why so few?", "why is that"),
        ("and why so slow", "why is that"),
        ("and the fix?", "what is the force doing about it"),
        ("why so few women", "why so few women"),
        ("is that good practice", "is that good practice"),
        ("and for 101?", "and for 101?"),
    ],
)
def test_a_short_question_is_written_out(question: str, meant: str) -> None:
    assert written_out(question, after_figure=True) == meant


@pytest.mark.parametrize("question", ["is that high or low", "is it normal?", "so is that a lot?", "is that good"])
def test_what_to_think_of_it_is_asked(question: str) -> None:
    assert judges(question)


@pytest.mark.parametrize("question", ["is that high for a rural force", "is it in the report", "was that in 2018"])
def test_what_names_something_asks_for_more(question: str) -> None:
    assert not judges(question)


@pytest.mark.parametrize("question", ["has it worked", "does it work?", "did that help then", "any results so far?"])
def test_whether_it_worked_is_asked(question: str) -> None:
    assert asks_effect(question)


@pytest.mark.parametrize("question", ["how does it work", "does it work with schools", "who did it help"])
def test_how_it_works_is_another_question(question: str) -> None:
    assert not asks_effect(question)
