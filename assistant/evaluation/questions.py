"""Files of questions: JSON Lines (single questions and conversations), CSV, or plain text with one question a line."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.errors import BatchError
from assistant.evaluation.expected import Expected, expected_of

_JSON_LINES = frozenset({".jsonl", ".ndjson", ".json"})


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a batch."""

    id: str
    text: str
    expected: Expected | None = None
    """What a right answer holds; None where the file doesn't say."""


@dataclass(frozen=True, slots=True)
class Thread:
    """Questions that follow each other in one conversation; a question on its own is a thread of one."""

    questions: tuple[Question, ...]


def read_questions(path: Path) -> tuple[Thread, ...]:
    """The questions of a file, in its order.

    Args:
        path: JSON Lines by its ending (.jsonl, .ndjson, .json), CSV (.csv), else plain text.

    Raises:
        BatchError: the file can't be read, holds no question, or names two by the same id.
    """
    text = _text(path)
    if path.suffix.lower() in _JSON_LINES:
        threads = tuple(_from_json_lines(text, path))
    elif path.suffix.lower() == ".csv":
        threads = tuple(_from_csv(text, path))
    else:
        threads = tuple(_from_lines(text))
    _check(threads, path)
    return threads


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise BatchError(f"{path} can't be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise BatchError(f"{path} isn't text.", "Save it as UTF-8.") from error


def _from_lines(text: str) -> Iterator[Thread]:
    questions = [line.strip() for line in text.splitlines() if line.strip()]
    return (Thread((Question(str(number), question),)) for number, question in enumerate(questions, 1))


def _from_csv(text: str, path: Path) -> Iterator[Thread]:
    reader = csv.DictReader(io.StringIO(text, newline=""))
    if "question" not in (reader.fieldnames or ()):
        raise BatchError(f"{path} has no column named question.", "Name the columns in the first row.")
    try:
        rows = list(reader)
    except csv.Error as error:
        raise BatchError(f"{path} line {reader.line_num} can't be read as CSV: {error}.") from error
    for number, row in enumerate(rows, 1):
        if question := (row["question"] or "").strip():
            yield Thread((Question((row.get("id") or "").strip() or str(number), question),))


def _from_json_lines(text: str, path: Path) -> Iterator[Thread]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            yield _thread(json.loads(line), default_id=str(number))
        except (ValueError, TypeError, KeyError) as error:
            mend = 'A line is {"id": …, "question": …} or {"id": …, "turns": [{"question": …}, …]}.'
            raise BatchError(f"{path} line {number} isn't a question: {error}.", mend) from error


def _thread(record: dict[str, Any], *, default_id: str) -> Thread:
    if "turns" not in _object(record):
        return Thread((_question(record, default_id),))
    id = record.get("id", default_id)
    return Thread(tuple(_question(turn, f"{id}.{n}") for n, turn in enumerate(record["turns"], 1)))


def _question(record: dict[str, Any], default_id: str) -> Question:
    text, id = _object(record).get("question"), str(record.get("id", default_id))
    if not isinstance(text, str):
        raise TypeError("it has no question")
    return Question(id, text, expected_of(record))


def _object(record: dict[str, Any]) -> dict[str, Any]:
    if not isinstance(record, dict):
        raise TypeError("it is no JSON object")
    return record


def _check(threads: tuple[Thread, ...], path: Path) -> None:
    ids = Counter(question.id for thread in threads for question in thread.questions)
    if not ids:
        raise BatchError(f"{path} holds no question.")
    id, times = ids.most_common(1)[0]
    if times > 1:
        raise BatchError(f"{path} has {times} questions with the id {id}.", "Give every question an id of its own.")
