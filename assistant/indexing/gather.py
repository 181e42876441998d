"""A rebuild reads the corpus: files that haven't changed are taken over, one report is held of each inspection."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from assistant.errors import ReadingError
from assistant.indexing.chosen import Source, chosen
from assistant.indexing.manifest import hash_of
from assistant.indexing.passages import passages_of
from assistant.indexing.reuse import LiveIndex
from assistant.indexing.store import Parts
from assistant.indexing.units import units_of
from assistant.reading import read_report

Progress = Callable[[str, int, int], None]
TRIES = 3
"""How often a file that changes while it is read is read again."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What an index is made of."""

    held: tuple[tuple[Parts, Source], ...]
    """By the report's id."""
    left_out: dict[str, str]
    """Why a file can't be read as a report, by its name in the corpus."""
    aside: dict[str, str]
    """Why a report isn't held, by its file's name: it is a digest or a copy of another."""


def hashes_of(files: Iterable[Path], corpus: Path) -> dict[str, str]:
    """The hash of each file by its name in the corpus; empty text where it can't be read."""
    return {str(file.relative_to(corpus)): _hash(file) for file in files}


def gather(hashes: dict[str, str], corpus: Path, live: LiveIndex, progress: Progress) -> Gathered:
    """Read the files of a corpus.

    Args:
        hashes: each file by its name, as `hashes_of` gives them; put right where a file changes meanwhile.
        corpus: where the files are.
        live: what may be taken over.
        progress: told of each file.

    Raises:
        ReadingError: none of the files is a report.
    """
    sources: list[Source] = []
    left_out: dict[str, str] = {}
    for count, name in enumerate(hashes):
        progress("reading", count, len(hashes))
        try:
            sources.append(_read(corpus / name, name, hashes, live))
        except ReadingError as error:
            left_out[name] = error.message
    if not sources:
        raise ReadingError(
            "No file of the corpus could be read: " + " ".join(left_out.values()), "Add a report with: peel add FILE."
        )
    kept, aside = chosen(sources)
    return Gathered(tuple((_parts(source, live), source) for source in kept), left_out, aside)


def _read(file: Path, name: str, hashes: dict[str, str], live: LiveIndex) -> Source:
    """A file's report: the one that was read before, where the file is the same."""
    if known := live.parts(name, hashes[name]):
        return Source(known.report, hashes[name], name)
    for _ in range(TRIES):
        report = read_report(file)
        before, hashes[name] = hashes[name], _hash(file)
        if hashes[name] and hashes[name] == before:
            return Source(report, before, name)
    raise ReadingError(f"{name} changes while it is being read.", "Run peel rebuild once it is finished.")


def _parts(source: Source, live: LiveIndex) -> Parts:
    known = live.parts(source.file, source.hash)
    if known and known.report.id == source.report.id:
        return known
    return Parts(source.report, tuple(passages_of(source.report)), tuple(units_of(source.report)))


def _hash(file: Path) -> str:
    try:
        return hash_of(file)
    except OSError:
        return ""
