"""The core stays free of the interface, and starting peel stays light."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("textual", "torch", "sentence_transformers")


def heavy_loaded_by(name: str) -> str:
    script = f"import sys, {name}\nprint(*(set({HEAVY!r}) & set(sys.modules)))"
    return subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.strip()


@pytest.mark.parametrize(
    "name",
    [
        "assistant.cli",
        "assistant.conversation.export",
        "assistant.conversation.store",
        "assistant.evaluation.comparison",
        "assistant.evaluation.run",
        "assistant.reading",
        "assistant.shell.add",
        "assistant.shell.ask",
        "assistant.shell.batch",
        "assistant.shell.doctor",
        "assistant.start",
    ],
)
def test_nothing_below_the_screen_loads_textual_or_torch(name: str) -> None:
    assert heavy_loaded_by(name) == ""


def test_the_chat_waits_for_no_command_line() -> None:
    script = "import sys, assistant.start, assistant.tui.app\nprint('typer' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"
