"""Reading and cutting hold for every text: nothing crashes, no span lies, no letter is lost."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import ReadingError
from assistant.indexing.figures import figures_of
from assistant.indexing.passages import passages_of
from assistant.indexing.records import report_from_json, report_to_json
from assistant.indexing.units import units_of
from assistant.reading import read_text
from assistant.reading.sentences import split
from assistant.reading.unmarked.set_out import set_out
from assistant.types import Report

MARKS = ["# ", "## ", "### ", "- ", "1. ", "**", "__", "<b>", "</b>", "|", "\t", "[a](#)", "[", "](", "*", "---", "\\"]
SAID = ["The force", "recorded 12 crimes", "in 2024", "Good", "Contents", "Main findings", "Note:", "Figure 1:", "why"]
ENDS = [".", "?", "’", "\n", "\n\n", " ", "©", "£5m", "of", "3 of 4", "\u200b", "\u00a0", "\x0c"]
noise = st.lists(st.sampled_from(MARKS + SAID + ENDS) | st.text(max_size=4), max_size=6).map("".join)
phrases = st.sampled_from(["", "<b></b>", *SAID, "<b>Area</b>", "45", "2024", "The force told us so."]) | noise
cells = st.lists(phrases, min_size=1, max_size=4)
lines = st.one_of(
    noise,
    st.builds("{}{}".format, st.sampled_from(["", "# ", "### ", "- ", "1. ", "• ", "a) "]), phrases),
    phrases.map("**{}**".format),
    cells.map("\t".join),
    cells.map(lambda row: f"|{'|'.join(row)}|"),
    st.sampled_from(["", "", "| --- | --- |", "Contents", "12", "© Example 2024", "Skip to content"]),
)
markdown = st.lists(lines, max_size=14).map("\n".join)
"""Text that is put together from what reports are marked up with, in any order."""


def read(text: str) -> Report | None:
    """The report that a text is, None where it says nothing."""
    try:
        return read_text(text, {}, "made-up", "made-up.md")
    except ReadingError:
        return None


@given(markdown)
def test_every_block_stands_in_order_within_the_text(text: str) -> None:
    held = read(text)
    if held is None:
        return
    for one in held.sections:
        assert not one.heading.end > one.heading.start or held.quote(one.heading) == one.path[-1]
        for block in one.blocks:
            said = held.quote(block.span)
            assert said and said == said.strip() and "\n" not in said
            cells = [held.quote(cell) for cell in block.cells]
            assert " | ".join(filter(None, cells)) == said or not cells
            assert not block.columns or len(block.columns) == len(cells)
            assert all(block.span.start <= cell.start <= cell.end <= block.span.end for cell in block.cells)
    spans = [span for one in held.sections for span in (one.heading, *(block.span for block in one.blocks))]
    assert all(first.end <= second.start for first, second in pairwise(spans))
    assert all(held.text[: judgment.span.end].endswith(held.quote(judgment.span)) for judgment in held.judgments)


@given(markdown)
def test_text_outside_of_spans_is_only_space(text: str) -> None:
    held = read(text)
    if held is None:
        return
    left = list(held.text)
    for one in held.sections:
        for span in (one.heading, *(block.span for block in one.blocks)):
            left[span.start : span.end] = [""] * (span.end - span.start)
    assert not "".join(left).strip()


PRINTED = [
    "Overall summary",
    "The force recorded 12 crimes",
    "in 2024",
    "Good",
    "1,204",
    "• an item",
    "cut at a hy-",
    "phen",
]
printed = st.lists(st.sampled_from([*PRINTED, "   ", "\n", "\n", "\n\n", "\t", ". ", " and the "]), max_size=60).map(
    "".join
)


@given(printed)
def test_setting_out_a_text_loses_no_letter(text: str) -> None:
    before, after = (Counter(filter(str.isalnum, one)) for one in (text, set_out(text)))
    assert before == after


@given(printed)
def test_a_text_that_is_set_out_stays_so(text: str) -> None:
    assert set_out(set_out(text)).split() == set_out(text).split()


@given(st.lists(st.sampled_from(SAID), min_size=1, max_size=6).map(" ".join), st.integers(1, 5))
def test_a_paragraph_is_its_own_words(said: str, times: int) -> None:
    paragraphs = [f"It is so that {said}, as {number} people saw it." for number in range(times)]
    held = read("# A\n\n" + "\n\n".join(paragraphs))
    assert held is not None
    assert [held.quote(block.span) for block in held.sections[0].blocks] == paragraphs


@given(markdown)
def test_units_and_passages_quote_their_spans(text: str) -> None:
    held = read(text)
    if held is None:
        return
    passages = list(passages_of(held))
    for unit in units_of(held):
        assert unit.text == held.quote(unit.span)
        assert all(held.quote(figure.span) == figure.text for figure in unit.figures)
        assert unit.period is None or held.quote(unit.period.span) == unit.period.text
        around = [p for p in passages if p.span.start <= unit.span.start and unit.span.end <= p.span.end]
        assert [p.section for p in around] == [unit.section]


@given(markdown)
def test_a_report_comes_back_from_its_record(text: str) -> None:
    held = read(text)
    assert held is None or report_from_json(report_to_json(held)) == held


sentences = st.lists(st.sampled_from([*SAID, *ENDS, "No. 4", "e.g.", "J.", "“Why?”", "1.", "!"]) | st.text(max_size=5))


@given(sentences.map(" ".join) | st.text())
def test_sentences_lose_only_space(text: str) -> None:
    spans = list(split(text))
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
    assert all(first.end <= second.start for first, second in pairwise(spans))


@given(st.lists(st.sampled_from([*SAID, *ENDS, "12", "93.6", "percent", "%", "£", "1,034", "times", "per", "million"])))
def test_figures_stand_where_they_say(parts: list[str]) -> None:
    text = " ".join(parts)
    found = figures_of(text, 7)
    assert all(text[figure.span.start - 7 : figure.span.end - 7] == figure.text for figure in found)
    assert all(first.span.end <= second.span.start or first.kind != second.kind for first, second in pairwise(found))
