"""The same made-up report as a web page, a PDF, a Word document and plain text, for tests of the readers."""

from __future__ import annotations

import html
import io
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby, zip_longest
from pathlib import Path
from textwrap import fill

import pytest

from assistant.reading.elements import Element, elements_of
from assistant.reading.source import load_source
from assistant.types import BlockKind

STYLE = """
@page { size: A4; margin: 25mm 22mm;
  @top-right { content: string(chapter); font: 8pt "DejaVu Sans"; color: #555 }
  @bottom-left { content: "PEEL inspection report"; font: 8pt "DejaVu Sans" }
  @bottom-right { content: counter(page); font: 8pt "DejaVu Sans" } }
body { font: 10.5pt/1.45 "DejaVu Serif"; text-align: justify; hyphens: auto }
h1 { string-set: chapter content(); font: bold 22pt "DejaVu Sans"; break-before: page }
h2 { font: bold 17pt "DejaVu Sans" } h3 { font: bold 13.5pt "DejaVu Sans" }
h4 { font: bold 12pt "DejaVu Sans" } h5, h6 { font: bold 11pt "DejaVu Sans" }
h1, h2, h3, h4, h5, h6 { text-align: left; hyphens: none; break-after: avoid }
table { border-collapse: collapse; width: 100%; text-align: left; hyphens: none; font-size: 9.5pt; margin: 0 0 10pt }
tr { break-inside: avoid }
td, th { border: 0.5pt solid #333; padding: 2pt 5pt; vertical-align: top }
.contents td { border: 0 } .banner, nav, .foot { display: none }
"""
BANNER = """<div class="banner cookie-banner" role="region"><h2>Cookies on this site</h2>
<p>We use 14 cookies to make this site work. <button>Accept</button></p></div>
<nav><ul><li><a href="/">Home</a></li><li><a href="/reports">Reports</a></li></ul></nav>"""
FOOT = """<div class="foot"><footer><p>Sign up for news of 25 kinds.</p><ul><li><a href="/c">Contact us</a></li></ul>
</footer></div>"""


def elements(file: Path) -> list[Element]:
    """The elements of a made-up report's Markdown or text."""
    return elements_of(load_source(file)[1])


def web_page(given: Iterable[Element], title: str = "A report") -> str:
    """A page of the shape that reports are published in, with what surrounds them."""
    body = "\n".join(_html(list(given)))
    head = f'<meta charset="utf-8"><title>{html.escape(title)}</title><style>{STYLE}</style>'
    page = f"{BANNER}<main>\n{body}\n</main>{FOOT}"
    return f'<!doctype html><html lang="en-GB"><head>{head}</head><body>{page}</body></html>'


def pdf(given: Iterable[Element], *, tagged: bool = True, packed: bool = True, style: str = "") -> bytes:
    """A PDF with running heads, page numbers, justified and hyphenated lines."""
    from weasyprint import CSS, HTML

    sheets = [CSS(string=style)] if style else []
    page = HTML(string=web_page(given))
    return bytes(page.write_pdf(stylesheets=sheets, pdf_tags=tagged, uncompressed_pdf=not packed))


def text(given: Iterable[Element]) -> str:
    """Plain text: no marks, a blank line between paragraphs, tabs between cells."""
    return _plain(given, bullet="  \u2022 ")


def copied(given: Iterable[Element]) -> str:
    """A web page that was copied into a text editor: items have no bullets."""
    return _plain(given)


def wrapped(given: Iterable[Element]) -> str:
    """Plain text of which no line is longer than 80 characters."""
    return _plain(given, bullet="\u2022 ", wrap=lambda said: fill(said, 80, break_on_hyphens=False))


def flattened(given: Iterable[Element]) -> str:
    """Plain text of which each cell of a table stands on a line of its own."""
    return _plain(given, bullet="\u2022 ", between="\n")


def run_together(given: Iterable[Element]) -> str:
    """Plain text with nothing but a space between the cells of a row."""
    return _plain(given, bullet="\u2022 ", between=" ")


def a_line_each(given: Iterable[Element]) -> str:
    """Plain text without any blank line, as a word processor saves it."""
    return "\n".join("\t".join(one.cells) or one.text for one in given)


def printed(given: Iterable[Element]) -> str:
    """Plain text as a PDF is set out in it: wrapped lines, hanging items, columns of spaces."""
    lines: list[str] = []
    for kind, group in groupby(given, key=lambda element: element.kind):
        found = list(group)
        if kind is BlockKind.ROW:
            lines += [line for table in _tables(found) for line in ("", *_columns(table), "")]
        elif kind is BlockKind.ITEM:
            lines += [fill(f"  \u2022 {item.text}", 80, subsequent_indent="    ") for item in found]
        else:
            lines += [line for element in found for line in ("", fill(element.text, 80, break_on_hyphens=False), "")]
    return "\n".join(lines)


def _plain(given: Iterable[Element], *, bullet: str = "", between: str = "\t", wrap: Callable[[str], str] = str) -> str:
    lines: list[str] = []
    for element in given:
        if element.kind is BlockKind.ROW:
            said = element.cells if between == "\t" else filter(None, element.cells)
            lines += ["", between.join(said)] if between == "\n" else [between.join(said)]
        elif element.kind is BlockKind.ITEM:
            lines.append(wrap(bullet + element.text))
        else:
            lines += ["", wrap(element.text), ""]
    return "\n".join(lines)


def _columns(table: list[Element]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip_longest(*(row.cells for row in table), fillvalue="")]
    for row in table:
        yield "   ".join(cell.ljust(width) for cell, width in zip(row.cells, widths, strict=False)).rstrip()


def word(given: Iterable[Element]) -> bytes:
    """A Word document with Word's own styles."""
    from docx import Document

    document = Document()
    for kind, group in groupby(given, key=lambda element: element.kind):
        found = list(group)
        if kind is BlockKind.ROW:
            _word_tables(document, found)
            continue
        for element in found:
            if element.level:
                document.add_heading(element.text, element.level)
            else:
                style = "List Bullet" if kind is BlockKind.ITEM else None
                document.add_paragraph(style=style).add_run(element.text).bold = element.bold or kind is None
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def _word_tables(document: object, rows: list[Element]) -> None:
    for table in _tables(rows):
        width = max(len(row.cells) for row in table)
        grid = document.add_table(0, width, style="Table Grid")  # type: ignore[attr-defined]
        for row in table:
            for cell, said in zip(grid.add_row().cells, row.cells, strict=False):
                cell.paragraphs[0].add_run(said).bold = row.bold
        document.add_paragraph()  # type: ignore[attr-defined]


def _tables(rows: list[Element]) -> Iterator[list[Element]]:
    table: list[Element] = []
    for row in rows:
        if table and row.gap and row.bold:
            yield table
            table = []
        table.append(row)
    yield table


def _html(given: list[Element]) -> Iterator[str]:
    for kind, group in groupby(given, key=lambda element: element.kind):
        found = list(group)
        if kind is BlockKind.ITEM:
            yield "<ul>" + "".join(f"<li>{html.escape(item.text)}</li>" for item in found) + "</ul>"
        elif kind is BlockKind.ROW:
            yield from map(_html_table, _tables(found))
        else:
            yield from map(_html_line, found)


def _html_line(element: Element) -> str:
    said = html.escape(element.text)
    if element.level:
        return f"<h{element.level}>{said}</h{element.level}>"
    if element.kind is BlockKind.SOURCE and not said.lower().startswith("source"):
        return f'<p><a href="/more">{said}</a></p>'
    return f"<p><strong>{said}</strong></p>" if element.bold or element.is_heading else f"<p>{said}</p>"


def _html_table(rows: list[Element]) -> str:
    contents = all(row.text[-1].isdigit() and len(row.cells) == 2 for row in rows) and len(rows) > 8
    width = max(len(row.cells) for row in rows)
    lines = []
    for row in rows:
        cells = [*map(html.escape, row.cells), *[""] * (width - len(row.cells))]
        tag = "th" if row.bold and not contents else "td"
        inner = [f"<b>{cell}</b>" if row.bold and contents else cell for cell in cells]
        lines.append("<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in inner) + "</tr>")
    return f"<table{' class=contents' if contents else ''}>{''.join(lines)}</table>"


def _makes_pdfs() -> bool:
    try:
        import weasyprint  # noqa: F401
    except OSError:
        return False
    return True


needs_pdfs = pytest.mark.skipif(not _makes_pdfs(), reason="Pango, which WeasyPrint sets pages with, isn't installed")
