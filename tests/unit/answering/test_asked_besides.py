"""Two figures that stand side by side, things that are to be named, durations in other units, years of a plan."""

from __future__ import annotations

import pytest

from assistant.answering.answerer import Answerer
from assistant.types import Status
from tests.many import reading_answerer

REPORT = """# PEEL 2023–25

An inspection of Alder Police

# Responding to the public

Good

Alder Police is good at responding to the public.

## Main findings

### The force answers emergency calls

In the year ending 30 September 2024, the force answered 91.4 percent of 999 calls within 10 seconds. Nine forces did
worse.

### Missing children are spoken to

The councils should speak to each missing child within 72 hours of their return. This happened in 63.5 percent of cases.

### The force has money put by

Reserves stood at £17.2 million in March 2024. The force expects them to be £8.9 million by March 2028. By its
plans £38.6 million of savings are needed between 2026 and 2029.

### Specialist teams look after the gravest cases

The force has made specialist teams for stalking, rape and child abuse.

### The force uses ZEPHYR to weigh harm

Call handlers use ZEPHYR well. The joint desk unit (JDU) checks what they do.

### Wanted people

On 1 October 2024 there were 4,806 wanted people, of whom 1,129 had been wanted for more than a year.

### Emergencies are reached in time

**Table 1: Attendance at incidents**

| Grade of incident | Target time | Year ending 30 September 2023 [%] | Year ending 30 September 2024 [%] |
| --- | --- | --- | --- |
| Emergency, rural | 20 minutes | 71.8 | 68.3 |
| Emergency, urban | 15 minutes | 79.6 | 76.1 |
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return reading_answerer(tmp_path_factory.mktemp("besides"), {"alder.md": REPORT})


def test_the_second_figure_is_given_where_it_stands_beside_the_first(answerer: Answerer) -> None:
    text = answerer.ask("reserves now and forecast").text
    assert "17.2" in text
    assert "8.9" in text


def test_a_duration_may_be_told_in_another_unit_and_not_be_another(answerer: Answerer) -> None:
    assert "72 hours" in answerer.ask("do the councils speak to each missing child within 3 days").text
    assert answerer.ask("do the councils speak to each missing child within 5 days").abstained


def test_what_is_only_counted_isnt_named(answerer: Answerer) -> None:
    assert answerer.ask("which nine forces did worse on 999 calls").abstained
    assert "Nine forces" in answerer.ask("how many forces did worse on 999 calls").text


def test_what_names_three_things_neednt_count_them(answerer: Answerer) -> None:
    assert "stalking, rape and child abuse" in answerer.ask("which 3 sorts of cases have specialist teams").text


def test_letters_are_told_where_the_report_tells_them(answerer: Answerer) -> None:
    assert "joint desk unit" in answerer.ask("what does JDU stand for").text
    assert answerer.ask("ZEPHYR: what do the letters stand for").abstained


def test_years_of_a_plan_are_no_cycle(answerer: Answerer) -> None:
    assert "38.6" in answerer.ask("savings needed over 2026-29").text
    assert answerer.ask("what grades were given in the 2026-29 report").abstained


def test_people_who_are_outstanding_for_long_have_no_grade(answerer: Answerer) -> None:
    answer = answerer.ask("wanted people outstanding for more than a year")
    assert answer.status is Status.ANSWERED
    assert "1,129" in answer.text


def test_a_column_that_the_question_names_comes_first(answerer: Answerer) -> None:
    assert answerer.ask("target time for a rural emergency").text.startswith(
        "Emergency, rural \u2013 Target time: 20 minutes"
    )
    assert "68.3" in answerer.ask("how many rural emergencies were reached in time").text.splitlines()[0]
