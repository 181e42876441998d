"""The text of one section, paragraph by paragraph, with quotes marked."""

from __future__ import annotations

from itertools import groupby

from textual.containers import VerticalScroll
from textual.content import Content

from assistant.tui.sources import pieces, rank
from assistant.tui.tables import widths_of
from assistant.tui.visible import one_line, visible
from assistant.tui.widgets.prose import Prose
from assistant.tui.widgets.table_row import TableRow
from assistant.types import Block, BlockKind, Report, Section, Span

QUOTED = "bold underline"
ALSO_QUOTED = "underline"
STYLES = {0: "", 1: ALSO_QUOTED, 2: QUOTED}
MARKS = ("•", "-", "–")
BULLET = "• "
BARE = "Nothing stands directly under this heading."


class SectionView(VerticalScroll):
    """A section that scrolls; the first quoted paragraph is centred."""

    async def show(self, report: Report, section: Section, quotes: tuple[Span, ...] = ()) -> None:
        """Show a section.

        Args:
            report: the report it stands in.
            section: the section.
            quotes: the spans to mark, the one to centre first.
        """
        below = blocks(report, section, quotes) or [Prose(BARE, classes="bare")]
        paragraphs = [heading(report, section, quotes), *below]
        async with self.batch():
            await self.remove_children()
            await self.mount_all(paragraphs)
        self.call_after_refresh(self.centre)

    def watch_virtual_size(self) -> None:
        """Keep the quoted paragraph in the middle whenever the text has been laid out anew."""
        self.call_after_refresh(self.centre)

    def centre(self) -> None:
        """Scroll to the quoted paragraph, or to the section's start.

        `scroll_to_center` comes to a place that depends on the one before; this doesn't.
        """
        top = 0
        for cited in self.query(".first-cited"):
            place = cited.virtual_region
            top = place.y - max(0, self.size.height - place.height) // 2
        self.scroll_to(y=top, animate=False, immediate=True)


def heading(report: Report, section: Section, quotes: tuple[Span, ...]) -> Prose:
    """A section's heading."""
    title = quoted(report, section.heading, quotes)
    classes = f"heading {cited_classes(section.heading, quotes)}"
    return Prose(title if title.plain.strip() else section.path[-1], classes=classes)


def blocks(report: Report, section: Section, quotes: tuple[Span, ...]) -> list[Prose]:
    """A section's blocks as paragraphs, the rows of a table together under its header."""
    paragraphs: list[Prose] = []
    for columns, group in groupby(section.blocks, key=lambda block: block.columns if block.cells else None):
        if columns is None:
            paragraphs += [paragraph(report, block, quotes) for block in group]
        else:
            paragraphs += table(report, columns, list(group), quotes)
    return paragraphs


def table(report: Report, columns: tuple[str, ...], rows: list[Block], quotes: tuple[Span, ...]) -> list[Prose]:
    """The rows of a table, after a row with its header."""
    cells = [[quoted(report, cell, quotes) for cell in row.cells] for row in rows]
    header = [one_line(column) for column in columns]
    widths = widths_of([header, *([cell.plain for cell in row] for row in cells)])
    shown = [TableRow([Content(each) for each in header], (), widths, "columns")] if any(header) else []
    for row, contents in zip(rows, cells, strict=True):
        shown.append(TableRow(contents, columns, widths, classes_of(row, quotes)))
    shown[-1].add_class("last-row")
    return list[Prose](shown)


def paragraph(report: Report, block: Block, quotes: tuple[Span, ...]) -> Prose:
    """A block as a paragraph, with a bar where it is cited."""
    text = quoted(report, block.span, quotes)
    bare = block.kind is BlockKind.ITEM and not text.plain.startswith(MARKS)
    return Prose(Content.assemble(BULLET if bare else "", text), classes=classes_of(block, quotes))


def classes_of(block: Block, quotes: tuple[Span, ...]) -> str:
    """The style classes of a block, by its kind and whether it is cited."""
    return f"block-{block.kind} {cited_classes(block.span, quotes)}"


def cited_classes(span: Span, quotes: tuple[Span, ...]) -> str:
    """The style classes of what is quoted, and of what the first quote is in."""
    ranks = ("", "cited also-cited", "cited first-cited")
    return ranks[rank(span, quotes)]


def quoted(report: Report, span: Span, quotes: tuple[Span, ...]) -> Content:
    """A stretch of a report with its quoted words marked."""
    cut = pieces(report, span, quotes)
    return Content("").join(Content.styled(visible(text), STYLES[place]) for text, place in cut)
