"""The two streams: results on standard output, everything else on standard error, both made safe."""

from __future__ import annotations

import shutil
import sys
import textwrap

from assistant.conversation.safe_text import safe
from assistant.errors import PeelError


def result(text: str) -> None:
    """Writes a result at once, so that a pipe sees it; in a terminal, words aren't broken at the edge."""
    shown = safe(text)
    if sys.stdout.isatty():
        width = shutil.get_terminal_size().columns
        shown = "\n".join(wrapped(line, width) for line in shown.split("\n"))
    sys.stdout.write(shown + "\n")
    sys.stdout.flush()


def wrapped(line: str, width: int) -> str:
    """A line broken between words; what follows is indented as its start is."""
    indent = line[: len(line) - len(line.lstrip())]
    rows = textwrap.wrap(
        line, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False, drop_whitespace=True
    )
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
