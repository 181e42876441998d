"""The packaged model as an ONNX graph: the rows of a text's tokens go in, the tokens' states come out.

A graph is written from the weights and not traced through torch: that takes half a second where torch's exporter
takes ten, needs no torch, and leaves out what a text that is encoded alone doesn't need: padding, masks and the table
of words, which stays on disk beside it (BERT: Devlin et al. 2018).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import helper, numpy_helper

from assistant.indexing.network import DATA

Weights = Mapping[str, NDArray[np.float32]]

LAYERS, HEADS, WIDTH = 6, 12, 384
EPSILON = 1e-12
OPSET, IR_VERSION = 20, 10
IN, OUT = "rows", "states"


def write_graph(weights: Weights, file: Path) -> None:
    """Write the graph of a model, and its weights in a file beside it, which onnxruntime maps.

    Args:
        weights: the model's tensors by the names that its file gives them.
        file: where to write; the weights go to the same name with `DATA`.
    """
    drawn = Drawing(weights)
    state = drawn.norm(IN, "embeddings.LayerNorm")
    for at in range(LAYERS):
        state = layer(drawn, state, f"encoder.layer.{at}")
    drawn.add("Identity", [state], out=OUT)
    given, made = (helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, ["tokens", WIDTH]) for name in (IN, OUT))
    save(drawn, [given], made, file)


def save(drawn: Drawing, given: Sequence[onnx.ValueInfoProto], made: onnx.ValueInfoProto, file: Path) -> None:
    """Write what was drawn; see `write_graph`."""
    graph = helper.make_graph(drawn.nodes, "graph", given, [made], initializer=drawn.tensors)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR_VERSION)
    onnx.save(model, file, save_as_external_data=True, location=file.name + DATA, size_threshold=1024)


def word_table(weights: Weights) -> NDArray[np.float32]:
    """What the graph is given: a row a word, then a row a position to add: of shape (words + positions, width)."""
    names = ("word_embeddings", "token_type_embeddings", "position_embeddings")
    words, types, positions = (weights[f"embeddings.{name}.weight"] for name in names)
    return np.concatenate([words + types[0], positions])


def layer(drawn: Drawing, state: str, name: str) -> str:
    """A layer of the encoder: each token looks at the others, then at itself."""
    seen = drawn.linear(_attention(drawn, state, f"{name}.attention.self"), f"{name}.attention.output.dense")
    state = drawn.norm(drawn.add("Add", [seen, state]), f"{name}.attention.output.LayerNorm")
    wide = drawn.add("Gelu", [drawn.linear(state, f"{name}.intermediate.dense")])
    return drawn.norm(drawn.add("Add", [drawn.linear(wide, f"{name}.output.dense"), state]), f"{name}.output.LayerNorm")


def _attention(drawn: Drawing, state: str, name: str) -> str:
    split = drawn.tensor("split", np.array([-1, HEADS, WIDTH // HEADS]))
    apart = {
        part: drawn.add("Transpose", [drawn.add("Reshape", [drawn.linear(state, f"{name}.{part}"), split])], perm=order)
        for part, order in (("query", (1, 0, 2)), ("key", (1, 2, 0)), ("value", (1, 0, 2)))
    }
    scale = drawn.tensor("scale", np.array((WIDTH // HEADS) ** -0.5, dtype=np.float32))
    alike = drawn.add("Mul", [drawn.add("MatMul", [apart["query"], apart["key"]]), scale])
    mixed = drawn.add("MatMul", [drawn.add("Softmax", [alike], axis=-1), apart["value"]])
    whole = drawn.tensor("whole", np.array([-1, WIDTH]))
    return drawn.add("Reshape", [drawn.add("Transpose", [mixed], perm=(1, 0, 2)), whole])


class Drawing:
    """The nodes and tensors of a graph while it is drawn.

    Args:
        weights: the model's tensors by name.
    """

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self._held: dict[str, onnx.TensorProto] = {}
        self.nodes: list[onnx.NodeProto] = []

    @property
    def tensors(self) -> list[onnx.TensorProto]:
        """The constants."""
        return list(self._held.values())

    def add(self, kind: str, inputs: list[str], out: str = "", **attributes: Any) -> str:
        """A node; returns the name of what comes out of it."""
        out = out or f"{kind}.{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, inputs, [out], **attributes))
        return out

    def tensor(self, name: str, values: NDArray[np.generic]) -> str:
        """A constant; returns its name."""
        if name not in self._held:
            self._held[name] = numpy_helper.from_array(np.ascontiguousarray(values), name)
        return name

    def linear(self, state: str, name: str) -> str:
        """A linear layer."""
        weight, bias = self.weights[f"{name}.weight"].T, self.weights[f"{name}.bias"]
        return self.add("Gemm", [state, self.tensor(f"{name}.weight", weight), self.tensor(f"{name}.bias", bias)])

    def norm(self, state: str, name: str) -> str:
        """A layer norm."""
        scale, bias = (self.tensor(f"{name}.{part}", self.weights[f"{name}.{part}"]) for part in ("weight", "bias"))
        return self.add("LayerNormalization", [state, scale, bias], epsilon=EPSILON, axis=-1)
