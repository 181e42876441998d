"""The text of one section, paragraph by paragraph, with quotes marked."""

from __future__ import annotations

from textual.containers import VerticalScroll
from textual.content import Content

from assistant.tui.sources import is_cited, pieces
from assistant.tui.visible import visible
from assistant.tui.widgets.prose import Prose
from assistant.types import Block, BlockKind, Report, Section, Span

QUOTED = "bold underline"
ALSO_QUOTED = "underline"
STYLES = {0: "", 1: ALSO_QUOTED, 2: QUOTED}
CELL_END = "  │  "
BULLET = "• "


class SectionView(VerticalScroll):
    """A section that scrolls; the first quoted paragraph is centred."""

    async def show(self, report: Report, section: Section, quotes: tuple[Span, ...] = ()) -> None:
        """Show a section.

        Args:
            report: the report it stands in.
            section: the section.
            quotes: the spans to mark, the one to centre first.
        """
        paragraphs = [heading(report, section, quotes), *blocks(report, section, quotes)]
        async with self.batch():
            await self.remove_children()
            await self.mount_all(paragraphs)
        self.call_after_refresh(self.centre)

    def on_resize(self) -> None:
        """Keep the quoted paragraph in the middle."""
        self.call_after_refresh(self.centre)

    def centre(self) -> None:
        """Scroll to the quoted paragraph, or to the section's start."""
        cited = self.query(".first-cited")
        if cited:
            self.scroll_to_center(cited.first(), animate=False, immediate=True)
        else:
            self.scroll_home(animate=False, immediate=True)


def heading(report: Report, section: Section, quotes: tuple[Span, ...]) -> Prose:
    """A section's heading."""
    title = "".join(text for text, _ in pieces(report, section.heading, ())).strip() or section.path[-1]
    cited = any(section.heading.start <= quote.start < section.heading.end for quote in quotes)
    return Prose(title, classes="heading cited first-cited" if cited else "heading")


def blocks(report: Report, section: Section, quotes: tuple[Span, ...]) -> list[Prose]:
    """A section's blocks as paragraphs, a table's header before its first row."""
    paragraphs: list[Prose] = []
    columns: tuple[str, ...] = ()
    for block in section.blocks:
        if block.columns and block.columns != columns:
            paragraphs.append(Prose(CELL_END.join(map(visible, block.columns)), classes="columns"))
        columns = block.columns
        paragraphs.append(paragraph(report, block, quotes))
    return paragraphs


def paragraph(report: Report, block: Block, quotes: tuple[Span, ...]) -> Prose:
    """A block as a paragraph, with a bar where it is cited."""
    classes = [f"block-{block.kind}"]
    if is_cited(block, quotes):
        classes += ["cited", *(["first-cited"] if is_cited(block, quotes[:1]) else ["also-cited"])]
    return Prose(block_content(report, block, quotes), classes=" ".join(classes))


def block_content(report: Report, block: Block, quotes: tuple[Span, ...]) -> Content:
    """A block's text with the quoted words in bold and underlined."""
    cells = [quoted(report, cell, quotes) for cell in block.cells] or [quoted(report, block.span, quotes)]
    bullet = BULLET if block.kind is BlockKind.ITEM and not cells[0].plain.startswith(("•", "-", "–")) else ""
    return Content.assemble(bullet, Content(CELL_END).join(cells))


def quoted(report: Report, span: Span, quotes: tuple[Span, ...]) -> Content:
    """A stretch of a report with its quoted words marked."""
    parts = [
        Content.styled(visible(text), QUOTED if is_quote else "") for text, is_quote in pieces(report, span, quotes)
    ]
    return Content("").join(parts)
