"""A failure: what happened, the command that mends it, and keys that copy it or build the index."""

from __future__ import annotations

import re

from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.content import Content

from assistant.errors import CorpusError, IndexDamaged, IndexMissing, IndexStale, ModelMissing, PeelError
from assistant.tui import keys
from assistant.tui.messages import BuildWanted, CopyWanted, PromptWanted
from assistant.tui.visible import visible
from assistant.tui.widgets.prose import Prose

TITLES: dict[type[PeelError], str] = {
    IndexMissing: "Nothing to search yet",
    IndexStale: "The index is out of date",
    IndexDamaged: "The index can't be read",
    ModelMissing: "The model is missing",
    CorpusError: "The reports can't be read",
}
TITLE = "That didn't work"
COMMAND = re.compile(r"\./scripts/\w+|\bpeel [a-z][^()]*")


class Note(VerticalGroup, can_focus=True):
    """A failure as a note in the conversation."""

    BINDINGS = keys.NOTE

    def __init__(self, error: PeelError, *, buildable: bool = False) -> None:
        super().__init__(classes="note stop")
        self.error = error
        self.buildable = buildable

    def compose(self) -> ComposeResult:
        """What happened, what mends it, and the keys."""
        yield Prose(TITLES.get(type(self.error), TITLE), classes="note-title")
        yield Prose(self.error.message)
        if self.error.mend:
            yield Prose(Content.styled(visible(self.error.mend), "bold"), classes="mend")
        yield Prose(Content("   ").join(self._offers()), classes="offers")

    def _offers(self) -> list[Content]:
        offers = [("b", "build it now")] if self.buildable else []
        offers += [("c", "copy the command")] if self.error.mend else []
        return [Content.assemble((letter, "bold $accent"), f" {does}") for letter, does in offers]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Whether a key does something here."""
        return self.buildable if action == "build" else bool(self.error.mend) if action == "copy" else True

    def action_build(self) -> None:
        """Build the index."""
        if self.buildable:
            self.post_message(BuildWanted())

    def action_copy(self) -> None:
        """Copy the command."""
        if self.error.mend:
            self.post_message(CopyWanted(command_in(self.error.mend), "The command"))

    def action_prompt(self) -> None:
        """Go back to the prompt."""
        self.post_message(PromptWanted())


def command_in(mend: str) -> str:
    """The command in words such as `Run ./scripts/rebuild_index (or: peel rebuild).`; the words where there is none."""
    found = COMMAND.search(mend)
    return found[0].rstrip(".") if found else mend
