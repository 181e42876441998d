"""Questions typed in haste: words spelt short, and follow-ups that put the one before right."""

from __future__ import annotations

import pytest

from assistant.retrieval.corrections import corrected
from assistant.retrieval.in_full import in_full


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("how much likelier r black ppl", "how much likelier are black people"),
        ("avg wait n high risk?", "average wait and high risk?"),
        ("ppl abt 2 yrs", "people about 2 years"),
        ("y/e march 2024", "year ending march 2024"),
        ("PPL waiting", "people waiting"),
        ("no. 5 on the list, how many ppl?", "no. 5 on the list, how many people?"),
    ],
)
def test_words_typed_short_are_spelt_out(typed: str, meant: str) -> None:
    assert in_full(typed) == meant


@pytest.mark.parametrize("typed", ["R v Brown", "S&R teams", "it's no. 5", "r&d spending", "the N word", "Operation U"])
def test_names_with_such_letters_stay(typed: str) -> None:
    assert in_full(typed) == typed


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("no, I meant 101", "and 101"),
        ("sorry i mean in 2018", "and in 2018"),
        ("no sorry I meant the national figure", "and the national figure"),
        ("actually i wanted the median", "and the median"),
        ("no, the median", "and the median"),
        ("not that one, i was asking about rape", "and rape"),
    ],
)
def test_a_correction_goes_on_with_the_question_before(typed: str, meant: str) -> None:
    assert corrected(typed) == meant


@pytest.mark.parametrize(
    "asked", ["no crime in how many cases", "nothing else?", "I want the list of grades", "what did they mean by that"]
)
def test_what_takes_nothing_back_stays(asked: str) -> None:
    assert corrected(asked) == asked
