"""PDFs: words joined over lines and pages, tables and lists told by their place, and what can't be read is said."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pytest

from assistant.errors import ReadingError
from assistant.reading.elements import Element
from assistant.reading.formats.pdf import elements_of_pdf
from assistant.reading.line_ends import Joiner
from assistant.types import BlockKind
from tests.renderings import needs_pdfs


def joined(texts: Sequence[str], elsewhere: Sequence[str] = ()) -> str:
    return Joiner([*texts, *elsewhere]).text(texts)


@pytest.mark.parametrize(
    ("texts", "elsewhere", "whole"),
    [
        (["crime preven-", "tion works"], [], "crime prevention works"),
        (["the anti-", "social few"], ["They are social."], "the anti-social few"),
        (["body-", "worn video"], ["body-worn cameras"], "body-worn video"),
        (["body-", "worn video"], ["a line of the same docu\u2010", "ment"], "body-worn video"),
        (["was re\u2010", "ported"], [], "was reported"),
        (["re-", "ported"], ["It was reported again."], "reported"),
        (["face-to-", "face"], ["In the face of it."], "face-to-face"),
        (["15 to 21-", "year-olds"], [], "15 to 21-year-olds"),
        (["pre-", "and post-war"], [], "pre- and post-war"),
        (["from 2021-", "22 on"], [], "from 2021-22 on"),
        (["A dash \u2013", "then more"], [], "A dash \u2013 then more"),
        (["soft\u00ad", "ware"], [], "software"),
        (["Overall summary ........", "3"], [], "Overall summary 3"),
    ],
)
def test_words_cut_at_the_end_of_a_line(texts: list[str], elsewhere: list[str], whole: str) -> None:
    assert joined(texts, elsewhere) == whole


def made(body: str, style: str = "", *, tagged: bool = False) -> list[Element]:
    from weasyprint import HTML

    page = f"<html lang=en><style>body {{ font: 11pt 'DejaVu Serif' }} {style}</style>{body}</html>"
    return elements_of_pdf(HTML(string=page).write_pdf(pdf_tags=tagged), "made.pdf")


FILLER = "<p>The force told us that it had acted, and people who work there said so of their own accord.</p>" * 3


@needs_pdfs
@pytest.mark.parametrize("tagged", [True, False])
def test_a_sentence_goes_on_over_the_page(tagged: bool) -> None:
    text = " ".join(f"word{number}" for number in range(1200))
    (found,) = made(
        f"<p>It said {text} at last.</p>", "@page { @bottom-right { content: counter(page) } }", tagged=tagged
    )
    assert found.text == f"It said {text} at last."
    assert found.page == 1


@needs_pdfs
@pytest.mark.parametrize("tagged", [True, False])
def test_lists_keep_their_items_whole(tagged: bool) -> None:
    long = "an item that is so long that it needs a second line, which hangs below the first one and not below its mark"
    found = made(f"{FILLER}<p>It did:</p><ul><li>{long}</li><li>two</li></ul><ol><li>three</li></ol>", tagged=tagged)
    assert [one.text for one in found if one.kind is BlockKind.ITEM] == [long, "two", "three"]


@needs_pdfs
@pytest.mark.parametrize("border", ["border: 1pt solid", "border: 0", "border-bottom: 1pt solid"])
def test_cells_of_tables_with_and_without_rules(border: str) -> None:
    rows = "".join(f"<tr><td>Offences of the kind {name}</td><td>{name * 3}1.5%</td><td></td></tr>" for name in "abc")
    table = f"<table><tr><th>Type of offence</th><th>Share of all</th><th>Last year</th></tr>{rows}</table>"
    found = made(FILLER + table + FILLER, f"td, th {{ {border}; padding: 3pt 9pt; text-align: left }}")
    cells = [one.cells for one in found if one.kind is BlockKind.ROW]
    assert cells[0] == ("Type of offence", "Share of all", "Last year")
    assert [row[:2] for row in cells[1:]] == [(f"Offences of the kind {name}", f"{name * 3}1.5%") for name in "abc"]


@needs_pdfs
def test_a_table_over_two_pages_has_one_header() -> None:
    rows = "".join(f"<tr><td>Row {number}</td><td>{number}</td></tr>" for number in range(90))
    table = f"<table><thead><tr><th>Name</th><th>Count</th></tr></thead>{rows}</table>"
    found = made(table, "td, th { border: 1pt solid }")
    assert [one.cells for one in found] == [("Name", "Count"), *((f"Row {n}", str(n)) for n in range(90))]
    assert [one.bold for one in found].count(True) == 1
    assert {one.page for one in found} == {1, 2, 3}


@needs_pdfs
def test_heads_that_change_by_chapter_are_dropped_and_labels_stay() -> None:
    style = """@page { @top-right { content: string(c); font-size: 8pt }
    @bottom-left { content: 'PEEL | ' counter(page) } } h1 { string-set: c content(); break-before: page }"""
    names = ("one", "two", "three")
    pairs = [f"{a}{b}" for a in "efghijk" for b in "lmnopqr"]
    said = (
        "<p>Of {0} {1}, the force told us that {1} was done, and that more of {0} would be if {1} and {0} let it.</p>"
    )
    chapters = "".join(
        f"<h1>Chapter {name}</h1><h2>Main findings</h2>{''.join(said.format(name, pair) for pair in pairs)}"
        for name in names
    )
    found = made(chapters, style)
    assert [one.text for one in found if one.is_heading] == [
        text for name in names for text in (f"Chapter {name}", "Main findings")
    ]
    assert len(found) == 3 * 51


@needs_pdfs
def test_the_number_of_a_note_is_no_figure_in_print() -> None:
    found = made(f"{FILLER}<p>It recorded 12 crimes<sup style='font-size: 60%'>3</sup> in May.</p>")
    assert found[-1].text == "It recorded 12 crimes in May."


def drawn(*, pages: int) -> bytes:
    """A PDF of pages without text."""
    import pypdfium2

    held = io.BytesIO()
    pdf = pypdfium2.PdfDocument.new()
    for _ in range(pages):
        pdf.new_page(200, 300)
    pdf.save(held)
    return held.getvalue()


def test_a_scan_is_called_one() -> None:
    with pytest.raises(ReadingError, match="is a scan") as caught:
        elements_of_pdf(drawn(pages=3), "old.pdf")
    assert "text recognition" in caught.value.mend


def test_a_file_of_two_thousand_pages_is_refused() -> None:
    with pytest.raises(ReadingError, match="more than 400 pages"):
        elements_of_pdf(drawn(pages=2000), "long.pdf")


DAMAGED = (b"%PDF-1.7\n", b"%PDF-1.4\n%%EOF\ntrailer << /Root 1 0 R >>", b"%PDF-" + bytes(999))


@pytest.mark.parametrize("content", DAMAGED)
def test_a_damaged_file_is_told(content: bytes) -> None:
    with pytest.raises(ReadingError, match=r"damaged|scan"):
        elements_of_pdf(content, "bad.pdf")
