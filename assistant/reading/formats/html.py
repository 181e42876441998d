"""A web page becomes elements: headings with their level, paragraphs, items and rows."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from selectolax.lexbor import LexborNode

from assistant.reading.elements import Element, element_of_words
from assistant.reading.formats.html_table import is_data, rows_of
from assistant.reading.formats.html_tree import root_of, tree_of, walk
from assistant.reading.formats.markdown import escaped
from assistant.reading.inline import plain
from assistant.types import BlockKind

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer "
    "header hr legend li main ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
_HEADING = re.compile(r"h[1-6]")
_BOLD = frozenset({"b", "strong"})
_BACK = re.compile(r"(?<!\s)\s*[\u21a9\u2191][\ufe0e\ufe0f]?")
"""Begins only where white space does: else a long run of it would be tried from each of its places."""
_DESCRIBES = 60
"""Characters. A longer text in a picture's place describes a chart; a shorter one names a logo."""
_TYPED_ITEM = re.compile(r"[\u2022\u25cf\u00b7\u25aa]\s*")


def elements_of_html(page: str, name: str) -> list[Element]:
    """The elements of a web page's own text, without navigation, banners and what isn't shown.

    Args:
        page: the page's source.
        name: the file's name, for messages.

    Raises:
        ReadingError: its elements are nested too deeply to be a report.
    """
    root = root_of(tree_of(page, name))
    return _Builder().build(root) if root is not None else []


@dataclass(frozen=True, slots=True)
class _Run:
    """Some words of a block; a line break is a run of its own."""

    text: str
    bold: bool = False
    link: int = 0
    """Which link it belongs to, 0 for none."""


class _Builder:
    """Gathers words until a block ends, then makes an element of them."""

    def __init__(self) -> None:
        self.elements: list[Element] = []
        self._runs: list[_Run] = []
        self._level = self._bold = self._link = self._links = 0
        self._items: list[int] = []
        """For each list item that is open, the place of its element; -1 until it has one."""
        self._skip: LexborNode | None = None

    def build(self, root: LexborNode) -> list[Element]:
        """The elements below a node."""
        for node, opens in walk(root):
            if self._skip is not None:
                if not opens and node.mem_id == self._skip.mem_id:
                    self._skip = None
            elif opens:
                self._open(node, node.tag or "")
            else:
                self._close(node.tag or "")
        self._flush()
        return self.elements

    def _open(self, node: LexborNode, tag: str) -> None:
        if tag in _BLOCKS or _HEADING.fullmatch(tag):
            self._open_block(node, tag)
        elif tag == "-text":
            self._runs.append(_Run(node.text_content or "", self._bold > 0, self._link))
        elif tag == "br":
            self._runs.append(_Run("\n"))
        elif tag == "img":
            self._picture(node)
        elif tag == "sup":
            self._skip = node if node.css_first("a[href]") is not None else None  # it refers to a note
        elif tag in _BOLD:
            self._bold += 1
        elif tag == "a" and node.attributes.get("href"):
            self._links += 1
            self._link = self._links

    def _open_block(self, node: LexborNode, tag: str) -> None:
        self._flush()
        if tag == "table" and is_data(node):
            self._table(node)
            self._skip = node
        elif tag == "li":
            self._items.append(-1)
        elif _HEADING.fullmatch(tag):
            self._level = int(tag[1])

    def _close(self, tag: str) -> None:
        if tag in _BLOCKS or _HEADING.fullmatch(tag):
            self._flush()
            if _HEADING.fullmatch(tag):
                self._level = 0
            if tag == "li" and self._items:
                self._items.pop()
        elif tag in _BOLD:
            self._bold = max(0, self._bold - 1)
        elif tag == "a":
            self._link = 0

    def _picture(self, node: LexborNode) -> None:
        """A picture's description says what a chart shows, and nothing else on the page may."""
        said = plain(escaped(node.attributes.get("alt") or ""))
        if len(said) >= _DESCRIBES:
            self._flush()
            self.elements += filter(None, [element_of_words(said)])

    def _table(self, node: LexborNode) -> None:
        caption = node.css_first("caption")
        if caption is not None:
            self.elements += _Builder().build(caption)
        self.elements += rows_of(node, lambda cell: [element.text for element in _Builder().build(cell)])

    def _flush(self) -> None:
        """Make elements of the words since the last block began."""
        runs, self._runs = self._runs, []
        if self._level:
            text = _words(runs)
            if text:
                self.elements.append(Element(None, text, level=self._level))
            return
        for part in _parts(runs):
            self._place(part)

    def _place(self, runs: list[_Run]) -> None:
        text = _words(runs)
        if not text:
            return
        if self._items and self._items[-1] == len(self.elements) - 1 >= 0:
            before = self.elements[-1]
            self.elements[-1] = replace(before, text=f"{before.text} {text}")
        elif self._items and self._items[-1] < 0:
            self._items[-1] = len(self.elements)
            self.elements.append(Element(BlockKind.ITEM, text))
        else:
            self._paragraph(runs, text)

    def _paragraph(self, runs: list[_Run], text: str) -> None:
        said = [run for run in runs if run.text.strip()]
        links = {run.link for run in said}
        read = element_of_words(text)
        if read is None:
            return
        if links != {0} and len(links) == 1:
            read = Element(BlockKind.SOURCE, text)
        bold = all(run.bold for run in said) and read.kind is not BlockKind.ITEM
        self.elements.append(replace(read, bold=bold))


def _words(runs: list[_Run]) -> str:
    return plain(escaped(_BACK.sub("", "".join(run.text for run in runs))))


def _parts(runs: list[_Run]) -> list[list[_Run]]:
    """A block cut where a line break ends a heading set in bold, starts an item, or leaves a line empty."""
    lines: list[list[_Run]] = [[]]
    for run in runs:
        if run.text == "\n":
            lines.append([])
        else:
            lines[-1].append(run)
    parts = [lines[0]]
    for line in lines[1:]:
        before, text = parts[-1], "".join(run.text for run in line).strip()
        cut = not text or not _said(before) or _is_bold(before) != _is_bold(line) or _TYPED_ITEM.match(text)
        if cut:
            parts.append(line)
        else:
            parts[-1] = [*before, _Run(" "), *line]
    return parts


def _said(runs: list[_Run]) -> bool:
    return any(run.text.strip() for run in runs)


def _is_bold(runs: list[_Run]) -> bool:
    return all(run.bold for run in runs if run.text.strip())
