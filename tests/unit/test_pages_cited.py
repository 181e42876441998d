"""A citation of a report that came in pages names the page of print, wherever it is shown or kept."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pdfplumber

from assistant.answering.draft import cite
from assistant.answering.verify import violations
from assistant.conversation.form import Format
from assistant.conversation.formats import entry
from assistant.conversation.records import answer_line, turn_from_json, turn_to_json
from assistant.indexing.units import units_of
from assistant.reading import read_text
from assistant.reading.formats.convert import convert
from assistant.reading.source import load_source
from assistant.shell.answer_words import answer_words
from assistant.tui.sources import SAME, source_paths, sources_of
from assistant.types import BlockKind, Statement, StatementKind, Turn
from tests import renderings
from tests.fakes import CITATION, NAMES, REPORT, answered
from tests.made_up import MADE_UP
from tests.many import reading_answerer

ON_FOUR = replace(CITATION, page=4)
PAGED = replace(answered("calls?"), citations=(ON_FOUR,))


def bare(text: str) -> str:
    return "".join(filter(str.isalnum, text))


@renderings.needs_pdfs
def test_the_page_is_the_one_on_which_the_words_stand() -> None:
    file = next(file for file in MADE_UP if file.name.startswith("northmoor"))
    content = renderings.pdf(renderings.elements(file), style="body { hyphens: none }")
    with pdfplumber.open(io.BytesIO(content)) as document:
        printed = {page.page_number: bare(page.extract_text()) for page in document.pages}
    held = read_text(convert(content, "northmoor.pdf").markdown, load_source(file)[0], "northmoor", "northmoor.pdf")
    prose = [unit for unit in units_of(held) if unit.kind is BlockKind.PARAGRAPH and len(unit.text) > 60]
    cited = [cite(held, held.sections[unit.section], unit.span) for unit in prose]
    assert len({citation.page for citation in cited}) > 5
    for citation in cited:
        assert citation.page is not None
        assert bare(citation.quote)[:25] in printed[citation.page]


def test_a_report_without_pages_has_none() -> None:
    assert cite(REPORT, REPORT.sections[1], CITATION.span).page is None
    assert "page" not in answer_line(answered("calls?"), id="1")["citations"][0]
    assert ", p. " not in answer_words(answered("calls?"), NAMES)


def test_the_shell_a_batch_and_an_export_name_the_page() -> None:
    assert f"{NAMES[CITATION.report]}, p. 4 › {CITATION.section[0]}" in answer_words(PAGED, NAMES)
    line = answer_line(PAGED, id="1")
    assert line["citations"][0]["page"] == 4
    assert f"{NAMES[CITATION.report]}, p. 4 › " in entry(Format.MD, line, names=NAMES)


def test_a_kept_turn_keeps_the_page_and_an_older_one_is_read_without() -> None:
    kept = turn_to_json(Turn("calls?", PAGED))
    assert turn_from_json(kept).answer.citations[0].page == 4
    del kept["answer"]["citations"][0]["page"]
    assert turn_from_json(kept).answer.citations[0].page is None


def test_a_source_on_the_next_page_of_a_section_is_named_anew() -> None:
    reports = {REPORT.id: REPORT}
    answer = replace(PAGED, citations=(ON_FOUR, ON_FOUR, replace(CITATION, page=5)))
    first, second, third = source_paths(sources_of(answer), reports)
    assert first[0] == f"{REPORT.name}, p. 4"
    assert second[0].startswith(SAME)
    assert third[0] == f"{REPORT.name}, p. 5"


def test_another_page_is_caught() -> None:
    paged = replace(REPORT, pages=((0, 3), (CITATION.span.start, 4)))
    statements = (Statement(StatementKind.QUOTE, f"“{CITATION.quote}”", (1,)),)
    assert violations(statements, (ON_FOUR,), {paged.id: paged}) == []
    assert violations(statements, (replace(CITATION, page=3),), {paged.id: paged}) == [
        f"another page: {CITATION.quote}"
    ]


@renderings.needs_pdfs
def test_where_it_stands_is_told_with_its_page(tmp_path: Path) -> None:
    file = next(file for file in MADE_UP if file.name.startswith("northmoor"))
    content = renderings.pdf(renderings.elements(file))
    answerer = reading_answerer(tmp_path, {"northmoor-2021-22.md": convert(content, "northmoor.pdf").markdown})
    asked = "how many cadets are there"
    first = answerer.ask(asked)
    assert first.text.startswith("112 cadets")
    where = answerer.ask("which page is that on", [Turn(asked, first)])
    assert where.text.startswith(f"Northmoor PEEL 2021–22, p. {first.citations[0].page} › ")
