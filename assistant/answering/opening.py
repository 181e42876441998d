"""An answerer on the index that the settings name."""

from __future__ import annotations

from assistant.answering.answerer import Answerer
from assistant.errors import IndexStale
from assistant.indexing.encoder import Encoder, SentenceTransformerEncoder
from assistant.indexing.export import networks_fingerprint
from assistant.indexing.index import Index, open_index
from assistant.indexing.network import ENCODER, NetworkEncoder
from assistant.indexing.vectors import REBUILD
from assistant.settings import Settings


def open_answerer(settings: Settings) -> Answerer:
    """Open the index of the settings for answering; the model is loaded with the first question.

    Raises:
        IndexMissing, IndexStale, IndexDamaged: see `open_index`; stale also where the index has another model.
    """
    index = open_index(settings.index)
    encoder = _encoder_for(index, settings.model)
    if index.manifest.model != encoder.fingerprint:
        raise IndexStale("The index was made with another model than the one that is set.", REBUILD)
    if index.manifest.matcher != networks_fingerprint():
        raise IndexStale("The index was made with other networks than those that come with peel.", REBUILD)
    return Answerer(index, encoder, prefix=settings.question_prefix)


def _encoder_for(index: Index, model: str) -> Encoder:
    """What encodes questions: the network of the index, or sentence-transformers for a model that has none."""
    exported = index.networks.get(ENCODER)
    return NetworkEncoder(exported) if exported and not model else SentenceTransformerEncoder(model)
