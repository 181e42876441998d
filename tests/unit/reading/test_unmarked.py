"""Text without marks: what its lines, its spaces and its names tell of chapters, paragraphs and tables."""

from __future__ import annotations

import pytest

from assistant.reading.unmarked.set_out import set_out
from assistant.types import BlockKind, Grade
from tests.made_up import blocks, paths, report, section, words

SUMMARY = "Overall summary\n\nOur judgments\n\nThese are they.\n\nAbout the data\n\nIt is ours.\n\n"
CHAPTERS = "Vetting and the rest\n\nText one.\n\nInvestigating crime\n\nText two.\n\nStopping fraud\n\nText three.\n"


def test_the_parts_of_the_summary_stand_in_it() -> None:
    held = report(f"Ouse PEEL 2025–27\n\n{SUMMARY}Investigating crime\n\nGood\n\nIt is.\n\nAbout the data\n\nMore.\n")
    assert paths(held) == [
        ("Ouse PEEL 2025–27",),
        ("Overall summary",),
        ("Overall summary", "Our judgments"),
        ("Overall summary", "About the data"),
        ("Investigating crime",),
        ("About the data",),
    ]


@pytest.mark.parametrize(
    ("contents", "chapters"),
    [
        ("Overall summary\nVetting and the rest\nStopping fraud", {"Vetting and the rest", "Stopping fraud"}),
        ("Overall summary\nOur judgments\nAbout the data\nInvestigating crime", {"Investigating crime"}),
        ("Overall summary 1\nOur judgments 1\nStopping fraud 3\nMain findings 4", {"Stopping fraud"}),
        ("Overall summary\n1\nOur judgments\n1\nStopping fraud\n3\nMain findings\n4", {"Stopping fraud"}),
    ],
)
def test_a_contents_list_tells_the_chapters(contents: str, chapters: set[str]) -> None:
    held = report(f"Ouse PEEL 2025–27\n\nContents\n\n{contents}\n\n{SUMMARY}{CHAPTERS}")
    assert {one[0] for one in paths(held)} == {"Ouse PEEL 2025–27", "Overall summary"} | chapters
    assert ("Overall summary", "Our judgments") in paths(held)


@pytest.mark.parametrize(
    "finding", ["Vetting and counter-corruption are sound", "Vetting isn't up to date in corruption"]
)
def test_what_says_something_of_an_area_is_a_finding(finding: str) -> None:
    held = report(f"Investigating crime\n\nText one.\n\n{finding}\n\nText two.\n")
    assert section(held, finding).path == ("Investigating crime", finding)


def test_an_area_in_the_table_of_judgments_is_a_chapter() -> None:
    table = "Our judgments\n\nArea\tGrade\nHelping neighbours\tGood\nInvestigating crime\tAdequate\n\n"
    held = report(f"{table}Investigating crime\n\nText.\n\nHelping neighbours\n\nText.\n\nA finding\n\nText.\n")
    assert section(held, "A finding").path == ("Helping neighbours", "A finding")


@pytest.mark.parametrize(
    "line",
    [
        "Ann Other, HM Inspector of Constabulary",
        "An inspection of Ouse Police",
        "September 2019",
        "See the data tables for figure 2",
        "Home / Reports / Ouse Police",
        "Contact us | Accessibility | Privacy",
    ],
)
def test_a_short_line_that_names_nothing_opens_no_section(line: str) -> None:
    held = report(f"A finding\n\nText of it.\n\n{line}\n\nMore text.\n")
    assert paths(held) == [("A finding",)]
    assert words(held) == ["Text of it.", line, "More text."]


def test_the_name_of_the_programme_is_a_heading() -> None:
    assert paths(report("Overall summary\n\nText.\n\nPEEL 2025–2027\n\nText.\n"))[-1][-1] == "PEEL 2025–2027"


WRAPPED = """Antisocial behaviour has fallen in every part of the county, and
the force knows why

In the year ending 31 March 2024, the force recorded 812 incidents.
Officers issued 31 warnings. Reports about noise fell from 62 a week to
30. The force thinks that its patrols did this, and it plans more of them.

• 14 officers were moved to the town, where most of the inci\u2010
dents had been; and
• 6 were trained.
"""


def test_lines_of_one_width_are_paragraphs_items_and_headings_again() -> None:
    held = report(WRAPPED)
    assert paths(held) == [("Antisocial behaviour has fallen in every part of the county, and the force knows why",)]
    assert [(block.kind, held.quote(block.span)) for block in blocks(held)] == [
        (
            BlockKind.PARAGRAPH,
            "In the year ending 31 March 2024, the force recorded 812 incidents. Officers issued 31 warnings. Reports "
            "about noise fell from 62 a week to 30. The force thinks that its patrols did this, and it plans more of "
            "them.",
        ),
        (BlockKind.ITEM, "14 officers were moved to the town, where most of the incidents had been; and"),
        (BlockKind.ITEM, "6 were trained."),
    ]


def test_in_a_file_with_a_paragraph_on_each_line_no_line_goes_on() -> None:
    heading = "Officers record the reasons for their searches in more detail than they did"
    said = "The force found that its officers gave reasons in 812 of 900 records. " * 4
    held = report(f"{heading}\n{said}\n{heading} before\n{said}\n")
    assert [one[-1] for one in paths(held)] == [heading, f"{heading} before"]
    assert words(held) == [said.strip()] * 2


SPACED = """Calls

Kind of call                Ouse      All forces
                                     in England
Emergency                  1,812            903
Other                         96             40
Not                                          12

It answered most.  It missed 12.  Few complained.
All of them had rung 101.  They had waited.
"""


def test_spaces_between_columns_make_rows() -> None:
    held = report(SPACED)
    rows = [block for block in blocks(held) if block.kind is BlockKind.ROW]
    assert {row.columns for row in rows[1:]} == {("Kind of call", "Ouse", "All forces in England")}
    assert [[held.quote(cell) for cell in row.cells] for row in rows[1:]] == [
        ["Emergency", "1,812", "903"],
        ["Other", "96", "40"],
        ["Not", "", "12"],
    ]
    assert words(held, "paragraph")[0].startswith("It answered most. It missed 12. Few complained.")


def test_prose_that_is_spaced_to_fill_its_lines_is_no_table() -> None:
    said = (
        "We  use  five  grades  for  areas  in  a  report,  from  outstanding\nto  inadequate,  and  give  each  one."
    )
    assert words(report(f"Grades\n\n{said}\n")) == [" ".join(said.split())]


PLACES = ("the town", "the port", "the coast", "the moor", "the valley", "the city")


def pages(foot: str, end: str) -> str:
    """Six pages, each with a label, two lines of a sentence and a foot."""
    said = [f"Officers saw that {place} is a place where many of those who live there\ncall." for place in PLACES]
    return "".join(f"Main findings\n\n{one}\n\nOuse report\n{foot.format(at)}\n{end}" for at, one in enumerate(said, 1))


@pytest.mark.parametrize(("foot", "end"), [("{}", "\f"), ("Page {} of 6", "\f"), ("Our work {}", "\n\n\n")])
def test_running_heads_and_page_numbers_are_left_out(foot: str, end: str) -> None:
    held = report(pages(foot, end))
    assert [one[-1] for one in paths(held)] == ["Main findings"] * 6
    assert len(words(held)) == 6
    assert "Ouse report" not in held.text and "Our work" not in held.text


def test_a_sentence_goes_on_over_the_page() -> None:
    page = "Ouse report\n\n{} the force answered most of its calls within the time that is set by the\n\f"
    held = report(
        "".join(map(page.format, ("We saw that", "service, and", "county, so that"))) + "Ouse report\n\nend.\n"
    )
    assert len(words(held)) == 1 and "set by the service, and the force" in words(held)[0]


def test_names_with_numbers_that_go_up_are_kept() -> None:
    text = "\n\n".join(f"Recommendation {number}\n\nWithin {number} months, it should act." for number in range(1, 5))
    assert [one[-1] for one in paths(report(text))] == [f"Recommendation {number}" for number in range(1, 5)]


AREAS = "Investigating crime\n\nText.\n\nResponding to the public\n\nText.\n\nManaging fraud\n\nText.\n"


@pytest.mark.parametrize(
    "judgments",
    [
        "Good\nInvestigating crime\nResponding to the public\nInadequate\nManaging fraud",
        "Investigating crime\nGood\nResponding to the public\nGood\nManaging fraud\nInadequate",
        "Area\nGrade\nInvestigating crime\nGood\nResponding to the public\nGood\nManaging fraud\nInadequate",
        "Investigating crime Good\nResponding to the public Good\nManaging fraud Inadequate",
    ],
)
def test_areas_on_lines_of_their_own_have_their_grades(judgments: str) -> None:
    held = report(f"Our judgments\n\nThese are they.\n\n{judgments}\n\nThe rest tells why.\n\n{AREAS}")
    assert {one.area: one.grade for one in held.judgments} == {
        "Investigating crime": Grade.GOOD,
        "Responding to the public": Grade.GOOD,
        "Managing fraud": Grade.INADEQUATE,
    }
    assert [one[-1] for one in paths(held)] == [
        "Our judgments",
        *AREAS.split("\n\nText.\n")[0].split("\n\n"),
        *["Responding to the public", "Managing fraud"],
    ]


def test_areas_below_a_row_of_grades_have_none_of_them() -> None:
    lines = "Outstanding\nGood\nAdequate\nInvestigating crime\nResponding to the public\nManaging fraud"
    held = report(f"Our judgments\n\nThese are they.\n\n{lines}\n\nThe rest tells why.\n\n{AREAS}")
    assert held.judgments == ()
    assert len(paths(held)) == 4


@pytest.mark.parametrize("between", ["\n", " "])
def test_a_table_without_columns_keeps_its_figures_and_opens_no_section(between: str) -> None:
    table = [
        ("Outcome", "Ouse [%]", "All [%]"),
        ("Charged", "8", "7.1"),
        ("Cautioned", "12", "9"),
        ("Other", "80", "84"),
    ]
    lines = "\n".join(between.join(row) for row in table)
    held = report(
        f"Investigating crime\n\nIt solves more.\n\n{lines}\n\nThe force is slower than others\n\nText of it.\n"
    )
    assert [one[-1] for one in paths(held)] == ["Investigating crime", "The force is slower than others"]
    assert " ".join(words(held, "row")).split() == " ".join(" ".join(row) for row in table).split()


def test_a_list_of_what_was_counted_is_no_table() -> None:
    held = report("Fieldwork\n\nWe held:\n\n12 focus groups\n30 interviews\n4 visits to stations\n\nIt took a week.\n")
    assert words(held, "row") == []


def test_markdown_is_left_as_it_is() -> None:
    text = "# A\n\nOne line\nand  another    with gaps\n\f\n"
    assert set_out(text) == text
