"""Asked whether something changed, how much of it there is now is no answer; what tells of a change is."""

from __future__ import annotations

import pytest

from assistant.answering.answerer import Answerer
from assistant.retrieval.changed import asks_change, asks_how_far, tells_change
from assistant.types import Reason, Status
from tests.many import reading_answerer

REPORT = """# PEEL 2023–25

An inspection of Alder Police

# Investigating crime

Adequate

Alder Police is adequate at investigating crime.

## Main findings

### Knife crime

In the year ending 31 March 2024, officers recorded 640 knife crimes in the county.

### Burglary

The number of burglaries fell by 27 percent in the year ending 31 March 2024.

### Robbery

Robbery has increased since the last inspection, and officers recorded 310 robberies.

### Sickness

Sickness among detectives is high. A third of the team was away in May.

### Bicycle theft

The force solved 4.2 percent of bicycle thefts, which is below the median of all forces.
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    """An answerer on the report, with the networks that come with peel."""
    return reading_answerer(tmp_path_factory.mktemp("changed"), {"alder.md": REPORT})


@pytest.mark.parametrize(
    "question",
    [
        "has knife crime gone up",
        "has knife crime got worse",
        "how much has knife crime gone up",
        "is sickness among detectives getting worse",
        "has bicycle theft gone down",
    ],
)
def test_a_level_alone_does_not_tell_of_a_change(answerer: Answerer, question: str) -> None:
    answer = answerer.ask(question)
    assert (answer.status, answer.reason) == (Status.NOT_IN_REPORTS, Reason.METRIC_NOT_REPORTED)


def test_a_level_is_told_where_it_is_asked_for(answerer: Answerer) -> None:
    assert answerer.ask("how many knife crimes were there").text.startswith("640 knife crimes")


def test_a_change_that_is_told_is_answered(answerer: Answerer) -> None:
    assert answerer.ask("has robbery gone up").text.startswith("Yes.")
    assert "fell by 27 percent" in answerer.ask("have burglaries fallen").text


@pytest.mark.parametrize(
    "question", ["what share of burglaries did the force solve", "what percentage of burglaries were solved"]
)
def test_how_far_something_fell_is_no_share_of_it(answerer: Answerer, question: str) -> None:
    assert not answerer.ask(question).text.startswith("27 percent")


@pytest.mark.parametrize("question", ["has it gone down?", "are waits getting longer", "why has theft risen"])
def test_questions_for_a_change(question: str) -> None:
    assert asks_change(question)


@pytest.mark.parametrize("question", ["how many thefts were there", "is the tax rise fair", "did they drop out"])
def test_questions_for_something_else(question: str) -> None:
    assert not asks_change(question)


def test_how_far_is_asked_of_a_change_alone() -> None:
    assert asks_how_far("how much has theft gone up")
    assert not asks_how_far("has theft gone up")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The wait fell to four days.", True),
        ("In 2022 it had 40 vans and in 2024 it had 61.", True),
        ("The wait is four days.", False),
        ("The force hopes to reduce the wait.", False),
        ("The rate is lower than the median.", False),
    ],
)
def test_what_tells_of_a_change(text: str, told: bool) -> None:
    assert tells_change(text) is told
