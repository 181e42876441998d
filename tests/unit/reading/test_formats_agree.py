"""The same report as a web page, a Word document, a PDF and text is the same report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from assistant.indexing.units import units_of
from assistant.reading import read_report, read_text
from assistant.reading.elements import Element
from assistant.reading.formats.convert import convert
from assistant.reading.source import load_source
from assistant.types import BlockKind, Report
from tests import renderings
from tests.made_up import MADE_UP

NAMES = [file.name.split("-")[0] for file in MADE_UP]
Rendering = Callable[[Iterable[Element]], str]
PLAIN = "h1, h2, h3, h4, h5, h6 { bookmark-level: none }"
INDENTED = PLAIN + "p { margin: 0; text-indent: 1.5em } h1 + p, h2 + p, h3 + p, h4 + p { text-indent: 0 }"
UNRULED = PLAIN + "td, th { border: 0 } body { text-align: left; font-family: 'DejaVu Sans' }"
SMALL = "@page { size: A5; margin: 18mm 14mm } body { font-size: 8.5pt } table { font-size: 7.5pt }"
LIKE_PROSE = PLAIN + "h3, h4, h5, h6 { font: bold 10.5pt 'DejaVu Serif' }"


@cache
def file_of(name: str) -> Path:
    return next(file for file in MADE_UP if file.name.startswith(name))


@cache
def original(name: str) -> Report:
    return read_report(file_of(name))


def reread(name: str, content: bytes) -> Report:
    file = file_of(name)
    return read_text(convert(content, file.name).markdown, load_source(file)[0], file.stem, file.name)


def read_plainly(name: str, rendering: Rendering) -> Report:
    file = file_of(name)
    return read_text(rendering(renderings.elements(file)), load_source(file)[0], file.stem, file.name)


def assert_same(held: Report, name: str) -> None:
    before = original(name)
    assert held.text == before.text
    assert replace(held, pages=(), repairs=()) == replace(before, repairs=())


def figures(held: Report) -> Counter[tuple[str, ...]]:
    found = (
        (held.sections[unit.section].path[-1], figure.kind, *figure.values)
        for unit in units_of(held)
        for figure in unit.figures
    )
    return Counter(found)


def of_rows(held: Report) -> Counter[tuple[str, ...]]:
    """The cells with a figure, each with its section, its column and its row."""
    rows = [unit for unit in units_of(held) if unit.kind is BlockKind.ROW]
    found = (
        (held.sections[row.section].path[-1], name, row.cells[0], cell)
        for row in rows
        for name, cell in zip(row.columns or row.cells, row.cells, strict=True)
        if any(map(str.isdigit, cell))
    )
    return Counter(found)


def periods(held: Report) -> Counter[tuple[str, ...]]:
    """The figures of every section by its whole path, each with what it counts and its period."""
    found = (
        (
            *held.sections[unit.section].path,
            figure.kind,
            *figure.values,
            figure.noun,
            unit.period.text if unit.period else "",
        )
        for unit in units_of(held)
        for figure in unit.figures
    )
    return Counter(found)


def share(found: Counter[tuple[str, ...]], of: Counter[tuple[str, ...]]) -> float:
    return (found & of).total() / max(found.total(), of.total())


@pytest.mark.parametrize("name", NAMES)
def test_a_web_page_is_the_report(name: str) -> None:
    assert_same(reread(name, renderings.web_page(renderings.elements(file_of(name))).encode()), name)


@pytest.mark.parametrize("name", ["ashmere", "caldershire", "northmoor"])
def test_a_word_document_is_the_report(name: str) -> None:
    assert_same(reread(name, renderings.word(renderings.elements(file_of(name)))), name)


PLAIN_TEXTS = (
    renderings.text,
    renderings.copied,
    renderings.wrapped,
    renderings.printed,
    renderings.a_line_each,
)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("rendering", PLAIN_TEXTS, ids=lambda rendering: str(rendering.__name__))
def test_plain_text_has_the_sections_the_figures_and_the_tables(name: str, rendering: Rendering) -> None:
    held, before = read_plainly(name, rendering), original(name)
    assert held.text.split() == before.text.split()
    assert of_rows(held) == of_rows(before)
    if name == "ashmere":  # only its marks tell that the title, and not the summary, is the chapter
        assert [one.path[-1] for one in held.sections] == [one.path[-1] for one in before.sections]
        assert figures(held) == figures(before)
    else:
        assert [one.path for one in held.sections] == [one.path for one in before.sections]
        assert periods(held) == periods(before)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "rendering", [renderings.flattened, renderings.run_together], ids=lambda rendering: str(rendering.__name__)
)
def test_a_table_without_columns_costs_its_columns_alone(name: str, rendering: Rendering) -> None:
    held, before = read_plainly(name, rendering), original(name)
    found, there = (Counter(section.path[-1] for section in one.sections) for one in (held, before))
    assert share(found, there) >= 0.965
    assert share(figures(held), figures(before)) >= 0.975


@renderings.needs_pdfs
@pytest.mark.parametrize(
    ("name", "tagged", "style"),
    [
        ("northmoor", True, ""),
        ("northmoor", True, SMALL),
        ("caldershire", False, ""),
        ("northmoor", False, LIKE_PROSE),
        ("westmarch", False, SMALL),
    ],
)
def test_a_pdf_is_the_report(name: str, tagged: bool, style: str) -> None:
    content = renderings.pdf(renderings.elements(file_of(name)), tagged=tagged, style=style)
    assert_same(reread(name, content), name)


@renderings.needs_pdfs
@pytest.mark.parametrize(("name", "style"), [("northmoor", INDENTED), ("northmoor", UNRULED)])
def test_a_pdf_that_is_set_otherwise_has_its_sections_and_figures(name: str, style: str) -> None:
    held = reread(name, renderings.pdf(renderings.elements(file_of(name)), tagged=False, style=style))
    assert [one.path for one in held.sections] == [one.path for one in original(name).sections]
    assert share(figures(held), figures(original(name))) >= 0.99


@renderings.needs_pdfs
def test_a_pdf_tells_the_page_of_every_sentence() -> None:
    content = renderings.pdf(renderings.elements(file_of("northmoor")))
    held = reread("northmoor", content)
    pages = [number for _, number in held.pages]
    assert pages == sorted(set(pages)) and pages[0] == 1 and len(pages) > 8
    numbers = {held.page_of(unit.span) for unit in units_of(held)}
    assert numbers == set(pages)
    assert original("northmoor").page_of(held.sections[0].heading) is None
