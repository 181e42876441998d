"""A rebuild: reads the corpus, encodes what is new, writes beside the live index and swaps."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path

import numpy as np

from assistant.errors import IndexDamaged, PeelError
from assistant.indexing import generations, manifest
from assistant.indexing.corpus import corpus_files
from assistant.indexing.encoder import Encoder, SentenceTransformerEncoder, Vectors
from assistant.indexing.export import networks_fingerprint
from assistant.indexing.gather import Gathered, Progress, gather, hashes_of
from assistant.indexing.index import open_index
from assistant.indexing.marks import mark_of
from assistant.indexing.matching import write_matching
from assistant.indexing.passages import Passage, embedded_text
from assistant.indexing.reuse import LiveIndex, write_keys
from assistant.indexing.store import write_store
from assistant.indexing.units import Unit
from assistant.indexing.vectors import write_vectors
from assistant.settings import Settings
from assistant.types import Report

BATCH = 32


@dataclass(frozen=True, slots=True)
class Built:
    """What a rebuild did."""

    reports: int
    passages: int
    encoded: int
    """Texts that were encoded; the vectors of the others were already known."""
    seconds: float
    skipped: tuple[str, ...]
    """Why files of the corpus aren't held: they can't be read as reports, or others stand for them."""
    gone: tuple[str, ...] = ()
    """The ids of reports that were held before and whose files are gone."""


def quiet(stage: str, done: int, total: int) -> None:
    """Progress that nobody watches."""


def rebuild(settings: Settings, *, progress: Progress = quiet, encoder: Encoder | None = None) -> Built:
    """Build the index of a corpus anew, taking over what hasn't changed.

    Args:
        settings: where the corpus and the index are, and the model.
        progress: called with the stage and how much of it is done.
        encoder: what makes the vectors in the place of the models that peel uses; the index then holds no networks
            and no tokens for the matcher.

    Raises:
        CorpusError: there is nothing to index.
        ModelMissing: something has to be encoded and the model isn't there.
        PeelError: the index folder can't be written.
    """
    began = time.monotonic()
    matcher = "" if encoder else networks_fingerprint()
    encoder = encoder or SentenceTransformerEncoder(settings.model)
    corpus_files(settings.corpus)  # where there is nothing to index, no folder is made
    try:
        with generations.rebuilding(settings.index, partial(progress, "waiting for another rebuild", 0, 1)):
            return replace(_rebuild(settings, encoder, matcher, progress), seconds=time.monotonic() - began)
    except (OSError, sqlite3.Error) as error:
        raise not_written(settings.index, error) from error


def not_written(index: Path, error: OSError | sqlite3.Error) -> PeelError:
    """The error for an index that can't be written."""
    reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return PeelError(
        f"The index can't be written to {index}: {reason}. An index that was there before is as it was.",
        "Free some space there, check that you may write there, or choose another folder with --index.",
    )


def _rebuild(settings: Settings, encoder: Encoder, matcher: str, progress: Progress) -> Built:
    hashes = hashes_of(corpus_files(settings.corpus), settings.corpus)
    live = LiveIndex(settings.index, encoder.fingerprint, matcher)
    if live.folder and live.is_of(hashes) and (unchanged := _unchanged(settings.index, live.folder, live.left_out)):
        return unchanged
    gathered = gather(hashes, settings.corpus, live, progress)
    passages = [passage for parts, _ in gathered.held for passage in parts.passages]
    units = [unit for parts, _ in gathered.held for unit in parts.units]
    reports = [(parts.report, source.hash, source.file) for parts, source in gathered.held]
    gone = sorted(live.ids - {report.id for report, _, _ in reports})
    texts = _texts(reports, passages, units)
    encode = _Encoding(encoder, live, progress, sum(map(len, texts.values())))
    vectors = {name: encode(lines) for name, lines in texts.items()}
    with _new_generation(settings.index) as folder:
        for name, rows in vectors.items():
            write_vectors(folder / name, rows)
        write_keys(folder, texts)
        write_store(folder, reports, passages, units)
        if matcher:
            write_matching(folder, live.matching, encoder, [parts for parts, _ in gathered.held], progress)
        _write_manifest(folder, encoder.fingerprint, matcher, hashes, gathered)
    skipped = (*gathered.left_out.values(), *gathered.aside.values())
    return Built(len(reports), len(passages), encode.encoded, 0, skipped, tuple(gone))


def _unchanged(index: Path, folder: Path, left_out: tuple[str, ...]) -> Built | None:
    """What a rebuild did that found nothing to do: it puts the pointer right, and clears what killed ones have left.

    None where the index can't be opened for all that, and has to be made anew.
    """
    if generations.pointed(index) != folder.name:
        generations.publish(index, folder)
    generations.tidy(index, folder)
    with suppress(IndexDamaged):
        held = open_index(index)
        return Built(len(held.reports), sum(held.passages.values()), 0, 0, left_out)
    return None


@contextmanager
def _new_generation(index: Path) -> Iterator[Path]:
    """A folder to write a generation into; it becomes the live one at the end, and is removed where that fails."""
    folder = generations.begin(index)
    try:
        yield folder
        generations.publish(index, folder)
    except BaseException:
        generations.abandon(folder)
        raise


def _write_manifest(folder: Path, fingerprint: str, matcher: str, hashes: dict[str, str], gathered: Gathered) -> None:
    files = {file.name: mark_of(file) for file in sorted(folder.iterdir())}
    built = datetime.now().astimezone().isoformat(timespec="seconds")
    manifest.Manifest(
        manifest.FORMAT,
        fingerprint,
        matcher,
        built,
        hashes,
        files,
        gathered.left_out,
        gathered.aside,
        manifest.maker(),
    ).write(folder)


def _texts(
    reports: Sequence[tuple[Report, str, str]], passages: Sequence[Passage], units: Sequence[Unit]
) -> dict[str, list[str]]:
    """What is encoded, by the file that its vectors go to."""
    by_id = {report.id: report for report, _, _ in reports}
    headed = [f"{by_id[unit.report].sections[unit.section].path[-1]}. {bare_text(unit)}" for unit in units]
    return {
        "passages.faiss": [embedded_text(by_id[passage.report], passage) for passage in passages],
        "units.faiss": [bare_text(unit) for unit in units],
        "headed.faiss": headed,
    }


def bare_text(unit: Unit) -> str:
    """What the model reads of a unit: a row with its table's caption and columns, else the words alone."""
    return f"{unit.lead} {unit.text} {' '.join(unit.columns)}".strip() if unit.columns else unit.text


class _Encoding:
    """Encodes what isn't known, in batches, and says how far it is."""

    def __init__(self, encoder: Encoder, live: LiveIndex, progress: Progress, total: int) -> None:
        self._encoder, self._live, self._progress, self._total = encoder, live, progress, total
        self._done = 0
        self.encoded = 0

    def __call__(self, texts: Sequence[str]) -> Vectors:
        rows = {text: vector for text in texts if (vector := self._live.vector(text)) is not None}
        missing = sorted({text for text in texts if text not in rows}, key=lambda text: (len(text), text))
        self._done += len(texts) - len(missing)
        for start in range(0, len(missing), BATCH):
            batch = missing[start : start + BATCH]
            self._progress("encoding", self._done, self._total)
            rows.update(zip(batch, self._encoder.encode(batch), strict=True))
            self._done += len(batch)
        self.encoded += len(missing)
        self._progress("encoding", self._done, self._total)
        return np.stack([rows[text] for text in texts])
