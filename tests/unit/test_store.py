"""Conversations on disk: killed programs, two windows, odd files."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from assistant.conversation.store import ConversationStore
from assistant.errors import PeelError
from assistant.types import Turn
from tests.fakes import answered

TURN = Turn("calls?", answered("calls?"))
KILLED = """
import os, signal, sys
from pathlib import Path
from assistant.conversation.store import ConversationStore
from tests.fakes import answered
from assistant.types import Turn
store = ConversationStore(Path(sys.argv[1]))
conversation = store.start()
for number in range(3):
    conversation = store.append(conversation, Turn(str(number), answered(str(number))))
os.kill(os.getpid(), signal.SIGKILL)
"""


WINDOW = """
import sys
from pathlib import Path
from assistant.conversation.store import ConversationStore
from assistant.types import Conversation, Turn
from tests.fakes import answered
store = ConversationStore(Path(sys.argv[1]))
conversation = Conversation("20320601-090000-0123abcd", "2032-06-01T09:00:00+00:00")
for number in range(40):
    text = f"{sys.argv[2]} {number} " + "x" * 20_000
    conversation = store.append(conversation, Turn(text, answered(text)))
"""


def test_nothing_is_written_before_the_first_turn(tmp_path: Path) -> None:
    store = ConversationStore(tmp_path / "kept")
    store.start()
    assert not (tmp_path / "kept").exists()
    assert store.kept() == ()


def test_a_killed_program_loses_no_turn(tmp_path: Path) -> None:
    ended = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], check=False)
    assert ended.returncode == -signal.SIGKILL
    (kept,) = ConversationStore(tmp_path).kept()
    assert (kept.turns, kept.preview) == (3, "0")


def test_two_windows_keep_both_their_turns(tmp_path: Path) -> None:
    one, other = ConversationStore(tmp_path), ConversationStore(tmp_path)
    conversation = one.append(one.start(), TURN)
    one.append(conversation, Turn("from one", answered("from one")))
    other.append(conversation, Turn("from the other", answered("from the other")))
    questions = [turn.question for turn in one.load(conversation.id).turns]
    assert questions == ["calls?", "from one", "from the other"]


def test_two_windows_at_once_mix_no_lines(tmp_path: Path) -> None:
    windows = [subprocess.Popen([sys.executable, "-c", WINDOW, str(tmp_path), name]) for name in ("one", "other")]
    assert [window.wait(timeout=60) for window in windows] == [0, 0]
    turns = ConversationStore(tmp_path).load("20320601-090000-0123abcd").turns
    for name in ("one", "other"):
        told = [turn.question.split()[1] for turn in turns if turn.question.startswith(f"{name} ")]
        assert told == [str(number) for number in range(40)]


def test_the_one_changed_last_comes_first(tmp_path: Path) -> None:
    times = iter(datetime(2032, 6, day, tzinfo=UTC) for day in (1, 2))
    store = ConversationStore(tmp_path, now=lambda: next(times))
    older, newer = (store.append(store.start(), TURN) for _ in range(2))
    os.utime(tmp_path / f"{older.id}.jsonl", (2e9, 2e9))
    assert [kept.id for kept in store.kept()] == [older.id, newer.id]
    assert store.kept()[1].started == "2032-06-02T00:00:00+00:00"


def test_a_conversation_is_for_its_owner_alone(tmp_path: Path) -> None:
    store = ConversationStore(tmp_path / "kept")
    store.append(store.start(), TURN)
    (file,) = (tmp_path / "kept").iterdir()
    assert file.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("name", ["../../etc/passwd", "", "20320601-090000-zzzzzzzz"])
def test_an_id_never_leads_elsewhere(name: str, tmp_path: Path) -> None:
    with pytest.raises(PeelError, match="not the id"):
        ConversationStore(tmp_path).load(name)


def test_odd_files_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "notes.jsonl").write_text("{}")
    (tmp_path / "20320601-090000-0123abcd.jsonl").write_bytes(b'\xff\n[1]\n{"answer": 1}\n{"question": "?"')
    assert ConversationStore(tmp_path).kept() == ()


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    store = ConversationStore(tmp_path / "file")
    with pytest.raises(PeelError, match="couldn't be kept"):
        store.append(store.start(), TURN)
