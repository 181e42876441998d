"""`peel add`: reports are read, put into the corpus as text, and the index is brought up to date.

Text and Markdown are copied as they are. Of a web page, PDF or Word document the corpus holds what was read, as
Markdown that a person can look at and mend, and the file itself in `.originals`.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from assistant.errors import CorpusError, PeelError
from assistant.indexing.corpus import is_report_file
from assistant.reading import read_report, read_text
from assistant.reading.formats.apart import convert_apart
from assistant.reading.formats.kinds import ENDINGS, Format, format_of
from assistant.reading.source import bytes_of, load_source
from assistant.settings import Settings
from assistant.shell.exit_codes import ExitCode
from assistant.shell.ready import build
from assistant.shell.streams import note, note_error, result
from assistant.types import Report

ORIGINALS = ".originals"
"""Where the corpus keeps the files that it holds as Markdown."""
_SUFFIXES = {Format.HTML: ".html", Format.PDF: ".pdf", Format.WORD: ".docx"}


def add(settings: Settings, given: str) -> ExitCode:
    """Adds a report, or every report of a folder; one that can't be read is told and left out.

    Raises:
        CorpusError: there is nothing to add, or the corpus can't be written.
    """
    files = list(_files(given))
    added = [file for file in files if _was_added(file, settings.corpus)]
    if added:
        build(settings)
    return ExitCode.DONE if len(added) == len(files) else ExitCode.FAILURE


def _files(given: str) -> Iterator[Path]:
    if "://" in given:
        raise CorpusError(f"{given} is an address.", "Save the page as a text file, and add that file.")
    path = Path(given).expanduser()
    if not path.exists():
        raise CorpusError(f"There is no file or folder {path}.")
    if path.is_file():
        yield path
        return
    files = [file for file in sorted(path.rglob("*")) if is_report_file(file, endings=ENDINGS)]
    if not files:
        raise CorpusError(f"{path} holds no report.", f"Reports are {', '.join(ENDINGS)} files.")
    yield from files


def _was_added(file: Path, corpus: Path) -> bool:
    """Reads and copies one file, and says so; a file that is no report is told."""
    try:
        content = bytes_of(file)
        is_text = format_of(content) in (None, Format.TEXT)
        report, copied = _add_text(file, content, corpus) if is_text else _add_converted(file, content, corpus)
    except PeelError as error:
        note_error(error)
        return False
    result(f"{report.id}\t{report.name}\t{copied}")
    if report.metadata.inferred:
        note(
            f"Read from the text of {file.name}, not from front matter: {', '.join(sorted(report.metadata.inferred))}."
        )
    return True


def _add_text(file: Path, content: bytes, corpus: Path) -> tuple[Report, Path]:
    return read_report(file), _write(corpus / file.name, content, file)


def _add_converted(file: Path, content: bytes, corpus: Path) -> tuple[Report, Path]:
    """What was read of the file, below front matter that names it; what a person corrected there stays."""
    target, digest = corpus / f"{file.stem}.md", hashlib.sha256(content).hexdigest()
    if target.exists() and load_source(target)[0].get("sha256") == digest:
        return read_report(target), target
    converted = convert_apart(content, file.name)
    original = corpus / ORIGINALS / f"{file.stem}{_SUFFIXES[converted.format]}"
    told = {"source": converted.source, "original": str(original.relative_to(corpus)), "sha256": digest}
    front = {key: value for key, value in told.items() if value}
    report = read_text(converted.markdown, front, file.stem, file.name)
    lines = "".join(f"{key}: {value}\n" for key, value in front.items())
    _write(original, content, file)
    return report, _write(target, f"---\n{lines}---\n\n{converted.markdown}".encode(), file)


def _write(target: Path, content: bytes, file: Path) -> Path:
    """Writes in one step, so that a rebuild never meets half a report; never over another file."""
    if target.exists():
        if target.read_bytes() == content:
            return target
        raise CorpusError(f"{target} is there already and is another file.", f"Rename {file} and add it again.")
    try:
        _write_beside(target, content)
    except OSError as error:
        raise CorpusError(f"{target} can't be written: {error.strerror}.") from error
    return target


def _write_beside(target: Path, content: bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".adding-")
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        beside.chmod(0o644)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
