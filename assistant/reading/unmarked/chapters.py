"""The chapters of a file that marks no levels: its contents list tells them, else the names that chapters have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from assistant.reading.areas import is_area, is_opening, is_summary
from assistant.reading.chrome import entry_name
from assistant.reading.elements import Element
from assistant.reading.headings import grade_of, graded_next, is_question, label_of
from assistant.reading.tables import is_grade_header
from assistant.types import BlockKind

_ASSESSMENT = "reducing crime assessment"
"""What the summary of some cycles ends with, and what may follow it there; it is no area that is graded."""
_FEWEST = 3
"""Entries. A shorter contents list was cut, or is none."""


def chapters_without_levels(elements: list[Element], contents: Iterable[Element]) -> frozenset[int]:
    """The places of the headings that open chapters."""
    listed = listed_chapters([_key(entry_name(entry.text)) for entry in contents if not entry.text.isdigit()])
    graded = frozenset(map(_key, graded_names(elements)))
    said = next((at for at, element in enumerate(elements) if element.text.endswith(".")), len(elements))
    places: list[int] = []
    for at, element in enumerate(elements):
        if not element.is_heading or label_of(element.text) or grade_of(element.text):
            continue
        name = _key(element.text)
        within = _key(elements[places[-1]].text) if places else ""
        told = name in listed if listed else name in graded or _is_named(name, within, len(places))
        is_title = not places and at < said
        if told or is_title or graded_next(elements, at):
            places.append(at)
    return frozenset(places)


def listed_chapters(names: list[str]) -> frozenset[str]:
    """Those entries of a contents list that are chapters; none where it doesn't tell."""
    if len(names) < _FEWEST:
        return frozenset()
    labels = [bool(label_of(name)) for name in names]
    if any(labels):
        return frozenset(_before_labels(names, labels))
    start, end = _summary_of(names)
    return frozenset(names[:start] + names[end:])


def _before_labels(names: list[str], labels: list[bool]) -> Iterator[str]:
    """The entries that labels follow, and what chapters are called besides."""
    first = labels.index(True)
    for at, name in enumerate(names):
        followed = at + 1 < len(names) and labels[at + 1]
        apart = is_summary(name) or (at > first and (is_area(name) or is_opening(name)))
        if not labels[at] and (followed or apart):
            yield name


def _summary_of(names: list[str]) -> tuple[int, int]:
    """Where the entries start and end that are parts of the summary: they are where the judgments are one of them."""
    start = next((at + 1 for at, name in enumerate(names) if is_summary(name)), 0)
    areas = (at for at in range(start, len(names)) if is_area(names[at]) and not is_opening(names[at]))
    area = next((at for at in areas if names[at] != _ASSESSMENT), start)
    parts = [at for at in range(start, area) if is_opening(names[at])]
    judged = any("judg" in names[at] for at in parts)
    end = area if _ASSESSMENT in names[start:area] else parts[-1] + 1 if parts else start
    return (start, end) if start and judged else (0, 0)


def graded_names(elements: list[Element]) -> Iterator[str]:
    """The areas that the report's table or lists of judgments name."""
    header = grade = False
    for element in elements:
        if element.kind is BlockKind.ROW:
            header = header or is_grade_header(element.cells)
            if header:
                yield from element.cells
            elif len(element.cells) > 1 and grade_of(element.cells[-1]):
                yield element.cells[0]
        else:
            header = False
            grade = grade_of(element.text) is not None or (grade and element.kind is BlockKind.ITEM)
            if grade and element.kind is BlockKind.ITEM:
                yield element.text


def _is_named(name: str, within: str, before: int) -> bool:
    """Whether a heading is called as chapters are, and isn't part of the summary that it stands in."""
    if is_opening(name):
        return not is_summary(within)
    return is_area(name) or is_question(name) or (is_summary(name) and before < 2)


def _key(name: str) -> str:
    return name.lower().replace("\u2019", "'").strip(" \u2022")
