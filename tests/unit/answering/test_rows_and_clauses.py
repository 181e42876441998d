"""Which cell of a row and which figure of a sentence answers, and what isn't an answer though it looks like one."""

from __future__ import annotations

import pytest

from assistant.answering.answerer import Answerer
from assistant.answering.verify import violations
from assistant.types import StatementKind, Status, Turn
from tests.many import reading_answerer

REPORT = """# PEEL 2023–25

An inspection of Alder Police

# Investigating crime

Good

Alder Police is good at investigating crime.

## Main findings

### Few crimes lead to a charge

**Table 1: Percentage of crimes that led to a charge, by type of crime**

<b>Type</b>\t<b>Alder, year ending 31 March 2023 [%]</b>\t<b>Alder, year ending 31 March 2024 [%]</b>\t<b>Median</b>
Rape\t2.3\t3.4\t5.5
Robbery\t9.1\t7.6\t8.9
Shoplifting\t12.4\t13.8\t18.1

### The workforce is becoming more diverse

As at 31 March 2024, 38.2 percent of officers were women, and 3.5 percent were from an ethnic minority background.

### The force shares what it can

The force shares a control room with Birch Police, which saves both of them money.

### Investigators of fraud feel alone

In our survey, 41 of 97 respondents who investigate fraud said that they had enough support.

### Offender managers are busy

Each offender manager looks after 57 offenders. The force wants it to be no more than 50.
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return reading_answerer(tmp_path_factory.mktemp("rows"), {"alder.md": REPORT})


def test_the_newest_year_of_a_row_is_said_first_and_the_one_before_where_it_is_asked_for(answerer: Answerer) -> None:
    first = answerer.ask("charge rate for shoplifting")
    assert first.text.startswith("Shoplifting \u2013 Alder, year ending 31 March 2024: 13.8 percent.")
    turns = [Turn("charge rate for shoplifting", first)]
    turns.append(Turn("and for robbery?", answerer.ask("and for robbery?", turns)))
    assert answerer.ask("and the year before?", turns).text.startswith("Robbery")
    before = answerer.ask("and the year before?", turns[:1])
    assert before.text.startswith("Shoplifting \u2013 Alder, year ending 31 March 2023: 12.4 percent.")


def test_a_row_answers_for_both_sides_of_a_comparison(answerer: Answerer) -> None:
    answer = answerer.ask("how did the charge rate for rape compare with the median")
    assert "3.4 percent" in answer.text and "Median: 5.5." in answer.text and "Robbery" not in answer.text


def test_a_figure_is_told_by_its_own_clause(answerer: Answerer) -> None:
    assert answerer.ask("what percentage of officers are women").text.startswith("38.2 percent")
    assert answerer.ask("what share is from an ethnic minority background").text.startswith("3.5 percent")


def test_a_force_is_named_where_the_report_names_it(answerer: Answerer) -> None:
    assert "Birch Police" in answerer.ask("which force does Alder share a control room with").text


def test_who_gave_an_answer_to_a_survey_isnt_a_count_of_staff(answerer: Answerer) -> None:
    assert answerer.ask("how many people investigate fraud").status is Status.NOT_IN_REPORTS


def test_what_only_a_reader_can_judge_gets_no_yes(answerer: Answerer) -> None:
    asked = "how many offenders does each manager look after"
    answer = answerer.ask("is that too many?", [Turn(asked, answerer.ask(asked))])
    assert not answer.text.startswith(("Yes", "No"))
    assert "no more than 50" in answer.text


def test_causes_of_concern_that_no_report_has_are_refused(answerer: Answerer) -> None:
    assert answerer.ask("list the causes of concern").status is Status.NOT_IN_REPORTS


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("which type has the highest charge rate", ["Shoplifting"]),
        ("which type has the lowest charge rate", ["Rape"]),
        ("which types of charge rate went down", ["Robbery"]),
        ("which types have a charge rate below the median", ["Rape", "Robbery", "Shoplifting"]),
        ("which types had a charge rate that went up", ["Rape", "Shoplifting"]),
    ],
)
def test_all_rows_of_a_table_are_looked_at(answerer: Answerer, question: str, expected: list[str]) -> None:
    answer = answerer.ask(question)
    rows = [one for one in answer.statements if one.kind is StatementKind.ROW] or answer.statements[:1]
    assert [one.text.split(" \u2013 ")[0] for one in rows] == expected
    if answer.statements[0].computed:
        assert answer.text.startswith(f"{len(expected)} row")
    reports = {report.id: report for report in answerer.index.reports}
    assert violations(answer.statements, answer.citations, reports) == []


def test_whose_target_it_is_may_stand_in_the_question_itself(answerer: Answerer) -> None:
    first = answerer.ask("charge rate for shoplifting")
    after = answerer.ask("does each manager have what the force wants of its offenders", [Turn("charge rate", first)])
    assert "shoplifting" not in after.reading.read_as
