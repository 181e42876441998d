"""A benchmark as a table and as a record, and two of them beside each other."""

from __future__ import annotations

import json
import math
import os
import platform
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Any

from assistant import __version__
from assistant.errors import BatchError
from assistant.evaluation.benchmark import Measured

PACKAGES = ("onnxruntime", "tokenizers", "faiss-cpu", "numpy", "sentence-transformers", "torch", "textual")
HEAD = f"{'':44s} {'median':>9s} {'least':>9s} {'p95':>9s} {'most':>9s}     n  {'x floor':>7s} {'p95 x':>7s}"


def record(measured: Sequence[Measured], reports: int) -> dict[str, Any]:
    """What a later benchmark is held against: the values with the machine and the versions."""
    machine = {
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "cores": os.cpu_count(),
        "OMP_NUM_THREADS": os.environ.get("OMP_NUM_THREADS", "not set"),
        "load": round(os.getloadavg()[0], 1),
    }
    versions = {"peel": __version__, **{name: version(name) for name in PACKAGES}}
    rows = {one.name: {"unit": one.unit, "floor": one.floor, "values": one.values} for one in measured}
    return {"reports": reports, "machine": machine, "versions": versions, "measured": rows}


def read_record(file: Path) -> dict[str, Any]:
    """An earlier benchmark's record.

    Raises:
        BatchError: the file can't be read, or is none.
    """
    try:
        held = json.loads(file.read_text(encoding="utf-8"))
        return {"reports": int(held["reports"]), "measured": dict(held["measured"])}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BatchError(f"{file} isn't the record of a benchmark: {error}.") from error


def row(one: Measured, before: Mapping[str, Measured], old: Mapping[str, Any]) -> str:
    """A line of the table.

    Args:
        one: what was measured.
        before: what was measured before it, its floor among it.
        old: the rows of an earlier benchmark, empty where there is none.
    """
    values = (median(one.values), min(one.values), percentile(one.values, 95), max(one.values))
    line = f"{f'{one.name}, {one.unit}':44s} " + " ".join(f"{value:9.3f}" for value in values)
    line += f" {len(one.values):5d}"
    if one.floor:
        floor = median(before[one.floor].values)
        line += f"  {values[0] / floor:7.2f} {values[2] / floor:7.2f}"
    if one.name in old:
        line += f"  {values[0] / median(old[one.name]['values']):.2f} x before"
    return line


def percentile(values: Sequence[float], share: float) -> float:
    """The value that a share of 100 of the values don't exceed."""
    ordered = sorted(values)
    return ordered[math.ceil(len(ordered) * share / 100) - 1]
