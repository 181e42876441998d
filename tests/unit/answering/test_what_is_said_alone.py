"""A figure, a yes or a list is said alone only where the sentence says just that."""

from __future__ import annotations

import pytest

from assistant.answering.answerer import Answerer
from assistant.types import Answer, StatementKind
from tests.many import answerer_of

REPORT = """# PEEL 2023–25

An inspection of Alder Police

# Investigating crime

Good

Alder Police is good at investigating crime.

## Main findings

### Detectives are trained

On 30 September 2024, the force had 410 accredited detectives in post, compared to 436 who should be in post.

### Callers are answered

In 46 of the 50 cases we looked at, call handlers answered the caller in time.

### Burglary victims are kept informed

It is important that the force tells burglary victims what happens next.

### Neighbours' quarrels are looked into

Of 30 quarrels between neighbours that we looked at, the force should have recorded 12 crimes.

### The vetting unit lacks people

The vetting unit had filled 17 of its 21 posts.

## Areas for improvement

### The force should improve how it looks for missing children

Its search teams are small.

### The force should check its vehicles more often

Some weren't checked for a year.
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("alone"), {"alder.md": REPORT})


def rows(answer: Answer) -> list[str]:
    return [one.text for one in answer.statements if one.kind is StatementKind.ROW]


def test_what_a_figure_is_set_against_is_no_answer_of_its_own(answerer: Answerer) -> None:
    assert answerer.ask("how many accredited detectives are in post").text.startswith("410")
    assert answerer.ask("how many accredited detectives should be in post").text.startswith("436")


def test_how_many_kept_to_it_isnt_said_of_those_that_fell_short(answerer: Answerer) -> None:
    assert answerer.ask("in how many cases did call handlers answer the caller in time").text.startswith("46 of the 50")
    assert not answerer.ask("in how many cases did call handlers answer the caller late").text.startswith("46")


def test_a_number_that_the_question_names_is_no_answer(answerer: Answerer) -> None:
    asked = answerer.ask("how many crimes should have been recorded from the 30 quarrels between neighbours")
    assert asked.text.startswith("12 crimes")


def test_so_many_of_its_posts_is_one_figure(answerer: Answerer) -> None:
    assert answerer.ask("how many posts of the vetting unit are filled").text.startswith("17 of its 21 posts")


def test_what_ought_to_be_is_no_yes(answerer: Answerer) -> None:
    assert not answerer.ask("are burglary victims told what happens next").text.startswith("Yes")


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            "areas for improvement about missing children",
            ["1. The force should improve how it looks for missing children"],
        ),
        (
            "what are the 2 areas for improvement",
            [
                "1. The force should improve how it looks for missing children",
                "2. The force should check its vehicles more often",
            ],
        ),
        ("areas for improvement about callers", []),
    ],
)
def test_a_list_holds_what_was_asked_for(answerer: Answerer, question: str, expected: list[str]) -> None:
    assert rows(answerer.ask(question)) == expected
