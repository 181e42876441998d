"""Conversations on disk: one file each, a line a turn, written as soon as the turn is done.

A line is appended in one write and flushed to the disk, so a killed program loses at most the line it was writing. Such
a cut line is passed over when the conversation is read, and the next turn starts on a line of its own. Two windows that
write to the same conversation add lines beside each other's.
"""

from __future__ import annotations

import json
import os
import re
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from assistant.conversation.records import dump, turn_from_json, turn_to_json
from assistant.errors import PeelError
from assistant.types import Conversation, Turn

FORMAT = 1
"""The form of a line, which names it. A newer peel that changes it must still read the older ones."""

_ID = re.compile(r"\d{8}-\d{6}-[0-9a-f]{8}")


@dataclass(frozen=True, slots=True)
class Kept:
    """What a list of kept conversations shows of one."""

    id: str
    started: str
    """ISO 8601, local time with offset."""
    changed: datetime
    turns: int
    preview: str
    """The first question."""


def _now() -> datetime:
    return datetime.now().astimezone()


class ConversationStore:
    """The conversations kept in one folder.

    Args:
        folder: where they are; made when the first turn is kept.
        now: the clock, for tests.
    """

    def __init__(self, folder: Path, *, now: Callable[[], datetime] = _now) -> None:
        self._folder = folder
        self._now = now

    def start(self) -> Conversation:
        """A new conversation. Nothing is written before its first turn."""
        now = self._now()
        return Conversation(id=f"{now:%Y%m%d-%H%M%S}-{secrets.token_hex(4)}", started=now.isoformat(timespec="seconds"))

    def append(self, conversation: Conversation, turn: Turn) -> Conversation:
        """Keeps one more turn, and returns the conversation with it.

        Raises:
            PeelError: the folder or the file can't be written.
        """
        line = dump({"format": FORMAT, "started": conversation.started, **turn_to_json(turn)})
        try:
            _append(self._path(conversation.id), line)
        except OSError as error:
            mend = f"Is there room, and may you write to {self._folder}?"
            raise PeelError(f"The conversation couldn't be kept: {error.strerror}.", mend) from error
        return replace(conversation, turns=(*conversation.turns, turn))

    def load(self, id: str) -> Conversation:
        """A kept conversation, with every turn that was written whole.

        Raises:
            PeelError: there is none of that id, or its file can't be read.
        """
        try:
            lines = tuple(_lines(self._path(id)))
        except OSError as error:
            raise PeelError(f"There is no conversation {id}: {error.strerror}.") from error
        started = next((line["started"] for line in lines if "started" in line), "")
        return Conversation(id=id, started=started, turns=tuple(_turns(lines)))

    def kept(self) -> tuple[Kept, ...]:
        """The conversations that hold at least one turn, the one changed last first."""
        paths = [path for path in self._folder.glob("*.jsonl") if _ID.fullmatch(path.stem)]
        found = [each for path in paths if (each := self._summary(path)) is not None]
        return tuple(sorted(found, key=lambda each: (each.changed, each.id), reverse=True))

    def _summary(self, path: Path) -> Kept | None:
        conversation = self.load(path.stem)
        if not conversation.turns:
            return None
        changed = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
        first = conversation.turns[0].question
        return Kept(conversation.id, conversation.started, changed, len(conversation.turns), first)

    def _path(self, id: str) -> Path:
        if not _ID.fullmatch(id):
            raise PeelError(f"{id} is not the id of a conversation.")
        return self._folder / f"{id}.jsonl"


def _append(path: Path, line: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    is_new = not path.exists()
    file = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        own_line = "\n" if _ends_in_a_cut_line(file) else ""
        _write(file, f"{own_line}{line}\n".encode())
        os.fsync(file)
    finally:
        os.close(file)
    if is_new:
        _flush_folder(path.parent)


def _ends_in_a_cut_line(file: int) -> bool:
    size = os.fstat(file).st_size
    return size > 0 and os.pread(file, 1, size - 1) != b"\n"


def _write(file: int, data: bytes) -> None:
    written = os.write(file, data)
    while written < len(data):
        written += os.write(file, data[written:])


def _flush_folder(folder: Path) -> None:
    """Makes the name of a new file as lasting as its contents."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    for line in path.read_bytes().split(b"\n"):
        try:
            record = json.loads(line)
        except ValueError:  # empty, or cut short when the program was killed
            continue
        if isinstance(record, dict):
            yield record


def _turns(lines: tuple[dict[str, Any], ...]) -> Iterator[Turn]:
    for line in lines:
        if "answer" in line:
            try:
                yield turn_from_json(line)
            except (KeyError, TypeError, ValueError):  # not a turn that this version knows
                continue
