"""How a command ends."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """The exit codes of `peel`."""

    DONE = 0
    """Answered, or done."""
    FAILURE = 1
    USAGE = 2
    NOT_IN_REPORTS = 3
