"""What is still to come is no result, a date of the past is none to come, and a topic alone is kept to."""

from __future__ import annotations

import pytest

from assistant.answering.answerer import Answerer
from assistant.types import Turn
from tests.many import reading_answerer

REPORT = """# PEEL 2023–25

An inspection of Rowan Police

# Investigating crime

Adequate

Rowan Police is adequate at investigating crime.

## Main findings

### Detectives

Of its 300 posts for detectives, 91 percent are filled. The force had 62 trainee detectives. Chief officers agreed in
June 2024 to add nine posts for detectives.

### Burglary

The force commissioned a study of burglary from a university, which was due to report in autumn 2024.

### Violence

The force isn't one of the areas with a violence reduction unit. It pays for a violence team of its own.

# Responding to the public

Good

Rowan Police is good at responding to the public.

## Main findings

### Emergency calls

The force received 150 emergency calls per 1,000 population. The typical range is between 120 and 173 per 1,000
population.
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return reading_answerer(tmp_path_factory.mktemp("to_come"), {"rowan.md": REPORT})


def after(answerer: Answerer, *questions: str) -> str:
    """The answer to the last question of a conversation; empty where it is refused."""
    turns: list[Turn] = []
    for question in questions:
        turns.append(Turn(question, answerer.ask(question, turns)))
    return "" if turns[-1].answer.abstained else turns[-1].answer.text


def test_a_study_that_is_still_to_report_has_found_nothing(answerer: Answerer) -> None:
    assert not after(answerer, "who did a study of burglary", "and what did the study find")


def test_when_something_will_be_isnt_told_by_when_it_was_agreed(answerer: Answerer) -> None:
    assert not after(
        answerer, "how many posts for detectives were added in June 2024", "and when will they be in post?"
    )


def test_a_topic_alone_is_what_the_answer_speaks_of(answerer: Answerer) -> None:
    assert "62 trainee" in after(answerer, "what percentage of posts for detectives are filled", "and trainees?")


def test_what_goes_on_with_a_denial_affirms_nothing(answerer: Answerer) -> None:
    assert not after(answerer, "does Rowan have a violence reduction unit").startswith("Yes")


def test_the_typical_range_is_told_where_it_is_asked_for(answerer: Answerer) -> None:
    assert not after(answerer, "emergency calls per 1,000 population").startswith("between")
    assert after(answerer, "typical range of emergency calls").startswith("between 120 and 173")


def test_any_good_asks_how_well_it_does(answerer: Answerer) -> None:
    text = after(answerer, "is Rowan any good")
    assert "Investigating crime: adequate" in text
    assert "Responding to the public: good" in text
