"""The empty conversation: the name, the reports that are held, questions to begin with, three keys."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import HorizontalGroup, VerticalGroup
from textual.content import Content
from textual.widget import Widget

from assistant.tui.contracts import HeldIndex
from assistant.tui.keys import key
from assistant.tui.messages import QuestionGiven
from assistant.tui.reports import newest_first
from assistant.tui.suggest import example_questions
from assistant.tui.visible import one_line
from assistant.tui.widgets.prose import Prose
from assistant.tui.wording import counted, day
from assistant.types import Report

NAME = "Answers from police inspection reports, each with the sentence it came from."
LICENCE = "Reports: HMICFRS, Crown copyright, Open Government Licence v3.0."
SHOWN = 6
"""How many reports are named, so that the questions stay in sight."""
KEYS = (("enter", "ask"), ("esc 1", "open a source"), ("f1", "help"))


class ExampleRow(HorizontalGroup, can_focus=True):
    """A question that enter or a click asks."""

    BINDINGS: ClassVar[list[BindingType]] = [key("example.ask", "enter", "ask", "Ask this", show=True, display="enter")]

    def __init__(self, question: str) -> None:
        super().__init__(classes="example stop")
        self.question = question

    def compose(self) -> ComposeResult:
        """The sign and the question."""
        yield Prose("›", classes="bullet")
        yield Prose(one_line(self.question))

    def action_ask(self) -> None:
        """Ask it."""
        self.post_message(QuestionGiven(self.question))

    def on_click(self) -> None:
        """Ask it."""
        self.action_ask()


class Welcome(VerticalGroup):
    """What is shown while nothing has been asked."""

    def compose(self) -> ComposeResult:
        """The name and the keys; the reports come when the index is open."""
        yield Prose(NAME, classes="welcome-name")
        yield VerticalGroup(id="held")
        keys = Content("   ").join(Content.assemble((name, "bold $accent"), f" {does}") for name, does in KEYS)
        yield Prose(keys, classes="welcome-keys")

    async def held(self, index: HeldIndex) -> None:
        """Show the reports and the examples."""
        held = self.query_one("#held")
        await held.remove_children()
        await held.mount_all(self._rows(index))

    def _rows(self, index: HeldIndex) -> Iterable[Widget]:
        reports = newest_first(index.reports)
        for report in reports[:SHOWN]:
            yield Prose(report_line(report, index.passages.get(report.id, 0)), classes="report")
        if len(reports) > SHOWN:
            yield Prose(f"and {len(reports) - SHOWN:,} more: f2 shows them all", classes="more")
        yield Prose(LICENCE, classes="licence")
        yield from map(ExampleRow, example_questions(index.reports))


def report_line(report: Report, passages: int) -> Content:
    """A report in one row: its name, its date, its passages."""
    published = day(report.metadata.published) if report.metadata.published else "no date"
    kind = "digest" if report.metadata.kind == "digest" else ""
    told = [part for part in (published, counted(passages, "passage"), kind) if part]
    return Content.assemble((one_line(report.name), "bold"), "  " + one_line(" · ".join(told)))
