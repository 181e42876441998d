"""Text of reports, questions and models as it may be shown: nothing in it steers a terminal.

A report or a question is data. An escape sequence in one could recolour the screen, rename the window or hide words,
and an order of writing (right to left) could turn a figure round, so both are made visible instead of obeyed.
"""

from __future__ import annotations

import re

_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_PICTURES = 0x2400
_DELETE = 0x7F


def safe(text: str) -> str:
    """A text that may be written to a terminal: control characters become signs that stand for them.

    Line ends become plain ones; tabs stay. Making a safe text safe again changes nothing.
    """
    return _CONTROLS.sub(_sign, _LINE_ENDS.sub("\n", text))


def safe_line(text: str) -> str:
    """A safe text on one line: every run of white space is one space."""
    return " ".join(safe(text).split())


def _sign(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < ord(" "):
        return chr(_PICTURES + code)
    return "\N{SYMBOL FOR DELETE}" if code == _DELETE else "\N{REPLACEMENT CHARACTER}"
