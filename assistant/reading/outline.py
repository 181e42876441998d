"""Elements become an outline: each under its chapter, its label and its finding.

Heading levels of real reports don't nest and vary between siblings, so they are trusted only to tell chapters;
below a chapter every heading that isn't a label or a grade is a finding.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from assistant.reading.chapters import chapter_test
from assistant.reading.chrome import Cleaned
from assistant.reading.elements import Element
from assistant.reading.headings import grade_of, label_of, mark_headings, prefixed_label
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
    chapters = chapter_test(elements, cleaned)
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
