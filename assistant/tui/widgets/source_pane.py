"""The passage behind one citation: its section, with the quoted words marked and in the middle."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message

from assistant.tui import keys
from assistant.tui.messages import SourceChosen
from assistant.tui.sources import Source, passage_text, position_of, reference, section_at
from assistant.tui.visible import visible
from assistant.tui.widgets.path_line import PathLine
from assistant.tui.widgets.prose import Prose
from assistant.tui.widgets.section_view import SectionView
from assistant.types import Report, Section

NEAREST = "nearest, not proof"
NOT_HELD = "This report is no longer held; the quote was:"


class SourcePane(Vertical):
    """Shows one source of a turn and steps through the others."""

    BINDINGS = keys.SOURCE

    class Command(Message):
        """A person wants `back`, `copy`, `outline` or `find` of this source."""

        def __init__(self, command: str) -> None:
            super().__init__()
            self.command = command

    def __init__(self) -> None:
        super().__init__(id="source")
        self.turn = 0
        self.position = 0
        self.sources: tuple[Source, ...] = ()
        self.report: Report | None = None
        self.section: Section | None = None

    def compose(self) -> ComposeResult:
        """A heading of two rows and the section."""
        yield Prose(id="source-name")
        yield PathLine(id="source-path")
        yield SectionView(id="section")

    @property
    def source(self) -> Source | None:
        """The source that is shown."""
        return self.sources[self.position] if self.position < len(self.sources) else None

    async def show(self, turn: int, sources: tuple[Source, ...], position: int, reports: dict[str, Report]) -> None:
        """Show a source of a turn."""
        self.turn, self.sources, self.position = turn, sources, position
        source = sources[position]
        self.report = reports.get(source.citation.report)
        self.section = section_at(self.report, source.citation.span) if self.report else None
        self._show_name(source)
        view = self.query_one(SectionView)
        if self.report and self.section:
            quotes = [each.citation.span for each in sources if each.citation.report == self.report.id]
            quotes.remove(source.citation.span)
            await view.show(self.report, self.section, (source.citation.span, *quotes))
        else:
            await view.remove_children()
            await view.mount(Prose(NOT_HELD), Prose(source.citation.quote, classes="cited"))

    def _show_name(self, source: Source) -> None:
        count = f"{self.position + 1} of {len(self.sources)}" if len(self.sources) > 1 else ""
        name, *_ = source.citation.path(self.report.name if self.report else source.citation.report)
        told = " · ".join(part for part in (visible(name), NEAREST if source.is_nearest else "", count) if part)
        mark = Content.styled(f"[{source.mark}] ", "bold $accent")
        self.query_one("#source-name", Prose).show(Content.assemble(mark, (told, "bold")))
        path = self.section.path if self.section else source.citation.section
        self.query_one(PathLine).go_to(*path)

    def passage(self) -> str:
        """The passage with its reference, for copying."""
        if not self.source:
            return ""
        citation = self.source.citation
        text = passage_text(self.report, self.section) if self.report and self.section else citation.quote
        return f"{text}\n\n{reference(self.report, citation)}"

    def action_step(self, step: int) -> None:
        """Go to the next or previous source, round the end."""
        if self.sources:
            self.action_source((self.position + step) % len(self.sources))

    def action_source(self, position: int) -> None:
        """Go to a source by its place."""
        if position < len(self.sources):
            self.post_message(SourceChosen(self.turn, position, opened=True))

    def action_nearest(self, letter: str) -> None:
        """Go to a nearest passage by its letter."""
        self.action_source(position_of(letter, self.sources))

    def action_start(self) -> None:
        """Go to the start of the section."""
        self.query_one(SectionView).scroll_home(animate=False)

    def action_outline(self) -> None:
        """Show the whole report."""
        self.post_message(self.Command("outline"))

    def action_copy(self) -> None:
        """Copy the passage."""
        self.post_message(self.Command("copy"))

    def action_find(self) -> None:
        """Find words in the passage."""
        self.post_message(self.Command("find"))

    def action_back(self) -> None:
        """Go back to the answer."""
        self.post_message(self.Command("back"))
