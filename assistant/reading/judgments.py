"""The grades that a report gives: in its judgments table, under a chapter's heading, and in plain sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.reading.headings import grade_of
from assistant.reading.tables import is_grade_header
from assistant.types import Block, BlockKind, Grade, Judgment, Section, Span

_GRADES = "|".join(grade.value for grade in Grade)
_STATED = re.compile(
    rf"(?:^|(?<=[.!?] ))(?:[A-Z][\w'\u2019 -]*?|It) (?:is|was|are) (?P<grade>{_GRADES}) at (?P<area>[^.;]+?)[.;](?= |$)", re.MULTILINE
)
_REQUIRES = re.compile(
    r"(?:^|(?<=[.!?] ))[A-Z][\w'\u2019 -]*? (?P<grade>requires improvement) (?:at|in) (?P<area>[^.;]+?)[.;](?= |$)", re.MULTILINE
)


def judgments_of(text: str, sections: list[Section]) -> tuple[Judgment, ...]:
    """Every grade that the report gives, in its own order.

    A chapter's grade points at the sentence that states it where there is one, else at the bare grade.
    """
    found: list[Judgment] = []
    for section in sections:
        found += _from_table(text, section)
        found += _from_chapter(text, section)
    return tuple(found)


def _from_table(text: str, section: Section) -> Iterator[Judgment]:
    for block in section.blocks:
        if block.kind is BlockKind.ROW and is_grade_header(block.columns):
            for column, cell in zip(block.columns, block.cells, strict=False):
                grade = grade_of(column)
                if grade and cell.start < cell.end:
                    yield Judgment(text[cell.start : cell.end], grade, cell)


def _from_chapter(text: str, section: Section) -> Iterator[Judgment]:
    """The grade under a chapter's heading, and every grade that the chapter's opening states in a sentence."""
    bare = next((block for block in section.blocks if grade_of(text[block.span.start : block.span.end])), None)
    stated = list(_stated(text, section.blocks))
    if bare:
        grade = grade_of(text[bare.span.start : bare.span.end])
        assert grade is not None
        span = next((judgment.span for judgment in stated if judgment.grade is grade), bare.span)
        yield Judgment(section.chapter, grade, span)
        stated = [judgment for judgment in stated if judgment.span != span]
    yield from stated


def _stated(text: str, blocks: tuple[Block, ...]) -> Iterator[Judgment]:
    for block in blocks:
        if block.kind is not BlockKind.PARAGRAPH:
            continue
        words = text[block.span.start : block.span.end]
        for found in sorted((*_STATED.finditer(words), *_REQUIRES.finditer(words)), key=lambda match: match.start()):
            span = Span(block.span.start + found.start(), block.span.start + found.end())
            yield Judgment(found["area"], Grade(found["grade"]), span)
