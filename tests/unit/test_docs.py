"""The README tells of every command and every option, and of nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer.main

from assistant.cli import app

README = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")
COMMANDS = vars(typer.main.get_command(app))["commands"]
EVERYWHERE = {"--corpus", "--index", "--help", "-h"}


def test_the_table_has_every_command() -> None:
    told = set(re.findall(r"^\| `peel (\w+)", README, flags=re.M))
    assert told == set(COMMANDS)


@pytest.mark.parametrize("name", ["ask", "batch", "rebuild", "add", "remove", "reports", "serve", "doctor"])
def test_every_option_is_told(name: str) -> None:
    options = {option for parameter in COMMANDS[name].params for option in parameter.opts if option[0] == "-"}
    (row,) = re.findall(rf"^\| `peel {name}.*$", README, flags=re.M)
    assert set(re.findall(r"--\w+", row)) == options - EVERYWHERE
