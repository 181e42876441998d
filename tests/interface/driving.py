"""Driving the chat in tests: wait for work, never sleep."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

from textual.pilot import Pilot

from assistant.errors import PeelError
from assistant.settings import Settings
from assistant.tui.app import PeelApp
from assistant.tui.widgets.conversation import ConversationPane
from assistant.tui.widgets.prompt import Prompt
from assistant.tui.widgets.source_pane import SourcePane
from tests.interface.fakes import NOW, FakeAnswerer, fake_answerer, opener_of

NARROW, WIDE, SMALL = (80, 24), (120, 32), (60, 20)
TURNS_OF_THE_LOOP = 200


def build_app(settings: Settings, answerer: FakeAnswerer | PeelError | None = None, **more: object) -> PeelApp:
    more.setdefault("opener", opener_of(answerer or fake_answerer()))
    return PeelApp(settings, clock=lambda: NOW, **more)  # type: ignore[arg-type]


async def settle(pilot: Pilot[None]) -> None:
    """Wait until no worker runs and every message is handled."""
    await pilot.app.workers.wait_for_complete()
    for _ in range(2):
        await pilot.pause()


async def wait_until(pilot: Pilot[None], is_so: Callable[[], object]) -> None:
    """Wait for something while a worker runs on."""
    for _ in range(TURNS_OF_THE_LOOP):
        if is_so():
            return
        await pilot.pause(0.01)
    raise AssertionError("it never came about")


@dataclass
class Chat:
    """A running chat with short words for what tests do."""

    app: PeelApp
    pilot: Pilot[None]

    @property
    def prompt(self) -> Prompt:
        return self.app.query_one(Prompt)

    @property
    def conversation(self) -> ConversationPane:
        return self.app.query_one(ConversationPane)

    @property
    def source(self) -> SourcePane:
        return self.app.query_one(SourcePane)

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await settle(self.pilot)

    async def ask(self, question: str) -> None:
        self.prompt.focus()
        self.prompt.put(question)
        await self.press("enter")

    def shown(self) -> str:
        """The screen as text."""
        lines = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in lines)

    def focused_class(self) -> str:
        return type(self.app.focused).__name__


@asynccontextmanager
async def open_chat(
    settings: Settings,
    answerer: FakeAnswerer | PeelError | None = None,
    *,
    size: tuple[int, int] = NARROW,
    **more: object,
) -> AsyncIterator[Chat]:
    app = build_app(settings, answerer, **more)
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        yield Chat(app, pilot)
