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
OPENING = "“"
MARK = "$accent"


class StatementLine(Prose):
    """A statement; a click on a mark opens its source.

    Args:
        turn: the number of its turn.
        statement: the statement.
        text: its text where it is set otherwise, as the cells of a table are.
    """

    auto_links = False

    def __init__(self, turn: int, statement: Statement, text: str | None = None) -> None:
        self._statement = replace(statement, text=text if text is not None else statement.text)
        super().__init__(statement_content(self._statement), classes=f"statement {style_class(statement)}")
        self._turn = turn

    def light_up(self, *, is_lit: bool) -> None:
        """Set the marks in the colour of the text where the row of the statement is lit, else in their own."""
        self.show(statement_content(self._statement, "" if is_lit else MARK))

    def action_open(self, number: int) -> None:
        """Open a source by its number."""
        self.post_message(SourceChosen(self._turn, number - 1, opened=True))


def style_class(statement: Statement) -> str:
    """The style class: a statement that is all in the report's words looks like any other quote."""
    return StatementKind.QUOTE if statement.text.startswith(OPENING) else statement.kind


def statement_content(statement: Statement, mark_style: str = MARK) -> Content:
    """A statement's text with its marks, and how a number came about that stands in no quote."""
    style = "bold" if statement.kind is StatementKind.DIRECT else ""
    text = visible(statement.text)
    said = not statement.computed or COMPUTED in text or COUNTED in text
    opens = text.endswith(":")
    note = "" if said else f", {COUNTED}" if opens else f" ({COMPUTED})"
    marks = [mark(number, mark_style) for number in statement.citations]
    return Content(" ").join([Content.assemble((text.removesuffix(":"), style), (note, "dim")), *marks]) + ":" * opens


def mark(number: int, style: str) -> Content:
    """A citation's mark that can be clicked."""
    return Content.styled(f"[{number}]", style).stylize(Style.from_meta({"@click": f"open({number})"}))
