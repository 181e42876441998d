"""Text from reports, questions and files made safe for a screen: letters stay, controls become visible or go."""

from __future__ import annotations

import re
import unicodedata

REPLACED = "\N{REPLACEMENT CHARACTER}"
PICTURES = 0x2400
"""Where Unicode keeps a picture of each of the first 32 control characters."""
STACKED_MARKS = re.compile(r"([\u0300-\u036f\u1ab0-\u1aff\u20d0-\u20ff]{3})[\u0300-\u036f\u1ab0-\u1aff\u20d0-\u20ff]+")
SELECTORS = re.compile("[\ufe00-\ufe0f]")


def visible(text: str) -> str:
    """A text as it may be shown: no escape, no control, no invisible or direction-changing character.

    Line ends stay; tabs become spaces; an escape is shown as its picture (␛); zero-width and bidirectional controls
    are taken out.
    """
    if text.isascii() and text.isprintable():
        return text
    text = SELECTORS.sub("", STACKED_MARKS.sub(r"\1", text.replace("\r\n", "\n")))
    return "".join(letter if letter.isprintable() or letter == "\n" else _shown(letter) for letter in text)


def one_line(text: str, limit: int = 400) -> str:
    """A text on one line, cut with an ellipsis after `limit` characters."""
    line = " ".join(visible(text[: limit * 4]).split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def _shown(letter: str) -> str:
    code = ord(letter)
    if letter == "\t" or unicodedata.category(letter) in ("Zs", "Zl", "Zp"):
        return "  " if letter == "\t" else " "
    if code < 32:
        return chr(PICTURES + code)
    if code == 127:
        return "␡"
    return "" if unicodedata.category(letter) == "Cf" else REPLACED
