"""The promises of an answer over the reports of several forces, on five of the made-up reports."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from assistant.answering.answerer import Answerer
from assistant.answering.verify import violations
from assistant.types import Answer, Judgment, Report, Statement, StatementKind, Status
from tests.made_up import MADE_UP
from tests.many import answerer_of

FORCES = ("ashmere", "caldershire", "dunwold", "northmoor", "wendmoor")
AREAS = (
    "responding to the public",
    "investigating crime",
    "leadership",
    "protecting vulnerable people",
    "managing fraud",
)
EVERY_AREA = "which forces are graded inadequate"
WITH_A_GRADE = re.compile(r"which forces are graded (\w+) at (responding to the public|investigating crime)")
GRADES = ("outstanding", "good", "adequate", "inadequate")
SWAPPED = {
    "highest first": "lowest first",
    "lowest first": "highest first",
    "Not the same grade.": "The same grade.",
    "The same grade.": "Not the same grade.",
}
QUESTIONS = (
    *(f"which forces are graded {grade} at {area}" for grade in GRADES for area in AREAS),
    *(f"grades of every force for {area}" for area in AREAS),
    *(f"Dunwold vs Ashmere grade for {area}" for area in AREAS),
    EVERY_AREA,
    "how many forces require improvement at investigating crime",
    "Dunwold and Essex grades for investigating crime",
    "rank the forces by 999 answer rate",
    "which force has the lowest 101 abandon rate",
    "compare Dunwold and Ashmere on 999 answer rate",
    "which force has the most stop and searches per 1,000",
)


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    files = {path.name: path.read_text(encoding="utf-8") for path in MADE_UP if path.name.startswith(FORCES)}
    assert len(files) == len(FORCES)
    return answerer_of(tmp_path_factory.mktemp("many"), files)


@pytest.fixture(scope="module")
def answers(answerer: Answerer) -> list[Answer]:
    found = [answerer.ask(question) for question in QUESTIONS]
    assert sum(not answer.abstained for answer in found) > 30
    return [answer for answer in found if not answer.abstained]


@pytest.fixture(scope="module")
def reports(answerer: Answerer) -> dict[str, Report]:
    return {report.id: report for report in answerer.index.reports}


def rows(answer: Answer) -> list[Statement]:
    return [one for one in answer.statements if one.kind is StatementKind.ROW]


def test_every_row_is_cited_from_the_report_that_it_names(answers: list[Answer], reports: dict[str, Report]) -> None:
    for answer in answers:
        for row in rows(answer):
            name = re.sub(r"^\d+\. ", "", row.text).split("\t")[0]
            cited = {reports[answer.citations[number - 1].report].name for number in row.citations}
            assert cited == {name}, answer.text


def test_every_force_is_in_the_answer_or_named_as_a_gap(answers: list[Answer], reports: dict[str, Report]) -> None:
    for answer in answers:
        if (
            " vs " in answer.question
            or "Dunwold and" in answer.question
            or answer.question.endswith("graded inadequate")
        ):
            continue
        assert all(report.name in answer.text or _cites(answer, report) for report in reports.values()), answer.text


def test_the_forces_with_a_grade_are_those_whose_reports_give_it(
    answers: list[Answer], reports: dict[str, Report]
) -> None:
    for answer in answers:
        found = WITH_A_GRADE.fullmatch(answer.question)
        if found:
            given = {report.name for report in reports.values() if found[1] in _grades(report, found[2])}
            assert {row.text.split("\t")[0] for row in rows(answer)} == given


def test_an_answer_with_a_gap_is_partly_one(answers: list[Answer]) -> None:
    for answer in answers:
        gap = "Not given:" in answer.text or "Not held:" in answer.text
        assert answer.status is (Status.PARTLY if gap else Status.ANSWERED)


def test_every_mutation_is_caught(answers: list[Answer], reports: dict[str, Report]) -> None:
    tried = 0
    for answer in answers:
        assert violations(answer.statements, answer.citations, reports) == []
        for statements in mutations(answer, reports):
            tried += 1
            assert violations(statements, answer.citations, reports), [one.text for one in statements]
    assert tried > 200


def mutations(answer: Answer, reports: dict[str, Report]) -> Iterator[tuple[Statement, ...]]:
    """An answer with one thing changed: a count, an order, a grade, a force, a gap, or a row that is gone."""
    for at, statement in enumerate(answer.statements):
        before, after = answer.statements[:at], answer.statements[at + 1 :]
        for text in changed(statement, reports):
            yield (*before, replace(statement, text=text), *after)
        counts = answer.statements[0].text[0].isdigit()
        if statement.kind is StatementKind.ROW and counts:
            yield (*before, *after)


def changed(statement: Statement, reports: dict[str, Report]) -> Iterator[str]:
    text = statement.text
    if statement.kind is StatementKind.ROW:
        yield from changed_row(text, [report.name for report in reports.values()])
    elif statement.kind is StatementKind.DIRECT and text[0].isdigit():
        yield re.sub(r"^\d+", lambda count: str(int(count[0]) + 1), text)
    for one, other in SWAPPED.items():
        if one in text:
            yield text.replace(one, other)
    if text.startswith("Not held:"):
        yield "Not held: Dunwold."
    if text.startswith("Not given:"):
        yield "Not given: Nowhere PEEL 2025–27."


def changed_row(text: str, names: list[str]) -> Iterator[str]:
    own = re.sub(r"^\d+\. ", "", text).split("\t")[0]
    yield text.replace(own, next(name for name in names if name != own))
    yield re.sub(r"^(\d+)\. ", lambda place: f"{int(place[1]) + 1}. ", text) if text[0].isdigit() else f"3 {text}"
    for grade in ("Outstanding", "Good", "Adequate", "Inadequate"):
        if f"\t{grade}\t" in text:
            yield text.replace(grade, "Outstanding" if grade != "Outstanding" else "Inadequate")


def _cites(answer: Answer, report: Report) -> bool:
    return any(citation.report == report.id for citation in answer.citations)


def _grades(report: Report, area: str) -> list[str]:
    def names(judgment: Judgment) -> tuple[str, ...]:
        return (judgment.area.lower(), *(name.lower() for name in judgment.also))

    return [judgment.grade.value for judgment in report.judgments if judgment.formal and area in names(judgment)]
