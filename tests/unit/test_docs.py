"""The README tells of every command and every option, and of nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from assistant.cli import parser_and_commands

README = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")
COMMANDS = parser_and_commands()[1]
EVERYWHERE = {"--corpus", "--index", "--help", "-h"}


def test_the_table_has_every_command() -> None:
    told = set(re.findall(r"^\| `peel (\w+)", README, flags=re.M))
    assert told == set(COMMANDS)


@pytest.mark.parametrize("name", ["ask", "batch", "rebuild", "add", "fetch", "remove", "reports", "serve", "doctor"])
def test_every_option_is_told(name: str) -> None:
    options = set(re.findall(r"(?<![\w-])--?\w+", COMMANDS[name].format_help()))
    (row,) = re.findall(rf"^\| `peel {name}.*$", README, flags=re.M)
    assert set(re.findall(r"--\w+", row)) == options - EVERYWHERE
