"""Lines become a paragraph again: words that were cut at a line's end are joined."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_CUT = re.compile(r"([^\W\d_]+)([-\u2010\u00ad])$")
_GLUED = re.compile(r"\w[-\u2010\u00ad]$")
_GOES_ON = re.compile(r"[^\W\d_]+")
_APART = frozenset(
    "a all and anti by co cross ex face follow four full half hard high in inter large long low mid multi non of off "
    "on one out over part post pre re real safe self semi short small so sub ten the three to two under up well "
    "year".split()
)
"""Parts of words after which reports write a hyphen."""
_HANGS = frozenset({"and", "or", "to"})
_LEADERS = re.compile(r"\s*(?:\.\s?){4,}\s*|\s*(?:\u2026\s?){2,}\s*")
"""The dots that lead from an entry of a contents list to its page."""


class Joiner:
    """Joins lines, and knows from the rest of the document which hyphens belong to the words.

    Args:
        lines: every line of the document.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self._words: Counter[str] = Counter()
        lines = list(lines)
        within = False
        for line in lines:
            said = _CUT.sub("", line)
            within = within or "\u2010" in said
            self._words.update(word.lower().replace("\u2010", "-") for word in _WORD.findall(said))
        self._soft = "\u00ad" if within else "\u00ad\u2010"
        """Signs that only stand where a word was cut."""
        self._own = any(line.endswith(("\u2010", "\u00ad")) for line in lines) and not within
        """Whether cut words have a sign of their own, so that a plain hyphen belongs to its word."""

    def text(self, lines: Iterable[str]) -> str:
        """The words of a paragraph's lines."""
        said = ""
        for line in lines:
            text = _LEADERS.sub(" ", line).strip()
            glued = _GLUED.search(said) and text[:1].isalnum()
            said = self._joined(said, text) if glued else f"{said} {text}".strip()
        return said.replace("\u2010", "-").replace("\u00ad", "")

    def _joined(self, said: str, text: str) -> str:
        cut, goes_on = _CUT.search(said), _GOES_ON.match(text)
        first, second = cut[1].lower() if cut else "", goes_on[0].lower() if goes_on else ""
        if second in _HANGS and said[-1] not in self._soft:
            return f"{said} {text}"
        return said + text if self._hyphenated(said[-1], first, second, text) else said[:-1] + text

    def _hyphenated(self, sign: str, first: str, second: str, text: str) -> bool:
        """Whether the hyphen belongs to the word."""
        if sign not in self._soft and (self._own or not first or not text[0].islower()):
            return True
        together, apart = self._words[first + second], self._words[f"{first}-{second}"]
        if sign in self._soft or together or apart:
            return sign not in self._soft and apart > together
        return bool(self._words[second]) and (first in _APART or (len(first) > 2 and bool(self._words[first])))
