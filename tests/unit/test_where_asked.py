"""A force and a report that a question names at its start or end choose what is searched and are read no further."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answering.answerer import Answerer
from assistant.retrieval.scope import Scoped
from assistant.retrieval.where_asked import without_where
from tests.made_up import MADE_UP
from tests.many import reading_answerer

ASKED = "how many calls are answered late"
PHRASE = "late calls answered"


def scoped(*forces: str) -> Scoped:
    return Scoped(forces, (), (), frozenset(), None, newest=False)


@pytest.mark.parametrize(
    "question",
    [
        "Kent: {}",
        "kent - {}",
        "In Kent, {}",
        "{} in Kent",
        "{}, Kent",
        "{} for Kent Police",
        "according to the report, {}",
        "{} according to the 2018 report",
        "In the latest report, {}",
        "{}, as per the inspectors",
        "Kent: {} in the newest inspection",
        "{} according to HMICFRS",
        "{} at the moment",
        "{} currently, Kent",
    ],
)
def test_a_force_and_a_report_at_the_edges_are_left_away(question: str) -> None:
    assert without_where(question.format(ASKED), scoped("Kent")) == ASKED


def test_a_name_alone_is_left_away_after_a_phrase_and_not_after_a_question() -> None:
    assert without_where(f"{PHRASE} kent", scoped("Kent")) == PHRASE
    assert without_where("what do partners think of kent", scoped("Kent")) == "what do partners think of kent"


@pytest.mark.parametrize(
    "question",
    [
        "grades for Kent",
        "how good is Kent",
        "how has Kent's control room changed staff rotas",
        "areas for improvement that stay open from the last inspection",
        "which sections of the report name local partners",
        "what late calls did Kent with Essex answer together",
    ],
)
def test_what_is_asked_about_them_stays(question: str) -> None:
    assert without_where(question, scoped("Kent")) == question


def test_of_two_forces_both_stay() -> None:
    question = f"{ASKED} in Kent"
    assert without_where(question, scoped("Kent", "Essex")) == question


def test_what_a_follow_up_took_over_stays() -> None:
    assert without_where(f"{ASKED} in Kent? [2018]", scoped("Kent")) == f"{ASKED}? [2018]"


@given(st.text(max_size=80))
def test_what_is_left_was_asked(question: str) -> None:
    rest = iter(question)
    assert all(letter in rest for letter in without_where(question, scoped("Kent")))


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    report = next(path for path in MADE_UP if path.name.startswith("wendmoor"))
    return reading_answerer(tmp_path_factory.mktemp("where"), {report.name: report.read_text(encoding="utf-8")})


@pytest.mark.parametrize(
    "question",
    [
        "{} for Wendmoor Police?",
        "Wendmoor: {}?",
        "{} according to the report?",
        "In the latest report, {}?",
        "Hi, could you tell me {}? Thanks",
        "Roughly {}? It's for a briefing tomorrow",
    ],
)
@pytest.mark.parametrize("asked", ["what did the alliance cost", "how many people signed up to Wendmoor Link"])
def test_the_answer_is_the_same_however_it_is_asked_for(answerer: Answerer, question: str, asked: str) -> None:
    plain = answerer.ask(f"{asked}?")
    assert plain.citations
    assert answerer.ask(question.format(asked)).text == plain.text
