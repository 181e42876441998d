"""Whole reports: the made-up ones, and the real ones where the developers' folder lies beside the checkout."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest

from assistant.reading import read_report
from assistant.reading.inline import plain
from assistant.types import BlockKind, Label
from tests.made_up import MADE_UP, OURS, SHARED, blocks, needs_real_reports

REAL = sorted(SHARED.glob("*.*")) if SHARED.exists() else []
CHROME = re.compile(r"skip to|\bmenu\b|back to top|print this|share this|read more about|www\.", re.IGNORECASE)


@pytest.mark.parametrize("file", [*MADE_UP, *REAL], ids=lambda file: file.name)
def test_no_sentence_of_the_file_is_lost(file: Path) -> None:
    held = read_report(file)
    lines = [plain(line) for line in file.read_text(encoding="utf-8").split("\n")]
    sentences = [line for line in lines if line.endswith(".") and len(line.split()) > 8 and not line.startswith("|")]
    missing = [line for line in sentences if re.sub(r"^(?:[-*•]|\d+\.) ", "", line) not in held.text]
    assert len(sentences) > 10
    assert missing == []


@pytest.mark.parametrize("file", [*MADE_UP, *REAL], ids=lambda file: file.name)
def test_no_chrome_can_be_cited(file: Path) -> None:
    held = read_report(file)
    assert [held.quote(block.span) for block in blocks(held) if CHROME.match(held.quote(block.span))] == []


@pytest.mark.parametrize("file", [*MADE_UP, *REAL], ids=lambda file: file.name)
def test_spans_are_in_order_and_quote_clean_text(file: Path) -> None:
    held = read_report(file)
    spans = [block.span for block in blocks(held)]
    assert all(first.end < second.start for first, second in itertools.pairwise(spans))
    assert all(held.quote(span) == held.quote(span).strip() != "" for span in spans)


@pytest.mark.parametrize(
    ("name", "id", "grades"),
    [
        ("caldershire-peel-2023-25.txt", "caldershire-2023-25", 9),
        ("northmoor-peel-2021-22.md", "northmoor-2021-22", 8),
        ("westmarch-peel-2025-27.md", "westmarch-2025-27", 8),
    ],
)
def test_made_up_reports_have_their_grades(name: str, id: str, grades: int) -> None:
    held = read_report(OURS / name)
    assert held.id == id
    assert sum(one.formal for one in held.judgments) == grades
    assert len({one.area for one in held.judgments if one.formal}) == grades


@needs_real_reports
def test_the_report_of_2025_has_its_chapters_grades_and_tables() -> None:
    held = read_report(SHARED / "kent-peel-2025-27.md")
    graded = [one for one in held.judgments if one.formal]
    assert held.id == "kent-2025-27"
    assert (held.metadata.published, len(held.sections)) == ("2026-04", 97)
    assert sorted(str(one.grade) for one in graded) == ["adequate"] * 5 + ["good"] * 2 + ["outstanding"]
    assert len({path for section in held.sections if (path := section.path[0])}) == 10
    assert len([section for section in held.sections if "2027" in section.path[-1]]) == 1


@needs_real_reports
def test_the_report_of_2025_has_its_labels() -> None:
    held = read_report(SHARED / "kent-peel-2025-27.md")
    file = (SHARED / "kent-peel-2025-27.md").read_text(encoding="utf-8")
    assert sum(section.path[-1] == "Main findings" for section in held.sections) == 8
    marked = len(re.findall(r"^#+ Areas? for improvement$", file, re.MULTILINE))
    opened = [s for s in held.sections if s.label is Label.AREAS_FOR_IMPROVEMENT and s.path[-1].startswith("Area")]
    assert len(opened) == marked > 3


@needs_real_reports
def test_the_report_of_2025_has_its_rows_and_items() -> None:
    held = read_report(SHARED / "kent-peel-2025-27.md")
    file = (SHARED / "kent-peel-2025-27.md").read_text(encoding="utf-8").split("# Overall summary\n", 1)[1]
    found = blocks(held)
    assert sum(block.kind is BlockKind.ROW for block in found) == sum("\t" in line for line in file.split("\n"))
    assert sum(block.kind is BlockKind.ITEM for block in found) == len(re.findall(r"^- ", file, re.MULTILINE))
    captions = [held.quote(block.span) for block in found if block.kind is BlockKind.CAPTION]
    assert [int(caption.split(":")[0].split()[-1]) for caption in captions] == list(range(1, len(captions) + 1))
    wide = [block for block in found if block.columns and len(block.columns) == 3]
    assert all(held.quote(block.cells[-1]).replace(".", "").isdigit() for block in wide)
    assert len(wide) == 7


@needs_real_reports
def test_the_report_of_2018_has_its_questions_and_improvements() -> None:
    held = read_report(SHARED / "kent-peel-2018.txt")
    assert (held.id, held.metadata.published) == ("kent-2018", "2019-05-02")
    assert sum(block.kind is BlockKind.ITEM for block in blocks(held)) == 4
    assert (
        sum(
            section.path[-1].endswith("?") and bool(section.heading.end > section.heading.start)
            for section in held.sections
        )
        == 4
    )
    assert not any(one.formal for one in held.judgments)
