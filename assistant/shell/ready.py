"""The answerer, ready to be asked: a missing index is built first, so that a fresh copy answers at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from assistant.errors import IndexMissing
from assistant.settings import Settings
from assistant.shell.streams import note

if TYPE_CHECKING:
    from assistant.answering.answerer import Answerer
    from assistant.indexing.build import Built
    from assistant.indexing.index import Index

Opened = TypeVar("Opened")


def open_ready(settings: Settings) -> Answerer:
    """Opens the answerer, after building the index where there is none yet.

    Raises:
        CorpusError: there is no index, and nothing to make one from.
        IndexStale, IndexDamaged: there is an index that can't be used.
    """
    from assistant.answering.opening import open_answerer

    if settings.model:
        note(f"The model {settings.model} has no fast export: loading it takes some seconds.")
    return _open(lambda: open_answerer(settings), settings)


def open_reports(settings: Settings) -> Index:
    """Opens the index alone, which needs no model, after building it where there is none yet.

    Raises:
        CorpusError: there is no index, and nothing to make one from.
        IndexStale, IndexDamaged: there is an index that can't be used.
    """
    from assistant.indexing.index import open_index

    return _open(lambda: open_index(settings.index), settings)


def build(settings: Settings) -> Built:
    """Brings the index up to date, showing progress, and says what was done.

    Raises:
        CorpusError, ReadingError: the corpus can't be read.
    """
    from assistant.indexing.build import rebuild
    from assistant.shell.progress import rebuild_progress

    with rebuild_progress() as show:
        built = rebuild(settings, progress=show)
    counts = f"{built.reports} reports, {built.passages} passages, {built.encoded} texts encoded"
    note(f"Index ready: {counts}, {built.seconds:.1f} s.")
    for reason in built.skipped:
        note(f"Left out: {reason}")
    if built.gone:
        note(f"No longer held, since the files are gone: {', '.join(built.gone)}.")
    return built


def _open(opener: Callable[[], Opened], settings: Settings) -> Opened:
    try:
        return opener()
    except IndexMissing:
        note("There is no index yet: building it, once.")
        build(settings)
        return opener()
