"""The two streams: results on standard output, everything else on standard error, both made safe."""

from __future__ import annotations

import re
import shutil
import sys
import textwrap

from assistant.conversation.safe_text import safe
from assistant.errors import PeelError

_OPENING = re.compile(r"\s*(?:\[\w\] )?")


def result(text: str) -> None:
    """Writes a result at once, so that a pipe sees it."""
    sys.stdout.write(safe(text) + "\n")
    sys.stdout.flush()


def result_for_people(text: str) -> None:
    """Writes a result; in a terminal, no word is broken at its edge."""
    if not sys.stdout.isatty():
        result(text)
        return
    width = shutil.get_terminal_size().columns
    result("\n".join(wrapped(line, width) for line in safe(text).split("\n")))


def wrapped(line: str, width: int) -> str:
    """A line broken between words; what follows is indented as its words are, behind a mark such as `[1]`."""
    opening = _OPENING.match(line)
    indent = " " * opening.end() if opening else ""
    rows = textwrap.wrap(line, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
    return "\n".join(rows)


def note(text: str) -> None:
    """Writes something that isn't a result."""
    sys.stderr.write(safe(text) + "\n")
    sys.stderr.flush()


def note_error(error: PeelError) -> None:
    """Writes what went wrong, and what mends it."""
    note(f"peel: {error}")


def is_interactive() -> bool:
    """Whether a person sits at both ends."""
    return sys.stdin.isatty() and sys.stdout.isatty()
