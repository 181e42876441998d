"""A rebuild writes the networks that questions are answered with; those of the live index are taken over.

Two share one table of words: the encoder of questions, and the matcher, which is the same model with a low-rank change
of its weights (Hu et al. 2021, "LoRA") that `scripts/train_models` learned. The third, the cross-encoder, is changed
alike.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.errors import PeelError
from assistant.indexing.adaptors import CROSS_ADAPTOR, MATCHER_ADAPTOR, NULL, fingerprint, learned
from assistant.indexing.cross_network import CROSS_ENCODER
from assistant.indexing.cross_weights import SHA256 as CROSS_SHA256
from assistant.indexing.cross_weights import packaged_cross_encoder
from assistant.indexing.encoder import WEIGHTS_SHA256, Encoder, packaged_model
from assistant.indexing.network import DATA, ENCODER, MATCHER, WORDS, Network, NetworkEncoder
from assistant.indexing.reuse import take_over

SCALE = 2.0
"""What the low-rank product counts: alpha over rank."""
NEAR = 1e-4
"""How far a number of a vector may lie from the one that sentence-transformers gives."""
PROBES = (
    "what was the 999 answer rate",
    "In the year ending 31 March 2025, officers recorded 1,204 stop and searches (4.1 per 1,000 population).",
    "",
    "?",
    "naïve café – 你好 – Ελλάδα",
    "victims of domestic abuse " * 90,
)
"""Texts on which an export is held against sentence-transformers: a question, a finding, none, one letter, long."""


def networks_fingerprint() -> str:
    """What names the weights of the networks: what two fingerprints made is never mixed."""
    return f"{fingerprint(WEIGHTS_SHA256, MATCHER_ADAPTOR)}+{fingerprint(CROSS_SHA256, CROSS_ADAPTOR)}"


def write_networks(folder: Path, held: Mapping[str, Path], encoder: Encoder | None) -> None:
    """Write the networks into the folder of an index.

    Args:
        folder: where to write.
        held: files of an index whose networks are of the same weights, by name: what of them can be taken over.
        encoder: what the encoder of questions is held against; None where that isn't written, which is so for
            another model than the packaged one.

    Raises:
        ModelMissing: the packaged model isn't installed or isn't the one expected.
        PeelError: the export doesn't give the vectors of sentence-transformers on this machine.
    """
    networks = (MATCHER, CROSS_ENCODER, *([ENCODER] if encoder else []))
    names = (WORDS, *networks, *(name + DATA for name in networks))
    missing = [name for name in names if name not in held]
    for name in set(names) - set(missing):
        take_over(held[name], folder / name)
    if not missing:
        return
    from assistant.indexing.graph import word_table, write_graph

    if CROSS_ENCODER in missing:
        _write_cross_encoder(folder)
    weights = _packaged_weights()
    if WORDS in missing:
        np.save(folder / WORDS, word_table(weights), allow_pickle=False)
    if MATCHER in missing:
        write_graph(adapted(weights, learned(MATCHER_ADAPTOR)), folder / MATCHER)
    if encoder and ENCODER in missing:
        write_graph(weights, folder / ENCODER)
        _check(encoder, NetworkEncoder(Network(folder / ENCODER)))


def adapted(
    weights: Mapping[str, NDArray[np.float32]], products: Mapping[str, NDArray[np.float32]]
) -> Mapping[str, NDArray[np.float32]]:
    """Weights with an adaptor's low-rank products added, and with the tensors that it has whole."""
    names = {name.removesuffix(".a") for name in products if name.endswith(".a")}
    changed = {
        f"{name}.weight": weights[f"{name}.weight"] + SCALE * (products[f"{name}.b"] @ products[f"{name}.a"])
        for name in names
    }
    return {**weights, **{name: products[name] for name in products.keys() & weights.keys()}, **changed}


def _write_cross_encoder(folder: Path) -> None:
    from assistant.indexing.cross_graph import write_cross_graph

    products = learned(CROSS_ADAPTOR)
    write_cross_graph(adapted(packaged_cross_encoder(), products), products[NULL], folder / CROSS_ENCODER)


def _packaged_weights() -> dict[str, NDArray[np.float32]]:
    from safetensors.numpy import load_file

    return dict(load_file(packaged_model() / "model.safetensors"))


def _check(encoder: Encoder, exported: Encoder) -> None:
    apart = max(float(np.abs(encoder.encode([text]) - exported.encode([text])).max()) for text in PROBES)
    if not apart < NEAR:
        raise PeelError(
            f"The exported encoder differs from sentence-transformers by {apart:.1g} on this machine.",
            "Run ./scripts/setup to install onnxruntime again; if that doesn't help, please report it.",
        )
