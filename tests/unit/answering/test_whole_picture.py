"""Grades of all areas, of two side by side, of two cycles; and none for what has no grade of its own."""

from __future__ import annotations

import pytest

from assistant.answering.answerer import Answerer
from assistant.types import Answer, Reason, StatementKind, Turn
from tests.many import answerer_of, small

FINDINGS = """### Custody has new cells

The custody suite has twelve new cells.
"""
IMPROVE = """## Areas for improvement

### The force should answer calls sooner

Callers wait for ten minutes. The force has no plan for that.

### The force should tell callers how long they wait

It has told none of them since 2022.

# Managing fraud
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    now = (
        small("Alder", "Adequate", rate="91.5").replace("# Managing fraud\n", IMPROVE, 1).replace("Adequate", "Good", 1)
    )
    now = now.replace("is adequate at responding", "is good at responding")
    now = now.replace("## Main findings\n", f"## Main findings\n\n{FINDINGS}", 1)
    then = small("Alder", "Requires improvement", cycle="2018", period="31 March 2017", rate="80.5")
    return answerer_of(tmp_path_factory.mktemp("whole"), {"now.md": now, "then.md": then})


def rows(answer: Answer) -> list[str]:
    return [one.text for one in answer.statements if one.kind is StatementKind.ROW]


ALL = ["Responding to the public: good", "Managing fraud: adequate"]


@pytest.mark.parametrize(
    "question",
    [
        "what are alders grades",
        "how did Alder do overall",
        "summary of the judgments please",
        "rank the areas from best to worst",
        "how is Alder performing",
    ],
)
def test_the_whole_picture_is_every_grade(answerer: Answerer, question: str) -> None:
    assert rows(answerer.ask(question)) == ALL


def test_the_best_and_the_worst(answerer: Answerer) -> None:
    assert rows(answerer.ask("what were Alder's best and worst areas")) == ALL
    assert rows(answerer.ask("what is Alder weakest at")) == ALL[1:]
    assert rows(answerer.ask("which area did the force do best in?")) == ALL[:1]
    assert rows(answerer.ask("what was its top grade")) == ALL[:1]


def test_what_has_no_grade_of_its_own_gets_none(answerer: Answerer) -> None:
    assert answerer.ask("what grade did custody get").reason is Reason.METRIC_NOT_REPORTED


def test_two_areas_of_one_report_are_set_side_by_side(answerer: Answerer) -> None:
    answer = answerer.ask("compare Alder's grades for fraud and responding")
    assert answer.text.startswith("Not the same grade.")
    assert {citation.report for citation in answer.citations} == {"alder-2023-25"}


@pytest.mark.parametrize(
    "question", ["responding to the public: 2018 v 2023", "compare 2018 and now on responding to the public"]
)
def test_a_cycle_goes_by_its_first_year_beside_another(answerer: Answerer, question: str) -> None:
    answer = answerer.ask(question)
    assert {citation.report for citation in answer.citations} >= {"alder-2023-25", "alder-2018"}


def test_all_grades_of_two_cycles_are_counted_each(answerer: Answerer) -> None:
    text = answerer.ask("compare the 2018 and 2023 grades").text
    assert "2 graded areas (Alder PEEL 2023\u201325)" in text
    assert "2 graded areas (Alder PEEL 2018)" in text


def test_an_item_of_the_list_before_is_told_more_of(answerer: Answerer) -> None:
    question = "what are the areas for improvement"
    turn = Turn(question, answerer.ask(question))
    answer = answerer.ask("tell me more about the second", [turn])
    assert [one.text for one in answer.statements] == [
        "\u201cThe force should tell callers how long they wait\u201d",
        "\u201cIt has told none of them since 2022.\u201d",
    ]


def test_why_after_a_grade_lists_what_is_to_be_improved_where_it_isnt_good(answerer: Answerer) -> None:
    question = "what grade did Alder get for responding to the public in 2018"
    turn = Turn(question, answerer.ask(question))
    assert answerer.ask("why?", [turn]).text.startswith("Requires improvement")
