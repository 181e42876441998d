"""Which way a sentence says it: yes and no, more and less, right and wrong, all and some of them."""

from __future__ import annotations

import pytest

from assistant.answering.answerer import Answerer
from assistant.types import Status
from tests.many import reading_answerer

REPORT = """# PEEL 2023–25

An inspection of Alder Police

# Investigating crime

Adequate

Alder Police is adequate at investigating crime.

## Main findings

### People of some backgrounds are searched more often

In the year to March 2024, Black people were 3.1 times more likely than White people to be searched.

### The force closes cases early

The force closes many cases early when the victim doesn't support a prosecution.

### Outcomes aren't always right

Only 48 of the 72 cases that were read had the correct outcome. Of those with an incorrect outcome, 9 of the 24 cases
had enquiries left.

### Most visits are in time

In 28 of the 39 cases that we examined, officers arrived within the time the force allows.

### Grounds are recorded more often

During our inspection, we read 93 records from 1 May 2024 to 30 April 2025. Of this sample, 94.6 percent had reasonable
grounds. This is better than in our previous review of 2022. In that review, 88.5 percent had reasonable grounds.

### The force swaps knives for vouchers

The force told us that 573 knives had been swapped for vouchers by the end of March 2024.

### The control room answers sooner

The control room has improved and reduced the number of callers who hang up because of delays.

### A panel reads some records

The panel reviewed just 11 stop and search cases in a year, and 4 use of force cases.
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return reading_answerer(tmp_path_factory.mktemp("ways"), {"alder.md": REPORT})


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("are Black people searched more than White people", "Yes."),
        ("are White people searched more than Black people", "No."),
        ("do Black people get searched more", "Yes."),
    ],
)
def test_a_comparison_is_affirmed_the_way_the_sentence_has_it(answerer: Answerer, question: str, word: str) -> None:
    assert answerer.ask(question).text.startswith(word)


def test_a_denial_in_an_aside_is_no_no(answerer: Answerer) -> None:
    answer = answerer.ask("does the force close cases too early")
    assert "closes many cases early" in answer.text
    assert not answer.text.startswith("No")


def test_whether_a_shortcoming_that_got_less_is_still_there_is_left_to_the_reader(answerer: Answerer) -> None:
    answer = answerer.ask("are there any delays in the control room")
    assert "reduced the number of callers" in answer.text
    assert answer.text.startswith("\u201c")


def test_the_right_ones_arent_counted_by_some_of_the_wrong(answerer: Answerer) -> None:
    assert answerer.ask("how many cases had the right outcome").text.startswith("only 48 of the 72 cases")


@pytest.mark.parametrize("question", ["how many cases had the wrong outcome", "in how many cases was it too slow"])
def test_the_figure_of_the_rest_is_never_said_alone(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question).text[:1] in ("\u201c", "T")


def test_an_earlier_review_answers_only_where_it_is_asked_for(answerer: Answerer) -> None:
    assert answerer.ask("what percentage of searches had reasonable grounds").text.startswith("94.6 percent")
    assert "88.5 percent" in answerer.ask("what percentage had reasonable grounds in the previous review").text


@pytest.mark.parametrize(
    ("question", "opens"),
    [
        ("were over 500 knives swapped for vouchers", "Yes. 573 knives"),
        ("someone told me that 1,000 knives were swapped for vouchers", "No. 573 knives"),
    ],
)
def test_a_claimed_number_is_put_right(answerer: Answerer, question: str, opens: str) -> None:
    answer = answerer.ask(question)
    assert answer.status is Status.ANSWERED
    assert answer.text.startswith(opens)


def test_the_figure_is_of_what_is_counted(answerer: Answerer) -> None:
    assert answerer.ask("how many use of force cases did the panel review").text.startswith("4 use of force cases")
