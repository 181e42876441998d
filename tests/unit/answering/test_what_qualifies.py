"""What stands after a sentence and takes it back, what stands before it and explains it, and what can't be computed."""

from __future__ import annotations

import pytest

from assistant.answering.answerer import Answerer
from assistant.types import StatementKind, Status
from tests.many import reading_answerer

REPORT = """# PEEL 2023–25

An inspection of Alder Police

# Using powers fairly

Good

Alder Police is good at using powers fairly.

## Main findings

### Officers search more people than before

The number of searches rose by 14.2 percent in the year to March 2024. Across the country it fell by 2.5 percent on
average. The force told us that this was because of a new team in the harbour.

### People of some backgrounds are searched more often

In the year to March 2024, Black people were 3.1 times more likely than White people to be searched.

### A panel looks at searches

A panel of local people reads the records of searches four times a year. However, its members rarely see recordings.

### The force records too few nuisance reports

The typical range is between 6.5 and 19 nuisance reports per 1,000 population.

### Some causes of complaints come up again and again

The causes that people complain about most are:

- late updates;
- rude officers; and
- lost property.
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return reading_answerer(tmp_path_factory.mktemp("qualifies"), {"alder.md": REPORT})


def test_what_takes_a_sentence_back_is_said_after_it(answerer: Answerer) -> None:
    answer = answerer.ask("who reads the records of searches at Alder")
    assert "panel of local people" in answer.text
    assert "However, its members rarely see recordings." in answer.statements[-1].text


def test_a_reason_is_cited_with_what_it_explains(answerer: Answerer) -> None:
    answer = answerer.ask("why did searches go up")
    assert "harbour" in answer.text and "14.2 percent" in answer.text


def test_up_and_down_arent_taken_from_each_other(answerer: Answerer) -> None:
    answer = answerer.ask("how did the change in searches compare with the average across the country")
    assert "14.2 percent" in answer.text and "2.5 percent" in answer.text
    assert not any(one.computed for one in answer.statements)


def test_a_range_is_said_from_end_to_end(answerer: Answerer) -> None:
    answer = answerer.ask("lowest to highest of what is normal for nuisance reports per 1,000 people")
    assert answer.text.startswith("between 6.5 and 19 nuisance reports")


def test_another_group_beside_one_that_is_named_is_refused(answerer: Answerer) -> None:
    assert "3.1 times" in answerer.ask("how much likelier are black people than white people to be searched").text
    refused = answerer.ask("how much likelier are asian people than white people to be searched")
    assert refused.status is Status.NOT_IN_REPORTS


def test_a_line_that_opens_a_list_is_given_with_its_items(answerer: Answerer) -> None:
    answer = answerer.ask("what do people complain about most at Alder")
    rows = [one.text for one in answer.statements if one.kind is StatementKind.ROW]
    assert rows == ["late updates;", "rude officers; and", "lost property."]


@pytest.mark.parametrize("question", ["my bike got nicked can you log it for me", "can you come and look for my phone"])
def test_a_call_for_help_is_no_question_about_reports(answerer: Answerer, question: str) -> None:
    refused = answerer.ask(question)
    assert refused.reason is not None and refused.reason.value == "not_a_report_question"
