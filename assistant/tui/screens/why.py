"""How an answer was found: how the question was read, what was noted, what was weighed."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from assistant.tui.screens.panel import Panel
from assistant.tui.sources import reference
from assistant.tui.visible import one_line, visible
from assistant.tui.widgets.prose import Prose
from assistant.tui.wording import scope_words
from assistant.types import Answer, Candidate, Report

FEATURES = 6


class WhyScreen(Panel[None]):
    """The trace of an answer."""

    TITLE_WORDS = "Why this answer"
    KEYS_WORDS = "up/down scroll · esc closes"

    def __init__(self, answer: Answer, reports: dict[str, Report]) -> None:
        super().__init__()
        self._answer = answer
        self._reports = reports

    def body(self) -> ComposeResult:
        """The reading, the notes, the candidates with their scores."""
        with VerticalScroll():
            yield from map(Prose, self._reading())
            yield from (Prose(f"· {note}") for note in self._answer.trace.notes)
            for candidate in self._answer.trace.candidates:
                yield Prose(self._weighed(candidate), classes="candidate")

    def on_mount(self) -> None:
        """Let the keys scroll."""
        self.query_one(VerticalScroll).focus()

    def _reading(self) -> list[str]:
        reading = self._answer.reading
        lines = [f"Read as: {reading.read_as}", f"Type: {reading.type.replace('_', ' ')}"]
        lines.append(f"Scope: {scope_words(reading) or 'all reports'}")
        lines.append(f"Searched for: {', '.join(reading.terms)}")
        return lines + [f"Carried over: {words}" for words in reading.carried]

    def _weighed(self, candidate: Candidate) -> Content:
        citation = candidate.citation
        place = reference(self._reports.get(citation.report), citation)
        strongest = sorted(candidate.features, key=lambda feature: -abs(feature[1]))[:FEATURES]
        features = ", ".join(f"{name} {value:.2f}" for name, value in strongest)
        parts = (f"\n{visible(citation.quote)}\n", (f"{one_line(place)}\n{visible(features)}", "dim"))
        return Content.assemble((f"{candidate.score:.3f}", "bold $accent"), *parts)
