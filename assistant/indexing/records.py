"""Reports as JSON and back, for the index on disk."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from typing import Any

from assistant.types import Block, BlockKind, Grade, Judgment, Label, Metadata, Report, Section, Span


def report_to_json(report: Report) -> str:
    """A report as one JSON object."""
    record = asdict(report)
    record["metadata"]["inferred"] = sorted(report.metadata.inferred)
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def report_from_json(text: str) -> Report:
    """The report that `report_to_json` wrote.

    Raises:
        ValueError, KeyError, TypeError: the text is something else.
    """
    record: dict[str, Any] = json.loads(text)
    metadata = {field.name: record["metadata"][field.name] for field in fields(Metadata)}
    metadata["inferred"] = frozenset(metadata["inferred"])
    return Report(
        id=record["id"],
        metadata=Metadata(**metadata),
        text=record["text"],
        sections=tuple(_section(section) for section in record["sections"]),
        judgments=tuple(_judgment(j) for j in record["judgments"]),
        repairs=tuple(record["repairs"]),
        pages=tuple((start, number) for start, number in record["pages"]),
    )


def _judgment(record: dict[str, Any]) -> Judgment:
    span, also = Span(*record["span"]), tuple(record["also"])
    return Judgment(record["area"], Grade(record["grade"]), span, also, record["formal"])


def _section(record: dict[str, Any]) -> Section:
    label = Label(record["label"]) if record["label"] else None
    return Section(tuple(record["path"]), Span(*record["heading"]), label, tuple(map(_block, record["blocks"])))


def _block(record: dict[str, Any]) -> Block:
    cells = tuple(Span(*cell) for cell in record["cells"])
    return Block(BlockKind(record["kind"]), Span(*record["span"]), tuple(record["columns"]), cells)
