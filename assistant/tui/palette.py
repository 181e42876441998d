"""The command palette: every command by its place, those first that fit the moment."""

from __future__ import annotations

from collections.abc import Coroutine, Iterator
from functools import partial
from typing import Any

from textual.binding import Binding, BindingType
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widget import Widget

from assistant.tui import keys
from assistant.tui.screens.chat import ChatScreen
from assistant.tui.widgets.conversation import ConversationPane
from assistant.tui.widgets.prompt import Prompt
from assistant.tui.widgets.source_pane import SourcePane

PASSED_OVER = ("anywhere.commands",)


class Commands(Provider):
    """The chat's keys as commands, grouped by a prefix."""

    async def discover(self) -> Hits:
        """All commands."""
        for title, help_words, run in self._commands():
            yield DiscoveryHit(title, run, help=help_words)

    async def search(self, query: str) -> Hits:
        """The commands that match."""
        matcher = self.matcher(query)
        for title, help_words, run in self._commands():
            if score := matcher.match(title):
                yield Hit(score, matcher.highlight(title), run, help=help_words)

    def _commands(self) -> Iterator[tuple[str, str, partial[Coroutine[Any, Any, bool]]]]:
        for group, target, bindings in places(self.screen):
            for binding in bindings:
                if isinstance(binding, Binding) and is_offered(binding):
                    run = partial(self.app.run_action, binding.action, target)
                    yield f"{group}: {binding.description}", f"{keys.names_of(binding)} · {binding.tooltip}", run


def places(screen: Screen[Any]) -> list[tuple[str, DOMNode, list[BindingType]]]:
    """The places whose keys are commands now, the one with the focus first."""
    if not isinstance(screen, ChatScreen):
        return [("Reports", screen, keys.BROWSING)]
    found: list[tuple[str, Widget, list[BindingType]]] = [("Chat", screen, keys.EVERYWHERE)]
    conversation = screen.query_one(ConversationPane)
    source = screen.query_one(SourcePane)
    if conversation.turns:
        found.append(("Answer", conversation, keys.CONVERSATION))
    if source.sources:
        found.append(("Source", source, keys.SOURCE))
    here_first = sorted(found, key=lambda place: place[1] is screen or not place[1].has_focus_within)
    return [*here_first, ("Prompt", screen.query_one(Prompt), keys.PROMPT)]


def is_offered(binding: Binding) -> bool:
    """Whether a key has a line in the palette: of a row of digits or letters only the first has."""
    return not keys.is_repeat(binding) and binding.id not in PASSED_OVER
