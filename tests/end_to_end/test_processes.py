"""A batch in several processes gives what one gives, in the same order, and none of them outlives it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from assistant.answering.opening import open_answerer
from assistant.errors import BatchError
from assistant.evaluation.processes import LEAST, processes_for, run_in_processes
from assistant.evaluation.questions import Question, Thread
from assistant.evaluation.run import Outcome, run
from assistant.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
THREADS = (
    Thread((Question("1", "how many calls were answered"), Question("2", "and the year before?"), Question("3", ""))),
    *(Thread((Question(f"more {n}", f"list {n} areas for improvement"),)) for n in range(6)),
    Thread((Question("4", "how was it graded at investigating crime"), Question("5", "why?"))),
)

pytestmark = pytest.mark.end_to_end


def timeless(outcomes: list[Outcome]) -> list[dict[str, Any]]:
    return [outcome.line | {"elapsed_ms": 0} for outcome in outcomes]


def test_two_processes_give_what_one_gives(northmoor: Settings) -> None:
    answerer = open_answerer(northmoor)
    one = timeless(list(run(THREADS, answerer)))
    two = timeless(list(run_in_processes(THREADS, northmoor, answerer.index.manifest, 2)))
    assert two == one
    assert [bool(line.get("error")) for line in one].count(True) == 1


def test_all_processes_answer_from_one_index(northmoor: Settings) -> None:
    other = replace(open_answerer(northmoor).index.manifest, built="1999-01-01T00:00:00+00:00")
    with pytest.raises(BatchError, match="rebuilt just when the batch began"):
        list(run_in_processes(THREADS, northmoor, other, 2))


def test_a_small_batch_is_not_worth_a_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(64)), raising=False)
    questions = [Question(str(n), "calls?") for n in range(LEAST * 10)]
    assert processes_for([Thread((one,)) for one in questions[: LEAST * 2 - 1]]) == 1
    assert processes_for([Thread((one,)) for one in questions[: LEAST * 2]]) == 2
    assert processes_for([Thread((one,)) for one in questions]) == 4
    assert processes_for([Thread(tuple(questions))]) == 1


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGKILL])
def test_no_process_outlives_the_batch(ending: signal.Signals, northmoor: Settings, tmp_path: Path) -> None:
    file = tmp_path / "questions.txt"
    file.write_text("".join(f"how many calls were answered in {n} seconds\n" for n in range(LEAST * 200)))
    # Where the tests run in the background, SIGINT comes to them as ignored, and so would it to the program.
    heeds = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
    code = f"{heeds}import os; os.sched_getaffinity = lambda _: {{0, 1}}\nfrom assistant.cli import main; main()"
    command = [sys.executable, "-c", code, "batch", str(file), "--index", str(northmoor.index)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None and process.stderr is not None
    assert json.loads(process.stdout.readline())["id"] == "1"
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    if not children.exists():
        process.kill()
        pytest.skip("this system doesn't say which processes a process has started")
    started = children.read_text().split()
    process.send_signal(ending)
    process.communicate(timeout=60)
    assert process.returncode == (130 if ending is signal.SIGINT else -ending)
    assert len(started) >= 2
    until = time.monotonic() + 30
    while left := [one for one in started if runs(one)]:
        assert time.monotonic() < until, left
        time.sleep(0.05)


def runs(process: str) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
