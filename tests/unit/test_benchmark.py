"""The table of a benchmark: medians, floors, and an earlier run beside it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.errors import BatchError
from assistant.evaluation.benchmark import Measured
from assistant.evaluation.benchmark_table import HEAD, percentile, read_record, record, row
from assistant.evaluation.programs import run

BARE = Measured("bare", "ms", (2.0, 1.0, 4.0))
WHOLE = Measured("answer", "ms", tuple(float(n) for n in range(1, 101)), "bare")


def test_a_row_has_median_spread_and_how_often_its_floor_it_takes() -> None:
    shown = row(WHOLE, {"bare": BARE}, {})
    assert shown.split() == "answer, ms 50.500 1.000 95.000 100.000 100 25.25 47.50".split()
    assert row(BARE, {}, {}).split() == "bare, ms 2.000 1.000 4.000 4.000 3".split()
    assert len(HEAD) == len(shown)


def test_an_earlier_run_is_held_against_a_later_one(tmp_path: Path) -> None:
    file = tmp_path / "old.json"
    file.write_text(json.dumps(record([Measured("bare", "ms", (4.0,))], 2)))
    assert row(BARE, {}, read_record(file)["measured"]).endswith("0.50 x before")


@pytest.mark.parametrize("content", ["{", "[]", '{"reports": 2}'])
def test_a_record_that_is_none_is_told(content: str, tmp_path: Path) -> None:
    (tmp_path / "old.json").write_text(content)
    with pytest.raises(BatchError, match=r"old\.json isn't the record of a benchmark"):
        read_record(tmp_path / "old.json")


@pytest.mark.parametrize(("share", "value"), [(95, 10), (50, 5), (10, 1)])
def test_percentiles(share: float, value: float) -> None:
    assert percentile(range(10, 0, -1), share) == value


def test_a_program_that_fails_is_no_measurement() -> None:
    with pytest.raises(RuntimeError, match="ended with 9"):
        run("import sys; sys.exit(9)")
    assert run("data = bytes(60_000_000)").megabytes > 50
