"""Where reports are published, by force and cycle, and what the corpus calls a page."""

from __future__ import annotations

import pytest

from assistant.fetching.addresses import CYCLES, every_report, stem_of, wanted
from assistant.reading.forces import FORCES
from assistant.settings import SITE


@pytest.mark.parametrize(
    ("force", "cycle", "path", "stem"),
    [
        ("Kent", "2023–25", "peel-reports/kent-2023-25", "kent-2023-25"),
        ("Essex", "2021–22", "peel-reports/essex-2021-22", "essex-2021-22"),
        ("Avon and Somerset", "2025–27", "peel-reports/avon-and-somerset-2025-27", "avon-and-somerset-2025-27"),
        ("Dyfed-Powys", "2018", "peel-assessments/peel-2018/dyfed-powys", "dyfed-powys-2018"),
    ],
)
def test_addresses_by_force_and_cycle(force: str, cycle: str, path: str, stem: str) -> None:
    asked = wanted(force, cycle, SITE)
    assert asked.addresses == (f"https://hmicfrs.justiceinspectorates.gov.uk/{path}/",)
    assert asked.stem == stem == stem_of(asked.addresses[0])


def test_a_force_that_was_renamed_is_looked_for_under_both_names() -> None:
    asked = wanted("Hampshire and Isle of Wight", "2021–22", SITE)
    assert [address.rstrip("/").rpartition("/")[2] for address in asked.addresses] == [
        "hampshire-and-isle-of-wight-2021-22",
        "hampshire-2021-22",
    ]


def test_all_are_every_force_in_every_cycle_each_once() -> None:
    assert len({one.stem for one in every_report(SITE)}) == len(FORCES) * len(CYCLES)
    assert {one.cycle for one in every_report(SITE, ("Kent",), "2018")} == {"2018"}


@pytest.mark.parametrize(
    ("address", "stem"),
    [
        ("https://example.org/files/Our%20report.PDF?download=1", "our-report"),
        ("https://example.org/", "example-org"),
        ("https://example.org/../../etc/passwd", "passwd"),
        ("https://example.org/%2e%2e%2f.hidden/", "hidden"),
        ("https://example.org/" + "a" * 300, "a" * 80),
    ],
)
def test_any_other_page_is_called_by_the_end_of_its_path(address: str, stem: str) -> None:
    assert stem_of(address) == stem
