"""`peel batch`: a line a question at once, failures included, scores and comparisons on standard error."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.conversation.form import Format
from assistant.errors import BatchError, QuestionError, Stopped
from assistant.evaluation.questions import Question, Thread
from assistant.evaluation.run import run
from assistant.settings import load_settings
from assistant.shell.batch import batch
from assistant.shell.exit_codes import ExitCode
from tests.fakes import CHAPTER, FINDING, REPORT, SENTENCE, FakeEngine, QueueAnswerer, answered, refused

SETTINGS = load_settings()
SCORED = {
    "id": "q1",
    "question": "calls?",
    "kind": "figure",
    "report": [REPORT.id],
    "section": [CHAPTER, FINDING],
    "evidence": [SENTENCE],
    "must_all": ["91.5"],
}


def ask(monkeypatch: pytest.MonkeyPatch, file: Path, *replies: object, **options: object) -> ExitCode:
    FakeEngine(QueueAnswerer(replies)).install(monkeypatch)  # type: ignore[arg-type]
    given = {"out": None, "form": None, "old": None} | options
    return batch(SETTINGS, file, **given)  # type: ignore[arg-type]


def questions(folder: Path, *lines: object) -> Path:
    file = folder / "questions.jsonl"
    file.write_text("".join(json.dumps(line) + "\n" for line in lines))
    return file


def test_turns_follow_each_other_and_threads_do_not() -> None:
    answerer = QueueAnswerer([answered("a"), refused("b"), answered("c")])
    threads = (Thread((Question("1", "a"), Question("2", "b"))), Thread((Question("3", "c"),)))
    assert [outcome.line["id"] for outcome in run(threads, answerer)] == ["1", "2", "3"]
    assert [len(turns) for _, turns in answerer.asked] == [0, 1, 0]


def test_a_line_is_there_before_the_next_question_is_asked() -> None:
    answerer = QueueAnswerer([answered("a"), answered("b")])
    outcomes = run((Thread((Question("1", "a"),)), Thread((Question("2", "b"),))), answerer)
    next(outcomes)
    assert len(answerer.asked) == 1


def test_stopping_ends_the_batch() -> None:
    with pytest.raises(Stopped):
        list(run((Thread((Question("1", "a"),)),), QueueAnswerer([Stopped("stopped")])))


def test_the_time_is_measured() -> None:
    ticks = iter((1.0, 1.25))
    (outcome,) = run((Thread((Question("1", "a"),)),), QueueAnswerer([answered("a")]), clock=lambda: next(ticks))
    assert outcome.line["elapsed_ms"] == 250


def test_a_failure_is_a_line_and_the_batch_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "q.txt"
    file.write_text("a\nb\n")
    assert ask(monkeypatch, file, QuestionError("It is empty."), answered("b")) == ExitCode.FAILURE
    out, err = capsys.readouterr()
    first, second = map(json.loads, out.splitlines())
    assert (first["error"], first["status"], first["answer"]) == ("It is empty.", None, "")
    assert second["status"] == "answered"
    assert "1 of 2 questions" in err


def test_scores_go_to_standard_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ask(monkeypatch, questions(tmp_path, SCORED), answered("calls?")) == ExitCode.DONE
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 1
    assert err.splitlines()[0].split() == "kind n answer cite section wrong over-abst fidelity acc@400".split()
    assert err.splitlines()[1].split() == "figure 1 100.0% 100.0% 100.0% 0.0% 0.0% 100.0% 100.0%".split()


def test_a_comparison_names_what_got_better(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    old = tmp_path / "old.jsonl"
    assert ask(monkeypatch, questions(tmp_path, SCORED), refused("calls?"), out=old) == ExitCode.DONE
    assert ask(monkeypatch, questions(tmp_path, SCORED), answered("calls?"), old=old) == ExitCode.DONE
    assert "better: q1" in capsys.readouterr().err


def test_a_comparison_needs_expectations(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(BatchError, match="nothing to compare"):
        ask(monkeypatch, questions(tmp_path, {"question": "calls?"}), old=tmp_path / "old.jsonl")


@pytest.mark.parametrize("content", ["[]", "{", '{"a": 1}'])
def test_an_old_batch_that_is_none_is_told(content: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = tmp_path / "old.jsonl"
    old.write_text(content)
    with pytest.raises(BatchError, match="isn't a batch's"):
        ask(monkeypatch, questions(tmp_path, SCORED), old=old)


@pytest.mark.parametrize(
    ("name", "form", "opening"), [("a.csv", None, "id,"), ("a.md", None, "# "), ("a.md", Format.JSONL, "{")]
)
def test_the_form_is_the_one_asked_for_or_the_ending(
    name: str, form: Format | None, opening: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / name
    ask(monkeypatch, questions(tmp_path, {"question": "calls?"}), answered(), out=out, form=form)
    assert out.read_text().startswith(opening)


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(BatchError, match="can't be written"):
        ask(monkeypatch, questions(tmp_path, {"question": "?"}), answered(), out=tmp_path / "none" / "a.jsonl")


def test_nothing_of_the_engine_is_loaded_for_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from assistant.errors import BatchError\n"
        "from assistant.settings import Settings\n"
        "from assistant.shell.batch import batch\n"
        "folder = Path(sys.argv[1])\n"
        "try:\n"
        "    batch(Settings(folder, folder, folder), folder / 'none.txt', out=None, form=None, old=None)\n"
        "except BatchError:\n"
        "    print('refused', 'torch' in sys.modules)\n"
    )
    ended = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True)
    assert ended.stdout == "refused False\n"
