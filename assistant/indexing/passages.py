"""Passages: what is embedded and searched. Consecutive blocks of one section, never across sections."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.reading.sentences import sentences_of
from assistant.types import Block, BlockKind, Report, Section, Span

LONGEST = 130
"""Words. Longer passages blur: the model reads 256 tokens, the heading path included."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Consecutive blocks of one section, or consecutive sentences of a long one, by their place."""

    report: str
    section: int
    span: Span


def passages_of(report: Report) -> Iterator[Passage]:
    """Every passage of a report, in its order; sentences and rows are never cut."""
    for at, section in enumerate(report.sections):
        for pieces in _grouped(report, section):
            yield Passage(report.id, at, Span(pieces[0].start, pieces[-1].end))


def embedded_text(report: Report, passage: Passage) -> str:
    """What the model reads of a passage: its path of headings, then its words."""
    path = " \u203a ".join(report.sections[passage.section].path)
    return f"{path}\n{report.quote(passage.span)}"


def _grouped(report: Report, section: Section) -> Iterator[list[Span]]:
    """Pieces gathered until the next one would make the passage too long; a table keeps its caption."""
    group: list[Span] = []
    words = 0
    captioned = False
    pieces = [(block.kind, piece) for block in section.blocks for piece in _pieces(report, block)]
    for kind, piece in pieces:
        size = _words(report, piece)
        if group and words + size > LONGEST and not captioned:
            yield group
            group, words = [], 0
        group.append(piece)
        words += size
        captioned = kind is BlockKind.CAPTION
    if group:
        yield group


def _pieces(report: Report, block: Block) -> Iterator[Span]:
    """A block as it is, or its sentences where it alone would be far too long."""
    if _words(report, block.span) <= 2 * LONGEST:
        yield block.span
    else:
        yield from sentences_of(report, block)


def _words(report: Report, span: Span) -> int:
    return len(report.quote(span).split())
