"""`peel add`: reports are copied into the corpus, after they were read, and the index is brought up to date."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from assistant.errors import CorpusError, PeelError
from assistant.indexing.corpus import is_report_file
from assistant.reading import read_report
from assistant.settings import Settings
from assistant.shell.exit_codes import ExitCode
from assistant.shell.ready import build
from assistant.shell.streams import note, note_error, result


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
    files = [file for file in sorted(path.rglob("*")) if is_report_file(file)]
    if not files:
        raise CorpusError(f"{path} holds no report.", "Reports are .md, .markdown or .txt files.")
    yield from files


def _was_added(file: Path, corpus: Path) -> bool:
    """Reads and copies one file, and says so; a file that is no report is told."""
    try:
        report = read_report(file)
        copied = _copy(file, corpus)
    except PeelError as error:
        note_error(error)
        return False
    result(f"{report.id}\t{report.name}\t{copied}")
    if report.metadata.inferred:
        note(
            f"Read from the text of {file.name}, not from front matter: {', '.join(sorted(report.metadata.inferred))}."
        )
    return True


def _copy(file: Path, corpus: Path) -> Path:
    """Copies in one step, so that a rebuild never meets half a report; never over another file."""
    target = corpus / file.name
    content = file.read_bytes()
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
