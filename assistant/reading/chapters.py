"""Which headings open a chapter: by their level where the file marks levels, else by what else tells it."""

from __future__ import annotations

from collections.abc import Callable

from assistant.reading.chrome import Cleaned, entry_name
from assistant.reading.elements import Element
from assistant.reading.headings import grade_of, graded_next, is_question, label_of
from assistant.reading.unmarked.chapters import chapters_without_levels


def chapter_test(elements: list[Element], cleaned: Cleaned) -> Callable[[int], bool]:
    """A test for whether the element at a place opens a chapter."""
    listed = {entry_name(entry.text).lower() for entry in cleaned.contents if entry.bold}
    top = _chapter_level(elements)
    if not top:
        return chapters_without_levels(elements, cleaned.contents).__contains__

    def opens_chapter(at: int) -> bool:
        element = elements[at]
        if label_of(element.text):
            return False
        if element.text.lower() in listed or is_question(element.text):
            return True
        return 0 < element.level <= top or graded_next(elements, at)

    return opens_chapter


def _chapter_level(elements: list[Element]) -> int:
    """The heading level of chapters: the highest that stands more than once, 0 where no level is marked."""
    levels = [e.level for e in elements if e.is_heading and e.level and not label_of(e.text) and not grade_of(e.text)]
    return next((level for level in sorted(set(levels)) if levels.count(level) > 1), min(levels, default=0))
