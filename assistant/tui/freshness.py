"""Whether there are reports, and whether they have changed since the index was made: by the hashes of their files."""

from __future__ import annotations

from assistant.errors import CorpusError
from assistant.settings import Settings
from assistant.tui.contracts import HeldIndex


def reports_missing(settings: Settings) -> CorpusError | None:
    """Why there is nothing to build an index from; None where there is something."""
    from assistant.indexing.corpus import corpus_files

    try:
        corpus_files(settings.corpus)
    except CorpusError as error:
        return error
    return None


def corpus_changed(settings: Settings, index: HeldIndex) -> bool:
    """Whether a rebuild would read something new; reads every report's file, so call it in a thread.

    A folder that is gone or empty tells nothing: the index holds the reports by itself.
    """
    from assistant.indexing.corpus import corpus_files
    from assistant.indexing.manifest import hash_of

    try:
        files = corpus_files(settings.corpus)
        now = {str(file.relative_to(settings.corpus)): hash_of(file) for file in files}
    except (CorpusError, OSError):
        return False
    return now != dict(index.manifest.reports)
