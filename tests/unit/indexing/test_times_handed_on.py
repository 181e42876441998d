"""A sentence takes over no time that isn't its own: not that of an aside, not that of a year for a single month."""

from __future__ import annotations

from assistant.indexing.figures import figures_of
from assistant.indexing.periods import periods_in
from assistant.indexing.units import units_of
from tests.made_up import report


def periods(text: str) -> list[str | None]:
    return [unit.period and unit.period.text for unit in units_of(report(f"# A\n\n{text}"))]


def test_an_aside_of_an_earlier_year_is_not_handed_on() -> None:
    text = "In 2024 it searched 512 vans. In 2019 it searched 900 lorries. It found 44 knives."
    assert periods(text) == ["In 2024", "In 2019", "In 2024"]


def test_a_later_year_is_handed_on() -> None:
    text = "In 2019 it searched 900 lorries. In 2024 it searched 512 vans. It found 44 knives."
    assert periods(text) == ["In 2019", "In 2024", "In 2024"]


def test_a_month_that_the_time_before_does_not_name_has_none_of_it() -> None:
    assert periods("In 2021 it had 12 vans. In October it bought 3.") == ["In 2021", None]
    assert periods("In October 2021 it had 12 vans. In October it bought 3.")[1] == "In October 2021"


def test_in_a_month_is_no_end_of_a_year() -> None:
    text = "It gave the same advice all year in March 2024."
    assert not any("year in" in text[start:end] for start, end in periods_in(text))


def test_minutes_and_seconds_are_one_time() -> None:
    assert [figure.text for figure in figures_of("Callers wait for 3 minutes and 10 seconds.")] == [
        "3 minutes and 10 seconds"
    ]


def test_what_is_counted_ends_before_when_it_was() -> None:
    assert [figure.noun for figure in figures_of("It had 12 dogs earlier.")] == ["dogs"]
    assert [figure.noun for figure in figures_of("It had 12 dogs a year ago.")][:1] == ["dogs"]
