"""A rebuild: reads the corpus, encodes what is new, writes beside the live index and swaps."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import numpy as np

from assistant.errors import PeelError, ReadingError
from assistant.indexing import generations, manifest
from assistant.indexing.corpus import corpus_files, held
from assistant.indexing.encoder import Encoder, SentenceTransformerEncoder, Vectors, packaged_fingerprint
from assistant.indexing.export import matcher_fingerprint, write_networks
from assistant.indexing.network import MATCHER, Network
from assistant.indexing.passages import Passage, embedded_text, passages_of
from assistant.indexing.reuse import KnownVectors
from assistant.indexing.store import write_store
from assistant.indexing.tokens import KnownTokens, texts_of, write_tokens
from assistant.indexing.units import Unit, units_of
from assistant.indexing.vectors import write_vectors
from assistant.reading import read_report
from assistant.settings import Settings
from assistant.types import Report

Progress = Callable[[str, int, int], None]
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
    """Files that couldn't be read as reports, with the reason."""


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
    matching = encoder is None
    encoder = encoder or SentenceTransformerEncoder(settings.model)
    files = corpus_files(settings.corpus)
    reports, skipped, hashes = _read(files, settings.corpus, progress)
    passages = [passage for report, _, _ in reports for passage in passages_of(report)]
    units = [unit for report, _, _ in reports for unit in units_of(report)]
    known = KnownVectors(settings.index, encoder.fingerprint)
    texts = _texts(reports, passages, units)
    try:
        encoded = _write(settings.index, encoder, known, hashes, reports, passages, units, texts, progress, matching)
    except OSError as error:
        raise PeelError(
            f"The index can't be written to {settings.index}: {error.strerror}.",
            "Free some space or choose another folder with --index.",
        ) from error
    return Built(len(reports), len(passages), encoded, time.monotonic() - began, tuple(skipped))


def _read(
    files: Sequence[Path], corpus: Path, progress: Progress
) -> tuple[list[tuple[Report, str, str]], list[str], dict[str, str]]:
    """Every readable report of the corpus, the files that aren't one with the reason, and the hash of each file."""
    found, skipped, hashes = [], [], {}
    for count, file in enumerate(files):
        progress("reading", count, len(files))
        name = str(file.relative_to(corpus))
        try:
            report = read_report(file)
            hashes[name] = manifest.hash_of(file)
            found.append((report, hashes[name], name))
        except ReadingError as error:
            skipped.append(error.message)
    if not found:
        raise ReadingError(
            "No file of the corpus could be read: " + " ".join(skipped), "Add a report with: peel add FILE."
        )
    return held(found), skipped, hashes


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


def _write(
    index: Path,
    encoder: Encoder,
    known: KnownVectors,
    hashes: dict[str, str],
    reports: Sequence[tuple[Report, str, str]],
    passages: Sequence[Passage],
    units: Sequence[Unit],
    texts: dict[str, list[str]],
    progress: Progress,
    matching: bool,
) -> int:
    """Write a generation and make it the live one; returns how many texts were encoded."""
    encode = _Encoding(encoder, known, progress, sum(map(len, texts.values())))
    vectors = {name: encode(lines) for name, lines in texts.items()}
    folder = generations.begin(index)
    try:
        for name, rows in vectors.items():
            write_vectors(folder / name, rows)
        known.write(folder, texts)
        write_store(folder, [(report, key) for report, key, _ in reports], passages, units)
        matcher = _write_matching(folder, index, encoder, reports, units, progress) if matching else ""
        sizes = {file.name: file.stat().st_size for file in folder.iterdir()}
        built = datetime.now().astimezone().isoformat(timespec="seconds")
        manifest.Manifest(manifest.FORMAT, encoder.fingerprint, matcher, built, hashes, sizes).write(folder)
        generations.publish(index, folder)
    except BaseException:
        generations.abandon(folder)
        raise
    return encode.encoded


def _write_matching(
    folder: Path,
    index: Path,
    encoder: Encoder,
    reports: Sequence[tuple[Report, str, str]],
    units: Sequence[Unit],
    progress: Progress,
) -> str:
    """Write the networks and the matcher's tokens; returns the matcher's fingerprint."""
    fingerprint = matcher_fingerprint()
    known = KnownTokens(index, fingerprint)
    write_networks(folder, known.folder, encoder if encoder.fingerprint == packaged_fingerprint() else None)
    by_id = {report.id: report for report, _, _ in reports}
    texts = [texts_of(one, by_id[one.report].sections[one.section].path[-1]) for one in units]
    write_tokens(
        folder, texts, known, Network(folder / MATCHER), lambda done: progress("encoding words", done, len(texts))
    )
    return fingerprint


class _Encoding:
    """Encodes what isn't known, in batches, and says how far it is."""

    def __init__(self, encoder: Encoder, known: KnownVectors, progress: Progress, total: int) -> None:
        self._encoder, self._known, self._progress, self._total = encoder, known, progress, total
        self._done = 0
        self.encoded = 0

    def __call__(self, texts: Sequence[str]) -> Vectors:
        rows = {text: vector for text in texts if (vector := self._known.get(text)) is not None}
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
