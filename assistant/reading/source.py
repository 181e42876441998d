"""A file on disk becomes its front matter and its text."""

from __future__ import annotations

import re
from pathlib import Path

from assistant.errors import ReadingError
from assistant.reading.formats.kinds import Format, format_of

LARGEST = 20_000_000
"""Bytes. The longest published report is under half a million; anything larger isn't one."""

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"\s*(?:[\w-]+\s*:|#|- )")
"""A line of front matter; a text between two rules that has any other line is the report's own."""
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


def load_source(path: Path) -> tuple[dict[str, str], str]:
    """Read a report's file.

    Args:
        path: a Markdown or text file.

    Returns:
        The front matter as text by key, empty where there is none, and the text below it.

    Raises:
        ReadingError: the file is missing, empty, too large or not text.
    """
    raw = bytes_of(path)
    format = format_of(raw)
    if format not in (None, Format.TEXT):
        raise ReadingError(
            f"{path.name} is a {format} and not text.", "Add it from another folder with: peel add FILE."
        )
    text = decoded(raw, path.name)
    if not text.strip():
        raise ReadingError(f"{path.name} is empty.", "Save the report's text in it, or delete the file.")
    return split_front_matter(text)


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    """Front matter (`key: value` lines between two `---` lines at the top) and the text below it."""
    found = _FRONT.match(text)
    if not found or not all(_FIELD.match(line) for line in found[1].splitlines() if line.strip()):
        return {}, text
    pairs = (line.split(":", 1) for line in found[1].splitlines() if ":" in line and not line.startswith("#"))
    return {key.strip().lower(): value.strip().strip("\"'") for key, value in pairs}, text[found.end() :]


def bytes_of(path: Path) -> bytes:
    """A file's bytes.

    Raises:
        ReadingError: the file is missing or too large.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise ReadingError(f"{path.name} is larger than {LARGEST // 1_000_000} MB.", "Split it, or delete it.")
        return path.read_bytes()
    except OSError as error:
        raise ReadingError(f"{path.name} can't be read: {error.strerror}.", f"Check that {path} exists.") from error


def _mostly_utf8(raw: bytes) -> str:
    """The text of a file that is UTF-8 but for a few bytes, such as one cut short; empty where it is something else."""
    text = raw.decode("utf-8-sig", errors="replace")
    lost = text.count("\ufffd")
    return text if lost * 2 < sum(sign > "\x7f" for sign in text) - lost else ""


def decoded(raw: bytes, name: str) -> str:
    """The text of a file: UTF-8 with or without a mark, else Windows-1252, which web pages saved as text often are.

    Args:
        raw: the file's bytes.
        name: its name, for messages.

    Raises:
        ReadingError: it isn't text.
    """
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = _mostly_utf8(raw) or raw.decode("cp1252", errors="replace")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if len(_CONTROL.findall(text)) * 200 > len(text):
        raise ReadingError(f"{name} isn't text.", "Save the report as Markdown or as text.")
    return _CONTROL.sub("", text)
