"""Two batches compared: the exact test, the interval, the lists of what changed."""

from __future__ import annotations

import pytest

from assistant.evaluation.comparison import bootstrap, compare, comparison_text, mcnemar
from assistant.evaluation.scoring import Score


def one(id: str, *, right: bool, kind: str = "figure", group: str = "") -> Score:
    return Score(id=id, kind=kind, group=group or id, answerable=True, right=right)


@pytest.mark.parametrize(
    ("better", "worse", "chance"),
    [(0, 0, 1.0), (5, 5, 1.0), (1, 0, 1.0), (6, 0, 0.03125), (9, 1, 22 / 1024), (0, 6, 0.03125)],
)
def test_the_exact_test(better: int, worse: int, chance: float) -> None:
    assert mcnemar(better, worse) == pytest.approx(chance)


def test_many_changes_do_not_overflow() -> None:
    assert 0 <= mcnemar(3000, 1000) < 1e-9


def test_the_interval_is_the_same_every_time_and_holds_the_change() -> None:
    changes = {str(n): [1] if n < 10 else [0] for n in range(40)}
    low, high = bootstrap(changes)
    assert (low, high) == bootstrap(changes)
    assert low < 25 < high
    assert bootstrap(changes, seed=1) != (low, high)


def test_questions_of_one_group_count_as_one() -> None:
    alone = bootstrap({str(n): [n % 2] for n in range(40)})
    together = bootstrap({str(n): [n % 2] * 10 for n in range(4)})
    assert together[1] - together[0] > alone[1] - alone[0]


def test_nothing_changed_is_no_change() -> None:
    same = [one("a", right=True), one("b", right=False)]
    every = compare(same, same)[-1]
    assert (every.better, every.worse, every.chance, every.interval) == ((), (), 1.0, (0.0, 0.0))


def test_what_changed_is_told_per_kind() -> None:
    old = [one("a", right=False), one("b", right=True, kind="list"), one("gone", right=True)]
    new = [one("a", right=True), one("b", right=False, kind="list"), one("new", right=True)]
    figure, listed, every = compare(old, new)
    assert (figure.kind, figure.better, figure.worse) == ("figure", ("a",), ())
    assert (listed.kind, listed.better, listed.worse) == ("list", (), ("b",))
    assert every.count == 2
    text = comparison_text((figure, listed, every))
    assert text.splitlines()[-2:] == ["better: a", "worse: b"]


def test_nothing_in_common_is_no_error() -> None:
    assert "all" in comparison_text(compare([one("a", right=True)], [one("b", right=True)]))
