"""The packaged model run by onnxruntime: what encodes a question, with no import of torch."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from assistant.errors import IndexDamaged
from assistant.indexing.encoder import Vectors, packaged_fingerprint, packaged_folder
from assistant.indexing.vectors import REBUILD

if TYPE_CHECKING:
    from tokenizers import Tokenizer

WORDS = "words.npy"
POSITIONS = 512
ENCODER, MATCHER = "encoder.onnx", "matcher.onnx"
LONGEST = 256
"""Tokens of a text that the encoder reads, its two marks among them: what sentence-transformers reads."""


class Network:
    """A network of an index: from the tokens of one text to their states.

    Its files are opened at once, since a rebuild removes them; the network itself is loaded when it is first run.

    Raises:
        IndexDamaged: a file of it is missing or unreadable.
    """

    def __init__(self, folder: Path, name: str) -> None:
        self._name = name
        self._session: Any = None
        try:
            self._file = (folder / name).open("rb")
            self._words = np.load(folder / WORDS, mmap_mode="r", allow_pickle=False)
        except (OSError, ValueError) as error:
            raise IndexDamaged(f"{name} of the index is missing or damaged.", REBUILD) from error

    def states(self, tokens: Sequence[int]) -> Vectors:
        """The state of each token of a text: an array of shape (tokens, dimensions).

        A text is run alone, so that its numbers hang on no other text.
        """
        rows = self._words[np.asarray(tokens)] + self._words[len(self._words) - POSITIONS :][: len(tokens)]
        return np.asarray(self.load().run(None, {"rows": rows})[0], dtype=np.float32)

    def load(self) -> Any:
        """The session of onnxruntime, made once."""
        if self._session is None:
            import onnxruntime

            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads = 1  # a question's few tokens gain nothing from more
            options.log_severity_level = 3
            try:
                with self._file:
                    self._session = onnxruntime.InferenceSession(self._file.read(), options)
            except Exception as error:  # its errors have no base of their own
                raise IndexDamaged(f"{self._name} of the index can't be read: {error}", REBUILD) from error
        return self._session


class NetworkEncoder:
    """The packaged model, as an index holds it: the same vectors as sentence-transformers makes, up to the last bits.

    Args:
        network: the network of the index.
    """

    def __init__(self, network: Network) -> None:
        self._network = network

    @property
    def fingerprint(self) -> str:
        """See `Encoder.fingerprint`."""
        return packaged_fingerprint()

    def encode(self, texts: Sequence[str]) -> Vectors:
        """See `Encoder.encode`."""
        return np.stack([unit(self._network.states(marked(pieces(text)[: LONGEST - 2])).mean(0)) for text in texts])


def unit(vectors: Vectors) -> Vectors:
    """Vectors brought to length 1: of shape (…, dimensions)."""
    return np.asarray(vectors / np.linalg.norm(vectors, axis=-1, keepdims=True), dtype=np.float32)


def pieces(text: str) -> list[int]:
    """The tokens of a text, without marks."""
    return list(tokenizer().encode(text, add_special_tokens=False).ids)


def marked(*parts: Sequence[int]) -> list[int]:
    """The tokens of some texts as the model wants them: a mark before the first and one behind each."""
    first, end = tokenizer().encode("").ids
    return [first, *(token for part in parts for token in (*part, end))]


@cache
def tokenizer() -> Tokenizer:
    """The packaged model's tokenizer; its own padding and cutting, which sentence-transformers overrules, are off."""
    from tokenizers import Tokenizer

    loaded: Tokenizer = Tokenizer.from_file(str(packaged_folder() / "tokenizer.json"))
    loaded.no_padding()
    loaded.no_truncation()
    return loaded
