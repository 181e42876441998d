"""The adaptors that come with peel: what was learned of a packaged model's weights."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

MATCHER_ADAPTOR, CROSS_ADAPTOR = "matcher.safetensors", "cross_encoder.safetensors"
NULL = "null"
"""The tensor that is the score of no answer."""


@cache
def learned(adaptor: str) -> Mapping[str, NDArray[np.float32]]:
    """The tensors of an adaptor by name, of 32 bits."""
    from safetensors.numpy import load

    return {name: tensor.astype(np.float32) for name, tensor in load(_content(adaptor)).items()}


def fingerprint(weights: str, adaptor: str) -> str:
    """What names the weights of a packaged model, given by their hash, with an adaptor."""
    return f"{weights[:16]}+{hashlib.sha256(_content(adaptor)).hexdigest()[:16]}"


def _content(adaptor: str) -> bytes:
    return files("assistant.indexing").joinpath(adaptor).read_bytes()
