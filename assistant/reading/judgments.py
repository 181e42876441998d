"""The grades that a report gives: in its judgments table, under a chapter's heading, and in plain sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.reading.headings import grade_of, is_question
from assistant.reading.tables import is_grade_header
from assistant.reading.words import stems_of
from assistant.types import Block, BlockKind, Grade, Judgment, Section, Span

_GRADES = "|".join(grade.value for grade in Grade)
_STATED = re.compile(
    rf"(?:^|(?<=[.!?] ))(?:[A-Z][\w'\u2019: -]{{0,200}}?|It) (?:(?:is|was|are) (?P<is>{_GRADES}) at|"
    rf"(?P<needs>requires improvement) (?:at|in)) "
    r"(?P<area>[^.;]{1,300}?)[.;](?= |$)",
    re.MULTILINE,
)
_CONCEDES = re.compile(r"(?:Al)?though |While |Whilst ")
"""A sentence that opens so names the area up to its comma; what follows is another thought."""
_ENDS_GRADED = re.compile(rf"(?:^|(?<=[.!?] ))[A-Z][^.!?]*? (?:is|are) (?P<grade>{_GRADES})\.(?= |$)", re.MULTILINE)

LEAST_ALIKE = 0.25
"""How like the table's name of an area has to be to that of a chapter with the same grade."""
_ONE_AREA = tuple(
    re.compile(names, re.IGNORECASE)
    for names in (
        r"\bwork(?:place|force)\b",
        r"\b(?:use of resources|organisational management|value for money|efficiently)\b",
    )
)
"""What the judgments table and the chapter of an area share in meaning, where they have no word in common."""


def judgments_of(text: str, sections: list[Section]) -> tuple[Judgment, ...]:
    """Every grade that the report gives: the formal ones first, one an area, then those of its prose.

    A chapter's grade points at the sentence that states it where there is one, else at the bare grade. The name that
    the judgments table has for a chapter becomes one of its other names.
    """
    chapters = [judgment for section in sections if len(section.path) == 1 for judgment in _of_chapter(text, section)]
    listed = [judgment for section in sections for judgment in (*_of_table(text, section), *_of_list(text, section))]
    formal = _merged(chapters, listed)
    known = {judgment.span for judgment in formal}
    stated = [
        judgment for section in sections for judgment in _stated(text, section.blocks) if judgment.span not in known
    ]
    return tuple(formal + stated)


def _of_table(text: str, section: Section) -> Iterator[Judgment]:
    """From a table whose columns are grades, or whose rows end with one."""
    for block in section.blocks:
        cells = [text[cell.start : cell.end] for cell in block.cells]
        if is_grade_header(block.columns):
            for column, name, cell in zip(block.columns, cells, block.cells, strict=True):
                grade = grade_of(column)
                if grade and name:
                    yield Judgment(name, grade, cell)
        elif len(cells) >= 2 and cells[0] and not grade_of(cells[0]) and (last := grade_of(cells[-1])):
            yield Judgment(cells[0], last, block.span)


def _of_list(text: str, section: Section) -> Iterator[Judgment]:
    """From lists of areas, each under a line that is a grade."""
    lines = [(block, grade_of(text[block.span.start : block.span.end])) for block in section.blocks]
    if sum(grade is not None for _, grade in lines) < 2:
        return
    current: Grade | None = None
    for block, grade in lines:
        if grade:
            current = grade
        elif block.kind is BlockKind.ITEM and current:
            yield Judgment(text[block.span.start : block.span.end], current, block.span)
        else:
            current = None


def _of_chapter(text: str, section: Section) -> Iterator[Judgment]:
    """The grade under a chapter's heading, with the sentence that states it."""
    graded = [block for block in section.blocks if grade_of(text[block.span.start : block.span.end])]
    stated = list(_stated(text, section.blocks[:3]))
    grade = grade_of(text[graded[0].span.start : graded[0].span.end]) if len(graded) == 1 else None
    if grade:
        sentence = next((judgment for judgment in stated if judgment.grade is grade), None)
        span = sentence.span if sentence else _graded_sentence(text, section, grade) or graded[0].span
        yield Judgment(section.chapter, grade, span, (sentence.area,) if sentence else ())
    elif not graded and not is_question(section.chapter):
        sentence = next((judgment for judgment in stated if likeness(judgment.area, section.chapter) >= 0.5), None)
        if sentence:
            yield replace(sentence, area=section.chapter, also=(sentence.area,), formal=True)


def _graded_sentence(text: str, section: Section, grade: Grade) -> Span | None:
    """A sentence of a chapter's opening that ends with its grade, as in `Its leadership is good.`."""
    for block in section.blocks[:3]:
        for found in _ENDS_GRADED.finditer(text[block.span.start : block.span.end]):
            if found["grade"] == grade:
                return Span(block.span.start + found.start(), block.span.start + found.end())
    return None


def _stated(text: str, blocks: tuple[Block, ...]) -> Iterator[Judgment]:
    for block in blocks:
        if block.kind is not BlockKind.PARAGRAPH:
            continue
        for found in _STATED.finditer(text[block.span.start : block.span.end]):
            span = Span(block.span.start + found.start(), block.span.start + found.end())
            area = found["area"].split(", ", 1)[0] if _CONCEDES.match(found[0]) else found["area"]
            yield Judgment(area, Grade(found["is"] or found["needs"]), span, formal=False)


def _merged(chapters: list[Judgment], listed: list[Judgment]) -> list[Judgment]:
    """Chapters with the names that the table has for them, then what only the table grades."""
    left = list(listed)
    merged = []
    for chapter in chapters:
        same = [judgment for judgment in left if judgment.grade is chapter.grade]
        twin = max(same, key=lambda judgment: _called_alike(judgment.area, chapter.area), default=None)
        if twin and _called_alike(twin.area, chapter.area) >= LEAST_ALIKE:
            left.remove(twin)
            also = tuple(dict.fromkeys((*chapter.also, twin.area)))
            chapter = replace(chapter, also=tuple(name for name in also if name != chapter.area))
        merged.append(chapter)
    return merged + left


def _called_alike(one: str, other: str) -> float:
    """How like two names are; those that the programme itself uses for one area just enough."""
    same = any(name.search(one) and name.search(other) for name in _ONE_AREA)
    return max(likeness(one, other), LEAST_ALIKE if same else 0.0)


def likeness(one: str, other: str) -> float:
    """How much of the shorter of two names stands in the other: shared stems by the smaller number of stems."""
    first, second = set(stems_of(one)), set(stems_of(other))
    return len(first & second) / max(1, min(len(first), len(second)))
