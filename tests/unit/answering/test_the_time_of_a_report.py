"""Which of two reports a question means by a year, by `last time` or by nothing, and which row after a row."""

from __future__ import annotations

import pytest

from assistant.answering.answerer import Answerer
from assistant.types import Answer, Reason, Turn
from tests.many import reading_answerer

OLDER = """# PEEL 2021/22

An inspection of Fernley Police

# Protecting vulnerable people

Good

Fernley Police is good at protecting vulnerable people.

## Main findings

### Conferences

In the year ending 31 March 2021, 1,374 cases were discussed at multi-agency risk assessment conferences (MARACs).

### Community support officers

The force had 96 police community support officers.

# Responding to the public

Requires improvement

Fernley Police requires improvement at responding to the public.

## Causes of concern

### The force doesn't answer enough calls

Callers wait too long.
"""
NEWER = """# PEEL 2023–25

An inspection of Fernley Police

# Protecting vulnerable people

Inadequate

Fernley Police is inadequate at protecting vulnerable people.

## Causes of concern

### The force doesn't respond quickly enough to online child abuse

Referrals wait too long.

## Main findings

### Conferences

There were 1,866 MARAC cases in the year ending 31 March 2023, which is 61 per 10,000 adult women.

### Community support officers

The force has 71 police community support officers.

# Investigating crime

Requires improvement

Fernley Police requires improvement at investigating crime.

## Areas for improvement

### The force should improve the supervision of investigations

Sergeants are too busy.

## Main findings

### Outcomes

| Crime type | Fernley charged (%) | England and Wales charged (%) |
| --- | --- | --- |
| Theft from a vehicle | 0.9 | 1.0 |
| Rape | 3.3 | 2.9 |
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    files = {"fernley-2021-22.md": OLDER, "fernley-2023-25.md": NEWER}
    return reading_answerer(tmp_path_factory.mktemp("times"), files)


def after(answerer: Answerer, first: str, then: str) -> Answer:
    return answerer.ask(then, [Turn(first, answerer.ask(first))])


def test_without_a_time_the_newest_report_tells(answerer: Answerer) -> None:
    assert answerer.ask("how many MARAC cases were there").text.startswith("1,866 MARAC cases")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("what was the cause of concern in 2022 about", "answer enough calls"),
        ("how many PCSOs were there last time", "96"),
        ("in the previous report, how many PCSOs did the force have", "96"),
        ("what was fernley graded for protecting vulnerable people in 2022", "Good"),
    ],
)
def test_a_year_or_last_time_names_the_older_report(answerer: Answerer, question: str, told: str) -> None:
    assert told in answerer.ask(question).text


def test_what_is_compared_with_last_time_is_asked_of_the_newest(answerer: Answerer) -> None:
    cited = answerer.ask("are there fewer PCSOs than last time").citations
    assert any(one.report == "fernley-2023-25" for one in cited)


def test_a_follow_up_names_another_row_of_the_table(answerer: Answerer) -> None:
    assert "3.3 percent" in after(answerer, "what share of thefts from a vehicle are charged", "and for rape?").text


def test_a_label_is_known_with_a_slip(answerer: Answerer) -> None:
    text = answerer.ask("what are the areas for improvment in investigating crime").text
    assert text.startswith("1 area for improvement")


def test_another_force_is_known_without_its_apostrophe(answerer: Answerer) -> None:
    assert answerer.ask("what was norfolks grade for investigating crime").reason is Reason.FORCE_NOT_HELD
