"""A question that names no force, where the reports of several are held: asked back, or answered from the one meant."""

from __future__ import annotations

import pytest

from assistant.answering.answerer import Answerer
from assistant.types import Reason, Status, Turn
from tests.many import reading_answerer, small

DOGS = "\n### Dogs are trained\n\nOperation Bramble pairs each search dog with a second handler. It cost £41,000.\n"
RATE = "what share of 999 calls is answered within 10 seconds"
GRADE = "what grade was given for responding to the public"


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return reading_answerer(
        tmp_path_factory.mktemp("whose"),
        {
            "alder.md": small("Alder", "Good", rate="91.5") + DOGS,
            "birch.md": small("Birch", "Inadequate", rate="84.0"),
            "cedar.md": small("Cedar", "Good", rate="77.2", period="31 March 2025"),
        },
    )


@pytest.mark.parametrize("question", [RATE, GRADE])
def test_what_several_forces_answer_alike_is_asked_back(answerer: Answerer, question: str) -> None:
    answer = answerer.ask(question)
    assert (answer.status, answer.reason) == (Status.NOT_IN_REPORTS, Reason.AMBIGUOUS)
    assert answer.text.startswith("Which one is meant? Alder, Birch or Cedar?")
    assert answer.reading.scope.force is None


@pytest.mark.parametrize(("question", "right"), [(RATE, "84.0 percent"), (GRADE, "Inadequate")])
def test_the_force_alone_is_reply_enough(answerer: Answerer, question: str, right: str) -> None:
    turns = [Turn(question, answerer.ask(question))]
    answer = answerer.ask("Birch", turns)
    assert answer.text.startswith(right)
    assert {one.report for one in answer.citations} == {"birch-2023-25"}


def test_what_one_force_alone_tells_is_answered_from_it(answerer: Answerer) -> None:
    answer = answerer.ask("what does Operation Bramble do")
    assert {one.report for one in answer.citations} == {"alder-2023-25"}
    assert answer.reading.scope.force == "Alder"


def test_what_follows_is_about_the_force_that_was_answered_from(answerer: Answerer) -> None:
    question = "what does Operation Bramble do"
    answer = answerer.ask(RATE, [Turn(question, answerer.ask(question))])
    assert answer.text.startswith("91.5 percent")


def test_a_period_that_one_report_alone_has_tells_which(answerer: Answerer) -> None:
    answer = answerer.ask(f"{RATE}, year ending March 2025")
    assert {one.report for one in answer.citations} == {"cedar-2023-25"}


def test_a_refusal_is_of_no_force(answerer: Answerer) -> None:
    answer = answerer.ask("how many horses does it stable")
    assert answer.status is Status.NOT_IN_REPORTS
    assert answer.reading.scope.force is None


def test_a_force_that_is_named_is_not_asked_back(answerer: Answerer) -> None:
    assert answerer.ask(f"Cedar: {RATE}").text.startswith("77.2 percent")


def test_small_talk_between_two_questions_changes_nothing(answerer: Answerer) -> None:
    turns: list[Turn] = []
    for question in (f"hi, could you tell me {RATE} in Birch? Thanks", "thanks", "ok great, and Cedar?"):
        turns.append(Turn(question, answerer.ask(question, turns)))
    rate, thanks, other = (turn.answer for turn in turns)
    assert rate.text.startswith("84.0 percent")
    assert thanks.reason is Reason.NOT_A_REPORT_QUESTION
    assert other.text.startswith("77.2 percent")
