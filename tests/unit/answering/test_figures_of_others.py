"""A figure of others than those asked about is quoted and not told: of two together, of a sample, of a plan."""

from __future__ import annotations

import pytest

from assistant.answering.answerer import Answerer
from assistant.types import Status
from tests.many import reading_answerer

REPORT = """# PEEL 2023–25

An inspection of Elder Police

# Managing people

Adequate

Elder Police is adequate at managing people.

## Main findings

### Leavers

In the year ending 31 March 2024, 46 officers resigned or were dismissed.

### Appraisals

In the year ending 31 March 2024, 212 sergeants didn't have an appraisal.

### Hate crime

We examined 75 hate crimes from the county.

### Recruits

The force expects to recruit 90 special constables by 2027.

### Money

The force spent £4.2 million on new vehicles, or 3 percent of the net budget.

### Volunteers

The force has 130 police cadets, and it estimates that they gave 9,000 hours of their time.

### Trainers

The force has 61 trainers and coaches.
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    """An answerer on the report, with the networks that come with peel."""
    return reading_answerer(tmp_path_factory.mktemp("others"), {"elder.md": REPORT})


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("how many officers resigned", "46"),
        ("how many officers were dismissed", "46"),
        ("how many trainers does the force have", "61"),
        ("how many coaches does the force have", "61"),
        ("how many sergeants had an appraisal", "212"),
        ("how many hate crimes are there in the county", "75"),
        ("how many special constables are there", "90"),
        ("what is the net budget", "£4.2 million"),
    ],
)
def test_the_figure_of_others_is_only_quoted(answerer: Answerer, question: str, figure: str) -> None:
    answer = answerer.ask(question)
    assert answer.status is not Status.ANSWERED or answer.text.startswith("“")
    assert not answer.text.startswith(figure)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("how many officers resigned or were dismissed", "46"),
        ("how many trainers and coaches does the force have", "61"),
        ("how many sergeants didn't have an appraisal", "212 sergeants"),
        ("how many hate crimes did inspectors examine", "75 hate crimes"),
        ("how many special constables does it expect to recruit", "90 special constables"),
        ("how much did it spend on new vehicles", "£4.2 million"),
    ],
)
def test_it_is_told_where_it_is_what_is_asked_for(answerer: Answerer, question: str, told: str) -> None:
    assert answerer.ask(question).text.startswith(told)


def test_only_the_figure_that_is_estimated_is_called_so(answerer: Answerer) -> None:
    assert answerer.ask("how many police cadets are there").text.startswith("130 police cadets. ")
    assert answerer.ask("how many hours did police cadets give").text.startswith("9,000 hours, an estimate")
