"""The corpus folder: which files are reports, and which digests step aside."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from assistant.errors import CorpusError
from assistant.reading.report import ENDINGS
from assistant.types import Report

NOT_REPORTS = frozenset({"readme"})


def corpus_files(corpus: Path) -> list[Path]:
    """The report files of a corpus folder, by name.

    Raises:
        CorpusError: the folder is missing or holds no report.
    """
    if not corpus.is_dir():
        raise CorpusError(
            f"There is no corpus folder {corpus}.", "Name one with --corpus, or make it and run: peel add FILE."
        )
    files = [file for file in sorted(corpus.rglob("*")) if is_report_file(file, corpus)]
    if not files:
        raise CorpusError(f"{corpus} holds no report ({', '.join(ENDINGS)}).", "Add one with: peel add FILE.")
    return files


def is_report_file(file: Path, folder: Path | None = None, endings: Collection[str] = ENDINGS) -> bool:
    """Whether a file is one that is read as a report: it has the ending, and nothing below the folder is hidden."""
    inside = file.relative_to(folder).parts if folder else file.parts[-2:]
    hidden = any(part.startswith(".") for part in inside)
    return file.is_file() and file.suffix.lower() in endings and file.stem.lower() not in NOT_REPORTS and not hidden


def held(reports: list[tuple[Report, str, str]]) -> list[tuple[Report, str, str]]:
    """One report an id: a digest steps aside for the report itself, and of two copies the first is taken.

    Args:
        reports: each report with the hash and the name of its file.
    """
    chosen: dict[str, tuple[Report, str, str]] = {}
    for entry in reports:
        before = chosen.get(entry[0].id)
        if before is None or (before[0].metadata.kind == "digest" and entry[0].metadata.kind != "digest"):
            chosen[entry[0].id] = entry
    return [chosen[name] for name in sorted(chosen)]
