"""What a program writes to what it reads, with the time of its first line."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from tempfile import TemporaryFile
from typing import IO

from assistant.evaluation.programs import KILOBYTE, Ran

FINE = (0, 3)
"""How a program may end; with 3, peel says that the reports don't hold it."""


@dataclass(frozen=True, slots=True)
class Replies:
    """The lines of a program that has ended."""

    ran: Ran
    """Its seconds are those from its start to its first line."""
    lines: tuple[str, ...]


def replies(command: Sequence[str], read: str, environment: Mapping[str, str]) -> Replies:
    """Run a program to its end.

    Args:
        command: the program with its arguments.
        read: what stands on its standard input.
        environment: all of it.

    Raises:
        RuntimeError: it failed, or wrote nothing; with the last line of its standard error.
        OSError: it couldn't be started.
    """
    with TemporaryFile() as source, TemporaryFile() as complaints:
        source.write(read.encode())
        source.seek(0)
        began = time.perf_counter()
        program = subprocess.Popen(  # noqa: S603
            command, env=environment, stdin=source, stdout=subprocess.PIPE, stderr=complaints
        )
        first, seconds, rest = _read(program, began)
        _, status, used = os.wait4(program.pid, 0)
        program.returncode = os.waitstatus_to_exitcode(status)
        if program.returncode not in FINE or not first:
            raise RuntimeError(f"it ended with {program.returncode}: {_last_line(complaints)}")
    return Replies(Ran(seconds, used.ru_maxrss * KILOBYTE / 1e6), tuple((first + rest).decode().splitlines()))


def _read(program: subprocess.Popen[bytes], began: float) -> tuple[bytes, float, bytes]:
    if program.stdout is None:
        raise RuntimeError("its output can't be read")
    with program.stdout as output:
        first = output.readline()
        seconds = time.perf_counter() - began
        return first, seconds, output.read()


def _last_line(complaints: IO[bytes]) -> str:
    complaints.seek(0)
    lines = complaints.read().decode(errors="replace").strip().splitlines()
    return lines[-1] if lines else "it said nothing"
