"""An outline becomes the report's plain text, with every section, block and cell at its span."""

from __future__ import annotations

from assistant.reading.elements import Element
from assistant.reading.outline import Draft
from assistant.reading.pagebreaks import join_cut_sentences
from assistant.reading.tables import column_names
from assistant.types import Block, BlockKind, Section, Span

_CELL = " | "


class Assembler:
    """Gathers text and remembers where everything in it stands."""

    def __init__(self) -> None:
        self.sections: list[Section] = []
        self.joined = 0
        self.pages: list[tuple[int, int]] = []
        """Where each page of print begins: an offset into the text and the page's number."""
        self._parts: list[str] = []
        self._length = 0

    @property
    def text(self) -> str:
        """The plain text so far."""
        return "".join(self._parts)

    def add(self, draft: Draft) -> None:
        """Append a section's heading and blocks."""
        heading = self._write(draft.heading, "\n\n") if draft.heading else Span(self._length, self._length)
        body, joined = join_cut_sentences(draft.body)
        self.joined += joined
        columns = column_names(body)
        blocks = [self._block(body, at, columns[at]) for at in range(len(body))]
        self.sections.append(Section(draft.path, heading, draft.label, tuple(blocks)))

    def _block(self, body: list[Element], at: int, columns: tuple[str, ...]) -> Block:
        element = body[at]
        follows = element.kind in (BlockKind.ROW, BlockKind.ITEM) and at > 0 and body[at - 1].kind is element.kind
        span = self._write(element, "\n" if follows else "\n\n")
        cells = _cell_spans(element, span.start)
        if len(cells) != len(columns):
            columns = (columns + ("",) * len(cells))[: len(cells)] if columns else ()
        # A heading has no kind, but headings open sections: none stands in a body.
        return Block(element.kind or BlockKind.PARAGRAPH, span, columns, cells)

    def _write(self, element: Element, gap: str) -> Span:
        if self._length:
            self._parts.append(gap)
            self._length += len(gap)
        start = self._length
        if element.page and element.page != (self.pages[-1][1] if self.pages else 0):
            self.pages.append((start, element.page))
        self._parts.append(element.text)
        self._length += len(element.text)
        return Span(start, self._length)


def _cell_spans(element: Element, start: int) -> tuple[Span, ...]:
    """Where each cell of a row stands; an empty cell has an empty span."""
    spans = []
    at, last = start, start + len(element.text)
    for cell in element.cells:
        spans.append(Span(at, at + len(cell)))
        at = min(at + len(cell) + len(_CELL), last) if cell else at
    return tuple(spans)
