"""The chat in a real terminal, with the real index and model: asked, read, followed up, left, and found again."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from assistant.conversation.store import ConversationStore

ROOT = Path(__file__).resolve().parents[2]
CHAT = (sys.executable, "-c", "from assistant.start import main; main()")
PATIENCE = 180

pytestmark = [
    pytest.mark.end_to_end,
    pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux isn't installed"),
]


@dataclass
class Terminal:
    """A terminal of 80 by 24 in which the chat runs."""

    socket: str

    def tmux(self, *arguments: str) -> str:
        command = ["tmux", "-L", self.socket, *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout

    def press(self, *keys: str) -> None:
        for key in keys:
            self.tmux("send-keys", "-t", "chat", key)

    def write(self, text: str) -> None:
        self.tmux("send-keys", "-t", "chat", "-l", text)

    def screen(self) -> str:
        return self.tmux("capture-pane", "-p", "-t", "chat")

    def shows(self, *words: str) -> str:
        """The screen, once it shows some words."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            screen = self.screen()
            if all(word in screen for word in words):
                return screen
            time.sleep(0.1)
        raise AssertionError(f"no {words} on the screen:\n{self.screen()}")


@pytest.fixture
def folders(tmp_path: Path) -> dict[str, str]:
    """An index of the checkout's corpus; what the checkout's own index has is not encoded again."""
    index = tmp_path / "index"
    shutil.copytree(ROOT / "index", index)
    names = {"CORPUS": ROOT / "corpus", "INDEX": index, "CONVERSATIONS": tmp_path / "conversations"}
    variables = {f"PEEL_{name}": str(folder) for name, folder in names.items()} | {"PYTHONPATH": str(ROOT)}
    subprocess.run([*CHAT, "rebuild"], env=os.environ | variables, check=True, capture_output=True, timeout=600)
    return variables


@pytest.fixture
def terminal(folders: dict[str, str], tmp_path: Path) -> Iterator[Terminal]:
    terminal = Terminal(f"peel-{os.getpid()}")
    variables = [f"{name}={value}" for name, value in folders.items()]
    command = f"{shlex.join(['env', *variables, *CHAT])}; echo ended with $?; cat"
    terminal.tmux(
        "-f", "/dev/null", "new-session", "-d", "-s", "chat", "-x", "80", "-y", "24", "-c", str(tmp_path), command
    )
    yield terminal
    terminal.tmux("kill-server")


def test_a_person_asks_reads_follows_up_and_leaves(terminal: Terminal, folders: dict[str, str]) -> None:
    terminal.shows("2 reports", "Ask about the reports")
    terminal.write("what was Kent's 999 answer rate")
    terminal.press("Enter")
    terminal.shows("93.6 percent", "30 November 2025", "[1] Kent PEEL 2025–27", "Ask a follow-up")
    terminal.press("Escape")
    terminal.shows("1-9 Source")
    terminal.press("1")
    terminal.shows("Responding to the public › The force answers emergency calls quickly", "esc Back")
    terminal.press("Escape")
    terminal.shows("1-9 Source", "↳ read as: Kent")
    terminal.press("i")
    terminal.write("and for 101?")
    terminal.press("Enter")
    terminal.shows("▌ and for 101?", "101 answer rate")
    terminal.press("C-q")
    terminal.shows("ended with 0")
    (kept,) = ConversationStore(Path(folders["PEEL_CONVERSATIONS"])).kept()
    assert (kept.turns, kept.preview) == (2, "what was Kent's 999 answer rate")
