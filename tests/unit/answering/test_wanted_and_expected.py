"""What is expected, what is to be done by when, how sure a figure is, what was told before, what is left out."""

from __future__ import annotations

import pytest

from assistant.answering.answerer import Answerer
from assistant.types import Status
from tests.many import reading_answerer

REPORT = """# PEEL 2023–25

An inspection of Alder Police

# Responding to the public

Requires improvement

Alder Police requires improvement at responding to the public.

## Main findings

### The force doesn't meet the standard for 999 calls

Forces are expected to answer 90 percent of emergency calls within 10 seconds. In the year ending 30 June 2024, the
force answered 84.2 percent of them in that time. The figure has since recovered to 88.6 percent.

### The force records most crime

We estimate that the force records 96.4 percent of all reported crime, excluding fraud.

### Fewer people are searched

Alder Police found something in 29.3 percent of its searches. The median of 24.1 percent is drawn as a solid line.

### Stewards keep the harbour safe

Researchers found that assaults at the harbour had fallen by 19 percent since the stewards began. They caution that a
nightclub closed in the same months.

### Supervisors don't read every file

Supervisors had read 41 of the 60 files that we examined. We found the same in our last inspection.

### Vetting takes time

In the vetting unit, 140 files were waiting, the oldest for 33 weeks.

### The force has money put by

The force expects its reserves to be £8.2 million by the end of 2027/28. At the time of our inspection, its general
reserve was £11.6 million.

## Areas for improvement

### The force should make its panel independent

The panel of residents sees cases that officers choose.

The force should:

- let the panel choose its cases at random; and
- appoint a chair from outside the force.

## Recommendations

By 31 January 2027, Alder Police should:

- train enough call handlers for its busiest hours; and
- publish its attendance times every three months.

# Leadership

Adequate

Alder Police is adequate at leadership.

## Main findings

### The force was judged before

In 2017, we judged Alder Police as good at leadership and at preventing crime.
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    """An answerer on this report, with the networks that come with peel."""
    return reading_answerer(tmp_path_factory.mktemp("expected"), {"alder-peel-2023-25.md": REPORT})


def test_what_is_expected_decides_whether_a_standard_was_met(answerer: Answerer) -> None:
    answer = answerer.ask("did the force hit the 999 standard over the year")
    assert answer.statements[0].text == "No."
    assert "84.2 percent against 90 percent" in answer.text


def test_what_is_left_out_is_refused(answerer: Answerer) -> None:
    assert answerer.ask("How accurately does the force record fraud?").abstained
    assert "96.4" in answerer.ask("How much reported crime does the force record, excluding fraud?").text


def test_an_everyday_word_for_the_median_is_read(answerer: Answerer) -> None:
    answer = answerer.ask("share of searches that found something, against the middle force")
    assert "29.3 percent against 24.1 percent" in answer.text


def test_how_sure_a_finding_is_stands_with_it(answerer: Answerer) -> None:
    asked = answerer.ask("did assaults at the harbour definitely fall because of the stewards")
    assert "19 percent" in asked.text
    assert "a nightclub closed" in asked.text


def test_that_it_was_told_before_stands_with_a_finding(answerer: Answerer) -> None:
    answer = answerer.ask("had the force been told before that supervisors don't read every file")
    assert "in our last inspection" in answer.text


def test_what_is_wanted_of_a_force_is_its_list(answerer: Answerer) -> None:
    answer = answerer.ask("what do inspectors want changed about the panel of residents")
    assert "at random" in answer.text
    assert "a chair from outside" in answer.text


def test_a_date_that_opens_a_list_is_given_with_the_item(answerer: Answerer) -> None:
    answer = answerer.ask("by when must attendance times be published?")
    assert answer.status is Status.ANSWERED
    assert "By 31 January 2027" in answer.statements[0].text
    assert "every three months" in answer.text


def test_an_extreme_is_told_by_the_figure_that_stands_with_it(answerer: Answerer) -> None:
    assert answerer.ask("oldest file waiting in the vetting unit").text.startswith("33 weeks")


def test_what_is_expected_of_a_time_to_come_answers_only_where_it_is_asked_for(answerer: Answerer) -> None:
    assert answerer.ask("how much money has the force got in the bank").text.startswith("\u00a311.6 million")
    assert "8.2 million" in answerer.ask("how much will the force have in reserves by 2028").statements[0].text


def test_grades_of_a_year_that_no_report_is_of_are_told_by_a_sentence_or_not_at_all(answerer: Answerer) -> None:
    told = answerer.ask("what was the force judged good at in 2017?")
    assert "In 2017, we judged" in told.text
    assert "adequate" not in told.text
    assert answerer.ask("what was the force graded adequate at in 2016?").abstained


def test_the_wish_for_a_summary_is_not_read_with_its_topic(answerer: Answerer) -> None:
    plain, wished = (answerer.ask(f"the panel of residents and its cases{end}") for end in ("", " - summary please"))
    assert not plain.abstained
    assert wished.text == plain.text
