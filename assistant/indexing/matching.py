"""What a rebuild writes for the matcher: the networks that questions are answered with, and the sentences' tokens."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from assistant.indexing.encoder import Encoder, packaged_fingerprint
from assistant.indexing.export import write_networks
from assistant.indexing.gather import Progress
from assistant.indexing.network import MATCHER, Network
from assistant.indexing.store import Parts
from assistant.indexing.tokens import KnownTokens, texts_of, write_tokens


def write_matching(
    folder: Path, held: Mapping[str, Path], encoder: Encoder, reports: Sequence[Parts], progress: Progress
) -> None:
    """Write the networks and the tokens of a generation.

    Args:
        folder: where to write.
        held: the sound files of the live index, by name, where its matcher is the same.
        encoder: what the encoder of questions is held against.
        reports: in the order of the index.
        progress: told of each sentence.

    Raises:
        ModelMissing, PeelError: see `write_networks`.
    """
    write_networks(folder, held, encoder if encoder.fingerprint == packaged_fingerprint() else None)
    texts = [
        [texts_of(unit, parts.report.sections[unit.section].path[-1]) for unit in parts.units] for parts in reports
    ]
    total = sum(map(len, texts))

    def told(done: int) -> None:
        progress("encoding words", done, total)

    write_tokens(folder, texts, KnownTokens(held), Network(folder / MATCHER), told)
