"""The time of a sentence: in its own words, or taken over from what stands before it."""

from __future__ import annotations

import pytest

from assistant.indexing.periods import months_in, names_own_period, periods_in, years_in
from assistant.indexing.units import units_of
from tests.made_up import report


@pytest.mark.parametrize(
    "period",
    [
        "the year ending 30 November 2025",
        "the year ended 31 March 2025",
        "the 12 months to 31 March 2025",
        "the 12 months leading up to our inspection",
        "from 1 August 2024 to 31 July 2025",
        "1 August 2024 to 31 July 2025",
        "between 1 April and 30 June 2024",
        "between November 2023 and April 2024",
        "from 2022 to 2024",
        "at 31st March 2025",
        "2025/26",
        "in 2024",
        "at the time of our inspection",
    ],
)
def test_a_period_is_found_whole(period: str) -> None:
    text = f"It was so, {period}, for 12 people."
    assert [text[start:end] for start, end in periods_in(text)] == [period]


def test_a_time_that_is_only_compared_with_comes_last() -> None:
    text = "Compared to the year ending 31 March 2024 it rose in the year ending 31 March 2025."
    assert [text[start:end][-4:] for start, end in periods_in(text)] == ["2025", "2024"]
    assert not names_own_period("It rose compared to the year ending 31 March 2024.")


def periods(text: str) -> list[tuple[str, bool] | None]:
    return [unit.period and (unit.period.text, unit.period.inherited) for unit in units_of(report(text))]


def test_a_sentence_takes_over_the_time_of_the_one_before() -> None:
    assert periods("# A\n\nIn 2024 it had 12 cases. It solved 3. In 2025 it had 9.") == [
        ("In 2024", False),
        ("In 2024", True),
        ("In 2025", False),
    ]


def test_a_paragraph_starts_without_a_time_unless_it_refers_back() -> None:
    text = "# A\n\nIn 2024 it had 12 cases.\n\n{} it had 9 dogs.\n\nIt has 4 vans."
    assert periods(text.format("Somehow"))[1:] == [None, None]
    assert periods(text.format("In the same year"))[1:] == [("In 2024", True), None]


def test_items_rows_and_notes_keep_the_time_above_them() -> None:
    assert periods("# A\n\nIn 2024 these were so:\n\n- 12 cases\n- 3 dogs, in 2023") == [
        ("In 2024", False),
        ("In 2024", True),
        ("in 2023", False),
    ]
    table = periods("# A\n\n**Table 1: Calls in 2024**\n\n**X**\t**Y**\na\t1\n\nNote: some are missing.\n\nIt is so.")
    assert table == [("in 2024", False), *[("in 2024", True)] * 3, None]


def test_no_time_is_taken_over_from_another_section() -> None:
    assert periods("# A\n\nIn 2024 it had 12.\n\n- 3 more\n\n# B\n\n- 9 others") == [
        ("In 2024", False),
        ("In 2024", True),
        None,
    ]


def test_years_and_months_are_read_in_full() -> None:
    assert years_in("in 2025/26 and 2021–23, not 1999") == {2025, 2026, 2021, 2023}
    assert months_in("by March 2025 and 30 June 2024") == {("march", "2025"), ("june", "2024")}
