"""The tree of a web page without what surrounds its text, as a walk that no depth can break."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from assistant.errors import ReadingError

DEEPEST = 1_000
"""Elements within each other. A parser's time grows with the square of the depth; published pages have about 30."""

_NESTS = re.compile(
    r"<(/?)(?:div|section|article|main|aside|span|ul|ol|dl|table|blockquote|figure|details|form|font|b|i|em|strong|a)\b",
    re.IGNORECASE,
)
_NEVER_TEXT = frozenset(
    "script style noscript template nav form button select textarea iframe object embed video audio canvas svg map "
    "head title dialog del".split()
)
_ROLES = frozenset("navigation banner contentinfo search dialog alertdialog tooltip menu menubar toolbar".split())
_AROUND = re.compile(
    r"(?:^|[\s_-])(?:cookies?|consent|breadcrumbs?|skip|share|sharing|social|pagination|toc|table-of-contents"
    r"|print-only|visually-hidden|sr-only|screen-reader-text)(?=$|[\s_-])",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_WHOLE = frozenset({"html", "body", "main", "article"})
_LARGE = 0.2
"""Share of a page's text. What holds more is the report, whatever its class is called."""


def tree_of(page: str, name: str) -> LexborHTMLParser:
    """A web page as a tree.

    Raises:
        ReadingError: its elements are nested too deeply to be a report.
    """
    depth = 0
    for found in _NESTS.finditer(page):
        depth = max(0, depth - 1) if found[1] else depth + 1
        if depth > DEEPEST:
            raise ReadingError(f"{name} has more than {DEEPEST} elements within each other.", "Save the page anew.")
    return LexborHTMLParser(page)


def root_of(tree: LexborHTMLParser) -> LexborNode | None:
    """Where a page's own text stands: its main part or its one article where they hold most of it, else its body."""
    body = tree.body
    if body is None:
        return None
    size = len(body.text())
    for selector, share in (("main, [role=main]", 0.3), ("article", 0.5)):
        largest = max(body.css(selector), key=lambda node: len(node.text()), default=None)
        if largest is not None and len(largest.text()) >= share * size:
            return largest
    return body


def walk(root: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Every node below a root in the page's order: True where it opens, False where it closes.

    What surrounds the text or isn't shown is left out, and so are lists of links into the page itself.
    """
    size = max(1, len(root.text()))
    in_body = root.tag == "body"
    below = [root.child]
    parents: list[LexborNode] = []
    while below:
        node = below.pop()
        if node is None:
            if parents:
                yield parents.pop(), False
            continue
        below.append(node.next)
        if _surrounds(node, size, in_body):
            continue
        yield node, True
        parents.append(node)
        below.append(node.child)


def _surrounds(node: LexborNode, size: int, in_body: bool) -> bool:
    tag = node.tag or ""
    if tag == "-text":
        return False
    if tag in _NEVER_TEXT or tag.startswith(("-", "!")):
        return True
    if in_body and tag in ("header", "footer"):
        return not node.css_matches("article *, main *") and len(node.text()) < size / 2
    if tag in ("ul", "ol") and _is_contents(node):
        return True
    return tag not in _WHOLE and _is_hidden(node, size)


def _is_hidden(node: LexborNode, size: int) -> bool:
    said = node.attributes
    if not said:
        return False
    if "hidden" in said or said.get("aria-hidden") == "true" or (said.get("role") or "").lower() in _ROLES:
        return True
    if _HIDDEN.search(said.get("style") or ""):
        return True
    named = _AROUND.search(f"{said.get('class') or ''} {said.get('id') or ''}")
    return bool(named) and len(node.text()) < _LARGE * size


def _is_contents(node: LexborNode) -> bool:
    """Whether a list holds nothing but links to places in the page."""
    links = node.css("a")
    if len(links) < 2 or not all((link.attributes.get("href") or "").startswith("#") for link in links):
        return False
    return _bare(node.text()) == _bare("".join(link.text() for link in links))


def _bare(text: str) -> str:
    return re.sub(r"[\W\d_]+", "", text)
