"""Front matter beside a file: `kent.html.front` has what `kent.html` can't hold, or what a person puts right.

It is kept apart from the file, so that a page that is fetched again, or a PDF, keeps what was corrected.
"""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

from assistant.errors import ReadingError
from assistant.types import Metadata

ENDING = ".front"
ORIGIN = ("fetched", "asked", "address", "etag", "modified", "original", "sha256", "text")
"""What is kept of an original besides: when it was fetched, the address that was asked for and the one it
led to, what the server calls its state;
where the file is, its hash, and that of the Markdown that was made of it."""
_SIGNS = str.maketrans({"\n": " ", "\r": " "})


def beside(file: Path) -> Path:
    """Where the front matter of a file stands that isn't in it."""
    return file.with_name(file.name + ENDING)


def front_beside(file: Path) -> dict[str, str]:
    """The front matter beside a file by its keys; empty where there is none.

    Raises:
        ReadingError: it is there and can't be read.
    """
    place = beside(file)
    try:
        text = place.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise ReadingError(f"{place.name} can't be read: {error}.", f"Mend or delete {place}.") from error
    pairs = (line.split(":", 1) for line in text.splitlines() if ":" in line and not line.startswith("#"))
    return {key.strip().lower(): _unquoted(value.strip()) for key, value in pairs}


def front_text(front: dict[str, str]) -> str:
    """Front matter as it is written beside a file, one field a line."""
    lines = ((key, value.translate(_SIGNS)) for key, value in front.items() if value)
    return "".join(f"{key}: {_quoted(value)}\n" for key, value in lines)


def _quoted(value: str) -> str:
    """A value so that it reads as itself, though quotes stand around it."""
    return value if value == _unquoted(value) else f"'{value}'"


def _unquoted(value: str) -> str:
    """A value without the quotes around it; those in it are its own, such as an etag's."""
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value


def unknown(front: dict[str, str]) -> tuple[str, ...]:
    """The fields of front matter that aren't known, and so say nothing: misspelt ones, most likely."""
    known = {field.name for field in fields(Metadata)} - {"inferred"} | set(ORIGIN)
    return tuple(sorted(front.keys() - known))
