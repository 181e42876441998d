"""Text on the screen: never markup, always cleaned, folded to the width, with found words marked."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from assistant.tui.visible import visible

FOUND = "reverse"
CURRENT = "bold $background on $accent"


class Prose(Static):
    """A paragraph of text that is data.

    Args:
        text: a plain text, which is cleaned here; or content made from cleaned text.
        classes: the style classes.
    """

    def __init__(self, text: str | Content = "", *, classes: str | None = None, id: str | None = None) -> None:
        self.words = as_content(text)
        super().__init__(self.words, markup=False, classes=classes, id=id)

    def show(self, text: str | Content) -> None:
        """Show another text."""
        self.words = as_content(text)
        self.update(self.words)

    def mark(self, found: list[tuple[int, int]], current: int = -1) -> None:
        """Mark found stretches, one of them as the current one."""
        content = self.words
        for position, (start, end) in enumerate(found):
            content = content.stylize(CURRENT if position == current else FOUND, start, end)
        self.update(content)


def as_content(text: str | Content) -> Content:
    """Plain text as content that is never read as markup."""
    return text if isinstance(text, Content) else Content(visible(text))
