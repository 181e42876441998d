"""Where questions are written: enter asks, shift+enter or ctrl+j makes a line, up and down recall questions."""

from __future__ import annotations

from textual.events import Key, Paste
from textual.message import Message
from textual.widgets import TextArea

from assistant.tui import keys
from assistant.tui.messages import QuestionGiven
from assistant.tui.visible import visible


class Prompt(TextArea):
    """A text area of a few lines that remembers the questions of before."""

    BINDINGS = keys.PROMPT
    FIRST = "Ask about the reports"
    NEXT = "Ask a follow-up"
    SOURCE = "Ask a follow-up, or press enter to open the first source"

    class Left(Message):
        """Escape was pressed: stop what runs, else go to the last answer."""

    def __init__(self, asked: list[str]) -> None:
        super().__init__(id="prompt", placeholder=self.FIRST, compact=True, show_line_numbers=False)
        self.highlight_cursor_line = False
        self.asked = asked
        self._place = len(asked)
        self._draft = ""

    def begin(self) -> None:
        """Say what can be done in an empty conversation."""
        self.placeholder = self.FIRST

    def follow(self, *, has_source: bool) -> None:
        """Say what can be done after an answer."""
        self.placeholder = self.SOURCE if has_source else self.NEXT

    def put(self, text: str) -> None:
        """Put words in, with the cursor at their end."""
        self.load_text(visible(text))
        self.move_cursor(self.document.end)

    def give_back(self, text: str) -> None:
        """Put a question back, before what has been written since."""
        self.put("\n".join(part for part in (text, self.text) if part))

    def on_paste(self, event: Paste) -> None:
        """Paste words without what would steer the terminal."""
        event.text = visible(event.text)  # the text area's own handler follows by itself

    def take(self) -> str:
        """Take the words out, as asked, and remember them."""
        text = self.text.strip()
        if text and self.asked[-1:] != [text]:
            self.asked.append(text)
        self._place, self._draft = len(self.asked), ""
        self.load_text("")
        return text

    async def _on_key(self, event: Key) -> None:
        """Take enter and the keys for a new line in their turn.

        As bindings with priority they would overtake letters that are still waiting, and cut a quickly typed question.
        """
        action = {"enter": self.action_ask, "shift+enter": self.action_new_line, "ctrl+j": self.action_new_line}
        if event.key in action:
            event.stop()
            event.prevent_default()
            action[event.key]()

    def action_ask(self) -> None:
        """Give the question, and be empty for the next."""
        self.post_message(QuestionGiven(self.take()))

    def action_new_line(self) -> None:
        """Make a new line."""
        self.insert("\n")

    def action_leave(self) -> None:
        """Stop, or go to the last answer."""
        self.post_message(self.Left())

    def action_older(self) -> None:
        """Move up, or recall the question before."""
        if self.cursor_location[0] > 0:
            self.action_cursor_up()
        elif self._place > 0:
            self._recall(self._place - 1)

    def action_newer(self) -> None:
        """Move down, or recall the question after."""
        if self.cursor_location[0] < self.document.line_count - 1:
            self.action_cursor_down()
        elif self._place < len(self.asked):
            self._recall(self._place + 1)

    def _recall(self, place: int) -> None:
        if self._place == len(self.asked):
            self._draft = self.text
        self._place = place
        self.put(self.asked[place] if place < len(self.asked) else self._draft)
