"""The cycle that a question names chooses the report; what is read of the question goes without it."""

from __future__ import annotations

import pytest

from assistant.answering.answerer import Answerer
from assistant.retrieval.scope import Scoped, without_cycle
from tests.many import reading_answerer

OLD = """# PEEL 2018

An inspection of Alder Police

# Investigating crime

The force is good at investigating crime. Some officers' workloads are too high.
"""
NEW = """# PEEL 2025–27

An inspection of Alder Police

# Investigating crime

Adequate

Alder Police is adequate at investigating crime. Investigators told us that their workloads were manageable.
"""


def scoped(*cycles: str, years: frozenset[int] = frozenset()) -> Scoped:
    return Scoped(("Alder",), cycles, (), years, None, newest=False)


@pytest.mark.parametrize(
    ("question", "cycle", "left"),
    [
        ("back in 2018, how high were workloads", "2018", "how high were workloads"),
        ("workload of officers, 2018", "2018", "workload of officers,"),
        ("what does the 2018 report say of workloads", "2018", "what does the report say of workloads"),
        ("workloads in 2025/27", "2025\u201327", "workloads"),
        ("workloads in the 2025-2027 report", "2025\u201327", "workloads in the report"),
        ("12018 workloads", "2018", "12018 workloads"),
    ],
)
def test_the_cycle_is_left_away(question: str, cycle: str, left: str) -> None:
    assert without_cycle(question, scoped(cycle)) == left


def test_two_cycles_and_other_years_stay() -> None:
    assert without_cycle("2018 v 2025-27", scoped("2018", "2025\u201327")) == "2018 v 2025-27"
    assert without_cycle("in 2017 and 2018", scoped("2018", years=frozenset({2017}))) == "in 2017 and 2018"


def test_a_sentence_neednt_say_the_year_of_its_report(tmp_path_factory: pytest.TempPathFactory) -> None:
    answerer: Answerer = reading_answerer(tmp_path_factory.mktemp("cycles"), {"old.md": OLD, "new.md": NEW})
    assert "too high" in answerer.ask("workload of officers, alder, 2018").text
    assert "manageable" in answerer.ask("how were the workloads of investigators in the 2025-27 report").text
