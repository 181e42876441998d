"""The two streams: results on standard output, everything else on standard error, both made safe."""

from __future__ import annotations

import sys

from assistant.conversation.safe_text import safe
from assistant.errors import PeelError


def result(text: str) -> None:
    """Writes a result at once, so that a pipe sees it."""
    sys.stdout.write(safe(text) + "\n")
    sys.stdout.flush()


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
