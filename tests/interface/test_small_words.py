"""Words that the interface computes: dates, the time that is left, the marks of citations, the lines of help."""

from __future__ import annotations

from datetime import timedelta

import pytest

from assistant.settings import Settings
from assistant.tui import keys
from assistant.tui.items import cells_of, unnumbered
from assistant.tui.screens.help import place_text
from assistant.tui.widgets.note import command_in
from assistant.tui.widgets.rebuilding import Rebuilding
from assistant.tui.wording import day
from assistant.types import Statement, StatementKind
from tests.interface import fakes
from tests.interface.driving import open_chat, settle


@pytest.mark.parametrize(
    ("moment", "shown"),
    [("2026-02-20", "20 Feb 2026"), ("2026-04", "Apr 2026"), ("spring 2026", "spring 2026"), ("2026-13", "2026-13")],
)
def test_day(moment: str, shown: str) -> None:
    assert day(moment) == shown


async def test_the_time_left_counts_from_the_first_step(settings: Settings) -> None:
    now = [fakes.NOW]
    async with open_chat(settings) as chat:
        bar = Rebuilding(lambda: now[0])
        await chat.conversation.mount(bar)
        bar.move("encoding", 0, 300)
        now[0] += timedelta(seconds=60)
        bar.move("encoding", 100, 300)
        now[0] += timedelta(seconds=5)
        bar.move("encoding", 200, 300)
        await settle(chat.pilot)
        assert "200 of 300 · about 5 s left" in chat.shown()


async def test_the_reading_names_the_key_that_edits_it(settings: Settings) -> None:
    async with open_chat(settings) as chat:
        await chat.ask(fakes.FIGURE)
        assert "(e edit)" in chat.shown()


def test_help_has_one_line_for_a_row_of_keys() -> None:
    rows = place_text(keys.CONVERSATION, 60).plain
    assert rows.count("1-9 ") == rows.count("a-c ") == 1
    assert "Open source 2" not in rows


@pytest.mark.parametrize(
    ("mend", "command"),
    [
        ("Run ./scripts/rebuild_index (or: peel rebuild).", "./scripts/rebuild_index"),
        ("Add one with: peel add FILE.", "peel add FILE"),
        ("peel doctor", "peel doctor"),
        ("Ask it in fewer words.", "Ask it in fewer words."),
    ],
)
def test_the_command_in_words_that_mend(mend: str, command: str) -> None:
    assert command_in(mend) == command


def test_a_place_in_a_ranking_stands_before_its_row_and_not_in_it() -> None:
    row = Statement(StatementKind.ROW, "1. Northshire PEEL 2031–33\t91.5 percent", (1,))
    assert unnumbered(row.text)[0] == "1."
    assert cells_of((row,)) == {0: ["Northshire PEEL 2031–33", "91.5 percent"]}
