"""Other tools are driven from outside: a stand-in in the real way, and what is told where one can't be asked."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from assistant.evaluation.beside import Given, Missing, ask_other
from assistant.evaluation.others import PROGRAMS, Other, others_in
from assistant.evaluation.questions import Question
from assistant.evaluation.replies import replies

ROOT = Path(__file__).resolve().parents[3]
TOOLS = others_in(Path("environments"))
PASSAGES = {"0": "Calls are picked up in 12 seconds.", "1": "Dogs are trained in Northby — 14 of them."}
QUESTIONS = (Question("a", "how many dogs are trained?"), Question("b", "how fast are calls picked up?"))
WORDS = """
import json; from pathlib import Path; from driving import drive
print("loading weights: 100%")
def build(passages, model, index):
    assert Path(model, "model.safetensors").exists()
    Path(index, "store.json").write_text(json.dumps([passage["text"] for passage in passages]))
def load(model, index):
    texts = json.loads(Path(index, "store.json").read_text())
    def search(question):
        print("searching")
        return sorted(texts, key=lambda text: -len(set(text.lower().split()) & set(question.split())))
    return search
drive(build, load, ["pytest"])
"""


@pytest.fixture
def other(tmp_path: Path) -> Other:
    """A tool that counts the words that a passage has in common with a question."""
    (tmp_path / "programs").mkdir()
    shutil.copy(PROGRAMS / "driving.py", tmp_path / "programs")
    (tmp_path / "programs" / "ask_words.py").write_text(WORDS)
    python = tmp_path / "environments" / "words" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    python.chmod(0o755)
    (one,) = others_in(tmp_path / "environments", tmp_path / "programs")
    return one


def asked(other: Other, tmp_path: Path) -> Given | Missing:
    return ask_other(other, QUESTIONS, PASSAGES, tmp_path / "index", 2)


def test_a_tool_gives_its_texts_for_every_question_and_what_it_prints_is_no_result(
    other: Other, tmp_path: Path
) -> None:
    given = asked(other, tmp_path)
    assert isinstance(given, Given), given
    assert (given.name, given.versions, len(given.cold)) == ("words", {"pytest": pytest.__version__}, 2)
    texts = tuple(PASSAGES.values())
    assert [(found.id, found.texts) for found in given.found] == [("a", texts[::-1]), ("b", texts)]
    assert all(found.seconds > 0 and not found.refused for found in given.found)


def test_a_tool_that_isnt_there_is_told_with_the_command_that_installs_it(other: Other, tmp_path: Path) -> None:
    shutil.rmtree(other.environment)
    missing = asked(other, tmp_path)
    assert isinstance(missing, Missing)
    assert missing.why.startswith(f"not installed: python3 -m venv {other.environment} && ")
    assert missing.why.endswith("programs/words.txt")


@pytest.mark.parametrize(
    ("program", "why"),
    [
        ("import no_such_package", "failed: it ended with 1: ModuleNotFoundError: No module named 'no_such_package'"),
        ("pass", "failed: it ended with 0: it said nothing"),
        ("print('{}')", "failed: 'id'"),
        ('print(\'{"id": "b", "texts": [], "seconds": 1}\')', "failed: it didn't answer every question"),
        ("print('ready')", "failed: Expecting value"),
    ],
)
def test_a_tool_that_fails_is_told_why(program: str, why: str, other: Other, tmp_path: Path) -> None:
    other.program.write_text(program)
    missing = asked(other, tmp_path)
    assert isinstance(missing, Missing)
    assert missing.why.startswith(why)


def test_a_tool_has_the_packages_of_its_own_environment_alone(
    other: Other, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    other.program.write_text("import os; assert 'PYTHONPATH' not in os.environ; assert os.environ['HF_HUB_OFFLINE']")
    missing = asked(other, tmp_path)
    assert isinstance(missing, Missing)
    assert "it said nothing" in missing.why


def test_more_is_read_and_written_than_a_pipe_holds() -> None:
    copied = "import sys\nfor line in sys.stdin: sys.stdout.write(line)"
    said = replies([sys.executable, "-c", copied], "é" * 99 + "\n" + "x\n" * 200_000, os.environ)
    assert (said.lines[0], len(said.lines)) == ("é" * 99, 200_001)


def test_there_is_a_program_for_each_tool() -> None:
    assert [tool.name for tool in TOOLS] == ["haystack", "langchain", "llamaindex", "txtai"]


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.name)
def test_what_a_tool_needs_is_pinned_and_is_as_in_peels_own_environment(tool: Other) -> None:
    lines = tool.program.with_name(f"{tool.name}.txt").read_text().splitlines()
    wanted = {line for line in lines if line and not line.startswith("#")}
    assert all(re.fullmatch(r"[\w-]+==[\w.]+", line) for line in wanted)
    ours = {line for line in (ROOT / "requirements.lock").read_text().splitlines() if "==" in line}
    ours |= {
        line.split(";")[0] for line in tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]
    }
    names = {line.split("==")[0] for line in ours}
    assert {line for line in wanted if line.split("==")[0] in names} <= ours
    assert "torch" in {line.split("==")[0] for line in wanted}
    assert "assistant" not in tool.program.read_text()


def test_the_usage_is_told() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", "from driving import drive; drive(None, None, ())", "build"],
        cwd=PROGRAMS,
        capture_output=True,
        text=True,
    )
    assert ran.returncode == 2
    assert "Usage: ask_NAME.py build MODEL INDEX" in ran.stderr
