"""A round number that is near the report's is no false one: `3%` of 2.9 percent is right, `90%` of 93.6 left open."""

from __future__ import annotations

import pytest

from assistant.answering.answerer import Answerer
from assistant.retrieval.claims import Claim, claim_in
from tests.many import reading_answerer

REPORT = """# PEEL 2023–25

An inspection of Cedar Police

# Managing property

Adequate

Cedar Police is adequate at managing property.

## Main findings

### Lost and found

Police handed 2.9 percent of stray dogs to a rescue centre. The force returned 93.6 percent of lost phones to their
owners.
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    """An answerer on the report, with the networks that come with peel."""
    return reading_answerer(tmp_path_factory.mktemp("rounded"), {"cedar.md": REPORT})


@pytest.mark.parametrize(
    ("question", "opens"),
    [
        ("are 3% of stray dogs handed to a rescue centre", "Yes. 2.9 percent"),
        ("are 5% of stray dogs handed to a rescue centre", "2.9 percent"),
        ("are 20% of stray dogs handed to a rescue centre", "No. 2.9 percent"),
        ("are 94% of lost phones returned to their owners", "Yes. 93.6 percent"),
        ("are 90% of lost phones returned to their owners", "93.6 percent"),
        ("are 60% of lost phones returned to their owners", "No. 93.6 percent"),
        ("are over 90% of lost phones returned to their owners", "Yes. 93.6 percent"),
        ("are more than 95% of lost phones returned to their owners", "No. 93.6 percent"),
    ],
)
def test_a_claim_is_held_against_the_figure_as_it_was_meant(answerer: Answerer, question: str, opens: str) -> None:
    assert answerer.ask(question).text.startswith(opens)


@pytest.mark.parametrize(
    ("claimed", "given", "rounded"),
    [("3", "2.9", True), ("2", "2.9", False), ("93.6", "93.64", True), ("93", "93", False), ("10", "12", False)],
)
def test_a_figure_is_rounded_to_the_places_of_the_claim(claimed: str, given: str, rounded: bool) -> None:
    assert Claim(claimed, "", "").rounds(given) is rounded


def test_so_many_times_is_a_claim() -> None:
    claim = claim_in("are cyclists stopped 4 times more often than drivers")
    assert claim
    assert claim.number == "4"
    assert "how many times" in claim.without
