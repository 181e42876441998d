"""`peel remove`: a report leaves the corpus and the index; its file is kept out of sight, so that it can come back."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence
from itertools import chain, count
from pathlib import Path

from assistant.errors import CorpusError, PeelError
from assistant.indexing import generations
from assistant.indexing.build import not_written
from assistant.indexing.corpus import corpus_files
from assistant.indexing.index import open_index
from assistant.reading.beside import beside
from assistant.reading.cycles import cycle_in
from assistant.reading.forces import forces_named
from assistant.settings import Settings
from assistant.shell.exit_codes import ExitCode
from assistant.shell.keeping import corpus_to_oneself
from assistant.shell.keeping import not_written as corpus_not_written
from assistant.shell.ready import build
from assistant.shell.streams import note, result
from assistant.types import Report

REMOVED = ".removed"


def remove(settings: Settings, names: Sequence[str]) -> ExitCode:
    """Removes reports, each named by its id, its file, or its force and cycle.

    Raises:
        CorpusError: a name fits no report or several, or the corpus can't be written; then nothing is removed.
    """
    held = _held(settings.index)
    corpus_files(settings.corpus)  # where there is none, no folder is made
    with corpus_to_oneself(settings.corpus):
        files = {str(file.relative_to(settings.corpus)): file for file in corpus_files(settings.corpus)}
        chosen = dict.fromkeys(_chosen(name, list(files), held) for name in names)
        for name in chosen:
            kept = _put_away(files[name], settings.corpus / REMOVED)
            result(f"{held[name].id if name in held else '-'}\t{name}\t{kept}")
            note(f"It is kept as {kept}; to have it back: peel add {kept}")
        left = len(files) - len(chosen)
    if left:
        build(settings)
    else:
        _clear(settings.index)
        note("No report is left, and so no index.")
    return ExitCode.DONE


def _held(index: Path) -> dict[str, Report]:
    """The reports by the name of their file; none where the index can't be opened, for files can be named then too."""
    try:
        opened = open_index(index)
    except PeelError:
        return {}
    by_id = {report.id: report for report in opened.reports}
    return {file: by_id[id] for file, id in opened.files.items()}


def _chosen(name: str, files: Sequence[str], held: Mapping[str, Report]) -> str:
    """The one file that a name is about: by its path, its report's id, its own name, else by force and cycle."""
    ways: tuple[Callable[[str], bool], ...] = (
        lambda file: file == name,
        lambda file: file in held and held[file].id == name,
        lambda file: name in (Path(file).name, Path(file).stem),
        lambda file: file in held and _fits(held[file], name),
    )
    found = next((found for way in ways if (found := [file for file in files if way(file)])), [])
    if not found:
        raise CorpusError(f"No report goes by {name}.", "Their ids and files are told by: peel reports")
    if len(found) > 1:
        raise CorpusError(f"{name} fits {len(found)} reports: {', '.join(found)}.", "Name one of these files.")
    return found[0]


def _fits(report: Report, name: str) -> bool:
    """Whether a name is a report's force, with or without its cycle, in any spelling."""
    force = report.metadata.force
    return bool(force) and forces_named(name, [force]) == (force,) and cycle_in(name) in ("", report.metadata.cycle)


def _put_away(file: Path, folder: Path) -> Path:
    """Move a file, with the front matter beside it, to where it isn't read; never over another."""
    try:
        folder.mkdir(exist_ok=True)
        names = chain([file.name], (f"{file.stem}-{number}{file.suffix}" for number in count(2)))
        target = next(folder / name for name in names if not (folder / name).exists())
        if beside(file).exists():
            shutil.move(beside(file), beside(target))
        shutil.move(file, target)
    except OSError as error:
        raise corpus_not_written(folder, error) from error
    return target


def _clear(index: Path) -> None:
    try:
        generations.clear(index)
    except OSError as error:
        raise not_written(index, error) from error
