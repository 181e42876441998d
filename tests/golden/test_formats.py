"""The bytes of every form of an answer, so that a change to them is read in a diff and not found by a user.

To accept a change: `PEEL_ACCEPT=1 scripts/test tests/golden`, then read the diff.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.conversation.export import export
from assistant.conversation.form import Format
from assistant.conversation.formats import entry, opening
from assistant.conversation.records import answer_line
from assistant.evaluation.comparison import compare, comparison_text
from assistant.evaluation.metrics import table
from assistant.evaluation.scoring import Score
from assistant.shell.answer_words import answer_words, trace_words
from assistant.types import Conversation, Statement, StatementKind, Turn
from tests.fakes import CITATION, NAMES, answered, refused

EXPECTED = Path(__file__).parent / "expected"
AWKWARD = replace(
    answered("=HYPERLINK(1) *is* <b>it</b>?", text="- 5 [sic] of #1"),
    citations=(replace(CITATION, quote="1. It's “_so_”\x1b[31m\nin two lines"),),
)
TALK = Conversation(
    "20320601-090000-0123abcd",
    "2032-06-01T09:00:00+00:00",
    (Turn("calls?", answered()), Turn("and?", refused()), Turn("odd", AWKWARD)),
)
SCORES = (
    Score(
        id="a",
        kind="figure",
        group="a",
        answerable=True,
        right=True,
        early=True,
        cited=True,
        quotes=2,
        verbatim=2,
        length=9,
    ),
    Score(
        id="b",
        kind="grade",
        group="b",
        answerable=True,
        early=False,
        cited=False,
        section=True,
        all_reports=False,
        length=1600,
    ),
    Score(id="c", kind="unanswerable", group="c", answerable=False, abstained=True, right=True, length=20),
)


def check(name: str, text: str) -> None:
    file = EXPECTED / name
    if os.environ.get("PEEL_ACCEPT"):
        file.write_text(text, encoding="utf-8", newline="")
    assert text == file.read_bytes().decode()


@pytest.mark.parametrize("form", Format)
def test_an_exported_conversation(form: Format) -> None:
    check(f"conversation.{form}", export(TALK, form, names=NAMES))


@pytest.mark.parametrize("form", Format)
def test_a_batch_with_a_failure(form: Format) -> None:
    failed = {"id": "2", "question": "", "abstained": False, "answer": "", "citations": [], "error": "It is empty."}
    lines = (answer_line(answered(), id="1", elapsed_ms=12), failed)
    written = opening(form, title="Answers to a_b.txt") + "".join(entry(form, line, names=NAMES) for line in lines)
    check(f"batch.{form}", written)


def test_an_exported_line_is_a_line_of_a_batch() -> None:
    (line, *_) = export(TALK, Format.JSONL, names=NAMES).splitlines(keepends=True)
    assert line == entry(Format.JSONL, answer_line(answered(), id=f"{TALK.id}.1"), names=NAMES)


def test_answers_in_the_shell() -> None:
    rows = replace(answered(), statements=tuple(Statement(StatementKind.ROW, f"item {n}", (1,)) for n in (1, 2)))
    shown = [answer_words(answer, NAMES) for answer in (answered(), refused(), rows)]
    check("shell.txt", "\n\n====\n\n".join((*shown, trace_words(answered().trace))) + "\n")


def test_the_table_of_scores() -> None:
    better = (SCORES[0], replace(SCORES[1], right=True), SCORES[2])
    check("scores.txt", f"{table(SCORES)}\n\n{comparison_text(compare(SCORES, better))}\n")
