"""The figures of a sentence: kind, values, words and what is counted."""

from __future__ import annotations

import pytest

from assistant.indexing.figures import figures_of
from assistant.reading.numbers import numbers_in, value_of


def found(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(str(figure.kind), figure.text, figure.values) for figure in figures_of(text)]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("It answered 93.6 percent of calls.", ("percent", "93.6 percent", ("93.6",))),
        ("It answered 93.6% of calls.", ("percent", "93.6%", ("93.6",))),
        ("It answered eight per cent of calls.", ("percent", "eight per cent", ("8",))),
        ("This is +/- 3.8 percentage points.", ("percentage points", "3.8 percentage points", ("3.8",))),
        ("In 28 of the 39 cases it was so.", ("x of y", "28 of the 39 cases", ("28", "39"))),
        ("So said 1,034 of 1,632 people.", ("x of y", "1,034 of 1,632 people", ("1034", "1632"))),
        ("It was so in nine of the ten cases.", ("x of y", "nine of the ten cases", ("9", "10"))),
        ("It was so for 4 out of 10 people.", ("x of y", "4 out of 10 people", ("4", "10"))),
        ("One in five said so.", ("x of y", "One in five", ("1", "5"))),
        ("It made 7.6 searches per 1,000 population.", ("rate", "7.6 searches per 1,000 population", ("7.6",))),
        ("It made 12 arrests per thousand people.", ("rate", "12 arrests per thousand people", ("12",))),
        ("It costs £246 per head.", ("rate", "£246 per head", ("246",))),
        ("They are 2.6 times more likely.", ("times", "2.6 times more", ("2.6",))),
        ("It rose three times.", ("times", "three times", ("3",))),
        ("It answers within 10 seconds.", ("duration", "10 seconds", ("10",))),
        ("It is a two-week course.", ("duration", "two-week", ("2",))),
        ("It took twenty-one days.", ("duration", "twenty-one days", ("21",))),
        ("It has 2.2 million visitors.", ("count", "2.2 million visitors", ("2200000",))),
        ("It has 1.5m visitors.", ("count", "1.5m visitors", ("1500000",))),
        ("There were three hundred and fifty cases.", ("count", "three hundred and fifty cases", ("350",))),
        ("There are 112 cadets.", ("count", "112 cadets", ("112",))),
        ("We spoke to 101 people.", ("count", "101 people", ("101",))),
        ("It fell to 101.5 percent.", ("percent", "101.5 percent", ("101.5",))),
        ("There were a hundred cases.", ("count", "a hundred cases", ("100",))),
        ("It made 14,587 stop and searches of people.", ("count", "14,587 stop and searches", ("14587",))),
    ],
)
def test_a_figure_has_its_kind_words_and_values(text: str, figure: tuple[str, str, tuple[str, ...]]) -> None:
    assert found(text) == [figure]


@pytest.mark.parametrize(
    ("spelt", "value"),
    [
        ("£518.6 million", "518600000"),
        ("£168.9m", "168900000"),
        ("£3bn", "3000000000"),
        ("£1,200k", "1200000"),
        ("£215,000", "215000"),
        ("£5", "5"),
        ("1.2 million pounds", "1200000"),
        ("six thousand pounds", "6000"),
    ],
)
def test_money_has_one_value_in_every_spelling(spelt: str, value: str) -> None:
    assert found(f"The force spent {spelt} on it.") == [("money", spelt, (value,))]


@pytest.mark.parametrize(
    "text",
    [
        "It was so in the year ending 31 March 2025.",
        "It must be done by 31 March.",
        "It starts on 5 May.",
        "In 2025/26 and between 2022 and 2024 it was so.",
        "Call 999 or 101.",
        "People who call 101 as well as 999 callers and 101 calls have their own queue.",
        "See figure 3, table 2 and section 60.",
        "One of the officers said so.",
        "PEEL 2023–25 and A4 and 9.30am.",
        "It is there 24/7.",
        "A column chart of searches per 1,000 people by force.",
    ],
)
def test_dates_and_names_hold_no_figure(text: str) -> None:
    assert found(text) == []


def test_figures_come_in_order_at_their_places() -> None:
    text = "Of 64 calls, 12.5 percent (8 of 64) cost £3m, up from two in the year ending 31 March 2025."
    figures = figures_of(text, 100)
    assert [figure.text for figure in figures] == ["64 calls", "12.5 percent", "8 of 64", "£3m", "two"]
    assert all(text[figure.span.start - 100 : figure.span.end - 100] == figure.text for figure in figures)


def test_a_figure_says_what_it_counts() -> None:
    nouns = [figure.noun for figure in figures_of("It has 806 police officers and 12 dogs, and 3 of 9 vans were new.")]
    assert nouns == ["police officers", "dogs", "vans"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("19,444", "19444"),
        ("93.60", "93.6"),
        ("100", "100"),
        ("Ninety-nine", "99"),
        ("two hundred", "200"),
        ("zero", "0"),
    ],
)
def test_a_number_has_one_plain_value(text: str, value: str) -> None:
    assert value_of(text) == value


def test_numbers_are_found_in_digits_and_words() -> None:
    assert numbers_in("Three of 1,200 people paid £1.9m, one hundred and one did not.") == ("3", "1200", "1.9", "101")
