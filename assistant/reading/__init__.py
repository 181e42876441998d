"""A file becomes a Report of Sections.

source → elements → chrome → headings, outline → pagebreaks, tables → assemble → metadata, judgments
"""

from assistant.reading.report import read_report, read_text

__all__ = ["read_report", "read_text"]
