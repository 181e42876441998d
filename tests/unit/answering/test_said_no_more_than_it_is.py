"""Yes, no and figures that a sentence seems to give and doesn't: of other things, of others, up to a limit."""

from __future__ import annotations

import pytest

from assistant.answering.answerer import Answerer
from assistant.types import Answer, Turn
from tests.many import reading_answerer

REPORT = """# PEEL 2023–25

An inspection of Alder Police

# Responding to the public

Adequate

Alder Police is adequate at responding to the public.

In this section, we outline what we found of its answering.

## Main findings

### Calls

There wasn't enough training for control room staff when we visited.

While no national standard exists for calls to 101, its performance is good.

Staff use a risk model known as THRIVE (threat, harm, risk, investigation, vulnerability and engagement).

### Burglary

Every home burglary gets a visit, and 96 percent of victims were visited within 24 hours.

### Organised crime groups

Lead officers had been named for all of the groups but many hadn't been trained: 16 of 38 had.

### Neighbourhood officers

Neighbourhood officers can lose no more than 5 percent of their shifts to other duties.

Last spring Alder removed the post of community liaison officer, a role it had since 2011.

### Money

An average (band D) household pays £268.40 a year in council tax for policing.

Total reserves should stand at £17.3 million when 2028/29 ends. But Alder said that £22.4 million had to be saved
between 2025 and 2028.

### Who runs what

A vulnerability board sits in every district each month. The safety partnership chairs it. Alder also has a police
powers board.

### Workload

Supervisors of the volume crime teams had an average of 143 open crimes each.

### Searches

In the year ending 31 March 2024, 25.8 percent of searches led to a linked find.

The England and Wales rate for linked finds was 20.6 percent.

### Survey

Of those who answered our survey, 68.2 percent (703 of 1,031) wish to stay with Alder.

### Antisocial behaviour

In the year ending 31 March 2024, the force recorded 12.0 incidents of antisocial behaviour per 1,000 population. It
recorded 14.5 incidents per 1,000 population in the year ending 31 March 2023.

# Protecting vulnerable people

Inadequate

Alder Police is inadequate at protecting vulnerable people.

## Causes of concern

### The force doesn't keep missing children safe

Children who go missing aren't always found quickly.

By 31 October 2024, the force should:

- make sure that every report of a missing child is assessed within one hour; and
- restore the capacity of its hub.
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return reading_answerer(tmp_path_factory.mktemp("said"), {"alder.md": REPORT})


def after(answerer: Answerer, first: str, then: str) -> Answer:
    return answerer.ask(then, [Turn(first, answerer.ask(first))])


@pytest.mark.parametrize(
    ("question", "never", "told"),
    [
        ("does alder have enough call takers", "No", ""),
        ("is 101 performance good", "No", "performance is good"),
        ("does every home burglary get a visit", "No", "Every home burglary gets a visit"),
        ("did all organised crime groups have a lead officer", "No", "for all of the groups"),
        ("was the community liaison role scrapped", "No", "removed the post"),
        ("are reserves going up", "Yes", ""),
    ],
)
def test_yes_and_no_need_a_sentence_that_decides_them(answerer: Answerer, question: str, never: str, told: str) -> None:
    text = answerer.ask(question).text
    assert told in text and not text.startswith(f"{never}.")


def test_what_there_is_not_enough_of_is_denied(answerer: Answerer) -> None:
    assert answerer.ask("is there enough training for control room staff").text.startswith("No.")


@pytest.mark.parametrize(
    "question",
    [
        "who chairs the police powers board",
        "who chairs the scrutiny panel",
        "what does a band A household pay for policing",
        "what percentage of shifts do neighbourhood officers lose to other duties",
    ],
)
def test_a_neighbour_of_what_is_asked_is_no_answer(answerer: Answerer, question: str) -> None:
    answer = answerer.ask(question)
    assert answer.abstained or not answer.text[:1].isdigit()
    assert "partnership chairs" not in answer.text and not answer.text.startswith("£268")


def test_a_limit_keeps_its_no(answerer: Answerer) -> None:
    text = answerer.ask("what share of their shifts can neighbourhood officers lose to other duties").text
    assert "no more than 5 percent" in text and not text.lower().startswith("more than 5 percent")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("who chairs the vulnerability board", "safety partnership"),
        ("what does THRIVE stand for", "threat, harm, risk"),
        ("open crimes per supervisor in the volume crime teams", "143"),
        ("what has the force got to do by 31 october", "within one hour"),
    ],
)
def test_what_the_report_holds_is_told(answerer: Answerer, question: str, told: str) -> None:
    assert told in answerer.ask(question).text


def test_the_country_is_no_name_that_a_sentence_must_have(answerer: Answerer) -> None:
    text = answerer.ask("linked find rate compared with england & wales").text
    assert "25.8 percent" in text and "20.6 percent" in text


def test_other_forces_figure_isnt_given_for_the_forces_own(answerer: Answerer) -> None:
    assert not answerer.ask("what was the rate of linked finds").text.startswith("20.6")


@pytest.mark.parametrize(
    ("first", "then", "told"),
    [
        ("what percentage of those surveyed wish to stay", "how many people was that", "703 of 1,031"),
        ("antisocial behaviour incidents per 1,000 population", "and the year before?", "14.5"),
        ("what is the cause of concern", "by when", "31 October 2024"),
    ],
)
def test_a_follow_up_asks_of_what_was_told(answerer: Answerer, first: str, then: str, told: str) -> None:
    assert told in after(answerer, first, then).text


def test_what_opens_a_section_is_no_finding(answerer: Answerer) -> None:
    assert "In this section" not in answerer.ask("what are the main concerns about responding to the public").text
