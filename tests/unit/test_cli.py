"""The command contract: what goes to which stream, and how each command ends."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.cli import main
from assistant.errors import IndexStale, QuestionError
from tests.fakes import REPORT, FakeBuilt, FakeEngine, QueueAnswerer, answered, refused


def run(*arguments: str, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(sys, "argv", ["peel", *arguments])
    with pytest.raises(SystemExit) as ended:
        main()
    return int(ended.value.code or 0)


def engine(monkeypatch: pytest.MonkeyPatch, *replies: object, **options: object) -> FakeEngine:
    return FakeEngine(QueueAnswerer(replies), **options).install(monkeypatch)  # type: ignore[arg-type]


def test_an_answer_ends_with_0(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    engine(monkeypatch, answered())
    assert run("ask", "calls?", monkeypatch=monkeypatch) == 0
    out, err = capsys.readouterr()
    assert out.startswith("91.5 percent of calls. [1]\n")
    assert err == ""


def test_a_refusal_ends_with_3_on_standard_output(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    engine(monkeypatch, refused())
    assert run("ask", "Southshire?", monkeypatch=monkeypatch) == 3
    assert "force not held" in capsys.readouterr().out


def test_an_error_ends_with_1_and_names_what_mends_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    engine(monkeypatch, IndexStale("The index is of other reports.", "Run: peel rebuild"))
    assert run("ask", "calls?", monkeypatch=monkeypatch) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err == "peel: The index is of other reports.\nRun: peel rebuild\n"


@pytest.mark.parametrize("arguments", [("ask",), ("nonsense",), ("ask", "a", "b"), ("batch", "f", "--format", "xml")])
def test_wrong_usage_ends_with_2(
    arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    engine(monkeypatch)
    assert run(*arguments, monkeypatch=monkeypatch) == 2
    assert capsys.readouterr().out == ""


def test_json_is_the_line_of_a_batch(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    engine(monkeypatch, answered())
    run("ask", "calls?", "--json", monkeypatch=monkeypatch)
    line = json.loads(capsys.readouterr().out)
    assert line["answer"] == "91.5 percent of calls.\nWithin 12 seconds."
    assert line["citations"][0]["report"] == REPORT.id


def test_why_goes_to_standard_error(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    engine(monkeypatch, answered(), answered())
    run("ask", "calls?", monkeypatch=monkeypatch)
    plain = capsys.readouterr().out
    run("ask", "calls?", "--why", monkeypatch=monkeypatch)
    out, err = capsys.readouterr()
    assert out == plain
    assert "one sentence fits" in err and "0.875" in err


def test_a_missing_index_is_built_first(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    built = engine(monkeypatch, answered(), has_index=False)
    assert run("ask", "calls?", monkeypatch=monkeypatch) == 0
    out, err = capsys.readouterr()
    assert len(built.rebuilt) == 1
    assert "reading: 1" in err and "Index ready" in err
    assert out.startswith("91.5")


def test_a_rebuild_tells_what_it_left_out(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    engine(monkeypatch, built=FakeBuilt(skipped=("a.md isn't text.",)))
    assert run("rebuild", monkeypatch=monkeypatch) == 0
    assert "Left out: a.md isn't text." in capsys.readouterr().err


@pytest.mark.parametrize("before", [True, False])
def test_folders_may_stand_before_or_after_the_command(before: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    built = engine(monkeypatch)
    folders = ("--corpus", "here", "--index", "there")
    run(*((*folders, "rebuild") if before else ("rebuild", *folders)), monkeypatch=monkeypatch)
    assert (built.rebuilt[0].corpus, built.rebuilt[0].index) == (Path("here"), Path("there"))


def test_without_a_terminal_questions_come_from_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = engine(monkeypatch, answered(), QuestionError("It is too long."), refused()).answerer.asked
    monkeypatch.setattr(sys, "stdin", io.StringIO("calls?\n\nlong\nand in Southshire?\n"))
    assert run(monkeypatch=monkeypatch) == 1
    out, err = capsys.readouterr()
    assert [question for question, _ in asked] == ["calls?", "long", "and in Southshire?"]
    assert len(asked[2][1]) == 1
    assert "> calls?" in out and "force not held" in out
    assert err == "peel: It is too long.\n"


def test_reports_say_what_was_inferred_and_the_licence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    engine(monkeypatch)
    assert run("reports", monkeypatch=monkeypatch) == 0
    out = capsys.readouterr().out
    assert "read from the text: cycle" in out and "Open Government Licence" in out


def test_escapes_in_a_question_reach_no_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    evil = "\x1b]0;owned\x07\x9b31m"
    engine(monkeypatch, answered(evil, text=evil), QuestionError(evil), answered(evil, text=evil))
    for arguments in (("ask", evil), ("ask", evil), ("ask", evil, "--json")):
        run(*arguments, monkeypatch=monkeypatch)
        out, err = capsys.readouterr()
        assert not {"\x1b", "\x07", "\x9b"} & set(out + err)


def test_bytes_that_are_no_text_are_asked_as_question_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = engine(monkeypatch, answered()).answerer.asked
    assert run("ask", "caf\udce9 calls", monkeypatch=monkeypatch) == 0
    assert asked[0][0] == "caf? calls"


def test_help_loads_nothing_heavy() -> None:
    script = (
        "import sys\nsys.argv = ['peel', '--help']\nfrom assistant.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print([name for name in ('torch', 'textual', 'numpy', 'faiss', 'onnxruntime') if name in sys.modules])"
    )
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ended.stdout.splitlines()[-1] == "[]"
