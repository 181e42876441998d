"""Files of the corpus are put there in one step, whole, and never over another."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock

from assistant.errors import CorpusError

LOCK = ".LOCK"
DRAFT = ".adding-"


@contextmanager
def corpus_to_oneself(corpus: Path) -> Iterator[None]:
    """Keep others from adding to a corpus or removing from it meanwhile; drafts of those that were killed are cleared.

    Raises:
        CorpusError: the corpus can't be written.
    """
    try:
        corpus.mkdir(parents=True, exist_ok=True)
        lock = FileLock(corpus / LOCK)
        with lock:
            for draft in corpus.glob(f"{DRAFT}*"):
                draft.unlink(missing_ok=True)
            yield
    except OSError as error:
        raise not_written(corpus, error) from error


def not_written(place: Path, error: OSError) -> CorpusError:
    """The error for a place in the corpus that can't be written."""
    return CorpusError(
        f"{place} can't be written: {error.strerror}.", "Free some space, or check who may write to the corpus."
    )


def write_whole(target: Path, content: bytes) -> None:
    """Write a file so that a rebuild never meets half of it, and a crash loses nothing that was there.

    Raises:
        OSError: it can't be written.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=DRAFT)
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.chmod(0o644)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
