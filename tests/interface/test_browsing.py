"""The reports' tables, their text, and what can be done there without asking."""

from __future__ import annotations

import pytest
from textual.command import CommandPalette
from textual.widgets import TabbedContent

from assistant.settings import Settings
from assistant.tui.reports import grades, improvements
from assistant.tui.screens.help import HelpScreen
from assistant.tui.tables import narrowed
from assistant.tui.widgets.outline import Outline
from assistant.tui.widgets.path_line import PathLine
from assistant.tui.widgets.place_table import PlaceTable
from assistant.types import Grade, Label
from tests.interface import fakes
from tests.interface.driving import NARROW, SMALL, WIDE, open_chat

LONG = "The force should record what it has learned from complaints, and from the reviews that its own board asks for"


@pytest.mark.parametrize("size", [SMALL, NARROW, WIDE])
@pytest.mark.parametrize("view", ["2", "3"])
async def test_a_table_fits_its_width_and_names_each_report(
    view: str, size: tuple[int, int], settings: Settings
) -> None:
    async with open_chat(settings, size=size) as chat:
        await chat.press("f2", view)
        screen = chat.app.screen
        table = screen.query_one(TabbedContent).active_pane.query_one(PlaceTable)  # type: ignore[union-attr]
        assert table.virtual_size.width <= table.size.width
        assert "Northmere PEEL" in chat.shown().splitlines()[3]


def test_the_widest_columns_give_way() -> None:
    assert narrowed([9, 20, 22], 40) == [9, 15, 16]
    assert narrowed([9, 20], 40) == [9, 20]
    assert narrowed([9, 9], 0) == [1, 1]


async def test_a_table_is_set_anew_for_another_width_with_its_cursor_kept(settings: Settings) -> None:
    async with open_chat(settings, size=WIDE) as chat:
        await chat.press("f2", "3", "down", "down")
        await chat.pilot.resize_terminal(*NARROW)
        await chat.press("down")
        table = chat.app.screen.query_one("#improvements PlaceTable", PlaceTable)
        assert table.cursor_row == 3
        assert table.virtual_size.width <= table.size.width


def test_a_bare_heading_is_no_area_for_improvement() -> None:
    made = fakes.ReportMaker("a", "2024", "2024-05-02")
    made.section("Fraud", "Area for improvement", label=Label.AREAS_FOR_IMPROVEMENT)
    made.section("Fraud", "Area for improvement", LONG, label=Label.AREAS_FOR_IMPROVEMENT, blocks=("Why.",))
    assert [row.cells[0] for row in improvements((made.report(),))] == [LONG]


def test_a_grade_that_prose_gives_in_passing_says_so() -> None:
    made = fakes.ReportMaker("a", "2024", "2024-05-02")
    made.section("Fraud", blocks=("The force is good at fraud.",))
    made.grade("Fraud", Grade.GOOD, formal=False)
    assert grades((made.report(),))[0].cells[0] == "good (in passing)"


async def test_a_long_path_ends_in_an_ellipsis(settings: Settings) -> None:
    async with open_chat(settings, size=SMALL) as chat:
        await chat.press("f2")
        line = chat.app.screen.query_one(PathLine)
        line.go_to("Northmere PEEL 2029–31", LONG, LONG)
        await chat.press("tab")
        assert line.size.height == 2
        assert line.words.plain.endswith("…")
        await chat.pilot.resize_terminal(400, 40)
        await chat.press("tab")
        assert line.words.plain.replace("\n", " ").endswith(LONG)


async def test_help_and_commands_fit_the_reports(settings: Settings) -> None:
    async with open_chat(settings) as chat:
        await chat.press("f2", "f1")
        assert isinstance(chat.app.screen, HelpScreen)
        assert "Keys in the reports" in chat.shown()
        assert "Label what is on screen" not in chat.shown()  # jumping doesn't act here
        await chat.press("escape", "ctrl+p")
        assert "Reports: Grades" in chat.shown()
        await chat.press(*"grades", "enter", "enter")
        assert chat.app.screen.query_one(TabbedContent).active == "grades"


async def test_no_empty_palette_opens_over_a_panel(settings: Settings) -> None:
    async with open_chat(settings) as chat:
        await chat.press("f3", "ctrl+p")
        assert not CommandPalette.is_open(chat.app)


async def test_words_are_found_in_the_section_that_is_shown(settings: Settings) -> None:
    async with open_chat(settings, size=WIDE) as chat:
        await chat.press("f2", "2", "slash", *"northmere")
        assert "1 of 1" in chat.shown()
        await chat.press("escape")
        assert chat.focused_class() == "PlaceTable"


async def test_browsing_begins_at_the_newest_report_with_its_text_shown(settings: Settings) -> None:
    async with open_chat(settings) as chat:
        await chat.press("f2")
        outline = chat.app.screen.query_one(Outline)
        assert str(outline.root.children[0].label) == "Northmere PEEL 2029–31"
        assert outline.cursor_node is outline.root.children[0]
        assert "We graded 8 areas of policing." in chat.shown()


async def test_a_heading_that_does_not_fit_ends_in_an_ellipsis(settings: Settings) -> None:
    made = fakes.ReportMaker("a", "2024", "2024-05-02")
    made.section(LONG, blocks=("Why.",))
    made.section(LONG, LONG, blocks=("How.",))
    answerer = fakes.fake_answerer()
    answerer.index = fakes.FakeIndex((made.report(),), {"a": 2})
    async with open_chat(settings, answerer, size=SMALL) as chat:
        await chat.press("f2", "down", "space")
        closed, leaf = chat.shown().splitlines()[3:5]
        assert closed.startswith("└ ▼ The force should record")
        assert leaf.startswith("  └   The force should record")
        assert (closed[-1], leaf[-1]) == ("…", "…")


async def test_a_heading_with_nothing_under_it_says_so(settings: Settings) -> None:
    made = fakes.ReportMaker("a", "2024", "2024-05-02")
    made.section("Fraud")
    made.section("Fraud", "Victims", blocks=("How.",))
    answerer = fakes.fake_answerer()
    answerer.index = fakes.FakeIndex((made.report(),), {"a": 2})
    async with open_chat(settings, answerer) as chat:
        await chat.press("f2", "down")
        assert "Nothing stands directly under this heading." in chat.shown()


def test_graded_areas_come_before_grades_in_passing() -> None:
    made = fakes.ReportMaker("a", "2024", "2024-05-02")
    made.section("Fraud", blocks=("The force is good at fraud.",))
    made.grade("Fraud", Grade.GOOD, formal=False)
    made.grade("Crime", Grade.ADEQUATE)
    assert [row.cells[1] for row in grades((made.report(),))] == ["Crime", "Fraud"]
