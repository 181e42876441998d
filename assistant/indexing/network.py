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
DATA = ".data"
"""What a network's file of weights has behind its name."""
LONGEST = 256
"""Tokens of a text that the encoder reads, its two marks among them: what sentence-transformers reads."""


class Network:
    """A network of an index, loaded when it is first run: from the tokens of one text to their states.

    Args:
        file: the network's, with its weights and the table of words beside it.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._loaded: tuple[Any, Vectors] | None = None

    def states(self, tokens: Sequence[int]) -> Vectors:
        """The state of each token of a text: an array of shape (tokens, dimensions).

        A text is run alone, so that its numbers hang on no other text.

        Raises:
            IndexDamaged: a file of the network is missing or unreadable.
        """
        session, words = self.load()
        rows = words[np.asarray(tokens)] + words[len(words) - POSITIONS :][: len(tokens)]
        return np.asarray(session.run(None, {"rows": rows})[0], dtype=np.float32)

    def load(self) -> tuple[Any, Vectors]:
        """The session of onnxruntime and the table of words, which stays on the disk; see `states`."""
        if self._loaded is None:
            session = session_of(self._file)
            try:
                words = np.load(self._file.parent / WORDS, mmap_mode="r", allow_pickle=False)
            except (OSError, ValueError, EOFError) as error:
                raise IndexDamaged(f"{WORDS} of the index can't be read: {error}", REBUILD) from error
            self._loaded = session, words
        return self._loaded


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


def session_of(file: Path) -> Any:
    """A network's session of onnxruntime.

    Raises:
        IndexDamaged: a file of the network is missing or unreadable.
    """
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # a question's few tokens gain nothing from more
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(str(file), options)
    except Exception as error:  # the errors of onnxruntime have no base of their own
        raise IndexDamaged(f"{file.name} of the index can't be read: {error}", REBUILD) from error


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
