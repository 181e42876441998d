"""Web pages: what is the report's stays, what surrounds it goes, however the page is built."""

from __future__ import annotations

import pytest

from assistant.errors import ReadingError
from assistant.reading.elements import Element
from assistant.reading.formats.convert import convert
from assistant.reading.formats.html import elements_of_html
from assistant.types import BlockKind
from tests.made_up import report, words


def read(body: str) -> list[Element]:
    return elements_of_html(f"<!doctype html><html><body>{body}</body></html>", "page.html")


def said(body: str) -> list[str]:
    return [element.text for element in read(body)]


def test_headings_paragraphs_and_nested_lists() -> None:
    found = read(
        "<h2>Calls</h2><p>It answers <b>fast</b>.</p><ul><li>One<ul><li>Within</li></ul></li><li><p>Two</p></li></ul>"
    )
    assert [(one.kind, one.level, one.text) for one in found] == [
        (None, 2, "Calls"),
        (BlockKind.PARAGRAPH, 0, "It answers fast."),
        (BlockKind.ITEM, 0, "One"),
        (BlockKind.ITEM, 0, "Within"),
        (BlockKind.ITEM, 0, "Two"),
    ]


@pytest.mark.parametrize(
    "around",
    [
        "<nav><a href='/'>Home</a></nav>",
        "<div class='cookie-banner'><p>We use 14 cookies.</p></div>",
        "<div role='navigation'>Reports</div>",
        "<div hidden>Secret</div>",
        "<p style='display: none'>Secret</p>",
        "<div aria-hidden='true'>*</div>",
        "<header><p>The inspectorate</p></header>",
        "<footer><p>News</p></footer>",
        "<ul><li><a href='#a'>Calls</a></li><li><a href='#b'>Grades</a></li></ul>",
        "<ol class='breadcrumb'><li>Reports</li></ol>",
        "<script>document.write('x')</script><style>p { color: red }</style><noscript>Turn it on</noscript>",
        "<form><label>Search</label><input></form><button>Print</button>",
        "<!-- a comment --><template><p>Later</p></template>",
    ],
)
def test_what_surrounds_the_text_is_left_out(around: str) -> None:
    text = (
        "<p>The force answered 91.5 percent of calls within ten seconds, which is better than in the year before.</p>"
    )
    assert len(said(f"{around}<div>{text * 3}</div>{around}")) == 3


def test_the_main_part_is_read_and_its_own_header_too() -> None:
    page = (
        "<div>Menu</div><main><header><h1>PEEL</h1></header><p>It is a report of some length.</p></main><div>Foot</div>"
    )
    assert said(page) == ["PEEL", "It is a report of some length."]


def test_a_class_that_sounds_like_a_banner_drops_no_report() -> None:
    assert said("<div class='share'><p>The whole report stands here.</p></div>") == ["The whole report stands here."]


def test_cells_that_span_are_laid_out() -> None:
    page = """<table><caption>Table 1: Calls</caption>
    <thead><tr><th rowspan=2>Line</th><th colspan=2>2024</th></tr><tr><th>Calls</th><th>Answered</th></tr></thead>
    <tr><td rowspan=2>999</td><td>10</td><td>90%</td></tr><tr><td>11</td><td>91%</td></tr></table>"""
    caption, *rows = read(page)
    assert caption.kind is BlockKind.CAPTION
    assert [row.cells for row in rows] == [
        ("Line", "2024 Calls", "2024 Answered"),
        ("999", "10", "90%"),
        ("999", "11", "91%"),
    ]
    assert [row.bold for row in rows] == [True, False, False]


def test_areas_in_one_cell_of_the_judgments_table_are_rows() -> None:
    page = """<table><tr><th>Outstanding</th><th>Good</th><th>Adequate</th></tr>
    <tr><td></td><td><p>Calls</p><p>Powers</p></td><td>Crime<br>Custody</td></tr></table>"""
    assert [row.cells for row in read(page)][1:] == [("", "Calls", "Crime Custody"), ("", "Powers", "")]


def test_a_table_for_layout_is_its_text() -> None:
    page = "<table><tr><td><h2>Calls</h2><p>It is fast.</p></td><td><p>It is good.</p></td></tr></table>"
    assert said(page) == ["Calls", "It is fast.", "It is good."]


def test_line_breaks_join_words_and_part_a_name_from_an_office() -> None:
    assert said("<p>One<br>two</p><p><b>Ada Marsh</b><br>HM Inspector of Constabulary</p>") == [
        "One two",
        "Ada Marsh",
        "HM Inspector of Constabulary",
    ]


def test_the_number_of_a_note_is_no_figure() -> None:
    assert said("<p>It recorded 12 crimes<sup><a href='#n1'>3</a></sup> in May.</p>") == [
        "It recorded 12 crimes in May."
    ]


def test_a_chart_is_what_its_description_says() -> None:
    alt = "Chart description: a bar chart of calls, of which 91.5 percent were answered in ten seconds"
    page = f"<figure><img src='https://example.org/x.png' alt='{alt}'><figcaption>Figure 1: Calls</figcaption></figure>"
    assert [(one.kind, one.text) for one in read(page + "<img alt='Logo'>")] == [
        (BlockKind.CHART, alt),
        (BlockKind.CAPTION, "Figure 1: Calls"),
    ]


def test_signs_of_markup_stand_for_themselves() -> None:
    page = "<p># not a heading, **not bold**, [not](a link), &lt;b&gt; &amp;amp; A_B | 2 * 3 &lt; 7</p><p>1. First</p>"
    text = convert(f"<!doctype html><body>{page}</body>".encode(), "x.html").markdown
    assert words(report(text)) == ["# not a heading, **not bold**, [not](a link), <b> &amp; A_B | 2 * 3 < 7", "First"]


def test_a_saved_page_names_its_address() -> None:
    head = "<!doctype html><head><link rel='canonical' href='https://example.org/peel-reports/ouse-2023-25/'></head>"
    assert convert(f"{head}<p>Text.</p>".encode(), "x").source == "https://example.org/peel-reports/ouse-2023-25/"


@pytest.mark.parametrize("tag", ["div", "ul><li", "table><tr><td", "b", "span"])
def test_a_page_nested_without_end_is_refused_at_once(tag: str) -> None:
    with pytest.raises(ReadingError, match="within each other"):
        read(f"<{tag}>" * 50_000 + "text")


def test_a_page_nested_deeply_is_read() -> None:
    assert said("<div>" * 900 + "text" + "</div>" * 900) == ["text"]


def test_marks_that_lead_back_to_the_text_are_left_out_also_after_white_space_without_end() -> None:
    assert said(f"<p>One{' ' * 400_000}two \u21a9</p><p>Three \u21a9\ufe0e</p>") == ["One two", "Three"]
