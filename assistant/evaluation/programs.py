"""Programs run from outside and timed, with the most memory that each had resident."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from assistant.settings import CHECKOUT

PEEL = "from assistant.cli import main; main()"
KILOBYTE = 1 if sys.platform == "darwin" else 1024
"""What the system counts memory in."""
PATIENCE = 120.0
"""Seconds that a chat is given to answer."""
PAINTED = 2000
"""Bytes that a screen has at least once it is painted."""
WIDE = (32, 120)
"""The rows and columns of the terminal."""


@dataclass(frozen=True, slots=True)
class Ran:
    """A program that has ended."""

    seconds: float
    megabytes: float
    """The most that was resident."""


def run(code: str, *arguments: str, environment: Mapping[str, str] = {}) -> Ran:
    """Run Python code in a program of its own.

    Raises:
        RuntimeError: it failed.
    """
    command = [sys.executable, "-c", code, *arguments]
    began = time.perf_counter()
    program = subprocess.Popen(  # noqa: S603
        command, env=surroundings(environment), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, used = os.wait4(program.pid, 0)
    seconds = time.perf_counter() - began
    program.returncode = os.waitstatus_to_exitcode(status)
    if program.returncode not in (0, 3):
        raise RuntimeError(f"peel {' '.join(arguments)} ended with {program.returncode}.")
    return Ran(seconds, used.ru_maxrss * KILOBYTE / 1e6)


def chat(question: str, kept: Path, environment: Mapping[str, str]) -> tuple[float, Ran]:
    """Open the chat in a terminal and type a question at once; returns when it was painted, and when it had answered.

    Args:
        question: what is typed.
        kept: the empty folder that the chat keeps conversations in, which tells when the answer is there.
        environment: what names that folder and the index.

    Raises:
        RuntimeError: no answer came.
    """
    began = time.perf_counter()
    process, terminal = pty.fork()
    if not process:
        everything = {**surroundings(environment), "TERM": "xterm-256color"}
        os.execve(sys.executable, [sys.executable, "-c", PEEL], everything)  # noqa: S606
    painted = answered = 0.0
    shown = 0
    try:
        _resize(terminal)
        while not answered and time.perf_counter() - began < PATIENCE:
            shown += _drained(terminal)
            if not painted and shown >= PAINTED:
                painted = time.perf_counter() - began
                os.write(terminal, question.encode() + b"\r")
            if any('"answer"' in file.read_text(encoding="utf-8") for file in kept.rglob("*.jsonl")):
                answered = time.perf_counter() - began
    finally:
        os.kill(process, signal.SIGKILL)
        used = os.wait4(process, 0)[2]
        os.close(terminal)
    if not answered:
        raise RuntimeError("The chat gave no answer.")
    return painted, Ran(answered, used.ru_maxrss * KILOBYTE / 1e6)


def surroundings(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment of a program of peel's own: this one's, and what is to be different."""
    # What is installed is compiled; a program that compiles itself at each start isn't what a user has.
    compiled = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**compiled, "PYTHONPATH": str(CHECKOUT), **environment}


def _resize(terminal: int) -> None:
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", *WIDE, 0, 0))


def _drained(terminal: int) -> int:
    """How many bytes a terminal has shown in the last moment."""
    if select.select([terminal], [], [], 0.005)[0]:
        return len(os.read(terminal, 65536))
    return 0
