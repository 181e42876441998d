"""Asking loads onnxruntime alone: torch and what stands on it cost seconds and half a gigabyte."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("torch", "transformers", "sentence_transformers", "scipy", "sklearn", "onnx")
QUESTION = "how many calls were answered"

pytestmark = pytest.mark.end_to_end

TELL = f"""
import atexit, json, sys
atexit.register(lambda: print(json.dumps(sorted({set(HEAVY)!r} & set(sys.modules))), file=sys.stderr))
"""
COMMAND = TELL + "from assistant.cli import main; main()"
CHAT = (
    TELL
    + """
import asyncio
from pathlib import Path
from assistant.settings import Settings
from assistant.tui.app import PeelApp
from assistant.tui.widgets.prompt import Prompt
from assistant.tui.widgets.turn import TurnView

async def chat(question, *folders):
    app = PeelApp(Settings(*map(Path, folders)))
    async with app.run_test() as pilot:
        await app.workers.wait_for_complete()
        app.query_one(Prompt).put(question)
        await pilot.press("enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        print(len(app.query(TurnView)), "onnxruntime" in sys.modules)

asyncio.run(chat(*sys.argv[1:]))
"""
)


def run(code: str, *arguments: str, settings: Settings) -> tuple[str, list[str], str]:
    """What a program prints, which heavy packages it loaded, and what else it said on standard error."""
    folders = {
        "PEEL_CORPUS": settings.corpus,
        "PEEL_INDEX": settings.index,
        "PEEL_CONVERSATIONS": settings.conversations,
    }
    environment = os.environ | {name: str(path) for name, path in folders.items()}
    command = [sys.executable, "-c", code, *arguments]
    ended = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=False)
    said, _, loaded = ended.stderr.rstrip().rpartition("\n")
    return ended.stdout, json.loads(loaded), said


def test_ask(northmoor: Settings) -> None:
    shown, loaded, said = run(COMMAND, "ask", QUESTION, settings=northmoor)
    assert ("Northmoor" in shown, loaded, said) == (True, [], "")


def test_batch(northmoor: Settings, tmp_path: Path) -> None:
    file = tmp_path / "questions.txt"
    file.write_text(f"{QUESTION}\nlist the areas for improvement\n", encoding="utf-8")
    shown, loaded, _ = run(COMMAND, "batch", str(file), settings=northmoor)
    assert (len(shown.splitlines()), loaded) == (2, [])


def test_reports(northmoor: Settings) -> None:
    shown, loaded, _ = run(COMMAND, "reports", settings=northmoor)
    assert ("Northmoor" in shown, loaded) == (True, [])


def test_a_rebuild_that_finds_nothing_new(northmoor: Settings) -> None:
    _, loaded, said = run(COMMAND, "rebuild", settings=northmoor)
    assert (loaded, "0 texts encoded" in said) == ([], True)


def test_the_chat(northmoor: Settings) -> None:
    folders = (northmoor.corpus, northmoor.index, northmoor.conversations)
    shown, loaded, _ = run(CHAT, QUESTION, *map(str, folders), settings=northmoor)
    assert (shown.split(), loaded) == (["1", "True"], [])


def test_a_model_without_an_export_says_so(northmoor: Settings) -> None:
    code = "import os; os.environ['PEEL_MODEL'] = 'another'\n" + COMMAND
    shown, loaded, said = run(code, "ask", QUESTION, settings=northmoor)
    assert (shown, loaded) == ("", [])
    assert "another has no fast export" in said and "made with another model" in said
