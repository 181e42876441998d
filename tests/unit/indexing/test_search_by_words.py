"""Units are found by their words among those of the reports in scope, however many others say the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.indexing.store import Store
from tests.many import answerer_of, small

FORCES = ("Alder", "Birch", "Cedar", "Dogwood")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    reports = {f"{force.lower()}.md": small(force, rate="91.5") for force in FORCES}
    folder: Path = tmp_path_factory.mktemp("words")
    return answerer_of(folder, reports).index.store


@pytest.mark.parametrize("force", FORCES)
def test_other_reports_crowd_out_none(store: Store, force: str) -> None:
    among = store.numbers_of([f"{force.lower()}-2023-25"])
    found = store.search('"letter"', 1, among)
    assert len(found) == 1
    assert set(found) <= set(among)


def test_reports_that_stand_apart_are_searched_together(store: Store) -> None:
    among = store.numbers_of(["alder-2023-25", "dogwood-2023-25"])
    found = store.search('"letter"', 60, among)
    assert found
    assert set(found) <= set(among)
    assert {number in store.numbers_of(["alder-2023-25"]) for number in found} == {True, False}
