"""Chapters, labels and findings, whatever the marks of the headings say."""

from __future__ import annotations

import pytest

from assistant.types import Label
from tests.made_up import paths, report, section, words

VARIED = """# PEEL 2025–27

# Overall summary

Text of the summary.

# Investigating crime

Good

Ouse Police is good at investigating crime.

## Main findings

### **Officers gather evidence early**

They do so at once.

## **Supervisors look at every plan**

They look twice.

# Managing fraud

## Adequate

Ouse Police is adequate at managing fraud.

### Innovative practice

#### **A panel meets monthly**

It meets on Mondays.

## Areas for improvement

### The force should train its call takers

Few have been trained.

**The force should tell victims more**

Many wait.
"""


def test_levels_that_vary_between_siblings_make_findings_of_one_rank() -> None:
    held = report(VARIED)
    assert section(held, "Officers gather evidence early").path == (
        "Investigating crime",
        "Officers gather evidence early",
    )
    assert section(held, "Supervisors look at every plan").path[0] == "Investigating crime"
    assert {len(path) for path in paths(held)} == {1, 2}


def test_findings_stand_under_the_label_before_them() -> None:
    held = report(VARIED)
    assert section(held, "Supervisors look at every plan").label is Label.MAIN_FINDINGS
    assert section(held, "A panel meets monthly").label is Label.INNOVATIVE_PRACTICE
    assert section(held, "The force should train its call takers").label is Label.AREAS_FOR_IMPROVEMENT
    assert section(held, "The force should tell victims more").label is Label.AREAS_FOR_IMPROVEMENT


def test_a_grade_is_text_of_its_chapter_as_heading_and_as_line() -> None:
    held = report(VARIED)
    assert next(held.quote(block.span) for block in section(held, "Investigating crime").blocks) == "Good"
    assert next(held.quote(block.span) for block in section(held, "Managing fraud").blocks) == "Adequate"
    assert [(one.area, str(one.grade)) for one in held.judgments] == [
        ("Investigating crime", "good"),
        ("Managing fraud", "adequate"),
    ]


def test_a_chapter_is_known_by_its_grade_where_its_level_is_too_deep() -> None:
    held = report("# One\n\nText.\n\n## Managing fraud\n\nAdequate\n\nText.\n\n# Three\n\nText.\n")
    assert ("Managing fraud",) in paths(held)


def test_an_area_for_improvement_that_its_heading_names_is_one() -> None:
    held = report(
        "# One\n\n### Area for improvement: answering calls\n\nText.\n\n### Calls are few\n\nText.\n\n# Two\n"
    )
    assert section(held, "Area for improvement: answering calls").label is Label.AREAS_FOR_IMPROVEMENT
    assert section(held, "Calls are few").label is None


def test_prose_after_a_bare_list_of_improvements_is_the_chapters_again() -> None:
    held = report("# One\n\n# Two\n\n## Areas for improvement\n\n- The force should act.\n\nThe force acts.\n")
    assert section(held, "Areas for improvement").label is Label.AREAS_FOR_IMPROVEMENT
    assert held.sections[-1].path == ("Two",)
    assert held.sections[-1].label is None


@pytest.mark.parametrize(
    "bold", ["**A finding**", "__A finding__", "<b>A finding</b>", "<strong>A finding</strong>", "### **A finding**"]
)
def test_a_bold_line_is_a_heading(bold: str) -> None:
    held = report(f"# One\n\n{bold}\n\nIts text.\n\n# Two\n")
    assert ("One", "A finding") in paths(held)


@pytest.mark.parametrize(
    "line",
    [
        "**Figure 1: Calls by month, year ending 31 March 2025**",
        "**Table 2: Calls by type**",
        "**Ann Other KPM**\n\nHis Majesty's Inspector of Constabulary",
        "**The force is good at this.**",
        "**One** and **two**",
        "**Source:** the Home Office",
    ],
)
def test_a_bold_line_that_is_no_heading_stays_text(line: str) -> None:
    held = report(f"# One\n\nText.\n\n{line}\n\n# Two\n\nText.\n")
    assert paths(held) == [("One",), ("Two",)]
    assert len(words(held)) == 3 + line.count("\n\n")


def test_a_text_file_without_marks_has_its_short_lines_as_headings() -> None:
    held = report(
        "Ouse PEEL 2018\n\nInvestigating crime\n\nThe force is slow.\n\nResponding to the public\n\nIt is quick.\n"
    )
    assert paths(held)[1:] == [("Investigating crime",), ("Responding to the public",)]


def test_a_sentence_cut_in_a_text_file_without_marks_is_no_heading() -> None:
    held = report("Ouse PEEL 2018\n\nIn the year the force recorded\n\nmore crimes than before.\n")
    assert words(held) == ["In the year the force recorded more crimes than before."]


def test_questions_are_chapters_of_older_cycles() -> None:
    held = report("Ouse PEEL 2018\n\nHow effective is the force at investigating crime?\n\nIt is slow.\n")
    assert paths(held)[-1] == ("How effective is the force at investigating crime?",)


@pytest.mark.parametrize("line", ["###", "# ", "- ", "- <b></b>", "* **", "<b></b>\t<b></b>", "|\t|", "| | |", "-----"])
def test_a_line_that_says_nothing_makes_no_block(line: str) -> None:
    assert words(report(f"First words of it.\n\n{line}\n\nLast words of it.\n")) == [
        "First words of it.",
        "Last words of it.",
    ]


def test_a_report_without_headings_keeps_every_sentence() -> None:
    held = report("The force recorded 12 crimes in 2024.\n\nIt solved 3 of them.\n")
    assert words(held) == ["The force recorded 12 crimes in 2024.", "It solved 3 of them."]
