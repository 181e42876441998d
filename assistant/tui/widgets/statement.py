"""One statement of an answer, with the marks of its citations as links."""

from __future__ import annotations

from dataclasses import replace

from textual.content import Content
from textual.style import Style

from assistant.tui.messages import SourceChosen
from assistant.tui.visible import visible
from assistant.tui.widgets.prose import Prose
from assistant.types import Statement, StatementKind

COMPUTED, COUNTED = "computed", "counted"


class StatementLine(Prose):
    """A statement; a click on a mark opens its source.

    Args:
        turn: the number of its turn.
        statement: the statement.
        text: its text where it is set otherwise, as the cells of a table are.
    """

    auto_links = False

    def __init__(self, turn: int, statement: Statement, text: str | None = None) -> None:
        content = statement_content(replace(statement, text=text if text is not None else statement.text))
        super().__init__(content, classes=f"statement {statement.kind}")
        self._turn = turn

    def action_open(self, number: int) -> None:
        """Open a source by its number."""
        self.post_message(SourceChosen(self._turn, number - 1, opened=True))


def statement_content(statement: Statement) -> Content:
    """A statement's text with its marks."""
    style = "bold" if statement.kind is StatementKind.DIRECT else ""
    parts = [Content.styled(visible(statement.text), style)]
    if note := computed_note(statement):
        parts.append(Content.styled(f" ({note})", "dim"))
    return Content("").join([*parts, *(mark(number) for number in statement.citations)])


def computed_note(statement: Statement) -> str:
    """How a number came about that stands in no quote; empty where that is said already, or nothing was computed."""
    if not statement.computed or COMPUTED in statement.text or COUNTED in statement.text:
        return ""
    return COUNTED if statement.text.endswith(":") else COMPUTED


def mark(number: int) -> Content:
    """A citation's mark that can be clicked."""
    return Content.styled(f"[{number}]", "$accent").stylize(Style.from_meta({"@click": f"open({number})"}))
