"""The clock, which tests hold still."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

Clock = Callable[[], datetime]


def local_now() -> datetime:
    """The local time with its offset."""
    return datetime.now().astimezone()
