"""The reports as a scorer needs them: is a quote in the report word for word, is a heading a chapter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.evaluation.overlap import in_order
from assistant.evaluation.wording import loosen, words
from assistant.types import BlockKind, Label, Report

_ELLIPSIS = re.compile(r"\[\s*(?:…|\.\.\.)\s*\]|…|\.\.\.")
_COLUMN_WORDS = frozenset({"percent", "median", "police"})
"""Words that a quoted row may name its columns by, beside those of its table's header."""


@dataclass(frozen=True, slots=True)
class Source:
    """One report, loosened."""

    text: str
    """Its words with single spaces between and around them."""
    rows: tuple[tuple[str, ...], ...]
    """Rows of figures, each its words."""
    column_words: frozenset[str]
    chapters: frozenset[str]

    def quotes(self, quote: str) -> bool:
        """Whether a quote stands in the report word for word: each part between ellipses, or a row with its columns."""
        parts = [found for part in _ELLIPSIS.split(quote) if (found := words(part))]
        if not parts:
            return False
        whole = [word for part in parts for word in part]
        whole_parts = all(f" {' '.join(part)} " in self.text for part in parts)
        return whole_parts or any(self._is_row(row, whole) for row in self.rows)

    def _is_row(self, row: tuple[str, ...], quoted: list[str]) -> bool:
        same_figures = _figures(quoted) == _figures(row)
        return (
            same_figures and in_order(row, quoted) and all(word in row or word in self.column_words for word in quoted)
        )


def source_of(report: Report) -> Source:
    """A report of the index as a scorer's source."""
    blocks = [block for section in report.sections for block in section.blocks if block.kind is BlockKind.ROW]
    columns = {word for block in blocks for column in block.columns for word in words(column)}
    return Source(
        text=f" {loosen(report.text)} ",
        rows=tuple(_rows_of_figures(report.quote(block.span) for block in blocks)),
        column_words=_COLUMN_WORDS | columns | set(words(report.metadata.force)),
        chapters=frozenset(_chapters(report)),
    )


def _chapters(report: Report) -> Iterator[str]:
    """The headings that hold findings. A report from before findings had labels has its findings outermost."""
    yield loosen(report.name)
    if any(section.label is Label.MAIN_FINDINGS for section in report.sections):
        yield from (loosen(section.chapter) for section in report.sections)


def _rows_of_figures(rows: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """The rows with two decimals or more; another row can only be quoted as it stands."""
    for row in rows:
        found = tuple(words(row))
        if sum("." in word for word in found) >= 2:
            yield found


def _figures(found: Iterable[str]) -> list[str]:
    return [word for word in found if word[0].isdigit()]
