"""A section as paragraphs: its heading, its blocks, its tables, with the quoted words marked."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, zip_longest

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
Columns = tuple[str, ...]


def paragraphs_of(report: Report, section: Section, quotes: tuple[Span, ...]) -> list[Prose]:
    """A section's heading and all that stands under it.

    Args:
        report: the report it stands in.
        section: the section.
        quotes: the spans to mark, the one that matters first.
    """
    below = blocks(report, section, quotes) or [Prose(BARE, classes="bare")]
    return [heading(report, section, quotes), *below]


def heading(report: Report, section: Section, quotes: tuple[Span, ...]) -> Prose:
    """A section's heading."""
    title = quoted(report, section.heading, quotes)
    classes = f"heading {cited_classes(section.heading, quotes)}"
    return Prose(title if title.plain.strip() else section.path[-1], classes=classes)


def blocks(report: Report, section: Section, quotes: tuple[Span, ...]) -> list[Prose]:
    """A section's blocks as paragraphs, the rows of a table together under its header."""
    paragraphs: list[Prose] = []
    keyed = zip(table_keys(report, section.blocks), section.blocks, strict=True)
    for columns, group in groupby(keyed, key=lambda pair: pair[0]):
        members = [block for _, block in group]
        if columns is None:
            paragraphs += [paragraph(report, block, quotes) for block in members]
        else:
            paragraphs += table(report, columns, members, quotes)
    return paragraphs


def table_keys(report: Report, members: tuple[Block, ...]) -> Iterator[Columns | None]:
    """For each block the header of its table; a header's own row belongs to the rows under it; None outside tables."""
    for block, following in zip_longest(members, members[1:]):
        own = tuple(report.quote(cell).strip() for cell in block.cells)
        is_header = following is not None and bool(own) and not block.columns and following.columns == own
        yield None if not block.cells else own if is_header else block.columns


def table(report: Report, columns: Columns, rows: list[Block], quotes: tuple[Span, ...]) -> list[Prose]:
    """The rows of a table, after its header, which may be the first of them."""
    cells = [[quoted(report, cell, quotes) for cell in row.cells] for row in rows]
    header = [one_line(column) for column in columns]
    widths = widths_of([header, *([cell.plain for cell in row] for row in cells)])
    is_held = not rows[0].columns
    shown = [] if is_held or not any(header) else [TableRow([Content(each) for each in header], (), widths, "columns")]
    for row, contents in zip(rows, cells, strict=True):
        shown.append(TableRow(contents, row.columns, widths, classes_of(row, quotes)))
    shown[0].set_class(any(header), "columns")
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
