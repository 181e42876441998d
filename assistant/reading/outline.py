"""Elements become an outline: each under its chapter, its label and its finding.

Heading levels of real reports don't nest and vary between siblings, so they are trusted only to tell chapters;
below a chapter every heading that isn't a label or a grade is a finding.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from assistant.reading.chrome import Cleaned, entry_name
from assistant.reading.elements import Element
from assistant.reading.headings import AREAS, grade_of, is_question, label_of, mark_headings, prefixed_label
from assistant.types import BlockKind, Label


@dataclass(slots=True)
class Draft:
    """A section while its elements are being gathered."""

    path: tuple[str, ...]
    heading: Element | None
    label: Label | None = None
    body: list[Element] = field(default_factory=list)
    listed: bool = False
    """Whether its body is a list and nothing else."""

    def add(self, element: Element) -> None:
        """Take an element into the body."""
        self.listed = element.kind is BlockKind.ITEM and (self.listed or not self.body)
        self.body.append(element)


def outline(cleaned: Cleaned, title: str) -> list[Draft]:
    """Every element of a report under its section, in the report's order.

    Args:
        cleaned: the report's elements and its contents list.
        title: the chapter's name for what stands before the first heading.
    """
    elements = mark_headings(cleaned.elements)
    chapters = _chapter_test(elements, cleaned)
    drafts = [Draft((title,), None)]
    for at, element in enumerate(elements):
        if not element.is_heading:
            _place(element, drafts)
        elif grade_of(element.text):
            drafts[-1].add(replace(element, kind=BlockKind.PARAGRAPH))
        else:
            drafts.append(_open(element, drafts[-1], chapters(at)))
    return [draft for draft in drafts if draft.heading or draft.body]


def _open(element: Element, before: Draft, is_chapter: bool) -> Draft:
    """The section that a heading opens."""
    label = label_of(element.text)
    if label and not is_chapter:
        return Draft((before.path[0], element.text), element, label)
    if is_chapter:
        return Draft((element.text,), element)
    return Draft((before.path[0], element.text), element, prefixed_label(element.text) or _label_after(before))


def _label_after(before: Draft) -> Label | None:
    """The label that goes on holding for the next finding; one in a finding's own heading and a list's don't.

    Where what a label names stands right under it, as in reports of older cycles, the next heading is the chapter's.
    """
    own = before.heading is not None and prefixed_label(before.heading.text)
    labels = before.heading is not None and label_of(before.heading.text)
    told = labels and before.body and before.label is not Label.MAIN_FINDINGS
    return None if own or told or before.label is Label.RECOMMENDATIONS else before.label


def _place(element: Element, drafts: list[Draft]) -> None:
    """Put an element into the section it belongs to: prose after a label's bare list is the chapter's again."""
    current = drafts[-1]
    under_label = current.label is not None and current.heading is not None and label_of(current.heading.text)
    if (
        current.listed
        and under_label
        and element.kind is BlockKind.PARAGRAPH
        and current.label is not Label.MAIN_FINDINGS
    ):
        drafts.append(Draft(current.path[:1], None))
    drafts[-1].add(element)


def _chapter_test(elements: list[Element], cleaned: Cleaned) -> Callable[[int], bool]:
    """A test for whether the element at a place opens a chapter."""
    listed = {entry_name(entry.text).lower() for entry in cleaned.contents if entry.bold}
    top = _chapter_level(elements)

    def opens_chapter(at: int) -> bool:
        element = elements[at]
        if label_of(element.text):
            return False
        if element.text.lower() in listed or is_question(element.text):
            return True
        if top:
            return 0 < element.level <= top or _graded_next(elements, at)
        return bool(AREAS.fullmatch(element.text)) or _graded_next(elements, at)

    return opens_chapter


def _chapter_level(elements: list[Element]) -> int:
    """The heading level of chapters: the highest that stands more than once, 0 where no level is marked."""
    levels = [e.level for e in elements if e.is_heading and e.level and not label_of(e.text) and not grade_of(e.text)]
    return next((level for level in sorted(set(levels)) if levels.count(level) > 1), min(levels, default=0))


def _graded_next(elements: list[Element], at: int) -> bool:
    """Whether a bare grade follows, and not a list of what was given that grade."""
    below = elements[at + 1 : at + 3]
    listed = len(below) > 1 and below[1].kind is BlockKind.ITEM
    return bool(below) and grade_of(below[0].text) is not None and not listed
