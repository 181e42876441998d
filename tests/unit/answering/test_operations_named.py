"""An operation that only a heading names is found by its name; what another one did isn't told of it."""

from __future__ import annotations

import pytest

from assistant.answering.answerer import Answerer
from assistant.indexing.units import units_of
from assistant.reading.words import stems_of
from assistant.retrieval.names_asked import is_of_another_operation
from assistant.retrieval.question import read_question
from assistant.retrieval.terms import Vocabulary
from assistant.retrieval.view import view_of
from assistant.types import Status
from tests.made_up import report
from tests.many import reading_answerer

REPORT = """# PEEL 2023–25

An inspection of Elder Police

# Preventing crime

Good

Elder Police is good at preventing crime.

## Main findings

### Operation Larkspur

Officers visit farms at night to look for stolen tractors. The patrols started in 2023.

### Operation Thistle

Officers visited 45 car parks with sniffer dogs. They spent 900 hours on it.
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    """An answerer on the report, with the networks that come with peel."""
    return reading_answerer(tmp_path_factory.mktemp("operations"), {"elder.md": REPORT})


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("what is Operation Larkspur", "stolen tractors"),
        ("when did Operation Larkspur start", "2023"),
        ("how many car parks did Operation Thistle visit", "45 car parks"),
        ("how many hours did officers spend on Operation Thistle", "900 hours"),
    ],
)
def test_what_stands_under_its_heading_is_told(answerer: Answerer, question: str, told: str) -> None:
    assert told in answerer.ask(question).text


@pytest.mark.parametrize(
    "question",
    ["how many car parks did Operation Larkspur visit", "what is Operation Foxglove", "when did op thistle start"],
)
def test_another_operation_does_not_answer(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question).status is Status.NOT_IN_REPORTS


def test_a_sentence_is_of_the_operation_that_its_section_names() -> None:
    held = report(REPORT)
    hours = next(unit for unit in units_of(held) if "900 hours" in unit.text)
    whole = frozenset(stems_of(" ".join(unit.text for unit in units_of(held) if unit.section == hours.section)))
    view = view_of(0, hours, held, "", whole)
    of_thistle, of_larkspur, of_none = (
        is_of_another_operation(read_question(text, [held], Vocabulary({}, 1)), view)
        for text in ("hours of op Thistle", "hours of Operation Larkspur", "hours of sniffer dogs")
    )
    assert not of_thistle and of_larkspur and not of_none
