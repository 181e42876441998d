"""Of a web page, PDF or Word document the corpus holds what was read, as Markdown; the file itself is in `.originals`.

Where it came from stands in the front matter beside the Markdown. What a person corrected there, or in the Markdown,
is never written over.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from assistant.errors import CorpusError
from assistant.reading import read_report, read_text
from assistant.reading.beside import beside, front_beside, front_text
from assistant.reading.formats.apart import convert_apart
from assistant.reading.formats.convert import Converted
from assistant.reading.formats.kinds import Format, format_of
from assistant.reading.source import decoded, load_source, split_front_matter
from assistant.shell.keeping import write_whole
from assistant.types import Report

ORIGINALS = ".originals"
_SUFFIXES = {Format.HTML: ".html", Format.PDF: ".pdf", Format.WORD: ".docx", Format.TEXT: ".txt"}


@dataclass(frozen=True, slots=True)
class Original:
    """A file as it was given or fetched."""

    name: str
    """What messages call it."""
    stem: str
    """What the corpus calls it, without an ending."""
    content: bytes
    front: Mapping[str, str] = field(default_factory=dict)
    """What is known of the report; what was corrected before stays."""
    origin: Mapping[str, str] = field(default_factory=dict)
    """Where and when it was fetched, with the address that was `asked` for; empty for a file that was given."""


class Kept(NamedTuple):
    """What the corpus holds of an original."""

    report: Report
    file: Path
    changed: bool


def keep(corpus: Path, given: Original, check: Callable[[Report], None] = lambda _: None) -> Kept:
    """Read an original and put it into the corpus, to which the caller must have a right of its own.

    Args:
        corpus: the folder of reports.
        given: the original.
        check: looks at the report as it reads by itself, and raises where it isn't what was wanted.

    Raises:
        ReadingError: it can't be read as a report.
        CorpusError: another file is there by that name, or one that was changed by hand.
        OSError: it can't be written.
    """
    target, digest = corpus / f"{given.stem}.md", _digest(given.content)
    held = front_beside(target) if target.exists() else {}
    if held.get("sha256") == digest:
        return Kept(read_report(target), target, changed=False)
    converted, stated = _converted(given)
    check(read_text(converted.markdown, stated, "", given.name))
    own, body = load_source(target) if target.exists() else ({}, "")
    if body and _same(body, converted.markdown) and held.get("text"):
        return Kept(read_report(target), target, changed=False)
    if body and not _same(body, converted.markdown):
        _refuse_other(target, given, held, body)
    original = corpus / ORIGINALS / f"{given.stem}{_SUFFIXES[converted.format]}"
    told = {"source": converted.source, **given.front, **stated, **own, **held}
    record = {"original": str(original.relative_to(corpus)), "sha256": digest, "text": _digest(converted.markdown)}
    write_whole(original, given.content)
    write_whole(target, converted.markdown.encode())
    write_whole(beside(target), front_text(told | dict(given.origin) | record).encode())
    return Kept(read_report(target), target, changed=True)


def _converted(given: Original) -> tuple[Converted, dict[str, str]]:
    """An original as Markdown, and the front matter in it."""
    if format_of(given.content) is Format.TEXT:
        stated, text = split_front_matter(decoded(given.content, given.name))
        return Converted(text, Format.TEXT), stated
    return convert_apart(given.content, given.name), {}


def _refuse_other(target: Path, given: Original, held: Mapping[str, str], body: str) -> None:
    """Raise where what is held isn't an earlier state of the same page, untouched."""
    if not given.origin or held.get("asked") != given.origin["asked"]:
        raise CorpusError(f"{target} is there already and is another file.", f"Rename {given.name} and add it again.")
    if held.get("text") != _digest(body):
        raise CorpusError(
            f"{given.name} has changed since it was fetched, and {target} was changed by hand.",
            f"To have the page as it is now: peel remove {target.name}, then fetch it again.",
        )


def _same(one: str, other: str) -> bool:
    return one.strip() == other.strip()


def _digest(content: bytes | str) -> str:
    """The hash of a file, or of a text whatever lines surround it."""
    return hashlib.sha256(content if isinstance(content, bytes) else content.strip().encode()).hexdigest()
