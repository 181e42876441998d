"""What a hurried question asks besides, the side of a chart's line, most of them, what is still to be done."""

from __future__ import annotations

import pytest

from assistant.answering.answerer import Answerer
from assistant.answering.majorities import asks_for_most, tells_most
from assistant.indexing.figures import figures_of
from assistant.types import Status
from tests.many import reading_answerer

REPORT = """# PEEL 2023–25

An inspection of Alder Police

# Building the workforce

Adequate

Alder Police is adequate at building the workforce.

## Main findings

### Officers are resigning

Chart description: A column chart of resignations per 100 officers for each force in the year ending 31 March 2025.
Alder Police had 6.3 resignations per 100 officers, the second highest rate of all forces. The dashed red lines show a
typical range of 2.1 to 4.4. The solid red line shows a median of 3.2.

### Few feel listened to

In the survey, 37.4 percent (312 of 834) of staff felt that senior leaders listened to them.

### Records were moved to a new system

When records were moved to the new system, around 29,000 of them were held twice. By the time of our inspection, the
force had merged 17,400 of them. The system came 9 months later than planned.

### Banks call when customers are deceived

In the year ending 31 March 2025, banks made 163 calls to the force under the Banking Protocol. The force says that
£1.4 million was kept from fraudsters.

### The force answers emergency calls later than it should

In the year ending 31 March 2025, the force answered 83.6 percent of 999 calls within 10 seconds. The expected standard
is 90 percent. In the year ending 31 March 2024, the figure was 78.1 percent.

### Forms wait

When we visited the hub, 1,190 forms hadn't been assessed, although all those graded high risk were dealt with on the
same day. The wait for a first occupational health appointment was eight weeks.

### Antisocial behaviour

In the year ending 31 March 2025, the force recorded 17.9 antisocial behaviour incidents per 1,000 population. This was
a fall of 21 percent on the year before.

### Disclosures

In the year ending 31 March 2025, the force received 644 right to ask applications.

### Savings

At the time of our visit, the force had identified savings of £8.2 million. Its reserves were £12.4 million or three
percent of its budget. This is in line with its policy of holding 3 percent.

## Cause of concern

The force doesn't assess referrals in time.

### Recommendations

By 31 August 2026, Alder Police should:

- assess each referral within a day; and
- fill the posts in its hub.
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return reading_answerer(tmp_path_factory.mktemp("halves"), {"alder.md": REPORT})


def test_a_charts_line_is_set_beside_the_forces_own_rate(answerer: Answerer) -> None:
    answer = answerer.ask("are officers resigning faster than is normal elsewhere")
    assert "6.3 resignations per 100 officers" in answer.text
    assert "3.2" in answer.text or "2.1 to 4.4" in answer.text


@pytest.mark.parametrize(
    "question", ["do most staff feel senior leaders listen", "do the majority of staff feel heard?"]
)
def test_a_share_under_half_is_no_most(answerer: Answerer, question: str) -> None:
    assert not answerer.ask(question).text.startswith("Yes")


@pytest.mark.parametrize(
    ("text", "most"),
    [
        ("39.3 percent (411 of 1,046) of staff", False),
        ("Of 50 cases, 44 of the 50 were right.", True),
        ("It rose from 44 percent to 61 percent.", None),
        ("There were 12 cases.", None),
    ],
)
def test_shares_tell_most_where_they_agree(text: str, most: bool | None) -> None:
    assert tells_most(figures_of(text)) is most


def test_most_is_asked_for_by_its_words() -> None:
    assert asks_for_most("do most staff agree")
    assert asks_for_most("did over half of victims agree")
    assert not asks_for_most("what is the most common reason")
    assert not asks_for_most("is it most likely to be women")


def test_what_counts_some_of_them_answers_the_second_how_many(answerer: Answerer) -> None:
    answer = answerer.ask("records held twice - how many merged so far and how many to start with")
    assert "29,000" in answer.text
    assert "17,400" in answer.text


def test_the_half_that_asks_for_money_is_answered_by_money(answerer: Answerer) -> None:
    answer = answerer.ask("banking protocol: money saved and how many calls were made")
    assert "163" in answer.text
    assert "£1.4 million" in answer.text


def test_what_was_found_is_no_answer_to_what_is_still_to_find(answerer: Answerer) -> None:
    assert "8.2" in answerer.ask("how much savings had the force identified").text
    assert answerer.ask("how much of the savings still hasn't been identified").status is not Status.ANSWERED


def test_a_deadline_is_the_end_of_its_month(answerer: Answerer) -> None:
    answer = answerer.ask("what has the force got to do by the end of August 2026")
    assert "fill the posts in its hub" in answer.text
    assert "assess each referral within a day" in answer.text


def test_the_year_before_stands_beside_the_latest(answerer: Answerer) -> None:
    answer = answerer.ask("share of 999 calls answered in time, and the year before")
    assert "83.6 percent" in answer.text
    assert "78.1 percent" in answer.text


def test_a_clause_that_may_be_meant_or_not_leaves_yes_and_no_to_the_reader(answerer: Answerer) -> None:
    answer = answerer.ask("did the urgent forms get done the same day")
    assert "same day" in answer.text
    assert not answer.text.startswith("No")


def test_a_change_is_told_beside_the_figure(answerer: Answerer) -> None:
    assert "21 percent" in answerer.ask("change in antisocial behaviour incidents").text


def test_a_right_to_ask_is_no_right(answerer: Answerer) -> None:
    assert answerer.ask("how many right to ask applications were received").text.startswith("644 right to ask")


def test_figures_that_are_alike_decide_no_more_or_less(answerer: Answerer) -> None:
    answer = answerer.ask("are its reserves more than its policy asks for")
    assert not answer.text.startswith("Yes")
    assert "(computed)" not in answer.text


def test_when_inspectors_come_again_isnt_told_by_when_they_came(answerer: Answerer) -> None:
    assert answerer.ask("when will the inspectors come back").status is not Status.ANSWERED


def test_a_sentence_on_something_else_says_of_all_neither_yes_nor_no(answerer: Answerer) -> None:
    assert not answerer.ask("did they mend all the old police stations").text.startswith("No.")
