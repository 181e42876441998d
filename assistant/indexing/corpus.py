"""The corpus folder: which files are reports."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path

from assistant.errors import CorpusError
from assistant.reading.report import ENDINGS

NOT_REPORTS = frozenset({"readme"})


def corpus_files(corpus: Path) -> list[Path]:
    """The report files of a corpus folder, by name.

    Raises:
        CorpusError: the folder is missing, can't be read or holds no report.
    """
    if not corpus.is_dir():
        raise CorpusError(
            f"There is no corpus folder {corpus}.", "Name one with --corpus, or make it and run: peel add FILE."
        )
    files = files_of(corpus)
    if not files:
        raise CorpusError(f"{corpus} holds no report ({', '.join(ENDINGS)}).", "Add one with: peel add FILE.")
    return files


def files_of(folder: Path) -> list[Path]:
    """The report files of a folder and those below it, by name.

    Raises:
        CorpusError: one of the folders can't be read; its reports would go missing without a word.
    """
    return sorted(
        file
        for place, _, names in os.walk(folder, onerror=_unreadable)
        for file in (Path(place, name) for name in names)
        if is_report_file(file, folder)
    )


def is_report_file(file: Path, folder: Path | None = None, endings: Collection[str] = ENDINGS) -> bool:
    """Whether a file is one that is read as a report: it has the ending, and nothing below the folder is hidden."""
    inside = file.relative_to(folder).parts if folder else file.parts[-2:]
    hidden = any(part.startswith(".") for part in inside)
    named = file.suffix.lower() in endings and file.stem.lower() not in NOT_REPORTS
    return named and not hidden and file.is_file()


def _unreadable(error: OSError) -> None:
    raise CorpusError(
        f"{error.filename} can't be read: {error.strerror}.", "Check who may read it; the index stays as it is."
    ) from error
