"""The questions of before, kept in a file that several windows may add to at once."""

from __future__ import annotations

import json
import os
from pathlib import Path

NAME = "questions.jsonl"
KEPT = 500


def read_history(folder: Path) -> list[str]:
    """The last questions, oldest first; lines that can't be read are left out."""
    try:
        lines = (folder / NAME).read_bytes().splitlines()[-KEPT:]
    except OSError:
        return []
    return [question for line in lines if (question := _question(line))]


def add_to_history(folder: Path, question: str) -> None:
    """Add a question in one write, so that two windows don't mix their lines."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    file = os.open(folder / NAME, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(file, (json.dumps(question) + "\n").encode())
    finally:
        os.close(file)


def _question(line: bytes) -> str:
    try:
        question = json.loads(line)
    except ValueError:
        return ""
    return question if isinstance(question, str) else ""
