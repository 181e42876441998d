"""A file becomes a Report of Sections.

source → elements → chrome → headings, outline → pagebreaks, tables → assemble → metadata, judgments
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.reading.report import read_report, read_text

__all__ = ["read_report", "read_text"]


def __getattr__(name: str) -> object:
    """The readers, imported when a report is read: a question needs its words and numbers alone."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from assistant.reading import report

    return getattr(report, name)
