"""Reports made up in a line or two, for tests of reading and indexing."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.reading import read_text
from assistant.types import Block, Report, Section

SHARED = Path(__file__).resolve().parents[2] / "shared" / "reports"
OURS = Path(__file__).resolve().parent / "reports"
MADE_UP = sorted(path for path in OURS.iterdir() if path.suffix in (".md", ".txt"))

needs_real_reports = pytest.mark.skipif(
    not (SHARED / "kent-peel-2025-27.md").exists(), reason="the shared reports aren't here"
)


def report(text: str, stem: str = "made-up") -> Report:
    return read_text(text, {}, stem, f"{stem}.md")


def section(held: Report, name: str) -> Section:
    """The first section whose own heading is the name."""
    return next(one for one in held.sections if one.path[-1] == name)


def words(held: Report, kind: str | None = None) -> list[str]:
    """The text of every block, or of those of one kind."""
    return [held.quote(block.span) for block in blocks(held) if kind in (None, block.kind)]


def blocks(held: Report) -> list[Block]:
    return [block for one in held.sections for block in one.blocks]


def paths(held: Report) -> list[tuple[str, ...]]:
    return [one.path for one in held.sections]
