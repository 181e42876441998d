"""The forms in which answers are written: a file of its own, so that the command line needs no more to name them."""

from __future__ import annotations

from enum import StrEnum


class Format(StrEnum):
    """The forms in which answers are written."""

    JSONL = "jsonl"
    CSV = "csv"
    MD = "md"
