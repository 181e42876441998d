"""The lines of an earlier batch."""

from __future__ import annotations

import json
from pathlib import Path

from assistant.conversation.records import Json
from assistant.errors import BatchError


def read_lines(path: Path) -> dict[str, Json]:
    """The lines that a batch wrote as JSON Lines, by the ids of their questions; the first of an id counts.

    Raises:
        BatchError: the file can't be read, or isn't a batch's.
    """
    try:
        records = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
    except OSError as error:
        raise BatchError(f"{path} can't be read: {error.strerror}.") from error
    except ValueError as error:
        raise BatchError(f"{path} isn't a batch's JSON Lines: {error}.") from error
    if not all(isinstance(record, dict) and isinstance(record.get("id"), str) for record in records):
        raise BatchError(f"{path} isn't a batch's JSON Lines: a line has no id.")
    return {record["id"]: record for record in reversed(records)}
