"""The conversation: turns and notes, oldest first, and the keys that move among them."""

from __future__ import annotations

from textual.containers import VerticalScroll
from textual.widget import Widget

from assistant.tui import keys
from assistant.tui.messages import PromptWanted, SourceChosen, TurnCommand
from assistant.tui.sources import position_of
from assistant.tui.widgets.turn import TurnView

NEED_ANSWER = ("copy", "edit", "again", "why")


class ConversationPane(VerticalScroll, can_focus=False):
    """The document of the chat."""

    BINDINGS = keys.CONVERSATION
    _followed: Widget | None = None

    @property
    def turns(self) -> list[TurnView]:
        """The turns, oldest first."""
        return list(self.query(TurnView))

    @property
    def current(self) -> TurnView | None:
        """The turn that has the focus, else the last one."""
        focused = self.screen.focused
        for turn in self.turns:
            if focused is not None and turn in focused.ancestors_with_self:
                return turn
        return self.turns[-1] if self.turns else None

    def turn(self, number: int) -> TurnView | None:
        """The turn with a number."""
        return next((turn for turn in self.turns if turn.number == number), None)

    def follow(self, part: Widget) -> None:
        """Keep the newest part in sight while it is laid out: its beginning if it is tall, else its end."""
        self._followed = part
        self.call_after_refresh(self._scroll_to_followed)

    def watch_virtual_size(self) -> None:
        """Go on following after each layout."""
        self.call_after_refresh(self._scroll_to_followed)

    def _scroll_to_followed(self) -> None:
        part = self._followed
        if part is None or not part.is_attached or (self.has_focus_within and part is not self.screen.focused):
            return
        place = part.virtual_region
        top = place.y if place.height > self.size.height else place.bottom - self.size.height
        self.scroll_to(y=max(top, 0), animate=False, immediate=True)

    def reveal(self, part: Widget) -> None:
        """Scroll so that a part can be read: its beginning if it is tall, else its end."""
        tall = part.outer_size.height > self.size.height
        self.scroll_to_widget(part, animate=False, top=tall, immediate=True)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether a key does something for the current turn."""
        turn = self.current
        if action == "source" and parameters:
            return turn is not None and int(str(parameters[0])) < len(turn.sources)
        return action not in NEED_ANSWER or (turn is not None and turn.answer is not None)

    def action_source(self, position: int) -> None:
        """Open a source of the current turn."""
        if (turn := self.current) and position < len(turn.sources):
            self.post_message(SourceChosen(turn.number, position, opened=True))

    def action_nearest(self, letter: str) -> None:
        """Open a nearest passage of the current turn."""
        if turn := self.current:
            self.action_source(position_of(letter, turn.sources))

    def action_turn(self, step: int) -> None:
        """Go to the next or previous turn."""
        self._go(list(self.turns), self.current, step)

    def action_move(self, step: int) -> None:
        """Go to the next or previous row, scrolling first over what is out of sight."""
        focused = self.screen.focused
        if focused is not None and self._hidden(focused, step):
            self.scroll_relative(y=step * max(1, self.size.height // 3), animate=False)
        else:
            self._go(list(self.query(".stop")), focused, step)

    def _hidden(self, part: Widget, step: int) -> bool:
        region = part.virtual_region_with_margin
        if isinstance(part, TurnView):
            rows = part.query("SourceRow")
            bottom = rows.first().virtual_region.y + region.y if step > 0 and rows else region.bottom
        else:
            bottom = region.bottom
        return bottom > self.scroll_y + self.size.height if step > 0 else region.y < self.scroll_y

    def _go(self, stops: list[Widget], here: Widget | None, step: int) -> None:
        if not stops:
            return
        place = stops.index(here) + step if here in stops else len(stops) - 1
        stop = stops[max(0, min(place, len(stops) - 1))]
        stop.focus(scroll_visible=False)
        self.reveal(stop)

    def action_copy(self) -> None:
        """Copy the answer with its sources."""
        self._command("copy")

    def action_edit(self) -> None:
        """Edit the question as it was read."""
        self._command("edit")

    def action_again(self) -> None:
        """Ask the question again."""
        self._command("again")

    def action_why(self) -> None:
        """Show how the answer was found."""
        self._command("why")

    def action_prompt(self) -> None:
        """Go back to the prompt."""
        self.post_message(PromptWanted())

    def _command(self, command: str) -> None:
        if self.current and self.current.answer:
            self.post_message(TurnCommand(self.current.number, command))
