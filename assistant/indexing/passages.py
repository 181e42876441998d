"""Passages: what is embedded and searched. Consecutive blocks of one section, never across sections."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.types import Block, BlockKind, Report, Section, Span

LONGEST = 130
"""Words. Longer passages blur: the model reads 256 tokens, the heading path included."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Consecutive blocks of one section, by their place."""

    report: str
    section: int
    span: Span


def passages_of(report: Report) -> Iterator[Passage]:
    """Every passage of a report, in its order; sentences and rows are never cut."""
    for at, section in enumerate(report.sections):
        for blocks in _grouped(report, section):
            yield Passage(report.id, at, Span(blocks[0].span.start, blocks[-1].span.end))


def embedded_text(report: Report, passage: Passage) -> str:
    """What the model reads of a passage: its path of headings, then its words."""
    path = " \u203a ".join(report.sections[passage.section].path)
    return f"{path}\n{report.quote(passage.span)}"


def _grouped(report: Report, section: Section) -> Iterator[list[Block]]:
    """Blocks gathered until the next one would make the passage too long; a table keeps its caption."""
    group: list[Block] = []
    words = 0
    for block in section.blocks:
        size = len(report.quote(block.span).split())
        if group and words + size > LONGEST and group[-1].kind is not BlockKind.CAPTION:
            yield group
            group, words = [], 0
        group.append(block)
        words += size
    if group:
        yield group
