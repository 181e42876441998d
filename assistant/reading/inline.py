"""Markup inside a line becomes the words that a reader of the page sees."""

from __future__ import annotations

import html
import re

_IMAGE = re.compile(r"!\[(?:[^\[\]\\]|\\.)*\]\([^()\s]*\)")
_LINK = re.compile(r"\[((?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\]\((?:[^()\s\\]|\\.|\([^()\s]*\))*\)")
_TAG = re.compile(r"</?(?:b|u|i|em|strong|sup|sub|br|p|span|a)\b[^<>]*>", re.IGNORECASE)
_ESCAPE = re.compile(r"\\([^\w\s])")
_STRONG = re.compile(r"\*\*|__")
_BOLD = (("**", "**"), ("__", "__"), ("<b>", "</b>"), ("<strong>", "</strong>"))
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=\S)([^*\n]*\S)\*(?![\w*])")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_SPACES = re.compile(r"[\s\u00a0]+")


def plain(text: str) -> str:
    """The words of a line without links' addresses, tags, emphasis and escapes; spaces are single.

    Brackets that aren't links stay, since they are the report's own.
    """
    text = _LINK.sub(r"\1", _IMAGE.sub("", text))
    text = _EMPHASIS.sub(r"\1", _STRONG.sub("", _TAG.sub("", text)))
    text = html.unescape(_ESCAPE.sub(r"\1", text))
    return _SPACES.sub(" ", _INVISIBLE.sub("", text)).strip()


def is_bold(line: str) -> bool:
    """Whether a line is bold from its first letter to its last."""
    inner = line.strip()
    for opening, closing in _BOLD:
        if len(inner) > len(opening + closing) and inner.startswith(opening) and inner.endswith(closing):
            within = inner[len(opening) : -len(closing)]
            return opening not in within and closing not in within
    return False


def is_link(line: str) -> bool:
    """Whether a line is nothing but one link: where a page's navigation points, not what it says."""
    return bool(_LINK.fullmatch(line.strip()))
