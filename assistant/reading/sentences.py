"""A block's text is cut into sentences, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.types import Block, BlockKind, Report, Span

_END = re.compile(
    r"(?<![.?!])[.?!]+[)\]'\"\u2019\u201d]*(?:(?:(?<=[a-z][a-z)\u2019\u201d][.?!)\u2019\u201d])|(?<=20\d\d\.))(?P<mark>\d{1,2}))?\s+"
    r"(?=[\"'\u2018\u201c(\[]?[A-Z0-9\u00a3])"
)
"""The mark of a note may stand at the end of a sentence: `abandoned.3 In 2021`."""
_ABBREVIATION = re.compile(
    r"(?:\b(?:No|Nos|para|paras|p|pp|Fig|Figs|vol|ch|approx|vs|Dr|Mr|Mrs|Ms|St|Sgt|Insp|Supt|Ch|e\.g|i\.e|cf|ref)"
    r"|(?<![\w.])[A-Z])\.$"
)
_LIST_NUMBER = re.compile(r"(?:^|\s)\d{1,2}\.$")
_LONGEST_ABBREVIATION = 20
"""Characters, its brackets included. Only so much of a sentence is looked at: a file may be one long line."""
WHOLE = frozenset({BlockKind.ROW, BlockKind.CAPTION, BlockKind.SOURCE})
"""Kinds of blocks that are quoted whole or not at all."""


def sentences_of(report: Report, block: Block) -> Iterator[Span]:
    """The spans of a block's sentences in the report's text; rows and captions are one each."""
    if block.kind in WHOLE:
        yield block.span
        return
    for span in split(report.quote(block.span)):
        yield Span(block.span.start + span.start, block.span.start + span.end)


def split(text: str) -> Iterator[Span]:
    """The spans of the sentences of a text; together they hold all but the spaces and marks of notes between."""
    start = 0
    for found in _END.finditer(text):
        end = found.start("mark") if found["mark"] else found.start() + len(found[0].rstrip())
        if _goes_on(text[max(start, end - _LONGEST_ABBREVIATION) : end]):
            continue
        yield Span(start, end)
        start = found.end()
    if start < len(text):
        yield Span(start, len(text))


def _goes_on(sentence: str) -> bool:
    """Whether the full stop belongs to an abbreviation or to the number of a list."""
    bare = sentence.rstrip(")]'\"\u2019\u201d")
    return bool(_ABBREVIATION.search(bare) or _LIST_NUMBER.fullmatch(bare))
