"""The structure tree of a tagged PDF, with the letters that each of its elements holds, in their order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from pdfminer.pdftypes import PDFObjRef, resolve1
from pdfminer.psparser import PSLiteral
from pdfminer.utils import decode_text

from assistant.reading.formats.pdf.lines import Char

Marked = dict[tuple[int, int], list[Char]]
"""Letters by page and by the number of their marked content."""
_DEEPEST = 150
"""Elements within each other. Published reports have about 12."""


@dataclass(frozen=True, slots=True)
class Node:
    """An element of the tree."""

    type: str
    alt: str
    """The words that stand for a picture."""
    kids: tuple[Node | list[Char], ...]
    """What it holds in order: letters of its own, and elements."""

    @property
    def children(self) -> list[Node]:
        """The elements that it holds."""
        return [kid for kid in self.kids if isinstance(kid, Node)]


def marked(chars: Iterable[Char]) -> Marked:
    """Letters by the marked content that they belong to; those of none are left out."""
    found: Marked = defaultdict(list)
    for char in chars:
        if char.mark is not None:
            found[char.page, char.mark].append(char)
    return found


def tree_of(catalog: dict[str, Any], numbers: dict[Any, int], chars: Marked) -> Node | None:
    """The tree of a document, None where it has none.

    Args:
        catalog: the document's catalogue.
        numbers: pages' numbers by the ids of their objects.
        chars: the document's marked letters.
    """
    root = resolve1(catalog.get("StructTreeRoot"))
    if not isinstance(root, dict):
        return None
    roles = resolve1(root.get("RoleMap"))
    return _Reader(numbers, chars, roles if isinstance(roles, dict) else {}).node(root, 0, 0)


class _Reader:
    """Reads each element once, so that a tree that loops has an end."""

    def __init__(self, numbers: dict[Any, int], chars: Marked, roles: dict[str, Any]) -> None:
        self._numbers, self._chars, self._roles = numbers, chars, roles
        self._seen: set[int] = set()

    def node(self, given: dict[str, Any], page: int, depth: int) -> Node:
        page = self._page(given, page)
        kids = resolve1(given.get("K"))
        found = []
        for kid in kids if isinstance(kids, list) else [given.get("K")]:
            held = self._kid(kid, page, depth)
            if held is not None:
                found.append(held)
        alt = resolve1(given.get("Alt"))
        return Node(self._role(given.get("S")), decode_text(alt) if isinstance(alt, bytes) else "", tuple(found))

    def _kid(self, kid: Any, page: int, depth: int) -> Node | list[Char] | None:
        if isinstance(kid, PDFObjRef):
            if kid.objid in self._seen:
                return None
            self._seen.add(kid.objid)
        kid = resolve1(kid)
        if isinstance(kid, int):
            return self._chars.get((page, kid))
        if not isinstance(kid, dict) or depth > _DEEPEST or "Obj" in kid:
            return None
        if isinstance(mark := resolve1(kid.get("MCID")), int):
            return self._chars.get((self._page(kid, page), mark))
        return self.node(kid, page, depth + 1)

    def _page(self, given: dict[str, Any], page: int) -> int:
        named = given.get("Pg")
        return self._numbers.get(named.objid, page) if isinstance(named, PDFObjRef) else page

    def _role(self, named: Any) -> str:
        """An element's type as the standard calls it; a document's own names are mapped."""
        named = resolve1(named)
        for _ in range(4):
            role = str(named.name) if isinstance(named, PSLiteral) else ""
            if role not in self._roles:
                break
            named = resolve1(self._roles[role])
        return role
