"""The text of one section, paragraph by paragraph, with quotes marked."""

from __future__ import annotations

from textual.containers import VerticalScroll
from textual.content import Content

from assistant.tui.widgets.prose import Prose
from assistant.tui.widgets.section_text import QUOTED, paragraphs_of
from assistant.types import Report, Section, Span


class SectionView(VerticalScroll):
    """A section that scrolls; the first quoted paragraph is centred."""

    async def show(self, report: Report, section: Section, quotes: tuple[Span, ...] = ()) -> None:
        """Show a section.

        Args:
            report: the report it stands in.
            section: the section.
            quotes: the spans to mark, the one to centre first.
        """
        async with self.batch():
            await self.remove_children()
            await self.mount_all(paragraphs_of(report, section, quotes))
        self.call_after_refresh(self.centre)

    def watch_virtual_size(self) -> None:
        """Keep the quoted paragraph in the middle whenever the text has been laid out anew."""
        self.call_after_refresh(self.centre)

    def centre(self) -> None:
        """Scroll to the quoted paragraph, or to the section's start.

        `scroll_to_center` comes to a place that depends on the one before; this doesn't.
        """
        top = 0
        for cited in self.query(".first-cited").results(Prose):
            place = cited.virtual_region
            over = place.height - self.size.height
            top = place.y - max(0, -over) // 2
            if over > 0:
                top += min(over, max(0, rows_before_quote(cited) - self.size.height // 2))
        self.scroll_to(y=top, animate=False, immediate=True)


def rows_before_quote(paragraph: Prose) -> int:
    """How many rows of a paragraph stand above its quoted words."""
    start = min((span.start for span in paragraph.words.spans if span.style == QUOTED), default=0)
    return len(Content(paragraph.words.plain[:start]).wrap(max(paragraph.size.width, 1)))
