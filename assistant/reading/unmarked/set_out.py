"""A text without marks, as it was copied or printed, becomes one with a paragraph on each line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from assistant.reading.elements import Element, elements_of, is_marked
from assistant.reading.unmarked.cells import with_cells
from assistant.reading.unmarked.graded_lists import with_graded_lists
from assistant.reading.unmarked.listed import with_items
from assistant.reading.unmarked.running import without_running_heads
from assistant.reading.unmarked.spaced_tables import tabbed
from assistant.reading.unmarked.wrapping import unwrapped


def elements_of_text(text: str) -> list[Element]:
    """The elements of Markdown, or of a text without marks, whose lines are told apart by what stands around them."""
    elements = elements_of(set_out(text))
    marked = any(element.level for element in elements)
    return elements if marked else with_items(with_cells(with_graded_lists(elements)))


def set_out(text: str) -> str:
    """A text with its paragraphs whole and blank lines between them; Markdown is left as it is."""
    lines = text.split("\n")
    if any(map(is_marked, lines)):
        return text
    return "\n".join(_apart(unwrapped(tabbed(without_running_heads(lines)))))


def _apart(lines: Iterable[str]) -> Iterator[str]:
    """Lines with a blank one between those that aren't rows of one table."""
    row = False
    for line in lines:
        if not (row and "\t" in line):
            yield ""
        yield line
        row = "\t" in line
