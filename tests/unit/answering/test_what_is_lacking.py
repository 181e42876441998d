"""How much is lacking: told by the sentence that says so, else computed from what it sets against each other."""

from __future__ import annotations

import pytest

from assistant.answering.answerer import Answerer
from assistant.answering.verify import violations
from assistant.types import Statement, StatementKind, Turn
from tests.many import reading_answerer

REPORT = """# PEEL 2023–25

An inspection of Alder Police

# Leadership and force management

Good

Alder Police is good at leadership and force management.

## Main findings

### Detectives

As at 30 September 2023, the force had 211 accredited detectives against 268 posts.

### Savings

The force has to save £11.6 million by March 2028, and has found £6.9 million of this so far.

### Call handlers

It had 134 call handlers against an establishment of 171, a shortfall of 37 posts.

### Control room

The control room has 386 posts for dispatchers, of which 71 were vacant.

### Scrutiny

The scrutiny panel has an independent chair, but none of its nine members is under 30.

### Offenders

The reoffending rate among those on the programme was 33 percent lower in the year after they joined.

### Backlog

Since our inspection, the force has told us that the backlog of referrals had fallen to 71. We haven't yet checked this.

### Missing people

The missing persons team works only on weekdays. Waits for an interview averaged 27 days.

Individual performance assessment is weaker.

### Council tax

The commissioner raised the council tax precept by £13 for a Band D property in 2024/25.

### Drones

The force has 14 drones, more than most forces.

### The coast

There are 45 detective vacancies in 6 teams on the coast.

### Response officers

There isn't a shortage of response officers, as 120 officers joined in 2 intakes.

### Standards

Fourteen forces met the standard of 90 percent for 999 calls.
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return reading_answerer(tmp_path_factory.mktemp("lacking"), {"alder.md": REPORT})


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("how many detectives is alder short of", "a difference of 57 (computed)"),
        ("how much does the force still have to find in savings", "a difference of £4.7 million (computed)"),
    ],
)
def test_what_is_lacking_is_computed_and_marked_so(answerer: Answerer, question: str, told: str) -> None:
    answer = answerer.ask(question)
    assert told in answer.text.split("\n")[0]
    assert answer.statements[0].computed


def test_a_shortfall_that_is_told_is_told(answerer: Answerer) -> None:
    assert answerer.ask("what is the shortfall in call handlers").text.startswith("37 posts")


def test_those_that_are_vacant_are_counted_and_not_the_others(answerer: Answerer) -> None:
    text = answerer.ask("how many dispatcher vacancies are there in the control room").text
    assert text.startswith("71") and "computed" not in text


def test_another_difference_than_that_of_the_figures_is_caught(answerer: Answerer) -> None:
    answer = answerer.ask("how much does the force still have to find in savings")
    reports = {report.id: report for report in answerer.index.reports}
    assert not violations(answer.statements, answer.citations, reports)
    said = answer.statements[0]
    for wrong in ("£4.8 million", "4.7 percentage points", "£47 million"):
        other = Statement(StatementKind.DIRECT, said.text.replace("£4.7 million", wrong), said.citations, computed=True)
        assert violations((other,), answer.citations, reports), wrong


@pytest.mark.parametrize(
    ("question", "never"),
    [
        ("how many members of the scrutiny panel are under 30", "nine"),
        ("what is the reoffending rate for offenders on the programme", "33 percent"),
    ],
)
def test_a_figure_of_none_or_of_a_change_is_no_count_and_no_level(
    answerer: Answerer, question: str, never: str
) -> None:
    text = answerer.ask(question).text
    assert text.startswith("\u201c") and never in text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("how many drones does the force have", "14 drones"),
        ("how many detective vacancies are there on the coast", "45 detective vacancies"),
        ("is there a shortage of response officers", "120"),
    ],
)
def test_figures_that_stand_side_by_side_arent_set_against_each_other(
    answerer: Answerer, question: str, told: str
) -> None:
    text = answerer.ask(question).text
    assert told in text and "computed" not in text


def test_that_inspectors_didnt_check_stays_with_the_figure(answerer: Answerer) -> None:
    assert "We haven't yet checked this" in answerer.ask("how big is the backlog of referrals").text


def test_forces_are_counted_and_not_the_standard(answerer: Answerer) -> None:
    assert answerer.ask("how many forces hit the 90 percent standard for 999 calls").text.startswith("Fourteen forces")


@pytest.mark.parametrize(
    "question", ["does the missing persons team work weekends", "is the missing persons team on at weekends"]
)
def test_only_on_weekdays_says_no_to_weekends(answerer: Answerer, question: str) -> None:
    answer = answerer.ask(question)
    assert not answer.abstained and not answer.text.startswith("Yes")
    assert "only on weekdays" in answer.text


def test_a_figure_that_was_raised_by_so_much_tells_how_far(answerer: Answerer) -> None:
    assert answerer.ask("how much did the council tax precept go up").text.startswith("£13")


def test_whether_it_is_better_isnt_told_by_another_thing(answerer: Answerer) -> None:
    first = "how long are the waits for an interview"
    then = answerer.ask("is that an improvement", [Turn(first, answerer.ask(first))])
    assert "performance assessment" not in then.text
