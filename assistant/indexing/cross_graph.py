"""The cross-encoder as an ONNX graph: the tokens of a question with a sentence go in, its score comes out.

Its matrices are whole steps of a scale for each column, and what is multiplied with them is brought to whole steps as
well (Jacob et al. 2018, "integer-arithmetic-only inference"): that takes a third of the time of 32 bits. A step has
seven bits, so that no processor's sums overflow, and a pair is run alone: the numbers hang on no other pair.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
from onnx import helper

from assistant.indexing.encoder import Vectors
from assistant.indexing.graph import Drawing, Weights, layer, save

LAYERS = 12
STEPS = 63
GIVEN, SCORE = ("tokens", "parts", "places"), "score"
"""For each token: which it is, whether it is of the first text or the second, where it stands."""


def write_cross_graph(weights: Weights, null: Vectors, file: Path) -> None:
    """Write the graph, and its weights in a file beside it.

    Args:
        weights: the tensors of the cross-encoder.
        null: the score of no answer, which is taken from every score: of shape (1,).
        file: where to write; see `graph.write_graph`.
    """
    drawn = _InSteps(weights)
    state = drawn.norm(_embedded(drawn), "bert.embeddings.LayerNorm")
    for at in range(LAYERS):
        state = layer(drawn, state, f"bert.encoder.layer.{at}")
    first = drawn.add("Gather", [state, drawn.tensor("first", np.array([0], dtype=np.int64))], axis=0)
    pooled = drawn.add("Tanh", [drawn.linear(first, "bert.pooler.dense")])
    score = Drawing.linear(drawn, pooled, "classifier")
    drawn.add("Sub", [score, drawn.tensor("null", null)], out=SCORE)
    given = [helper.make_tensor_value_info(name, onnx.TensorProto.INT64, ["tokens"]) for name in GIVEN]
    save(drawn, given, helper.make_tensor_value_info(SCORE, onnx.TensorProto.FLOAT, [1, 1]), file)


def _embedded(drawn: _InSteps) -> str:
    """The sum of what a token, its text and its place stand for."""
    tables = zip(GIVEN, ("word", "token_type", "position"), strict=True)
    rows = [drawn.rows(f"bert.embeddings.{table}_embeddings.weight", given) for given, table in tables]
    return drawn.add("Sum", rows)


class _InSteps(Drawing):
    """A graph whose matrices are whole steps."""

    def linear(self, state: str, name: str) -> str:
        """A linear layer over whole steps."""
        steps, scale = in_steps(self.weights[f"{name}.weight"].T)
        given, given_scale, given_zero = (f"{name}.{part}" for part in ("given", "given_scale", "given_zero"))
        node = helper.make_node("DynamicQuantizeLinear", [state], [given, given_scale, given_zero])
        self.nodes.append(node)
        product = self.add("MatMulInteger", [given, self.tensor(f"{name}.steps", steps), given_zero])
        sized = self.add("Mul", [given_scale, self.tensor(f"{name}.scale", scale)])
        whole = self.add("Cast", [product], to=onnx.TensorProto.FLOAT)
        bias = self.tensor(f"{name}.bias", self.weights[f"{name}.bias"])
        return self.add("Add", [self.add("Mul", [whole, sized]), bias])

    def rows(self, table: str, given: str) -> str:
        """The rows of a table, which is kept in whole steps of one scale."""
        values = self.weights[table]
        scale = np.float32(np.abs(values).max() / 127)
        steps = self.tensor(table, np.rint(values / scale).astype(np.int8))
        whole = self.add("Cast", [self.add("Gather", [steps, given], axis=0)], to=onnx.TensorProto.FLOAT)
        return self.add("Mul", [whole, self.tensor(f"{table}.scale", np.array(scale))])


def in_steps(matrix: Vectors) -> tuple[np.ndarray[tuple[int, ...], np.dtype[np.int8]], Vectors]:
    """A matrix as whole steps from -63 to 63, and the scale of each column."""
    scale = np.maximum(np.abs(matrix).max(axis=0), np.finfo(np.float32).tiny) / STEPS
    return np.rint(matrix / scale).astype(np.int8), np.asarray(scale, dtype=np.float32)
