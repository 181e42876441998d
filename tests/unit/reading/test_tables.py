"""Rows with their columns: the judgments table, tab tables, pipe tables."""

from __future__ import annotations

import pytest

from assistant.types import BlockKind, Grade, Report
from tests.made_up import blocks, report

JUDGMENTS = """# Our judgments

Outstanding\tGood\tAdequate\tRequires improvement\tInadequate
Valuing the workforce\tLeading the force\tUsing powers\t\t
\tPreventing crime\tAnswering the public\t\t
\t\tSolving crime\t\t
\t\t\t\tFighting fraud
"""


def rows(held: Report) -> list[dict[str, str]]:
    """Each row below a header as its cells by column, empty ones left out."""
    found = [block for block in blocks(held) if block.kind is BlockKind.ROW and block.columns]
    return [
        {name: held.quote(cell) for name, cell in zip(block.columns, block.cells, strict=True) if held.quote(cell)}
        for block in found
    ]


def test_leading_tabs_carry_the_column_of_a_judgment() -> None:
    assert rows(report(JUDGMENTS))[1:] == [
        {"Good": "Preventing crime", "Adequate": "Answering the public"},
        {"Adequate": "Solving crime"},
        {"Inadequate": "Fighting fraud"},
    ]


def test_every_cell_of_the_judgments_table_is_a_judgment_at_its_cell() -> None:
    held = report(JUDGMENTS)
    assert [(one.area, one.grade, held.quote(one.span)) for one in held.judgments if one.grade is Grade.ADEQUATE] == [
        (area, Grade.ADEQUATE, area) for area in ("Using powers", "Answering the public", "Solving crime")
    ]
    assert len(held.judgments) == 7


def test_an_empty_cell_has_an_empty_span_inside_its_row() -> None:
    held = report(JUDGMENTS)
    for block in blocks(held):
        for cell in block.cells:
            assert block.span.start <= cell.start <= cell.end <= block.span.end


def test_tags_in_a_tab_table_are_not_its_words() -> None:
    held = report(
        "# A\n\n<b>Outcome</b>\t<b>Ouse [%]</b>\t<b>All</b>\n<i>Charged</i>\t8.2\t9.1\nCautioned<br>\t0.8\t\n"
    )
    assert rows(held) == [
        {"Outcome": "Charged", "Ouse [%]": "8.2", "All": "9.1"},
        {"Outcome": "Cautioned", "Ouse [%]": "0.8"},
    ]


@pytest.mark.parametrize("years", [("2023", "2024"), ("2022/23", "2023–24"), ("31 March 2023", "March 2024")])
def test_years_name_columns(years: tuple[str, str]) -> None:
    held = report(f"# A\n\nCrime\t{years[0]}\t{years[1]}\nBurglary\t12\t14\n")
    assert rows(held) == [{"Crime": "Burglary", years[0]: "12", years[1]: "14"}]


def test_a_first_row_of_figures_is_no_header() -> None:
    held = report("# A\n\nBurglary\t12\t14\nRobbery\t3\t4\n")
    assert rows(held) == []
    assert [held.quote(block.span) for block in blocks(held)] == ["Burglary | 12 | 14", "Robbery | 3 | 4"]


def test_two_tables_after_each_other_keep_their_own_columns() -> None:
    held = report("# A\n\n**X**\t**Y**\na\t1\n\n**P**\t**Q**\nb\t2\n")
    assert rows(held) == [{"X": "a", "Y": "1"}, {"P": "b", "Q": "2"}]


def test_a_table_goes_on_after_a_blank_line() -> None:
    held = report("# A\n\n**X**\t**Y**\na\t1\n\nb\t2\n")
    assert rows(held) == [{"X": "a", "Y": "1"}, {"X": "b", "Y": "2"}]


def test_a_pipe_table_keeps_empty_cells_and_escaped_pipes() -> None:
    held = report("# A\n\n| Crime | Ouse | All |\n| :-- | --: | --- |\n|| 5 ||\n| a \\| b | 6 | |\n")
    assert rows(held) == [{"Ouse": "5"}, {"Crime": "a | b", "Ouse": "6"}]


def test_a_number_alone_in_a_row_or_a_list_is_no_page_number() -> None:
    held = report("# A\n\n**X**\t**Y**\n\t45\n\nText.\n\n- 12\n\n7\n")
    assert [held.quote(block.span) for block in blocks(held)] == ["X | Y", "45", "Text.", "12"]


def test_a_row_with_fewer_cells_keeps_the_first_columns() -> None:
    held = report("# A\n\n**X**\t**Y**\t**Z**\na\t1\n")
    assert rows(held) == [{"X": "a", "Y": "1"}]


def test_a_list_under_grades_gives_judgments() -> None:
    held = report(
        "# Our judgments\n\nThese are they.\n\nGood\n\n- Leading\n- Caring\n\nInadequate\n\n- Solving crime\n\n# End\n"
    )
    assert [(one.area, str(one.grade)) for one in held.judgments] == [
        ("Leading", "good"),
        ("Caring", "good"),
        ("Solving crime", "inadequate"),
    ]


def test_a_conceded_grade_names_its_area_only() -> None:
    held = report("# A\n\nAlthough the force is good at solving crime, its work with victims is poor.\n")
    assert [one.area for one in held.judgments] == ["solving crime"]
