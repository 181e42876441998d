"""A file is converted in a process of its own, whose memory and time have an end.

A small file may unpack to more than memory holds, or keep a library busy for ever. Run as a program, this module
reads a file from standard input and writes what it holds as JSON.
"""

from __future__ import annotations

import json
import subprocess
import sys

from assistant.errors import ReadingError
from assistant.reading.formats.convert import Converted, convert
from assistant.reading.formats.kinds import Format

MEMORY = 2_000_000_000
"""Bytes. A PDF of 100 pages takes a tenth."""
SECONDS = 120
"""A PDF of 100 pages takes about eight."""


def convert_apart(content: bytes, name: str) -> Converted:
    """Do what `convert` does, whatever the file is made to do.

    Raises:
        ReadingError: as `convert` does, or the file takes more memory or time than a report can.
    """
    command = [sys.executable, "-P", "-m", "assistant.reading.formats.apart", name, str(MEMORY), str(SECONDS)]
    try:
        done = subprocess.run(command, input=content, capture_output=True, timeout=SECONDS, check=False)  # noqa: S603
    except subprocess.TimeoutExpired as error:
        raise ReadingError(
            f"{name} took longer than {SECONDS} seconds.", "Save the report anew, or as text."
        ) from error
    try:
        record = json.loads(done.stdout) if done.returncode == 0 else {}
    except ValueError:
        record = {}
    if "markdown" in record:
        return Converted(record["markdown"], Format(record["format"]), record["source"])
    message, mend = record.get("error") or (f"{name} can't be read as a report.", "Save it anew, or as text.")
    raise ReadingError(message, mend)


def _limit(memory: int, seconds: int) -> None:
    """Give this process its limits, where the system has any."""
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _main(name: str, memory: str, seconds: str) -> None:
    _limit(int(memory), int(seconds))
    record: dict[str, object]
    try:
        held = convert(sys.stdin.buffer.read(), name)
        record = {"markdown": held.markdown, "format": held.format, "source": held.source}
    except ReadingError as error:
        record = {"error": [error.message, error.mend]}
    except MemoryError:
        record = {"error": [f"{name} needs more memory than a report can.", "Save the report anew, or as text."]}
    sys.stdout.buffer.write(json.dumps(record).encode("ascii"))


if __name__ == "__main__":
    _main(*sys.argv[1:4])
