"""Which areas have a grade: counted, named, and said of none only where that is so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.answering.answerer import Answerer
from assistant.answering.verify import violations
from assistant.types import Answer, StatementKind
from tests.many import answerer_of, small

FINDINGS = """### Calls are answered quickly

Ninety of 100 callers waited less than a minute.

### Officers come when they are needed

Each shift has enough of them.
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    report = small("Alder", "Good", rate="91.5").replace("## Main findings\n", f"## Main findings\n\n{FINDINGS}", 1)
    return answerer_of(tmp_path_factory.mktemp("grades"), {"alder.md": report})


def rows(answer: Answer) -> list[str]:
    return [one.text for one in answer.statements if one.kind is StatementKind.ROW]


@pytest.mark.parametrize("question", ["was Alder graded inadequate for anything", "which areas are inadequate"])
def test_a_grade_that_no_area_has_is_said_with_those_they_have(answerer: Answerer, question: str) -> None:
    answer = answerer.ask(question)
    assert answer.text.startswith("No area is graded inadequate.")
    assert rows(answer) == ["Responding to the public: good", "Managing fraud: adequate"]


def test_that_no_area_has_a_grade_is_held_against_all_of_them(answerer: Answerer) -> None:
    answer = answerer.ask("which areas are inadequate")
    reports = {report.id: report for report in answerer.index.reports}
    assert violations(answer.statements, answer.citations, reports) == []
    for grade in ("good", "adequate", "inadequate or adequate"):
        turned = replace(answer.statements[0], text=f"No area is graded {grade}.")
        found = violations((turned, *answer.statements[1:]), answer.citations, reports)
        assert found and all(problem.startswith("graded so") for problem in found)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("which grades are good or better", ["Responding to the public: good"]),
        ("any area worse than good", ["Managing fraud: adequate"]),
        ("which areas are adequate or better", ["Responding to the public: good", "Managing fraud: adequate"]),
        ("what was graded adequate", ["Managing fraud: adequate"]),
        ("and what got rated good", ["Responding to the public: good"]),
    ],
)
def test_grades_up_and_down_from_one(answerer: Answerer, question: str, expected: list[str]) -> None:
    assert rows(answerer.ask(question)) == expected


def test_why_a_grade_was_given_is_said_by_the_findings_of_its_chapter(answerer: Answerer) -> None:
    answer = answerer.ask("why is the grade for responding to the public what it is")
    assert answer.text.startswith("Good")
    assert rows(answer)[:2] == ["1. Calls are answered quickly", "2. Officers come when they are needed"]


def test_what_leads_to_the_findings_is_none_of_them(answerer: Answerer) -> None:
    answer = answerer.ask("list the main findings on managing fraud")
    assert rows(answer) == ["1. Victims of fraud get advice"]
