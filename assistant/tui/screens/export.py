"""Choosing the form in which a conversation is written to a file."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from assistant.tui.screens.panel import Panel

FORMS = (("md", "Markdown: quotes and references"), ("jsonl", "JSON Lines: as a batch writes"), ("csv", "CSV: a table"))


class ExportScreen(Panel[str]):
    """Three forms; gives the one that was chosen."""

    TITLE_WORDS = "Export the conversation"
    KEYS_WORDS = "enter writes the file here · esc closes"

    def body(self) -> ComposeResult:
        """The forms."""
        yield OptionList(*(Option(words, id=form) for form, words in FORMS), markup=False)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Give the form."""
        self.dismiss(event.option_id)
