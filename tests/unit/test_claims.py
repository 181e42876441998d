"""A number that a question claims is told from one that it asks for or that belongs to its topic."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.retrieval.claims import Claim, claim_in


@pytest.mark.parametrize(
    ("question", "number", "bound"),
    [
        ("are over 500 knives swapped", "500", "over"),
        ("do more than 95% of people get a review", "95", "more than"),
        ("Alder's find rate is 50%, isn't it", "50", ""),
        ("someone told me the force swapped 1,000 knives", "1000", ""),
        ("under 3% of 101 calls abandoned?", "3", "under"),
    ],
)
def test_a_claimed_number_is_found(question: str, number: str, bound: str) -> None:
    claim = claim_in(question)
    assert claim
    assert (claim.number, claim.bound) == (number, bound)
    assert number not in claim.without


@pytest.mark.parametrize(
    "question",
    [
        "how many of the 40 cases were late",
        "was every victim in the 40 cases told",
        "did the force answer 999 calls quickly",
        "does it answer calls within 10 seconds",
        "was the 2018 grade good",
        "what percentage of calls were answered in 10 seconds",
        "did it beat its 24/25 savings target",
    ],
)
def test_a_number_of_the_topic_is_no_claim(question: str) -> None:
    assert claim_in(question) is None


@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_a_claim_holds_by_its_bound(claimed: int, given_: int) -> None:
    def holds(bound: str) -> bool:
        return Claim(str(claimed), bound, "").holds(str(given_))

    assert holds("") == (given_ == claimed)
    assert holds("more than") == (given_ > claimed)
    assert holds("at least") == (given_ >= claimed)
    assert holds("under") == (given_ < claimed)
    assert holds("up to") == (given_ <= claimed)


def test_a_claimed_number_has_its_scale() -> None:
    claim = claim_in("did it get more than 1.2 million calls")
    assert claim
    assert claim.holds("1300000")
    assert not claim.holds("1100000")
