"""The time of a figure that was just given, and what stands between a question and the sentence that answers it."""

from __future__ import annotations

import pytest

from assistant.answering.answerer import Answerer
from assistant.types import Answer, Reason, Status, Turn
from tests.many import reading_answerer

REPORT = """# PEEL 2021/22

An inspection of Alder Police

## Our judgments

| Outstanding | Good | Adequate | Requires improvement | Inadequate |
| --- | --- | --- | --- | --- |
| Preventing crime | Supporting victims | Responding to the public | | |
| | | Developing a positive workplace | Good use of resources | |

# Responding to the public

Adequate

Alder Police is adequate at responding to the public.

## Main findings

### Calls are answered

In the year ending 30 September 2022, the force received 151 calls to 101 per 1,000 population. It answered 91.4
percent of 999 calls within 10 seconds. Seventeen forces didn't reach the 90 percent standard.

### Callers wait at busy times

The average wait in the busiest hour, on Mondays, was 19 minutes.

### Searches are explained

During our inspection, we read 88 records of searches from 1 August 2021 to 31 July 2022. Based on this sample, we
estimate that 92.1 percent of searches in this period had reasonable grounds recorded.

Although the force routinely checks the records of searches, these checks often lacked detail.

### Victims' needs are assessed

In 46 of the 50 relevant cases we reviewed, the force had recorded an assessment of the needs of victims. All
4 teams do so.

### The force visits offenders

There were 14 overdue visits to offenders, none of them to a very high-risk offender.

### Officers don't always come in time

In 41 of the 53 incidents that we followed, officers arrived within the required time. This means that in 12 incidents
people waited too long.

### Force is recorded too seldom

Alder Police recorded 2,310 uses of force in the year ending 31 March 2022. It should have recorded 3,045 uses of force.
The force works on this. We believe that it missed 735 uses of force.

### Ethnicity is left out of records

Searches were 3.1 times more likely for Black people, and force was 2.4 times more likely to be used. Ethnicity was
unknown for 21.6 percent of the force's searches. On average, it was unknown for 17.2 percent of searches in England and
Wales.

### A new system is late

The new records system, Lodestar, went live 11 months later than planned.

### Officers get help

A counselling company helps officers who have been hurt, and 28 asked for its help.

# Investigating crime

### Offices stand empty

At the end of March 2022, 61 of 240 detective posts were vacant. The gap is widest in the fraud team, where 9 of 20
posts were empty.

# Protecting vulnerable people

## Causes of concern

### The force doesn't protect children well enough

Referrals about children wait too long.

## Recommendations

With immediate effect, Alder Police should:

- review every referral about a child that is waiting; and
- appoint a chief officer to oversee referrals about children.
"""
RATE = "what was alder's 999 answer rate"


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return reading_answerer(tmp_path_factory.mktemp("told"), {"alder.md": REPORT})


def after(answerer: Answerer, first: str, then: str) -> Answer:
    return answerer.ask(then, [Turn(first, answerer.ask(first))])


@pytest.mark.parametrize(
    "then", ["what period is that?", "which year is that for", "as of when", "when was that measured", "which year?"]
)
def test_the_period_of_the_figure_before_is_told(answerer: Answerer, then: str) -> None:
    answer = after(answerer, RATE, then)
    assert answer.statements[0].text == "The year ending 30 September 2022 (the period is stated nearby)."
    assert "91.4" in answer.citations[0].quote


@pytest.mark.parametrize("question", ["what period is that", "which year?", "which section is that from?"])
def test_what_points_at_nothing_is_refused(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question).reason is Reason.NOT_A_REPORT_QUESTION


def test_the_period_is_that_of_the_figure_which_a_follow_up_names(answerer: Answerer) -> None:
    answer = after(answerer, RATE, "which 12 months is the 101 number for")
    assert answer.statements[0].text == "The year ending 30 September 2022."


def test_a_correction_takes_over_what_was_asked(answerer: Answerer) -> None:
    answer = after(answerer, "how many 999 calls per 1,000 population", "sorry, i meant 101 calls")
    assert "151" in answer.text


@pytest.mark.parametrize(
    "question", ["late attendance - number of incidents?", "how many incidents did officers come to too late"]
)
def test_how_many_fell_short_is_what_the_share_leaves(answerer: Answerer, question: str) -> None:
    answer = answerer.ask(question)
    assert answer.statements[0].text.startswith("12 incidents")
    assert any("41 of the 53" in citation.quote for citation in answer.citations)


def test_another_count_that_happens_to_be_as_many_is_no_rest(answerer: Answerer) -> None:
    assert "4 teams" not in answerer.ask("how many cases lacked an assessment of victims' needs").statements[0].text


def test_the_gap_between_two_counts_is_told_where_the_report_tells_it(answerer: Answerer) -> None:
    answer = after(answerer, "how many uses of force were recorded", "so what's the shortfall")
    assert answer.statements[0].text.startswith("735 uses of force")


def test_a_comparison_takes_the_figure_that_has_another_side(answerer: Answerer) -> None:
    answer = answerer.ask("is ethnicity unknown for more searches than in other forces, and by how much")
    assert "4.4 percentage points (computed)" in answer.text


def test_where_it_is_worst_is_where_it_is_widest(answerer: Answerer) -> None:
    answer = after(answerer, "how many detective posts were vacant", "where is it worst")
    assert "9 of 20" in answer.text


def test_an_average_alone_is_no_new_question(answerer: Answerer) -> None:
    answer = after(answerer, "how many detective posts were vacant", "average wait?")
    assert answer.status is Status.NOT_IN_REPORTS


def test_a_sample_has_the_days_from_and_to_which_it_was_drawn(answerer: Answerer) -> None:
    answer = answerer.ask("what share of searches had reasonable grounds written down")
    assert "92.1 percent" in answer.statements[0].text
    assert "from 1 August 2021 to 31 July 2022" in answer.statements[0].text


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("how many forces missed the nine-in-ten mark for 999 calls", "Seventeen forces"),
        ("typical wait for callers at the peak on mondays", "19 minutes"),
        ("how many victims had their needs assessed", "46 of the 50 relevant cases"),
        ("what is the new records system called", "Lodestar"),
    ],
)
def test_a_requirement_of_form_doesnt_stand_in_the_way(answerer: Answerer, question: str, held: str) -> None:
    assert held in answerer.ask(question).text


def test_a_name_that_no_sentence_tells_is_refused(answerer: Answerer) -> None:
    answer = answerer.ask("what is the counselling company called")
    assert answer.status is Status.NOT_IN_REPORTS
    assert "the best sentence doesn't meet: called" in answer.trace.notes


def test_what_speaks_of_no_calls_answers_nothing_about_999(answerer: Answerer) -> None:
    assert "17.2" not in answerer.ask("what is the average share for 999 in England and Wales").text


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        ("are any of the overdue visits to very high-risk offenders", "No."),
        ("are any visits to offenders overdue", "Yes."),
        ("does the force check the records of searches", "“Although"),
    ],
)
def test_yes_and_no_go_by_the_clause_that_is_asked_about(answerer: Answerer, question: str, opening: str) -> None:
    assert answerer.ask(question).text.startswith(opening)


@pytest.mark.parametrize(
    ("area", "grade"),
    [("Good use of resources", "Requires improvement"), ("Developing a positive workplace", "Adequate")],
)
def test_a_grade_that_the_table_alone_gives_is_proved_by_its_header(answerer: Answerer, area: str, grade: str) -> None:
    answer = answerer.ask(f"{area}: what was the judgment?")
    assert answer.statements[0].text.startswith(f"{grade} – {area}")
    assert any(grade in citation.quote for citation in answer.citations)


def test_the_lowest_grade_is_told_of_all_that_have_it(answerer: Answerer) -> None:
    answer = answerer.ask("Which area did Alder Constabulary get the lowest grade in?")
    assert "Good use of resources: requires improvement" in answer.text


def test_what_is_to_be_done_under_a_cause_of_concern_is_its_list(answerer: Answerer) -> None:
    answer = answerer.ask("What has Alder been told to do straight away under the cause of concern?")
    assert "review every referral" in answer.text
    assert "appoint a chief officer" in answer.text
