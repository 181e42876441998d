"""peel and other tools beside each other: what is asked, what counts as found, and what the tables say."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.errors import BatchError
from assistant.evaluation.beside import Given, ask_ours, subject_of
from assistant.evaluation.beside_table import FOUND_HEAD, found_of, found_row, measured_of
from assistant.evaluation.expected import Expected
from assistant.evaluation.others import Found
from assistant.evaluation.programs import Ran
from assistant.evaluation.questions import Question
from assistant.evaluation.scoring import has_wanted, is_right
from tests.fakes import EchoAnswerer, QueueAnswerer

RATE = Expected(must_all=("91.5",), must_any=(("percent",),), must_not=("12",))
QUESTIONS = (
    Question("a", "calls?", RATE),
    Question("b", "calls at night?", RATE),
    Question("c", "calls in Southshire?", Expected(answerable=False)),
    Question("d", "calls by day?", RATE),
)
OTHER = Given(
    "words",
    {},
    9.0,
    (Ran(4.0, 500.0), Ran(2.0, 400.0)),
    (
        Found("a", ("91.5% in 12 seconds", "nothing"), 3.0),
        Found("b", ("nothing", "91.5", "a percent"), 0.25),
        Found("c", ("anything",), 0.5),
        Found("d", (), 0.75),
    ),
)


def test_a_text_has_what_is_wanted_whatever_stands_beside_it() -> None:
    assert has_wanted(RATE, "91.5% within 12 seconds")
    assert not is_right(RATE, "91.5% within 12 seconds")
    assert is_right(RATE, "91.5%")
    assert not has_wanted(RATE, "191.5%")
    assert not has_wanted(RATE, "91.5 calls")


def test_what_is_found_is_counted_in_the_first_text_and_in_all() -> None:
    counts = found_of(OTHER, QUESTIONS)
    assert counts == {"answerable": 3, "first": 1, "all": 2, "characters": 7, "unanswerable": 1, "refused": 0}
    assert found_row("words", counts).split() == ["words", "33.3%", "66.7%", "7", "0.0%"]
    assert len(found_row("words", counts)) == len(FOUND_HEAD)


def test_each_question_has_its_own_texts() -> None:
    with pytest.raises(ValueError, match="shorter"):
        found_of(OTHER, QUESTIONS + QUESTIONS[:1])


def test_the_first_answer_is_not_warm_and_all_is_held_against_peel() -> None:
    rows = {one.name: one for one in measured_of(OTHER)}
    assert rows["words: warm"].values == (250.0, 500.0, 750.0)
    assert rows["words: cold"].values == (4.0, 2.0)
    assert rows["words: cold, memory"].floor == "peel: cold, memory"
    ours = {one.name: one.floor for one in measured_of(Given("peel", {}, 1.0, OTHER.cold, OTHER.found))}
    assert ours == dict.fromkeys((row.floor for row in rows.values()), "")


def test_peel_gives_its_answer_and_its_refusals() -> None:
    found = list(ask_ours(QUESTIONS[1:3], EchoAnswerer()))
    assert [(each.id, each.refused) for each in found] == [("b", False), ("c", True)]
    assert found[0].texts[0].startswith("91.5 percent of calls.")
    assert found[0].seconds > 0


def test_what_peel_cant_ask_is_neither_found_nor_refused() -> None:
    (found,) = ask_ours(QUESTIONS[:1], QueueAnswerer([BatchError("no")]))
    assert (found.texts, found.refused) == (("",), False)


@pytest.mark.parametrize("name", ["holmefell", "thornleigh"])
def test_a_report_of_the_tests_is_asked_about_with_its_own_questions(name: str) -> None:
    subject = subject_of(name)
    assert subject.report.name.startswith(name)
    assert len(subject.questions) > 100
    named = {report for question in subject.questions if question.expected for report in question.expected.report}
    assert all(report.startswith(name) for report in named)
    assert any(question.expected and not question.expected.answerable for question in subject.questions)


def test_a_report_that_isnt_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(BatchError, match="no report of holmefell"):
        subject_of("holmefell", tmp_path)
