"""The way from a file to a Report, step by step."""

from __future__ import annotations

from pathlib import Path

from assistant.errors import ReadingError
from assistant.reading.assemble import Assembler
from assistant.reading.beside import front_beside, unknown
from assistant.reading.chrome import Cleaned, clean
from assistant.reading.judgments import judgments_of
from assistant.reading.metadata import metadata_of, report_id
from assistant.reading.outline import Draft, outline
from assistant.reading.source import load_source
from assistant.reading.unmarked.set_out import elements_of_text
from assistant.types import Report

ENDINGS = (".md", ".markdown", ".txt")
"""The endings of files that are read as reports."""


def read_report(path: Path) -> Report:
    """Read a Markdown or text file as a report; front matter beside it goes before its own.

    Raises:
        ReadingError: the file is missing, empty, not text, or holds nothing that can be quoted.
    """
    front, text = load_source(path)
    return read_text(text, front | front_beside(path), path.stem, path.name)


def read_text(text: str, front: dict[str, str], stem: str, name: str) -> Report:
    """Read a report's text.

    Args:
        text: Markdown or plain text.
        front: its front matter by key.
        stem: what to call a report that doesn't say its force and cycle.
        name: the file's name, for messages.

    Raises:
        ReadingError: nothing in it can be quoted.
    """
    cleaned = clean(elements_of_text(text))
    assembler = Assembler()
    for draft in outline(cleaned, front.get("title") or _first_line(cleaned, stem)):
        assembler.add(draft)
    if cleaned.dated:
        assembler.add(Draft((_first_line(cleaned, stem),), None, body=list(cleaned.dated)))
    if not any(section.blocks for section in assembler.sections):
        raise ReadingError(f"{name} holds no sentence that could be quoted.", "Check that it is the whole report.")
    metadata = metadata_of(front, assembler.text, cleaned.dropped, stem)
    judgments = judgments_of(assembler.text, assembler.sections)
    sections = tuple(assembler.sections)
    repairs = (*_repairs(cleaned, assembler), *(f"{name}: no such field of front matter" for name in unknown(front)))
    pages = tuple(assembler.pages)
    return Report(report_id(metadata, stem), metadata, assembler.text, sections, judgments, repairs, pages)


def _first_line(cleaned: Cleaned, stem: str) -> str:
    return next((element.text for element in cleaned.elements if len(element.text) < 120), stem)


def _repairs(cleaned: Cleaned, assembler: Assembler) -> tuple[str, ...]:
    """What was mended or left out, in words."""
    counts = (
        (len(cleaned.contents), "line(s) of a contents list left out"),
        (len(cleaned.dropped), "line(s) of navigation or footer left out"),
        (assembler.joined, "sentence(s) cut by a page break joined"),
    )
    return tuple(f"{count} {what}" for count, what in counts if count)
