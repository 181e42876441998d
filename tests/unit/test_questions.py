"""Files of questions in their three forms, and what is wrong with the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.errors import BatchError
from assistant.evaluation.questions import read_questions


def read(folder: Path, name: str, content: str | bytes) -> list[list[tuple[str, str]]]:
    file = folder / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return [[(question.id, question.text) for question in thread.questions] for thread in read_questions(file)]


def test_plain_text_is_a_question_a_line(tmp_path: Path) -> None:
    assert read(tmp_path, "a.txt", "\ufeffone?\r\n\n  two?\n") == [[("1", "one?")], [("2", "two?")]]


def test_csv_has_a_column_of_questions(tmp_path: Path) -> None:
    rows = 'id,note,question\na,x,"one,\nstill one?"\n,,\n,,three?\n'
    assert read(tmp_path, "a.csv", rows) == [[("a", "one,\nstill one?")], [("3", "three?")]]


def test_json_lines_hold_questions_and_conversations(tmp_path: Path) -> None:
    lines = (
        '{"id": "q", "question": "one?"}\n\n{"id": "c", "turns": [{"question": "a?"}, {"id": "x", "question": "b?"}]}\n'
    )
    assert read(tmp_path, "a.jsonl", lines) == [[("q", "one?")], [("c.1", "a?"), ("x", "b?")]]


def test_a_line_that_says_what_is_right_is_scored(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text('{"question": "one?", "must_all": ["1"], "note": "x"}')
    (thread,) = read_questions(file)
    assert thread.questions[0].expected is not None
    assert thread.questions[0].expected.must_all == ("1",)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.txt", "", "holds no question"),
        ("a.txt", b"\xff\xfe\x00", "isn't text"),
        ("a.csv", "a,b\n1,2\n", "no column named question"),
        ("a.jsonl", '{"question": "a"}\n{"question": ', "line 2 isn't a question"),
        ("a.jsonl", "[1]\n", "line 1 isn't a question"),
        ("a.jsonl", '{"id": 1}\n', "line 1 isn't a question"),
        ("a.jsonl", '{"turns": 5}\n', "line 1 isn't a question"),
        ("a.jsonl", '{"turns": ["a"]}\n', "line 1 isn't a question"),
        ("a.jsonl", '{"question": "a", "must_all": "x"}\n', "must_all"),
        ("a.jsonl", '{"id": "x", "question": "a"}\n{"id": "x", "question": "b"}\n', "2 questions with the id x"),
    ],
)
def test_a_file_that_cannot_be_asked_says_why(name: str, content: str | bytes, message: str, tmp_path: Path) -> None:
    with pytest.raises(BatchError, match=message):
        read(tmp_path, name, content)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(BatchError, match="can't be read"):
        read_questions(tmp_path / "none.txt")
