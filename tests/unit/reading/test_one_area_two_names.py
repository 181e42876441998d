"""An area that the judgments table and its chapter call by two names is one area with one grade."""

from __future__ import annotations

import pytest

from assistant.types import Grade
from tests.made_up import report

REPORT = """# PEEL 2023–25

An inspection of Alder Police

# Judgments

Outstanding\tGood\tAdequate\tRequires improvement\tInadequate
\tSupporting the workforce\tManaging fraud\t\t

# Developing a positive workplace

{grade}

Leaders at Alder Police know their teams by name.

# Managing fraud

Adequate

Alder Police is adequate at managing fraud.
"""


def formal(grade: str) -> list[tuple[str, Grade]]:
    return [(one.area, one.grade) for one in report(REPORT.format(grade=grade)).judgments if one.formal]


def test_the_chapter_takes_the_grade_of_its_row() -> None:
    assert formal("Good") == [("Developing a positive workplace", Grade.GOOD), ("Managing fraud", Grade.ADEQUATE)]


def test_the_name_of_the_table_is_kept_as_another() -> None:
    (workplace,) = [one for one in report(REPORT.format(grade="Good")).judgments if "workplace" in one.area]
    assert "Supporting the workforce" in workplace.also


@pytest.mark.parametrize("grade", ["Inadequate", "Outstanding"])
def test_areas_with_two_grades_stay_two(grade: str) -> None:
    assert len(formal(grade)) == 3
