"""What the keys of the conversation and those that act anywhere do."""

from pathlib import Path

import pytest
from textual.binding import Binding
from textual.events import DeliveryComplete
from textual.widgets import Input, OptionList, TabbedContent

from assistant.conversation.store import ConversationStore
from assistant.settings import Settings
from assistant.tui import keys
from assistant.tui.clipboard import to_system_clipboard
from assistant.tui.screens.browse import BrowseScreen
from assistant.tui.screens.help import HelpScreen
from assistant.tui.screens.why import WhyScreen
from assistant.tui.widgets.turn import TurnView
from assistant.tui.widgets.welcome import Welcome
from tests.interface import fakes
from tests.interface.driving import WIDE, open_chat


async def test_escape_goes_between_prompt_and_last_answer(settings: Settings) -> None:
    async with open_chat(settings) as chat:
        await chat.ask(fakes.FIGURE)
        await chat.press("escape")
        assert chat.focused_class() == "TurnView"
        await chat.press("escape")
        assert chat.focused_class() == "Prompt"
        await chat.press("escape", "i")
        assert chat.focused_class() == "Prompt"
        assert chat.prompt.text == ""


async def test_j_and_k_go_by_turn_and_arrows_by_row(settings: Settings) -> None:
    async with open_chat(settings) as chat:
        await chat.ask(fakes.FIGURE)
        await chat.ask(fakes.FOLLOW_UP)
        await chat.press("escape")
        first, second = chat.conversation.turns
        assert chat.app.focused is second
        await chat.press("k")
        assert chat.app.focused is first
        await chat.press("j")
        assert chat.app.focused is second
        await chat.press("up")
        assert chat.focused_class() == "SourceRow"
        assert chat.conversation.current is first


async def test_y_copies_the_answer_with_its_sources(settings: Settings) -> None:
    async with open_chat(settings) as chat:
        await chat.ask(fakes.FIGURE)
        await chat.press("escape", "y")
        assert "91.2 percent of 999 calls" in chat.app.clipboard
        assert f"[1] “{fakes.CALLS}”" in chat.app.clipboard


async def test_r_asks_again(settings: Settings) -> None:
    answerer = fakes.fake_answerer()
    async with open_chat(settings, answerer) as chat:
        await chat.ask(fakes.FIGURE)
        await chat.press("escape", "r")
        assert [question for question, _ in answerer.asked] == [fakes.FIGURE] * 2
        assert len(chat.conversation.turns) == 2


async def test_e_puts_the_reading_into_the_prompt(settings: Settings) -> None:
    async with open_chat(settings) as chat:
        await chat.ask(fakes.FIGURE)
        await chat.ask(fakes.FOLLOW_UP)
        await chat.press("escape", "e")
        assert chat.prompt.text == "how quickly does Northmere answer 101 calls"
        assert chat.focused_class() == "Prompt"


async def test_w_shows_why(settings: Settings) -> None:
    async with open_chat(settings) as chat:
        await chat.ask(fakes.FIGURE)
        await chat.press("escape", "w")
        assert isinstance(chat.app.screen, WhyScreen)
        assert "0.913" in chat.shown()
        await chat.press("escape")
        assert chat.focused_class() == "TurnView"


async def test_letters_are_letters_in_the_prompt(settings: Settings) -> None:
    async with open_chat(settings) as chat:
        await chat.ask(fakes.FIGURE)
        await chat.press(*"yrew1jk")
        assert chat.prompt.text == "yrew1jk"


async def test_jump_opens_a_source_from_the_prompt(settings: Settings) -> None:
    async with open_chat(settings) as chat:
        await chat.ask(fakes.FIGURE)
        await chat.press("ctrl+o", "d")
        assert chat.focused_class() == "SectionView"
        assert chat.source.position == 1


async def test_jump_can_be_left(settings: Settings) -> None:
    async with open_chat(settings) as chat:
        await chat.press("ctrl+o", "escape")
        assert chat.focused_class() == "Prompt"


async def test_the_prompt_fits_the_conversation(settings: Settings) -> None:
    async with open_chat(settings, size=WIDE) as chat:
        await chat.ask(fakes.FIGURE)
        assert "press enter to open the first source" in chat.shown()
        await chat.press("ctrl+n")
        assert "Ask about the reports" in chat.shown()
        await chat.press("ctrl+r", "enter")
        assert "press enter to open the first source" in chat.shown()
        assert chat.source.source is not None
        assert chat.source.region.area > 0


async def test_find_counts_and_steps(settings: Settings) -> None:
    async with open_chat(settings) as chat:
        await chat.ask(fakes.FIGURE)
        await chat.press("ctrl+f", *"999 calls")
        assert "1 of 3" in chat.shown()
        await chat.press("enter")
        assert "2 of 3" in chat.shown()
        await chat.press("up")
        assert "1 of 3" in chat.shown()
        await chat.press(*"zz")
        assert "not found" in chat.shown()
        await chat.press("escape")
        assert chat.focused_class() == "Prompt"


async def test_find_goes_on_in_the_answer_in_which_it_found_something(settings: Settings) -> None:
    async with open_chat(settings) as chat:
        await chat.ask(fakes.FIGURE)
        await chat.ask(fakes.LIST)
        await chat.press("escape", "ctrl+f")
        assert "enter Next" in chat.shown()
        await chat.press(*"999 calls", "escape")
        assert chat.app.focused is chat.conversation.turns[0]
        await chat.press("ctrl+f", *"nowhere", "escape")
        assert chat.app.focused is chat.conversation.turns[0]


async def test_new_keeps_the_old_and_reopen_brings_it_back(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    names = iter(("0000000a", "0000000b", "0000000c"))
    monkeypatch.setattr("assistant.conversation.store.secrets.token_hex", lambda _count: next(names))
    answerer = fakes.fake_answerer()
    async with open_chat(settings, answerer) as chat:
        await chat.ask(fakes.FIGURE)
        await chat.press("ctrl+n")
        assert chat.app.query(Welcome)
        assert not chat.app.query(TurnView)
        await chat.press("ctrl+r", "enter")
        assert "91.2 percent" in chat.shown()
        await chat.ask(fakes.FOLLOW_UP)
        assert answerer.asked[-1] == (fakes.FOLLOW_UP, 1)
    (kept,) = ConversationStore(settings.conversations).kept()
    assert kept.turns == 2


@pytest.mark.parametrize(
    ("downs", "ending", "words"), [(0, "md", "> It answered"), (1, "jsonl", '"status"'), (2, "csv", "id,question")]
)
async def test_export(downs: int, ending: str, words: str, settings: Settings, tmp_path: Path) -> None:
    async with open_chat(settings) as chat:
        await chat.ask(fakes.FIGURE)
        await chat.press("ctrl+s", *["down"] * downs, "enter")
    (file,) = tmp_path.glob(f"peel-*.{ending}")
    assert words in file.read_text(encoding="utf-8")


async def test_an_export_from_a_browser_is_a_download(settings: Settings) -> None:
    async with open_chat(settings) as chat:
        chat.app.post_message(DeliveryComplete("key", None, None))
        await chat.press("escape")
        assert "Exported to the browser's downloads." in chat.shown()


async def test_nothing_to_export_says_so(settings: Settings) -> None:
    async with open_chat(settings) as chat:
        await chat.press("ctrl+s")
        assert "Nothing has been asked yet." in chat.shown()


async def test_help_fits_the_focus(settings: Settings) -> None:
    async with open_chat(settings) as chat:
        await chat.ask(fakes.FIGURE)
        await chat.press("f1")
        assert isinstance(chat.app.screen, HelpScreen)
        assert "Keys in the prompt" in chat.shown()
        await chat.press("escape", "escape", "f1")
        assert "Keys in the conversation" in chat.shown()
        await chat.press("escape", "1", "f1")
        assert "Keys in the source" in chat.shown()


async def test_browse_shows_grades_and_their_places(settings: Settings) -> None:
    async with open_chat(settings, size=WIDE) as chat:
        await chat.press("f2", "2", "down")
        assert isinstance(chat.app.screen, BrowseScreen)
        assert chat.app.screen.query_one(TabbedContent).active == "grades"
        assert "Northmere Police requires improvement" in chat.shown()
        await chat.press("3")
        assert "The force should answer 101 calls sooner" in chat.shown()
        await chat.press("escape")
        assert chat.focused_class() == "Prompt"


async def test_the_themes_leave_room_for_their_keys(settings: Settings) -> None:
    async with open_chat(settings) as chat:
        await chat.press("f3")
        assert "enter keeps it · esc goes back" in chat.shown()


async def test_themes_are_shown_as_they_are_reached(settings: Settings) -> None:
    async with open_chat(settings) as chat:
        await chat.press("f3", "down")
        assert chat.app.theme == "peel-light"
        await chat.press("escape")
        assert chat.app.theme == "peel-dark"
        await chat.press("f3", "down", "enter")
        assert chat.app.theme == "peel-light"
    async with open_chat(settings) as chat:
        assert chat.app.theme == "peel-light"


async def test_the_palette_runs_commands(settings: Settings) -> None:
    async with open_chat(settings) as chat:
        await chat.ask(fakes.FIGURE)
        await chat.press("ctrl+p", *"why", "enter")
        await chat.press("enter")
        assert isinstance(chat.app.screen, WhyScreen)


async def test_the_palette_teaches_the_keys(settings: Settings) -> None:
    async with open_chat(settings) as chat:
        await chat.press("ctrl+p")
        assert "^o · Label what is on screen" in chat.shown()


async def test_every_modal_leaves_the_prompt_as_it_was(settings: Settings) -> None:
    async with open_chat(settings) as chat:
        await chat.ask(fakes.FIGURE)
        await chat.press("h", "i")
        for key in ("f1", "f3", "ctrl+r", "ctrl+s", "ctrl+p", "ctrl+o"):
            await chat.press(key, "escape")
            assert (key, chat.focused_class(), chat.prompt.text) == (key, "Prompt", "hi")


def test_every_key_has_an_id_and_a_tooltip() -> None:
    every = [each for place in keys.PLACES.values() for each in place if isinstance(each, Binding)]
    bindings = list({id(each): each for each in every}.values())  # the same key may act in two places
    names = [binding.id for binding in bindings]
    assert all(names)
    assert len(set(names)) == len(names)
    assert all(binding.tooltip and binding.description for binding in bindings)


def test_no_key_that_terminals_swallow_is_the_only_way() -> None:
    swallowed = {"ctrl+h", "ctrl+m", "ctrl+i", "ctrl+b", "ctrl+enter"}
    for place in keys.PLACES.values():
        assert all(set(each.key.split(",")) - swallowed for each in place if isinstance(each, Binding))


async def test_the_widgets_are_where_the_tests_think(settings: Settings) -> None:
    async with open_chat(settings) as chat:
        await chat.press("ctrl+f")
        assert isinstance(chat.app.focused, Input)
        await chat.press("escape", "f3")
        assert isinstance(chat.app.focused, OptionList)


async def test_a_click_on_a_hint_does_what_its_key_does(settings: Settings) -> None:
    async with open_chat(settings) as chat:
        hints = chat.shown().splitlines()[-1]
        await chat.pilot.click(offset=(hints.index("Help") + 1, 23))
        await chat.press()
        assert isinstance(chat.app.screen, HelpScreen)


async def test_asking_again_leans_on_what_came_before_the_question(settings: Settings) -> None:
    answerer = fakes.fake_answerer()
    async with open_chat(settings, answerer) as chat:
        for question in (fakes.FIGURE, fakes.FOLLOW_UP, fakes.LIST):
            await chat.ask(question)
        await chat.press("escape", "k", "r")
        assert answerer.asked[-1] == (fakes.FOLLOW_UP, 1)


async def test_a_browser_that_keeps_ctrl_n_has_f6(settings: Settings) -> None:
    async with open_chat(settings) as chat:
        await chat.ask(fakes.FIGURE)
        await chat.press("f6")
        assert chat.conversation.turns == []


async def test_every_key_is_in_the_palette(settings: Settings) -> None:
    async with open_chat(settings, size=WIDE) as chat:
        await chat.ask(fakes.FIGURE)
        await chat.press("ctrl+p")
        listed = " ".join(str(option.prompt) for option in chat.app.screen.query_one(OptionList).options)
        bindings = [*keys.PROMPT, *keys.CONVERSATION, *keys.SOURCE, *keys.EVERYWHERE]
        missing = [
            binding.id
            for binding in bindings
            if isinstance(binding, Binding) and not keys.is_repeat(binding) and binding.description not in listed
        ]
        assert missing == ["anywhere.commands"]


def test_a_clipboard_command_that_leaves_a_child_behind_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As xclip does: a child that lives on holds the pipes open."""
    first, second = tmp_path / "wl-copy", tmp_path / "xclip"
    first.write_text(f"#!/bin/sh\ncat > {tmp_path}/copied\nsleep 5 &\n", encoding="utf-8")
    second.write_text(f"#!/bin/sh\ncat > {tmp_path}/copied_again\n", encoding="utf-8")
    for command in (first, second):
        command.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    assert to_system_clipboard("91.2 percent")
    assert (tmp_path / "copied").read_text(encoding="utf-8") == "91.2 percent"
    assert not (tmp_path / "copied_again").exists()
