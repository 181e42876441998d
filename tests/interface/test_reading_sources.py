"""Sources: opened by digit, row, click or jump; stepped through; left for the same place."""

import re

import pytest

from assistant.settings import Settings
from assistant.tui.screens.browse import BrowseScreen
from assistant.tui.widgets.outline import Outline
from assistant.tui.widgets.section_text import blocks
from assistant.tui.widgets.section_view import SectionView
from assistant.tui.widgets.source_row import SourceRow
from assistant.types import Block, BlockKind, Section, Span, Statement, StatementKind
from tests.interface import fakes
from tests.interface.driving import WIDE, Chat, open_chat


def cited_words(chat: Chat) -> str:
    """The words that are bold and underlined in the source pane."""
    (cited,) = chat.source.query(".first-cited").results()
    content = cited.words  # type: ignore[attr-defined]
    spans = [span for span in content.spans if str(span.style) == "bold underline"]
    return "".join(content.plain[span.start : span.end] for span in spans)


async def test_a_digit_opens_its_source_with_the_exact_quote(settings: Settings) -> None:
    async with open_chat(settings) as chat:
        await chat.ask(fakes.FIGURE)
        await chat.press("escape", "1")
        assert cited_words(chat) == fakes.CALLS
        assert chat.focused_class() == "SectionView"
        assert fakes.EMERGENCY in chat.shown()


async def test_brackets_step_round_the_sources(settings: Settings) -> None:
    async with open_chat(settings) as chat:
        await chat.ask(fakes.FIGURE)
        await chat.press("escape", "1", "right_square_bracket")
        assert cited_words(chat) == fakes.PERIOD
        await chat.press("right_square_bracket")
        assert cited_words(chat) == fakes.CALLS
        await chat.press("left_square_bracket")
        assert cited_words(chat) == fakes.PERIOD


async def test_the_cited_paragraph_is_centred_below_one_of_context(settings: Settings) -> None:
    async with open_chat(settings) as chat:
        await chat.ask(fakes.FIGURE)
        await chat.press("enter")
        view = chat.app.query_one(SectionView)
        (cited,) = view.query(".first-cited").results()
        above = cited.region.y - view.region.y
        below = view.region.bottom - cited.region.bottom
        assert above >= 4
        assert abs(above - below) <= 3


async def test_s_goes_to_the_section_start(settings: Settings) -> None:
    async with open_chat(settings) as chat:
        await chat.ask(fakes.FIGURE)
        await chat.press("enter")
        assert chat.app.query_one(SectionView).scroll_y > 0
        await chat.press("s")
        assert chat.app.query_one(SectionView).scroll_y == 0


async def test_escape_returns_to_the_same_place_in_the_narrow_form(settings: Settings) -> None:
    async with open_chat(settings) as chat:
        for _ in range(3):
            await chat.ask(fakes.FIGURE)
        await chat.press("escape", "k")
        before = (chat.app.focused, chat.conversation.scroll_y)
        assert before[1] > 0
        await chat.press("2")
        assert chat.source.region.width == 80
        await chat.press("escape")
        assert (chat.app.focused, chat.conversation.scroll_y) == before


async def test_moving_over_a_row_shows_its_source_at_once_when_wide(settings: Settings) -> None:
    async with open_chat(settings, size=WIDE) as chat:
        await chat.ask(fakes.FIGURE)
        assert cited_words(chat) == fakes.CALLS
        await chat.press("escape", "down", "down")
        assert chat.focused_class() == "SourceRow"
        assert cited_words(chat) == fakes.PERIOD
        await chat.press("enter")
        assert chat.focused_class() == "SectionView"


async def test_a_click_on_a_row_opens_it(settings: Settings) -> None:
    async with open_chat(settings) as chat:
        await chat.ask(fakes.FIGURE)
        await chat.pilot.click(SourceRow)
        await chat.press()
        assert cited_words(chat) == fakes.CALLS


async def test_a_click_on_a_mark_opens_it(settings: Settings) -> None:
    async with open_chat(settings) as chat:
        await chat.ask(fakes.LIST)
        lines = chat.shown().splitlines()
        row = next(number for number, line in enumerate(lines) if "[3]" in line)
        await chat.pilot.click(offset=(lines[row].index("[3]") + 1, row))
        await chat.press()
        assert chat.source.position == 2


@pytest.mark.parametrize("key", ["a", "1"])
async def test_nearest_passages_open(key: str, settings: Settings) -> None:
    async with open_chat(settings) as chat:
        await chat.ask(fakes.REFUSED)
        await chat.press("escape", key)
        assert cited_words(chat) == fakes.CALLS
        assert "nearest, not proof" in chat.shown()


async def test_a_letter_goes_to_another_nearest_passage(settings: Settings) -> None:
    async with open_chat(settings) as chat:
        await chat.ask(fakes.REFUSED)
        await chat.press("escape", "a", "b")
        assert chat.source.source is not None
        assert chat.source.source.mark == "b"
        await chat.press("c", "9")
        assert chat.source.source.mark in "bc"


async def test_items_of_a_list_open_their_own_sources(settings: Settings) -> None:
    async with open_chat(settings, size=WIDE) as chat:
        await chat.ask(fakes.LIST)
        assert not chat.app.query(SourceRow)
        await chat.press("escape", "down", "down")
        assert chat.focused_class() == "ItemRow"
        assert cited_words(chat) == fakes.IMPROVEMENTS[1]


async def test_o_shows_the_outline_at_the_section(settings: Settings) -> None:
    async with open_chat(settings) as chat:
        await chat.ask(fakes.FIGURE)
        await chat.press("enter", "o")
        assert isinstance(chat.app.screen, BrowseScreen)
        node = chat.app.screen.query_one(Outline).cursor_node
        assert node is not None and node.data is not None
        assert node.data.section.path[-1] == fakes.EMERGENCY
        await chat.press("escape")
        assert chat.focused_class() == "SectionView"


async def test_y_copies_the_passage_with_its_reference(settings: Settings) -> None:
    async with open_chat(settings) as chat:
        await chat.ask(fakes.FIGURE)
        await chat.press("enter", "y")
        assert fakes.CALLS in chat.app.clipboard
        assert f"Northmere PEEL 2029–31 › {fakes.RESPONDING} › {fakes.EMERGENCY}" in chat.app.clipboard


async def test_slash_finds_in_the_passage(settings: Settings) -> None:
    async with open_chat(settings) as chat:
        await chat.ask(fakes.FIGURE)
        await chat.press("enter", "slash", *"busiest")
        assert "1 of 5" in chat.shown()
        await chat.press("escape")
        assert chat.focused_class() == "SectionView"


async def test_a_report_that_is_gone_still_shows_the_quote(settings: Settings) -> None:
    answerer = fakes.fake_answerer()
    answerer.index = fakes.FakeIndex(answerer.index.reports[1:], {fakes.OLD: 52})
    async with open_chat(settings, answerer) as chat:
        await chat.ask(fakes.FIGURE)
        await chat.press("enter")
        assert "no longer held" in chat.shown()
        assert "It answered 91.2 percent" in chat.shown()


def test_a_header_that_is_a_row_of_its_own_is_shown_once() -> None:
    made = fakes.ReportMaker("a", "2024", "2024-05-02")
    text = "Year\tCalls\t\n2023\t41\t\n"
    header = Block(BlockKind.ROW, Span(0, 10), (), (Span(0, 4), Span(5, 10)))
    row = Block(BlockKind.ROW, Span(12, 19), ("Year", "Calls"), (Span(12, 16), Span(17, 19)))
    made.text = text
    section = Section(("Calls",), Span(0, 0), None, (header, row))
    shown = blocks(made.report(), section, (Span(5, 10),))
    assert [part.words.plain.split() for part in shown] == [["Year", "Calls"], ["2023", "41"]]
    assert shown[0].has_class("columns", "cited")


async def test_quoted_words_deep_in_a_long_paragraph_are_in_sight(settings: Settings) -> None:
    quote = "It answered every tenth call late."
    made = fakes.ReportMaker(fakes.NEW, "2029–31", "2031-02-20")
    made.section(fakes.RESPONDING, blocks=(fakes.OTHERS * 12 + quote + fakes.OTHERS * 6,))
    answerer = fakes.fake_answerer()
    answerer.index = fakes.FakeIndex((made.report(),), {fakes.NEW: 1})
    said = Statement(StatementKind.DIRECT, "Every tenth call", (1,))
    answerer.prepared = {"late": fakes.answer("late", said, citations=(made.cite(quote),))}
    async with open_chat(settings, answerer) as chat:
        await chat.ask("late")
        await chat.press("enter")
        assert quote in " ".join(re.sub("[▁-▌]", " ", chat.shown()).split())
