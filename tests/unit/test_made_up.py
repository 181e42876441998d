"""The reports of the benchmark are always the same, differ from each other, and are read as reports."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.evaluation.made_up import MOST, made_up, write_corpus
from assistant.reading import read_report
from assistant.reading.forces import FORCES


def test_a_number_gives_the_same_report_every_time() -> None:
    assert made_up(7) == made_up(7)


def test_no_two_reports_are_alike_and_no_force_is_a_real_one() -> None:
    reports = [made_up(number) for number in range(MOST)]
    assert len({report.name for report in reports}) == len({report.text for report in reports}) == MOST == 258
    assert not any(f"force: {force} " in report.text for report in reports for force in FORCES)


@pytest.mark.parametrize("number", [0, 44, 257])
def test_a_report_is_read_with_its_force_its_grades_and_its_findings(number: int, tmp_path: Path) -> None:
    made = made_up(number)
    (tmp_path / made.name).write_text(made.text, encoding="utf-8")
    report = read_report(tmp_path / made.name)
    assert report.id == made.name.removesuffix(".md")
    assert len({judgment.area for judgment in report.judgments}) == 8
    assert sum(len(section.path) > 1 for section in report.sections) >= 24
    assert report.repairs == ()


def test_questions_come_from_each_report_in_turn(tmp_path: Path) -> None:
    questions = write_corpus(tmp_path / "corpus", 3)
    forces = [made_up(number).name.split("-")[0].capitalize() for number in range(3)]
    assert [force in question for question, force in zip(questions, forces, strict=False)] == [True] * 3
    assert len(list((tmp_path / "corpus").iterdir())) == 3
