"""The part of the chat that opens the engine, shows why it can't, and rebuilds the index."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from textual.screen import Screen
from textual.widget import Widget

from assistant.errors import IndexDamaged, IndexMissing, IndexStale, PeelError, Stopped
from assistant.tui import work
from assistant.tui.contracts import Rebuild
from assistant.tui.detached import run_detached
from assistant.tui.engine import Engine
from assistant.tui.freshness import reports_missing
from assistant.tui.messages import BuildWanted, CorpusChanged, EngineFailed, EngineOpened, RebuildEnded, RebuildMoved
from assistant.tui.session import Session
from assistant.tui.widgets.conversation import ConversationPane
from assistant.tui.widgets.note import Note
from assistant.tui.widgets.prompt import Prompt
from assistant.tui.widgets.rebuilding import Rebuilding
from assistant.tui.widgets.status import StatusBar
from assistant.tui.widgets.waiting import Waiting
from assistant.tui.widgets.welcome import Welcome

MENDED_BY_BUILDING = (IndexMissing, IndexStale, IndexDamaged)


class Opening(Screen[None]):
    """A screen that has an engine."""

    def __init__(self, engine: Engine, session: Session, rebuilding: Rebuild) -> None:
        super().__init__()
        self.engine = engine
        self.session = session
        self._rebuilding = rebuilding

    def start_work(self, group: str, slow: Callable[[Callable[[], bool]], None]) -> None:
        """Run slow work in a thread; a new one of a group takes the place of the old."""
        job = partial(run_detached, slow)
        self.run_worker(job, thread=True, exclusive=True, exit_on_error=False, group=group)

    def open_engine(self) -> None:
        """Open the index and load the model."""
        self.start_work("open", partial(work.open_and_warm_up, self.engine, self.post_message))

    async def on_engine_opened(self, message: EngineOpened) -> None:
        """Show what is held."""
        self.session.index = message.index
        self.query_one(StatusBar).held(message.index)
        for welcome in self.query(Welcome):
            await welcome.held(message.index)

    def on_corpus_changed(self, message: CorpusChanged) -> None:
        """Say that the index is behind the reports."""
        if message.index is self.session.index:
            self.query_one(StatusBar).held(message.index, is_behind=True)

    async def welcome(self) -> None:
        """Show the welcome where the conversation is empty."""
        pane = self.query_one(ConversationPane)
        if pane.turns or pane.query(Welcome):
            return
        welcome = Welcome()
        await pane.mount(welcome, before=0)
        self.query_one(Prompt).begin()
        if self.session.index:
            await welcome.held(self.session.index)

    async def on_engine_failed(self, message: EngineFailed) -> None:
        """Say what is wrong and what to do."""
        self.query_one(StatusBar).tell("no index" if isinstance(message.error, IndexMissing) else "not ready")
        await self.show_failure(message.error)

    async def show_failure(self, error: PeelError) -> None:
        """Show a failure as a note, with the focus on it unless something is being written."""
        await self.query(Note).remove()
        is_index = isinstance(error, MENDED_BY_BUILDING)
        without = reports_missing(self.session.settings) if is_index else None
        note = Note(without or error, buildable=is_index and without is None)
        await self.show_part(note)
        if not self.query_one(Prompt).text:
            note.focus(scroll_visible=False)

    async def show_part(self, part: Widget) -> None:
        """Put something at the end of the conversation, in sight."""
        pane = self.query_one(ConversationPane)
        await pane.mount(part)
        pane.follow(part)

    @property
    def is_rebuilding(self) -> bool:
        """Whether an index is being made here."""
        return bool(self.query(Rebuilding))

    async def stop_rebuild(self) -> None:
        """Leave the index as it was before the rebuild began."""
        self.workers.cancel_group(self, "rebuild")
        await self.query(Rebuilding).remove()
        self.query_one(Waiting).tell("stopped")
        self.open_engine()

    async def on_build_wanted(self, _message: BuildWanted) -> None:
        """Rebuild the index, and show how far it is."""
        if self.is_rebuilding:
            return
        await self.query(Note).remove()
        await self.show_part(Rebuilding(self.session.clock))
        self.query_one(Prompt).focus()
        self.query_one(StatusBar).tell("building the index…")
        settings = self.session.settings
        self.start_work("rebuild", partial(work.rebuild, settings, self._rebuilding, self.post_message))

    def on_rebuild_moved(self, message: RebuildMoved) -> None:
        """Show a step of the rebuild."""
        for bar in self.query(Rebuilding):
            bar.move(message.stage, message.done, message.total)

    async def on_rebuild_ended(self, message: RebuildEnded) -> None:
        """Use the new index, or say why there is none; one that was stopped has been left already."""
        if isinstance(message.error, Stopped):
            return
        await self.query(Rebuilding).remove()
        if message.error:
            await self.show_failure(message.error)
        else:
            self.query_one(StatusBar).tell("opening the index…")
            self.open_engine()
