"""Elements that are written as Markdown are read as the same elements again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import ReadingError
from assistant.reading.elements import Element, element_of_words, elements_of
from assistant.reading.formats.convert import convert
from assistant.reading.formats.markdown import escaped, markdown_of
from assistant.reading.inline import plain
from assistant.types import BlockKind

SIGNS = [
    "*",
    "**",
    "_",
    "__",
    "[",
    "](",
    ")",
    "|",
    "\\",
    "<b>",
    "</b>",
    "<!-- page 3 -->",
    "&amp;",
    "&",
    "#",
    "- ",
    "`",
]
WORDS = ["The force", "12 crimes", "Good", "Note:", "1.", "A_B", "a.b", "£3m", "\u2019", "\u00a0", "x"]
texts = st.lists(st.sampled_from(SIGNS + WORDS) | st.text(max_size=3), min_size=1, max_size=8).map(" ".join)
joined = st.lists(st.sampled_from(SIGNS + WORDS) | st.text(max_size=3), min_size=1, max_size=8).map("".join)


@given(texts | joined)
def test_an_escaped_text_stands_for_itself(text: str) -> None:
    assert plain(escaped(plain(escaped(text)))) == plain(escaped(text))


@given(
    st.lists(st.tuples(st.sampled_from(["heading", "paragraph", "bold", "item", "row"]), texts | joined), max_size=6)
)
def test_elements_come_back(given: list[tuple[str, str]]) -> None:
    made = [element for kind, text in given if (element := _made(kind, plain(escaped(text)))) is not None]
    found = elements_of(markdown_of(made)) if made else []
    assert [(one.kind, one.level, one.text, one.cells, one.page) for one in found] == [
        (one.kind, one.level, one.text, one.cells, one.page) for one in made
    ]


def _made(kind: str, text: str) -> Element | None:
    """An element as readers make them."""
    read = element_of_words(text)
    if read is None or not read.text:
        return None
    if kind == "heading":
        return Element(None, text, level=2, page=4)
    if kind == "row":
        return Element(BlockKind.ROW, f"{text} | 5", cells=(text, "", "5"), page=4)
    if kind == "item" or read.kind is BlockKind.ITEM:
        return Element(BlockKind.ITEM, read.text, page=4)
    return Element(read.kind, text, bold=kind == "bold", page=4)


TAGS = [
    "<p>",
    "</p>",
    "<li>",
    "<ul>",
    "</ul>",
    "<table>",
    "<tr>",
    "<td>",
    "</table>",
    "<b>",
    "</b>",
    "<h2>",
    "</h2>",
    "<br>",
]
TAGS += [
    "<td colspan=3>",
    "<th rowspan=2>",
    "<div>",
    "</div>",
    "<a href='#x'>",
    "</a>",
    "<sup>",
    "<img alt='x'>",
    "<nav>",
]


@given(st.lists(st.sampled_from(TAGS + WORDS) | st.text(max_size=3), max_size=20).map("".join))
def test_any_page_is_read_or_refused(page: str) -> None:
    try:
        text = convert(f"<!doctype html><body>{page}".encode("utf-8", "replace"), "page").markdown
    except ReadingError:
        return
    assert elements_of(text)
