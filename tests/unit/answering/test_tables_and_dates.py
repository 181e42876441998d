"""Tables and dates: whose time a row has, what is to be done by when, the time of a figure's own clause."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.answering.answerer import Answerer
from assistant.answering.verify import violations
from assistant.types import Answer, Reason, StatementKind, Status
from tests.many import reading_answerer

REPORT = """# PEEL 2023–25

An inspection of Alder Police

# Responding to the public

Good

Alder Police is good at responding to the public.

## The force in numbers

On 30 September 2024, the force had 1,812 officers.

**Table 1: Alder Police compared with the median force**

| Measure | Alder | Median |
| --- | --- | --- |
| 999 calls per 1,000 population | 203 | 161 |
| Charged [%] | 8.2 | 9.1 |
| Community resolutions [%] | 3.4 | 2.2 |

## Main findings

### Callers wait for an answer

Callers waited 4 minutes 52 seconds on average. Performance was best in April 2024, at 94.1 percent, and fell to its
lowest point in August 2024, at 79.3 percent.

### The force works with others

The force has a long-standing collaboration with Essex Police, but it doesn't track what that costs.

### The precept has gone up

For 2024/25, the precept for a band D home was set at £271.44 a year, an increase of £12.96.

## Recommendations

### The force should review its cases

By 31 May 2025, the force should:

- review every case that is older than 28 days; and
- tell each victim what happens next.
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return reading_answerer(tmp_path_factory.mktemp("dates"), {"alder.md": REPORT})


def rows(answer: Answer) -> list[str]:
    return [one.text for one in answer.statements if one.kind is StatementKind.ROW]


def test_a_table_takes_no_date_from_the_sentence_before_its_caption(answerer: Answerer) -> None:
    answer = answerer.ask("999 calls per 1,000 population in Alder")
    assert answer.text.startswith("999 calls per 1,000 population \u2013 Alder: 203.")
    assert "2024" not in answer.text


def test_both_rows_that_a_question_names_are_given(answerer: Answerer) -> None:
    text = answerer.ask("on charged and on community resolutions, is Alder above or below the median?").text
    assert all(figure in text for figure in ("8.2", "9.1", "3.4", "2.2"))


def test_a_row_says_yes_or_no(answerer: Answerer) -> None:
    assert answerer.ask("is the share charged higher than the median").text.startswith("No.")


@pytest.mark.parametrize(
    "question", ["what must the force do by 31 May 2025", "what does Alder have to do by end of may 2025"]
)
def test_what_is_to_be_done_by_a_date_is_its_whole_list(answerer: Answerer, question: str) -> None:
    assert rows(answerer.ask(question)) == [
        "review every case that is older than 28 days; and",
        "tell each victim what happens next.",
    ]


def test_a_duration_in_two_units_is_whole(answerer: Answerer) -> None:
    assert answerer.ask("how long did callers wait on average").text.startswith("4 minutes 52 seconds")


def test_a_figure_has_the_time_of_its_own_clause(answerer: Answerer) -> None:
    text = answerer.ask("what was the worst month's performance").text
    assert "79.3 percent, April" not in text


def test_how_much_something_went_up_is_the_increase(answerer: Answerer) -> None:
    assert answerer.ask("how much did the precept go up").text.startswith("\u00a312.96")


def test_a_partner_is_no_force_asked_about(answerer: Answerer) -> None:
    answer = answerer.ask("what is wrong with the essex collaboration")
    assert answer.status is Status.ANSWERED
    assert "doesn't track what that costs" in answer.text
    assert answerer.ask("what is Essex's 999 answer rate").reason is Reason.FORCE_NOT_HELD


def test_a_number_of_rows_is_proved_by_the_rows_alone(answerer: Answerer) -> None:
    answer = answerer.ask("which measures are above the median")
    reports = {report.id: report for report in answerer.index.reports}
    assert rows(answer)
    assert violations(answer.statements, answer.citations, reports) == []
    head = answer.statements[0]
    for count in (5, 203 - 161):  # a wrong one, and one by which two cells differ
        turned = replace(head, text=f"{count} rows of this table:")
        assert violations((turned, *answer.statements[1:]), answer.citations, reports)
