"""What an index holds, as one hash: two indexes of the same reports have the same, whenever they were made."""

from __future__ import annotations

import hashlib
from pathlib import Path

from assistant.indexing.index import Index, open_index
from assistant.indexing.records import report_to_json


def content(folder: Path) -> str:
    return content_of(open_index(folder))


def content_of(index: Index) -> str:
    digest = hashlib.sha256()
    for report in index.reports:
        digest.update(report_to_json(report).encode())
    units = index.store.units()
    digest.update(repr(units).encode() + repr(sorted(index.store.words().items())).encode())
    for vectors in (index.unit_vectors, index.headed_vectors):
        digest.update(vectors.rows(range(len(units))).tobytes())
    digest.update(index.passage_vectors.rows(range(len(index.passage_vectors))).tobytes())
    digest.update(repr(index.store.search("call OR forc", 50, sorted(units))).encode())
    return digest.hexdigest()
