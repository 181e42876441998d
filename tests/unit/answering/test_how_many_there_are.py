"""How many there are isn't told by how many posts there are, by those who left, or by what each of them has."""

from __future__ import annotations

import pytest

from assistant.answering.answerer import Answerer
from assistant.indexing.figures import figures_of
from tests.many import reading_answerer

REPORT = """# PEEL 2023–25

An inspection of Thornby Police

# Investigating crime

Adequate

Thornby Police is adequate at investigating crime.

## Main findings

### The force is short of investigators

At 30 April 2024, the force had 194 accredited (PIP 2) investigators for 251 posts.

### Many dispatchers leave

In the year ending 31 March 2024, 37 dispatchers left.

### Caseloads are high

Each offender manager looked after 66 offenders on average.
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return reading_answerer(tmp_path_factory.mktemp("there-are"), {"thornby.md": REPORT})


def test_people_arent_told_by_posts(answerer: Answerer) -> None:
    assert answerer.ask("how many investigators does the force have").text.startswith("194, at 30 April 2024")
    assert answerer.ask("how many investigator posts are there").text.startswith("251 posts")


@pytest.mark.parametrize(
    ("question", "figure"),
    [("how many dispatchers are there", "37"), ("how many offender managers are there", "66")],
)
def test_neither_those_who_left_nor_what_each_has_is_told(answerer: Answerer, question: str, figure: str) -> None:
    assert not answerer.ask(question).text.startswith(figure)


def test_those_who_left_are_told_where_they_are_asked_for(answerer: Answerer) -> None:
    assert answerer.ask("how many dispatchers left").text.startswith("37 dispatchers")


def test_the_number_of_a_level_is_no_figure() -> None:
    assert [figure.text for figure in figures_of("12 staff were trained to PIP 2 and 8 were at grade 1.")] == [
        "12 staff",
        "8",
    ]
