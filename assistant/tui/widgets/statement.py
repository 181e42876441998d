"""One statement of an answer, with the marks of its citations as links."""

from __future__ import annotations

import re
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
LONE = re.compile(r"(\s*\[\d+\])+:?\s*")


class StatementLine(Prose):
    """A statement; a click on a mark opens its source.

    Args:
        turn: the number of its turn.
        statement: the statement.
    """

    auto_links = False

    def __init__(self, turn: int, statement: Statement) -> None:
        super().__init__(statement_content(statement), classes=f"statement {style_class(statement)}")
        self._statement = statement
        self._turn = turn
        self._mark_style = MARK

    def on_resize(self) -> None:
        """Fit the new width."""
        self._fit()

    def light_up(self, *, is_lit: bool) -> None:
        """Set the marks in the colour of the text where the row of the statement is lit, else in their own."""
        self._mark_style = "" if is_lit else MARK
        self._fit()

    def text_for(self, width: int) -> str:  # noqa: ARG002
        """The statement's text as it is set in a width."""
        return self._statement.text

    def _fit(self) -> None:
        width = max(self.size.width, 1)
        statement = replace(self._statement, text=self.text_for(width))
        content = without_lone_marks(statement_content(statement, self._mark_style), width)
        if not content.is_same(self.words):
            self.show(content)

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


def without_lone_marks(content: Content, width: int) -> Content:
    """A statement whose marks never stand alone on its last row: the word before goes there with them."""
    rows = content.wrap(width)
    if len(rows) < 2 or not LONE.fullmatch(rows[-1].plain):
        return content
    words = content.plain[: content.plain.rindex(rows[-1].plain.strip())].rstrip()
    cut = words.rfind(" ")
    return content[:cut] + "\n" + content[cut + 1 :] if cut > 0 else content
