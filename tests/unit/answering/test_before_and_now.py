"""Of a figure that moved, the one of now is told; the earlier one only as what it was, with its own time."""

from __future__ import annotations

import pytest

from assistant.answering.answerer import Answerer
from assistant.answering.moved import before_and_now, is_of_before, of_time_asked
from assistant.indexing.figures import figures_of
from assistant.indexing.units import Unit
from assistant.types import BlockKind, Span, Turn
from tests.many import reading_answerer

REPORT = """# PEEL 2023–25

An inspection of Dogwood Police

# Managing people

Good

Dogwood Police is good at managing people.

## Main findings

### Vacancies

The number of detective vacancies fell from 19 to 8.

### Complaints

In 2024, the force received 1,273 complaints, down from 1,690.

### Burglary

The force solved 212 burglaries compared with 180 in the previous year.

### Assaults

In the year ending 31 March 2024, 131 assaults on staff were recorded. In the previous year, 88 assaults on staff were
recorded.
"""


def unit_of(text: str) -> Unit:
    return Unit("dogwood", 0, 0, BlockKind.PARAGRAPH, Span(0, len(text)), text, "", (), (), None, figures_of(text))


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    """An answerer on the report, with the networks that come with peel."""
    return reading_answerer(tmp_path_factory.mktemp("moved"), {"dogwood.md": REPORT})


@pytest.mark.parametrize(
    ("text", "before", "now"),
    [
        ("The number of vacancies fell from 19 to 8.", "19", "8"),
        ("It received 1,273 complaints, down from 1,690.", "1690", "1273"),
        ("It has 45 drones, an increase from around 30.", "30", "45"),
        ("It replaced 17 boards with a team of 6 people.", "17", "6"),
    ],
)
def test_which_figure_is_of_before(text: str, before: str, now: str) -> None:
    unit = unit_of(text)
    pair = before_and_now(unit, unit.figures)
    assert pair
    assert [one.values[0] for one in pair] == [before, now]
    assert is_of_before(unit, pair[0]) and not is_of_before(unit, pair[1])
    assert [one.values[0] for one in of_time_asked("how many are there", unit, unit.figures)] == [now]
    assert [one.values[0] for one in of_time_asked("how many were there before", unit, unit.figures)] == [before]


def test_two_figures_of_one_time_are_no_pair() -> None:
    unit = unit_of("It has 45 drones and 30 pilots.")
    assert before_and_now(unit, unit.figures) is None


def test_the_figure_of_now_is_told(answerer: Answerer) -> None:
    assert answerer.ask("how many complaints did the force receive").text.startswith("1,273 complaints, 2024")
    assert answerer.ask("how many detective vacancies are there now").text.split("[")[0].rstrip(". ").endswith("8")


@pytest.mark.parametrize("question", ["how many complaints were there before", "how many complaints a year ago"])
def test_the_figure_of_now_is_not_told_as_that_of_before(answerer: Answerer, question: str) -> None:
    assert not answerer.ask(question).text.startswith("1,273")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("how many burglaries did the force solve the year before", "180, the previous year"),
        ("how many assaults on staff were recorded in the previous year", "88 assaults, the previous year"),
    ],
)
def test_the_year_before_is_told_as_that(answerer: Answerer, question: str, told: str) -> None:
    assert answerer.ask(question).text.startswith(told)


def test_a_follow_up_asks_for_the_year_before(answerer: Answerer) -> None:
    asked = "how many burglaries did it solve"
    before = Turn(asked, answerer.ask(asked))
    assert before.answer.text.startswith("212 burglaries")
    assert answerer.ask("and the year before?", [before]).text.startswith("180, the previous year")
