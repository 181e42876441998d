"""Passages and units: within a section, sentences whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.indexing.passages import LONGEST, embedded_text, passages_of
from assistant.indexing.units import units_of
from assistant.reading import read_report
from assistant.types import BlockKind
from tests.made_up import MADE_UP, SHARED, report

REAL = sorted(SHARED.glob("*.*")) if SHARED.exists() else []
SENTENCE = "The force recorded {} incidents of every kind in the year that ended before it."


@pytest.mark.parametrize("file", [*MADE_UP, *REAL], ids=lambda file: file.name)
def test_passages_hold_each_unit_of_their_section_once(file: Path) -> None:
    held = read_report(file)
    passages = list(passages_of(held))
    for unit in units_of(held):
        holding = [p for p in passages if p.span.start <= unit.span.start and unit.span.end <= p.span.end]
        assert [p.section for p in holding] == [unit.section]
    for passage in passages:
        spans = [block.span for block in held.sections[passage.section].blocks]
        assert spans[0].start <= passage.span.start < passage.span.end <= spans[-1].end


def test_a_passage_ends_before_it_grows_too_long() -> None:
    held = report("# A\n\n" + "\n\n".join(SENTENCE.format(number) for number in range(40)))
    sizes = [len(held.quote(passage.span).split()) for passage in passages_of(held)]
    assert len(sizes) > 3
    assert max(sizes) <= LONGEST


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    held = report("# A\n\n" + " ".join(SENTENCE.format(number) for number in range(100)))
    cut = [held.quote(passage.span) for passage in passages_of(held)]
    assert len(cut) > 5
    assert all(part.startswith("The force") and part.endswith("before it.") for part in cut)
    assert " ".join(cut) == held.quote(held.sections[0].blocks[0].span)


def test_a_caption_stays_with_its_table() -> None:
    filler = " ".join(SENTENCE.format(number) for number in range(8))
    held = report(f"# A\n\n{filler}\n\n**Table 1: Calls**\n\n**X**\t**Y**\na\t1\n" + "b\t2\n" * 40)
    holding = [held.quote(p.span) for p in passages_of(held) if "Table 1: Calls" in held.quote(p.span)]
    assert len(holding) == 1
    assert "X | Y" in holding[0]


def test_the_model_reads_the_headings_first() -> None:
    held = report("# A\n\n**A finding**\n\nIt is so.\n\n# B\n\nText.")
    assert embedded_text(held, next(iter(passages_of(held)))) == "A › A finding\nIt is so."


def test_an_item_leans_on_what_opens_its_list_and_a_row_on_its_caption() -> None:
    held = report(
        "# A\n\nFirst. We examined:\n\n- the calls\n- the cases\n\n**Table 1: Calls**\n\n**X**\t**Y**\na\t1\n"
    )
    leads = {unit.text: unit.lead for unit in units_of(held)}
    assert leads["the cases"] == "We examined:"
    assert leads["a | 1"] == "Table 1: Calls"


def test_a_sentence_leans_on_those_before_it_but_not_on_a_whole_file() -> None:
    held = report("# A\n\n" + " ".join(SENTENCE.format(number) for number in range(400)))
    units = list(units_of(held))
    assert units[1].lead == units[0].text
    assert units[-1].lead.endswith(units[-2].text)
    assert len(units[-1].lead) <= 2000


def test_a_row_has_its_columns_and_no_figures_of_prose() -> None:
    held = report("# A\n\nCrime\t2023\t2024\nBurglary\t12\t14\n")
    row = list(units_of(held))[-1]
    assert (row.kind, row.columns, row.cells) == (BlockKind.ROW, ("Crime", "2023", "2024"), ("Burglary", "12", "14"))
    assert row.figures == ()
