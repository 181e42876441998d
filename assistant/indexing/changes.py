"""What a corpus has that an index hasn't: files that have come, changed or gone since."""

from __future__ import annotations

from pathlib import Path

from assistant.errors import CorpusError
from assistant.indexing.corpus import corpus_files
from assistant.indexing.gather import hashes_of
from assistant.indexing.manifest import Manifest


def changes(corpus: Path, manifest: Manifest) -> str:
    """The files that aren't as the index has them, in words; empty where all are.

    A corpus that is gone or empty says nothing: the index has the reports itself.
    """
    try:
        now = hashes_of(corpus_files(corpus), corpus)
    except CorpusError:
        return ""
    then = manifest.reports
    new, gone = sorted(now.keys() - then.keys()), sorted(then.keys() - now.keys())
    changed = sorted(name for name in now.keys() & then.keys() if now[name] != then[name])
    named = ((new, "new"), (changed, "changed"), (gone, "gone"))
    return "; ".join(f"{', '.join(names)} {what}" for names, what in named if names)
