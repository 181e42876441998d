"""Two reports of one force: the newest is told first, and a figure of both is set side by side, not their grades."""

from __future__ import annotations

import pytest

from assistant.answering.answerer import Answerer
from tests.many import reading_answerer

REPORT = """# PEEL {cycle}

An inspection of Fernley Police

# Responding to the public

{grade}

Fernley Police is {verb} at responding to the public.

## Main findings

### Emergency calls

In the year ending 31 March {year}, the force answered {rate} percent of emergency calls within 10 seconds.

### Police dogs

The force has {dogs} police dogs and they work across the county.
"""
FILES = {
    "fernley-2018.md": REPORT.format(cycle="2018", grade="Adequate", verb="adequate", year=2018, rate=71.4, dogs=34),
    "fernley.md": REPORT.format(cycle="2023–25", grade="Good", verb="good", year=2024, rate=88.2, dogs=21),
}
SHARE = "what share of emergency calls does it answer within 10 seconds"


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    """An answerer on both reports, with the networks that come with peel."""
    return reading_answerer(tmp_path_factory.mktemp("cycles"), FILES)


def test_where_no_time_is_named_the_newest_report_is_told(answerer: Answerer) -> None:
    assert answerer.ask(SHARE).text.startswith("88.2 percent, the year ending 31 March 2024")
    assert "21 police dogs" in answerer.ask("how many police dogs does the force have").citations[0].quote


def test_a_time_that_is_named_chooses_the_older_one(answerer: Answerer) -> None:
    assert "34 police dogs" in answerer.ask("how many police dogs did the force have in 2018").citations[0].quote


@pytest.mark.parametrize(
    "question",
    [
        "responding to the public: what percentage of calls, 2018 vs 2023-25",
        "share of emergency calls answered within 10 seconds, 2018 vs 2023-25",
    ],
)
def test_figures_are_set_side_by_side(answerer: Answerer, question: str) -> None:
    text = answerer.ask(question).text
    assert "88.2 percent" in text and "71.4 percent" in text
    assert text.index("2023–25") < text.index("PEEL 2018")
    assert "grade" not in text


def test_whether_a_figure_went_up_is_told_by_both_reports(answerer: Answerer) -> None:
    text = answerer.ask("has the number of police dogs gone up").text
    assert "21 police dogs" in text and "34 police dogs" in text


def test_grades_are_set_side_by_side_where_they_are_asked_for(answerer: Answerer) -> None:
    answer = answerer.ask("grade for responding to the public 2018 vs 2023-25")
    assert answer.text.startswith("Not the same grade.")
