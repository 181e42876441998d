"""Questions over the reports of several forces: every row cited, ties together, gaps named."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answering.answerer import Answerer
from assistant.answering.many_figures import highest_first
from assistant.answering.many_forms import amount
from assistant.answering.over_reports import over_reports
from assistant.indexing.figures import figures_of
from assistant.types import Answer, FigureKind, Reason, StatementKind, Status, Turn
from tests.many import NO_CALLS, answerer_of, small

OLDER = small("Alder", "Inadequate", cycle="2018", area="Responding to the public", rate="60.2", period="31 March 2018")
GRADE_OF_TWO = "Birch vs Essex grade for responding to the public"
FIGURE_OF_TWO = "compare Birch and Essex on 999 answer rate"


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(
        tmp_path_factory.mktemp("many"),
        {
            "alder-2018.md": OLDER,
            "alder.md": small("Alder", "Good", rate="91.5"),
            "birch.md": small("Birch", "Inadequate", rate="84.0"),
            "cedar.md": small("Cedar", "Requires improvement", rate="91.5"),
            "dogwood.md": small("Dogwood", "Adequate"),
            "elder.md": small("Elder", "Good", area="Treating detainees well", cycle="2021–22", rate="70.1"),
        },
    )


def rows(answer: Answer) -> list[list[str]]:
    return [one.text.split("\t") for one in answer.statements if one.kind is StatementKind.ROW]


def notes(answer: Answer) -> list[str]:
    return [one.text for one in answer.statements if one.kind is StatementKind.QUALIFIER]


def test_which_forces_have_a_grade(answerer: Answerer) -> None:
    answer = answerer.ask("which forces are graded inadequate at responding to the public")
    assert answer.text.startswith("1 force graded inadequate at Responding to the public:")
    assert rows(answer) == [["Birch PEEL 2023–25", "Inadequate", "Responding to the public"]]
    assert "Alder PEEL 2023–25: good" in notes(answer)[0]
    assert "2018" not in answer.text


def test_a_report_without_the_area_is_named(answerer: Answerer) -> None:
    answer = answerer.ask("which forces are graded inadequate at responding to the public")
    assert "Not given: Elder PEEL 2021–22." in notes(answer)
    assert answer.status is Status.PARTLY


def test_how_many_forces_have_a_grade(answerer: Answerer) -> None:
    answer = answerer.ask("how many forces require improvement at responding to the public?")
    assert answer.text.startswith("1 force graded requires improvement")
    assert [row[0] for row in rows(answer)] == ["Cedar PEEL 2023–25"]


def test_no_force_has_the_grade(answerer: Answerer) -> None:
    answer = answerer.ask("which forces are outstanding at managing fraud")
    assert answer.text.startswith("0 forces graded outstanding.")
    assert not rows(answer)
    assert {one.report for one in answer.citations} == {
        "alder-2023-25", "birch-2023-25", "cedar-2023-25", "dogwood-2023-25", "elder-2021-22"
    }  # fmt: skip


def test_the_grade_of_every_force(answerer: Answerer) -> None:
    answer = answerer.ask("grades of every force for responding to the public")
    assert [row[:2] for row in rows(answer)] == [
        ["Alder PEEL 2023–25", "Good"],
        ["Dogwood PEEL 2023–25", "Adequate"],
        ["Cedar PEEL 2023–25", "Requires improvement"],
        ["Birch PEEL 2023–25", "Inadequate"],
    ]


def test_a_ranking_puts_ties_under_one_number_and_names_who_is_missing(answerer: Answerer) -> None:
    answer = answerer.ask("rank the forces by 999 answer rate")
    assert answer.text.startswith("4 forces, highest first:")
    assert [row[:2] for row in rows(answer)] == [
        ["1. Alder PEEL 2023–25", "91.5 percent"],
        ["1. Cedar PEEL 2023–25", "91.5 percent"],
        ["3. Birch PEEL 2023–25", "84.0 percent"],
        ["4. Elder PEEL 2021–22", "70.1 percent"],
    ]
    assert all("year ending 31 March 2024" in row[2] for row in rows(answer))
    assert "Not given: Dogwood PEEL 2023–25." in notes(answer)
    assert "The reports are of different cycles." in notes(answer)
    assert answer.status is Status.PARTLY


def test_which_force_is_lowest(answerer: Answerer) -> None:
    answer = answerer.ask("which force has the lowest 999 answer rate")
    assert answer.text.startswith("4 forces, lowest first:")
    assert rows(answer)[0][0] == "1. Elder PEEL 2021–22"


def test_a_cycle_that_is_named_chooses_the_reports(answerer: Answerer) -> None:
    answer = answerer.ask("rank the forces by 999 answer rate in the 2021-22 cycle")
    assert [row[0] for row in rows(answer)] == ["Elder PEEL 2021–22"]


def test_two_forces_beside_each_other_with_the_difference(answerer: Answerer) -> None:
    answer = answerer.ask("compare Birch and Cedar on 999 answer rate")
    assert [row[0] for row in rows(answer)] == ["1. Cedar PEEL 2023–25", "2. Birch PEEL 2023–25"]
    assert "a difference of 7.5 percentage points (computed)" in answer.text
    assert answer.status is Status.ANSWERED


def test_two_forces_grades(answerer: Answerer) -> None:
    answer = answerer.ask("Birch vs Cedar grade for responding to the public")
    assert answer.text.startswith("Not the same grade.")
    assert [row[:2] for row in rows(answer)] == [
        ["Birch PEEL 2023–25", "Inadequate"],
        ["Cedar PEEL 2023–25", "Requires improvement"],
    ]


@pytest.mark.parametrize("question", [GRADE_OF_TWO, FIGURE_OF_TWO])
def test_a_force_that_is_not_held_is_named_and_the_rest_answered(answerer: Answerer, question: str) -> None:
    answer = answerer.ask(question)
    assert answer.status is Status.PARTLY
    assert "Not held: Essex." in notes(answer)
    assert len(rows(answer)) == 1 and "Birch" in rows(answer)[0][0]


def test_only_forces_that_are_not_held_are_refused(answerer: Answerer) -> None:
    answer = answerer.ask("Kent vs Essex grade for responding to the public")
    assert (answer.status, answer.reason) == (Status.NOT_IN_REPORTS, Reason.FORCE_NOT_HELD)


def test_how_a_grade_changed_over_the_cycles(answerer: Answerer) -> None:
    answer = answerer.ask("how has Alder's grade for responding to the public changed")
    assert answer.text.startswith("Not the same grade.")
    assert [row[:2] for row in rows(answer)] == [["Alder PEEL 2023–25", "Good"], ["Alder PEEL 2018", "Inadequate"]]


def test_a_figure_that_no_report_gives_is_refused(answerer: Answerer) -> None:
    answer = answerer.ask("rank the forces by average helicopter flight time in minutes")
    assert (answer.status, answer.reason) == (Status.NOT_IN_REPORTS, Reason.METRIC_NOT_REPORTED)


def test_a_question_about_all_forces_leaves_the_force_spoken_of(answerer: Answerer) -> None:
    first = answerer.ask("what grade did Birch get for managing fraud?")
    answer = answerer.ask("which forces are graded good at responding to the public", (Turn(first.question, first),))
    assert [row[0] for row in rows(answer)] == ["Alder PEEL 2023–25"]


def test_with_one_force_held_other_forces_are_refused(tmp_path: Path) -> None:
    alone = answerer_of(tmp_path, {"birch.md": small("Birch", "Inadequate", rate="84.0")})
    for question in (GRADE_OF_TWO, FIGURE_OF_TWO):
        answer = alone.ask(question)
        assert (answer.status, answer.reason) == (Status.NOT_IN_REPORTS, Reason.FORCE_NOT_HELD)
    assert not rows(alone.ask("which forces are graded inadequate at responding to the public"))


def test_a_follow_up_goes_on_with_all_forces(answerer: Answerer) -> None:
    first = answerer.ask("grades of every force for responding to the public")
    answer = answerer.ask("and for managing fraud?", (Turn(first.question, first),))
    assert {row[2] for row in rows(answer)} == {"Managing fraud"}
    assert len(rows(answer)) == 5


def test_a_share_that_is_about_something_beside_it_is_not_taken(tmp_path: Path) -> None:
    beside = small("Fern", "Good").replace(NO_CALLS, "The force answers 999 calls. It lost 18.4 percent of 101 calls.")
    standard = small("Gorse", "Good").replace(
        NO_CALLS, "The force answers 999 calls. Forces are expected to answer 90.0 percent of 999 calls."
    )
    several = answerer_of(
        tmp_path,
        {
            "fern.md": beside,
            "gorse.md": standard,
            "hazel.md": small("Hazel", rate="80.1"),
            "iris.md": small("Iris", rate="70.3"),
        },
    )
    answer = several.ask("rank the forces by 999 answer rate")
    assert [row[0] for row in rows(answer)] == ["1. Hazel PEEL 2023–25", "2. Iris PEEL 2023–25"]
    assert "Not given: Fern PEEL 2023–25, Gorse PEEL 2023–25." in notes(answer)


def test_figures_that_may_be_of_different_things_are_quoted_and_not_put_in_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.answering.many_given.refused_by_search", lambda *_: None)
    budgets = {
        "fern.md": small("Fern").replace(NO_CALLS, "The budget for 2023/24 is £203.4 million."),
        "gorse.md": small("Gorse").replace(NO_CALLS, "Each network has a budget of £500 a year."),
    }
    answer = answerer_of(tmp_path, budgets).ask("which force has the biggest budget")
    assert answer.text.startswith("2 forces:")
    assert rows(answer) == [
        ["Fern PEEL 2023–25", "“The budget for 2023/24 is £203.4 million.”"],
        ["Gorse PEEL 2023–25", "“Each network has a budget of £500 a year.”"],
    ]


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("which force has the worst 101 abandon rate", True),
        ("which force has the best 999 answer rate", True),
        ("which force has the worst 999 answer rate", False),
        ("which force has the fewest complaints", False),
        ("rank the forces by 999 answer rate", True),
    ],
)
def test_what_comes_first(question: str, *, first: bool) -> None:
    assert highest_first(question, FigureKind.PERCENT) is first


@pytest.mark.parametrize(
    "question",
    [
        "how many forces are in the programme",
        "which forces do they share forensics with",
        "average for all forces of stops with ethnicity not known?",
        "does Birch work together with Cedar on forensics",
        "where does Birch rank on ASB among all forces",
    ],
)
def test_a_question_about_one_report_stays_one(answerer: Answerer, question: str) -> None:
    assert over_reports(answerer._searcher.read(question), answerer.index.reports) is None


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ("5.3 per 1,000 people", "12 per 10,000 people"),
        ("2 minutes", "90 seconds"),
        ("3 of 4 cases", "30 of the 60 files"),
        ("£1.2 million", "£900,000"),
    ],
)
def test_figures_are_put_in_order_by_what_they_amount_to(more: str, less: str) -> None:
    assert amount(figures_of(more, 0)[0]) > amount(figures_of(less, 0)[0])
