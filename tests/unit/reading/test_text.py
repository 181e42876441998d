"""The words of a report: nothing lost, nothing that isn't its own, every span true."""

from __future__ import annotations

import itertools

import pytest

from assistant.reading.elements import elements_of
from assistant.reading.inline import plain
from assistant.reading.pagebreaks import join_cut_sentences
from assistant.reading.sentences import split
from assistant.types import BlockKind
from tests.made_up import blocks, paths, report, words


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("[Officers](#) use [body-worn video](#).", "Officers use body-worn video."),
        ("See [the [new] table](https://example.org/a_(b)).", "See the [new] table."),
        ("The share [percent] is unknown [sic].", "The share [percent] is unknown [sic]."),
        ("It said (in 2024) [1] so.", "It said (in 2024) [1] so."),
        ("‘Quotes’ and \"quotes\" and 'quotes'.", "‘Quotes’ and \"quotes\" and 'quotes'."),
        ("A *very* **good** <i>force</i>&nbsp;&amp; more.", "A very good force & more."),
        ("2 * 3 * 4 and x < y", "2 * 3 * 4 and x < y"),
        ("zero\u200bwidth and \u00a0 spaces", "zerowidth and spaces"),
    ],
)
def test_markup_becomes_the_words_a_reader_sees(line: str, said: str) -> None:
    assert plain(line) == said


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("The force doesn't know", "why this exists.", "The force doesn't know why this exists."),
        ("It works with", "Ouse County Council.", "It works with Ouse County Council."),
        ("In the year the force recorded", "19,444 incidents.", "In the year the force recorded 19,444 incidents."),
        ("The force has a long-", "term plan.", "The force has a long-term plan."),
        ("The short-", "and long-term plans.", "The short- and long-term plans."),
        ("- make sure that officers", "understand this.", "make sure that officers understand this."),
    ],
)
def test_a_sentence_cut_by_a_page_break_is_whole_again(before: str, after: str, joined: str) -> None:
    held = report(f"# A\n\n{before}\n\n12\n\n{after}\n\n# B\n\nText.\n")
    assert joined in words(held)
    assert "1 sentence(s) cut by a page break joined" in held.repairs


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The force acts.", "why not?"),
        ("Good", "12 people said so."),
        ("Ann Other KPM", "His Majesty's Inspector"),
        ("- the number of searches;", "and so on."),
        ("We examined:", "the searches."),
    ],
)
def test_what_was_not_cut_is_not_joined(before: str, after: str) -> None:
    _, count = join_cut_sentences(elements_of(f"{before}\n\n{after}"))
    assert count == 0


def test_captions_charts_notes_and_sources_are_told_apart() -> None:
    held = report(
        "# A\n\n**Figure 1: Calls by month**\n\n**Source:** [Tables](#) from the Home Office\n\n"
        "Chart description: A line that rises from 3 to 9.\n\nNote: Some months are missing.\n\n# B\n\nText.\n"
    )
    assert [block.kind for block in held.sections[0].blocks] == [
        BlockKind.CAPTION,
        BlockKind.SOURCE,
        BlockKind.CHART,
        BlockKind.NOTE,
    ]
    assert words(held, "source") == ["Source: Tables from the Home Office"]


CONTENTS = """# PEEL 2025–27

# Contents

<b>Overall summary</b>\t<b>1</b>
Our judgments\t1
<b>Managing fraud</b>\t<b>12</b>

Main findings\t13

# Overall summary

## Our judgments

Text of it.

# Managing fraud

## Main findings

More text.
"""


def test_a_contents_list_with_page_numbers_is_left_out() -> None:
    held = report(CONTENTS)
    assert words(held) == ["Text of it.", "More text."]
    assert "4 line(s) of a contents list left out" in held.repairs
    assert not any("\t" in name or name.endswith("13") for path in paths(held) for name in path)


def test_long_entries_of_a_plain_contents_list_are_not_taken_for_a_wrapped_sentence() -> None:
    first = "Police powers and treating the public fairly and with the respect due"
    second = "Preventing and deterring crime and antisocial behaviour in every place"
    held = report(f"Ouse PEEL 2018\n\nContents\n\n{first}\n{second}\n\n{first}\n\nText one.\n\n{second}\n\nText two.\n")
    assert words(held) == ["Text one.", "Text two."]
    assert held.text.count(first) == held.text.count(second) == 1


PAGE = """Skip to content

Menu
Search
Home
Reports

Ouse PEEL 2018

Last updated 02/05/2019

Print this document

Investigating crime

The force is slow.

Read more about our assessments

Detailed findings for question 2

Back to top

Page 3 of 9

www.example.gov.uk/ouse

© Example inspectorate 2019
"""


def test_nothing_around_a_web_page_is_cited() -> None:
    held = report(PAGE)
    assert words(held) == ["Last updated 02/05/2019", "The force is slow."]
    assert paths(held)[-1] == ("Investigating crime",)
    assert "Reports" not in held.text and "Skip" not in held.text
    assert held.metadata.published == "2019-05-02"


def test_a_footer_in_the_last_finding_dates_the_report_and_stands_in_no_finding() -> None:
    held = report("# One\n\n## A finding\n\nText.\n\nApril 2026 | © Example 2026\n\nwww.example.gov.uk\n")
    assert held.metadata.published == "2026-04"
    assert [held.quote(block.span) for block in held.sections[1].blocks] == ["Text."]


@pytest.mark.parametrize(
    "sentence",
    [
        "The register of photographs marked © is kept by the force, which pays for 14 licences every single year.",
        "Sign up to the scheme is low: only 12 percent of residents were registered.",
        "Next page designs were tested with 40 people.",
        "Read more widely, the figures show that 12 of 30 plans were late.",
    ],
)
def test_a_sentence_that_looks_like_navigation_is_kept(sentence: str) -> None:
    assert sentence in words(report(f"# A\n\n{sentence}\n\n# B\n\nText.\n"))


def test_wrapped_lines_are_one_paragraph_and_short_lines_are_their_own() -> None:
    held = report(
        "# A\n\nThe force has a plan that it has shared with all of the people who\nneed to know it. It works.\n\n"
        "First line\nSecond line\n\n# B\n"
    )
    assert words(held)[0].startswith("The force has a plan") and words(held)[0].endswith("need to know it. It works.")
    assert words(held)[1:] == ["First line", "Second line"]


def test_every_span_is_true_to_the_text_and_in_order() -> None:
    held = report(CONTENTS + "\n- one\n- two\n\na\t1\nb\t2\n")
    spans = [held.sections[0].heading, *(block.span for block in blocks(held))]
    assert [held.quote(block.span) for block in blocks(held)][-4:] == ["one", "two", "a | 1", "b | 2"]
    assert all(first.end <= second.start for first, second in itertools.pairwise(spans))
    assert [held.quote(one.heading) for one in held.sections] == [one.path[-1] for one in held.sections]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It rose by 3.5 percent. It fell.", 2),
        ("See No. 4 and e.g. The Bell. Then go.", 2),
        ("J. Smith and Dr. Jones spoke. They left.", 2),
        ("He said ‘no.’ She said “yes.” They left.", 3),
        ("Why (at all?) Because.", 2),
        ("1. First of all.", 1),
        ("£5 was lost. £3 was found! 12 people saw it.", 3),
        ("in lower case. and on", 1),
        ("Calls were abandoned.3 In 2021 it fell.", 2),
        ("It took 12 hours in 2023.2 In 2022 it took 9.", 2),
        ("The rate was 93.6 Percent.", 1),
        ("Version v.2 Now.", 1),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, count: int) -> None:
    assert len(list(split(text))) == count


def test_the_mark_of_a_note_stands_in_no_sentence() -> None:
    text = "Calls were abandoned.3 In 2021 it fell."
    assert [text[span.start : span.end] for span in split(text)] == ["Calls were abandoned.", "In 2021 it fell."]


@pytest.mark.parametrize(
    "line", ["-" * 90 + "x", "." * 60_000, '"A. ' * 15_000, "[" * 50_000, "# a" + " " * 9000 + "b"]
)
def test_odd_lines_are_read_at_once(line: str) -> None:
    held = report(f"Contents\n\na\tb\n{line}\n\nThe last sentence.\n")
    assert words(held)[-1] == "The last sentence."
    assert sum(1 for block in blocks(held) for _ in split(held.quote(block.span))) >= 2
