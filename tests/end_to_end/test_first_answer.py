"""The program as a person runs it, on the embedded corpus with the real model: what a new user asks first."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
QUESTION = "what was Kent's 999 answer rate"

pytestmark = pytest.mark.end_to_end


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of the checkout's corpus; what the checkout's own index has is not encoded again."""
    folder = tmp_path_factory.mktemp("index") / "index"
    shutil.copytree(ROOT / "index", folder)
    built = peel("rebuild", index=folder)
    assert built.returncode == 0, built.stderr
    return folder


def peel(
    *arguments: str, index: Path, corpus: Path = ROOT / "corpus", given: str = ""
) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from assistant.cli import main; main()", *arguments]
    command += ["--corpus", str(corpus), "--index", str(index)]
    return subprocess.run(command, cwd=ROOT, input=given, capture_output=True, text=True, timeout=300, check=False)


def test_the_first_question(index: Path) -> None:
    ended = peel("ask", QUESTION, index=index)
    assert ended.returncode == 0, ended.stderr
    first = ended.stdout.split("\n\n")[0]
    assert "93.6 percent" in first and "10 seconds" in first and "30 November 2025" in first
    assert "The force answers emergency calls quickly enough" in ended.stdout
    assert ended.stderr == ""


def test_the_same_question_gives_the_same_bytes(index: Path) -> None:
    assert peel("ask", QUESTION, index=index).stdout == peel("ask", QUESTION, index=index).stdout


def test_another_force_is_refused(index: Path) -> None:
    ended = peel("ask", "what was Essex's 999 answer rate", index=index)
    assert ended.returncode == 3
    assert "Essex" in ended.stdout and "force not held" in ended.stdout


def test_a_follow_up_leans_on_the_question_before(index: Path) -> None:
    ended = peel(index=index, given=f"{QUESTION}\nand for 101?\n")
    assert ended.returncode == 0, ended.stderr
    assert "2.9 percent" in ended.stdout.split("> and for 101?")[1]


@pytest.mark.parametrize("question", ["", "x" * 100_000])
def test_a_question_that_cannot_be_asked_ends_with_1(question: str, index: Path) -> None:
    ended = peel("ask", question, index=index)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr.startswith("peel: ") and "Traceback" not in ended.stderr


def test_a_batch_quotes_the_corpus_word_for_word(index: Path, tmp_path: Path) -> None:
    from assistant.reading import read_report

    texts = {report.id: report.text for report in map(read_report, sorted((ROOT / "corpus").glob("kent*.md")))}
    file = tmp_path / "questions.txt"
    file.write_text(f"{QUESTION}\nhow was Kent graded at investigating crime in 2025-27\n你好\n")
    ended = peel("batch", str(file), index=index)
    assert ended.returncode == 0, ended.stderr
    lines = [json.loads(line) for line in ended.stdout.splitlines()]
    assert [line["abstained"] for line in lines] == [False, False, True]
    for citation in (each for line in lines for each in line["citations"]):
        assert texts[citation["report"]][citation["start"] : citation["end"]] == citation["quote"]


def test_an_empty_corpus_is_told(tmp_path: Path) -> None:
    ended = peel("ask", QUESTION, index=tmp_path / "index", corpus=tmp_path)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert "peel add" in ended.stderr
