"""Asking: one question at a time, nothing that was written is lost, every turn is kept."""

import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event
from time import perf_counter

import pytest

from assistant.conversation.store import ConversationStore
from assistant.errors import IndexMissing, PeelError, QuestionError
from assistant.settings import CHECKOUT, Settings
from assistant.tui.widgets.item_row import ItemRow
from assistant.tui.widgets.note import Note
from assistant.tui.widgets.rebuilding import Rebuilding
from assistant.tui.widgets.statement import StatementLine
from assistant.tui.widgets.turn import TurnView
from assistant.tui.widgets.waiting import Waiting
from assistant.tui.widgets.welcome import Welcome
from tests.interface import fakes
from tests.interface.driving import NARROW, SMALL, WIDE, Chat, build_app, open_chat, settle, wait_until


async def test_enter_asks_and_shows_the_answer(settings: Settings) -> None:
    async with open_chat(settings) as chat:
        await chat.ask(fakes.FIGURE)
        assert "91.2 percent of 999 calls" in chat.shown()
        assert chat.prompt.text == ""
        assert chat.focused_class() == "Prompt"
        assert not chat.app.query(Welcome)


@pytest.mark.parametrize("key", ["shift+enter", "ctrl+j"])
async def test_new_line(key: str, settings: Settings) -> None:
    async with open_chat(settings) as chat:
        await chat.press("a", key, "b")
        assert chat.prompt.text == "a\nb"


async def test_history_at_the_edges(settings: Settings) -> None:
    async with open_chat(settings) as chat:
        await chat.ask(fakes.FIGURE)
        await chat.ask(fakes.LIST)
        await chat.press("n", "up", "up")
        assert chat.prompt.text == fakes.FIGURE
        await chat.press("down")
        assert chat.prompt.text == fakes.LIST
        await chat.press("down")
        assert chat.prompt.text == "n"


async def test_history_survives_the_program(settings: Settings) -> None:
    async with open_chat(settings) as chat:
        await chat.ask(fakes.FIGURE)
    async with open_chat(settings) as chat:
        await chat.press("up")
        assert chat.prompt.text == fakes.FIGURE


async def test_turns_before_go_along(settings: Settings) -> None:
    answerer = fakes.fake_answerer()
    async with open_chat(settings, answerer) as chat:
        await chat.ask(fakes.FIGURE)
        await chat.ask(fakes.FOLLOW_UP)
        assert answerer.asked == [(fakes.FIGURE, 0), (fakes.FOLLOW_UP, 1)]
        assert "read as: Northmere · 2029–31 · 101 calls" in chat.shown()


async def test_escape_stops_and_gives_the_words_back(settings: Settings) -> None:
    gate = Event()
    async with open_chat(settings, fakes.fake_answerer(gate=gate)) as chat:
        chat.prompt.put(fakes.FIGURE)
        await chat.pilot.press("enter")
        await wait_until(chat.pilot, lambda: chat.app.query_one(Waiting).stage == "searching")
        await chat.press("escape")
        assert chat.prompt.text == fakes.FIGURE
        assert not chat.app.query(TurnView)
        assert chat.app.query_one(Waiting).notice == "stopped"
        assert "› How quickly does Northmere answer 999 calls?" in chat.shown()
        gate.set()
        await chat.press("enter")
        assert "91.2 percent" in chat.shown()


async def test_a_second_question_stays_in_the_prompt(settings: Settings) -> None:
    gate = Event()
    async with open_chat(settings, fakes.fake_answerer(gate=gate)) as chat:
        chat.prompt.put(fakes.FIGURE)
        await chat.pilot.press("enter")
        await wait_until(chat.pilot, lambda: chat.app.query(TurnView))
        chat.prompt.put(fakes.LIST)
        await chat.pilot.press("enter")
        await wait_until(chat.pilot, lambda: chat.app.query_one(Waiting).notice)
        assert chat.prompt.text == fakes.LIST
        gate.set()
        await settle(chat.pilot)
        assert len(chat.app.query(TurnView)) == 1


async def test_an_example_is_asked_by_enter(settings: Settings) -> None:
    answerer = fakes.fake_answerer()
    async with open_chat(settings, answerer) as chat:
        await chat.press("escape", "enter")
        assert answerer.asked == [("How quickly does Northmere answer 999 calls?", 0)]


async def test_an_empty_prompt_opens_the_first_source(settings: Settings) -> None:
    async with open_chat(settings) as chat:
        await chat.press("enter")
        assert not chat.app.query(TurnView)
        await chat.ask(fakes.FIGURE)
        await chat.press("enter")
        assert chat.focused_class() == "SectionView"


async def test_a_failure_gives_the_words_back_and_names_the_command(settings: Settings) -> None:
    failure = QuestionError("The question is too long.", "Ask it in fewer words.")
    async with open_chat(settings, fakes.fake_answerer(failure=failure)) as chat:
        await chat.ask(fakes.FIGURE)
        assert chat.prompt.text == fakes.FIGURE
        assert "Ask it in fewer words." in chat.shown()
        chat.app.query_one(Note).focus()
        await chat.press("c")
        assert chat.app.clipboard == "Ask it in fewer words."


async def test_a_fault_of_the_engine_is_a_note_too(settings: Settings) -> None:
    class Broken(fakes.FakeAnswerer):
        def ask(self, *_: object, **__: object) -> fakes.Answer:  # type: ignore[override]
            raise ZeroDivisionError("nought")

    made = fakes.fake_answerer()
    async with open_chat(settings, Broken(made.index, made.prepared)) as chat:
        await chat.ask(fakes.FIGURE)
        assert "ZeroDivisionError: nought" in chat.shown()
        assert chat.prompt.text == fakes.FIGURE


async def test_a_missing_index_can_be_built(settings: Settings) -> None:
    opened = [IndexMissing("There is no index yet.", "Run ./scripts/rebuild_index (or: peel rebuild).")]

    def opener(_settings: Settings) -> fakes.FakeAnswerer:
        if opened:
            raise opened.pop()
        return fakes.fake_answerer()

    built: list[Path] = []
    async with open_chat(settings, opener=opener, rebuild=lambda wanted, _progress: built.append(wanted.index)) as chat:
        assert chat.focused_class() == "Note"
        await chat.press("c")
        assert chat.app.clipboard == "./scripts/rebuild_index"
        await chat.press("b")
        await settle(chat.pilot)
        assert built == [settings.index]
        assert not chat.app.query("Note, Rebuilding")
        assert "2 reports · 200 passages" in chat.shown()


async def test_a_rebuild_that_fails_says_why(settings: Settings) -> None:
    def rebuild(_settings: Settings, _progress: object) -> None:
        raise PeelError("The disk is full.")

    missing = IndexMissing("There is no index yet.", "peel rebuild")
    async with open_chat(settings, missing, rebuild=rebuild) as chat:
        await chat.press("b")
        assert "The disk is full." in chat.shown()
        assert not chat.app.query(Rebuilding)


async def test_esc_stops_a_rebuild_and_leaves_the_index_as_it_was(settings: Settings) -> None:
    begun, ended, stopped = Event(), Event(), Event()

    def rebuild(_settings: Settings, progress: Callable[[str, int, int], None]) -> None:
        try:
            while not stopped.wait(0.02):
                progress("encoding passages", 120, 312)
                begun.set()
        finally:
            ended.set()

    async with open_chat(settings, rebuild=rebuild) as chat:
        await chat.pilot.press("f4")
        await wait_until(chat.pilot, begun.is_set)
        assert chat.app.query(Rebuilding)
        await chat.press("escape")
        assert not chat.app.query("Rebuilding, Note")
        await wait_until(chat.pilot, ended.is_set)
        assert "2 reports · 200 passages" in chat.shown()


async def test_every_turn_is_kept_at_once(settings: Settings) -> None:
    async with open_chat(settings) as chat:
        await chat.ask(fakes.FIGURE)
        (kept,) = ConversationStore(settings.conversations).kept()
        assert (kept.turns, kept.preview) == (1, fakes.FIGURE)


async def test_the_screen_is_painted_before_the_engine_opens(settings: Settings) -> None:
    painted: list[str] = []
    gate = Event()

    def opener(_settings: Settings) -> fakes.FakeAnswerer:
        gate.wait(10)
        return fakes.fake_answerer()

    app = build_app(settings, opener=opener)
    async with app.run_test() as pilot:
        await pilot.pause()
        painted.append(Chat(app, pilot).shown())
        gate.set()
        await settle(pilot)
    assert "opening the index" in painted[0]
    assert "Ask about the reports" in painted[0]


async def test_quitting_never_waits_for_the_model(settings: Settings) -> None:
    never = Event()

    class Loading(fakes.FakeAnswerer):
        def warm_up(self) -> None:
            never.wait(60)

    made = fakes.fake_answerer()
    app = build_app(settings, Loading(made.index, made.prepared))
    async with app.run_test() as pilot:
        await wait_until(pilot, lambda: "2 reports" in Chat(app, pilot).shown())
        began = perf_counter()
    assert perf_counter() - began < 2
    never.set()


async def test_an_answer_does_not_disturb_who_reads_elsewhere(settings: Settings) -> None:
    gate = Event()
    gate.set()
    async with open_chat(settings, fakes.fake_answerer(gate=gate), size=WIDE) as chat:
        await chat.ask(fakes.FIGURE)
        gate.clear()
        chat.prompt.put(fakes.LIST)
        await chat.pilot.press("enter")
        await wait_until(chat.pilot, lambda: len(chat.app.query(TurnView)) == 2)
        chat.conversation.turns[0].focus()
        await chat.pilot.press("2")
        await wait_until(chat.pilot, lambda: chat.focused_class() == "SectionView")
        gate.set()
        await settle(chat.pilot)
        assert "3 areas for improvement" in chat.shown()
        assert (chat.focused_class(), chat.source.turn, chat.source.position) == ("SectionView", 1, 1)


def test_the_chat_imports_nothing_heavy() -> None:
    heavy = "{'torch', 'numpy', 'faiss', 'sentence_transformers', 'onnxruntime', 'transformers'}"
    code = f"import sys, assistant.tui.app; print(sorted({heavy} & set(sys.modules)))"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=CHECKOUT)
    assert shown.stdout.strip() == "[]"


async def test_an_index_that_was_rebuilt_elsewhere_is_used_from_the_next_question_on(settings: Settings) -> None:
    old, new = fakes.fake_answerer(), fakes.fake_answerer()
    new.index = fakes.FakeIndex(new.index.reports[:1], {fakes.NEW: 148})
    answerers = [old, new]
    async with open_chat(settings, opener=lambda _settings: answerers.pop(0)) as chat:
        await chat.ask(fakes.FIGURE)
        old.index = replace(old.index, changed=True)
        await chat.ask(fakes.FOLLOW_UP)
        assert (len(old.asked), len(new.asked)) == (1, 1)
        assert "1 report · 148 passages" in chat.shown()


async def test_a_question_before_the_index_is_open_waits_for_it(settings: Settings) -> None:
    gate = Event()
    answerer = fakes.fake_answerer()
    opened: list[Settings] = []

    def opener(wanted: Settings) -> fakes.FakeAnswerer:
        opened.append(wanted)
        gate.wait(10)
        return answerer

    app = build_app(settings, opener=opener)
    async with app.run_test(size=WIDE) as pilot:
        chat = Chat(app, pilot)
        chat.prompt.put(fakes.FIGURE)
        await pilot.press("enter")
        await wait_until(pilot, lambda: app.query_one(Waiting).stage == "loading the model")
        gate.set()
        await settle(pilot)
        assert len(opened) == 1
        assert "Northmere PEEL 2029–31 › …" in chat.shown()
        assert "no longer held" not in chat.shown()


async def test_reports_that_changed_since_the_index_was_made_are_told(settings: Settings) -> None:
    built: list[bool] = []

    def rebuild(_settings: Settings, _progress: object) -> None:
        built.append(True)
        (settings.corpus / "new.md").unlink()

    (settings.corpus / "new.md").write_text("# Eastmere\n", encoding="utf-8")
    async with open_chat(settings, rebuild=rebuild) as chat:
        assert "reports changed: f4 rebuilds" in chat.shown()
        await chat.press("f4")
        assert built
        assert "index of 1 Mar 2031" in chat.shown()


async def test_marks_stand_apart_from_the_words(settings: Settings) -> None:
    async with open_chat(settings) as chat:
        await chat.ask(fakes.FIGURE)
        assert "30 September 2030 [1] [2]" in " ".join(chat.shown().split())
        await chat.ask(fakes.LIST)
        assert "(Northmere PEEL 2029–31), counted:" in chat.shown()
        assert f"{fakes.IMPROVEMENTS[0]} [1]" in chat.shown()


@pytest.mark.parametrize("size", [SMALL, NARROW, WIDE])
async def test_the_prompt_takes_three_rows(size: tuple[int, int], settings: Settings) -> None:
    async with open_chat(settings, size=size) as chat:
        assert chat.app.query_one("#ask").outer_size.height == 3


async def test_marks_in_a_lit_row_have_the_colour_of_its_text(settings: Settings) -> None:
    async with open_chat(settings) as chat:
        await chat.ask(fakes.LIST)
        await chat.press("escape", "down")
        lit, other = list(chat.app.query(ItemRow))[:2]
        assert lit.has_focus
        styles = [str(row.query_one(StatementLine).words.spans) for row in (lit, other)]
        assert ["$accent" in style for style in styles] == [False, True]


async def test_a_corpus_without_reports_asks_for_one(settings: Settings) -> None:
    (settings.corpus / "northmere.md").unlink()
    missing = IndexMissing("There is no index yet.", "Run ./scripts/rebuild_index (or: peel rebuild).")
    async with open_chat(settings, missing) as chat:
        assert "Add one with: peel add FILE." in chat.shown()
        assert "build it now" not in chat.shown()
        await chat.press("c")
        assert chat.app.clipboard == "peel add FILE"


async def test_many_reports_leave_the_examples_in_sight(settings: Settings) -> None:
    reports = tuple(fakes.ReportMaker(f"r{n}", f"20{n}", f"20{n}-01-01").report() for n in range(10, 30))
    answerer = fakes.fake_answerer()
    answerer.index = fakes.FakeIndex((*reports, fakes.new_report().report()), {})
    async with open_chat(settings, answerer) as chat:
        assert "and 15 more: f2 shows them all" in chat.shown()
        assert "How quickly does Northmere answer 999 calls?" in chat.shown()


async def test_a_notice_goes_by_itself(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.tui.widgets.waiting.NOTICED", 0.01)
    gate = Event()
    async with open_chat(settings, fakes.fake_answerer(gate=gate)) as chat:
        chat.prompt.put(fakes.FIGURE)
        await chat.pilot.press("enter", "escape")
        await wait_until(chat.pilot, lambda: not chat.app.query_one("#waiting").display)
        gate.set()


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_a_mark_never_stands_alone_on_a_row(size: tuple[int, int], settings: Settings) -> None:
    async with open_chat(settings, size=size) as chat:
        await chat.ask(fakes.FIGURE)
        rows = [row.split("▊")[0].strip(" ▌│▏") for row in chat.shown().splitlines()]
        assert not [row for row in rows if re.fullmatch(r"(\[\d\] ?)+", row)]
        assert [row for row in rows if re.fullmatch(r".*seconds\. \[1\].*", row)]


@pytest.mark.parametrize("size", [SMALL, NARROW, WIDE])
async def test_the_cells_of_a_comparison_stand_under_each_other(size: tuple[int, int], settings: Settings) -> None:
    async with open_chat(settings, size=size) as chat:
        await chat.ask(fakes.COMPARED)
        lines = chat.shown().splitlines()
        first, second = (next(line for line in lines if cell in line) for cell in ("year ending 30", "period not"))
        assert first.index("year ending") == second.index("period not")
        assert first.index("91.2") == second.index("84.0")


async def test_a_comparison_without_room_for_columns_is_read_cell_after_cell(settings: Settings) -> None:
    async with open_chat(settings, size=(40, 20)) as chat:
        await chat.ask(fakes.COMPARED)
        assert "2024 · 84.0 percent · period not" in chat.shown()
