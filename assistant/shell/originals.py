"""Of a web page, PDF or Word document the corpus holds what was read, as Markdown; the file itself is in `.originals`.

Where it came from stands in the front matter beside the Markdown. What a person corrected there, or in the Markdown,
is never written over.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import chain, count
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
        CorpusError: it has changed, and what is held of it was changed by hand.
        OSError: it can't be written.
    """
    digest = _digest(given.content)
    target, held = place_of(corpus, given.stem, asked=given.origin.get("asked", ""), sha256=digest)
    if held.get("sha256") == digest:
        return Kept(read_report(target), target, changed=False)
    converted, stated = _converted(given)
    check(read_text(converted.markdown, stated, "", given.name))
    own, body = load_source(target) if target.exists() else ({}, "")
    if body and _digest(body) == _digest(converted.markdown):
        return Kept(read_report(target), target, changed=False)
    if body and _digest(body) != held.get("text"):
        raise CorpusError(
            f"{given.name} has changed since it was fetched, and {target} was changed by hand.",
            f"To have the page as it is now: peel remove {target.name}, then fetch it again.",
        )
    original = corpus / ORIGINALS / f"{target.stem}{_SUFFIXES[converted.format]}"
    told = {"source": converted.source, **given.front, **stated, **own, **held}
    record = {"original": str(original.relative_to(corpus)), "sha256": digest, "text": _digest(converted.markdown)}
    write_whole(original, given.content)
    write_whole(target, converted.markdown.encode())
    write_whole(beside(target), front_text(told | dict(given.origin) | record).encode())
    return Kept(read_report(target), target, changed=True)


def place_of(corpus: Path, stem: str, *, asked: str = "", sha256: str = "") -> tuple[Path, dict[str, str]]:
    """Where an original's Markdown is or will be, never in the place of another report, and the front matter beside it.

    Args:
        corpus: the folder of reports.
        stem: what it is to be called; a number is added where another report, such as a digest, is called so.
        asked: the address it is fetched from; empty for a file.
        sha256: the hash of a file.
    """
    key, value = ("asked", asked) if asked else ("sha256", sha256)
    names = chain([stem], (f"{stem}-{number}" for number in count(2)))
    files = (corpus / f"{name}.md" for name in names)
    held = ((file, front_beside(file) if file.exists() else {}) for file in files)
    return next((file, front) for file, front in held if not file.exists() or front.get(key) == value)


def _converted(given: Original) -> tuple[Converted, dict[str, str]]:
    """An original as Markdown, and the front matter in it."""
    if format_of(given.content) is Format.TEXT:
        stated, text = split_front_matter(decoded(given.content, given.name))
        return Converted(text, Format.TEXT), stated
    return convert_apart(given.content, given.name), {}


def _digest(content: bytes | str) -> str:
    """The hash of a file, or of a text whatever lines surround it."""
    return hashlib.sha256(content if isinstance(content, bytes) else content.strip().encode()).hexdigest()
