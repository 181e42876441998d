"""Everything that the README shows runs: its commands, through the real scripts, on the stand-in engine.

The checkout is a copy whose `.venv` is already set up, with stand-ins for the tools that check and test, so that the
scripts' own wiring is what runs.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```bash\n(.*?)```", README, flags=re.S)
STAND_IN = f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m tests.stand_in "$@"\n'
TOOL = '#!/bin/sh\necho "ran $(basename "$0") $*"\n'

pytestmark = pytest.mark.end_to_end


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("checkout")
    shutil.copytree(ROOT / "scripts", folder / "scripts")
    for name in ("requirements.lock", "pyproject.toml"):
        shutil.copy(ROOT / name, folder / name)
    programs = folder / ".venv" / "bin"
    programs.mkdir(parents=True)
    for name in ("peel", "python", "ruff", "mypy", "lint-imports"):
        (programs / name).write_text(STAND_IN if name == "peel" else TOOL)
        (programs / name).chmod(0o755)
    installed = (folder / "requirements.lock").read_bytes() + (folder / "pyproject.toml").read_bytes()
    (folder / ".venv" / "installed").write_bytes(installed)
    (folder / "index").mkdir()
    (folder / "index" / "CURRENT").write_text("")
    return folder


def run(checkout: Path, commands: str) -> subprocess.CompletedProcess[str]:
    path = f"{checkout / '.venv' / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-euo", "pipefail", "-c", commands],
        cwd=checkout,
        env=os.environ | {"PATH": path},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize("block", BLOCKS, ids=[block.strip().splitlines()[-1][:50] for block in BLOCKS])
def test_every_block_runs(block: str, checkout: Path) -> None:
    ended = run(checkout, block)
    assert ended.returncode == 0, ended.stderr
    assert "Traceback" not in ended.stderr


def test_the_readme_shows_the_two_commands() -> None:
    assert BLOCKS[:2] == ["./scripts/chat\n", "./scripts/test\n"]


def test_an_answer_from_the_script_is_on_standard_output_alone(checkout: Path) -> None:
    ended = run(checkout, './scripts/chat "how many calls are picked up?"')
    assert ended.stdout.startswith("91.5 percent of calls. [1]\n")
    assert ended.stderr == ""


def test_a_refusal_from_the_script_ends_with_3(checkout: Path) -> None:
    assert run(checkout, './scripts/chat "and in Southshire?"').returncode == 3


def test_questions_from_standard_input_are_answered_in_turn(checkout: Path) -> None:
    ended = run(checkout, "printf 'calls?\\nand in Southshire?\\n' | ./scripts/chat")
    assert ended.returncode == 0
    assert ended.stdout.index("> calls?") < ended.stdout.index("> and in Southshire?")


def test_check_runs_everything_and_fails_when_one_does(checkout: Path) -> None:
    ended = run(checkout, "./scripts/check")
    assert [line for line in ended.stdout.splitlines() if line.startswith("ran")] == [
        "ran ruff check .",
        "ran ruff format --check .",
        "ran mypy ",
        "ran lint-imports ",
    ]
    failing = checkout / ".venv" / "bin" / "mypy"
    failing.write_text("#!/bin/sh\nexit 1\n")
    ended = run(checkout, "./scripts/check")
    failing.write_text(TOOL)
    assert ended.returncode == 1
    assert "ran lint-imports" in ended.stdout


def test_a_second_set_up_does_nothing(checkout: Path) -> None:
    ended = run(checkout, "./scripts/setup")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")


def test_set_up_refuses_an_old_python(checkout: Path, tmp_path: Path) -> None:
    old = tmp_path / "python3.8"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)
    shutil.copytree(checkout / "scripts", tmp_path / "scripts")
    for name in ("requirements.lock", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path / name)
    ended = run(tmp_path, f"PYTHON={old} ./scripts/setup")
    assert ended.returncode == 1
    assert "peel needs Python 3.11 or newer" in ended.stderr


SCRIPTS = sorted(path for path in (ROOT / "scripts").iterdir() if path.is_file())


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_every_script_introduces_itself(script: Path) -> None:
    opening = script.read_text(encoding="utf-8").split("\nset -")[0]
    assert os.access(script, os.X_OK)
    assert "Usage:" in opening and "Exit codes:" in opening


def test_the_benchmark_runs_in_its_own_environment(checkout: Path, tmp_path: Path) -> None:
    base = Path(sys.base_prefix) / "bin" / "python3"
    assert run(checkout, f"{base} ./scripts/benchmark --help").stdout == "ran python ./scripts/benchmark --help\n"
    shutil.copytree(ROOT / "scripts", tmp_path / "scripts")
    ended = run(tmp_path, f"{base} ./scripts/benchmark --help")
    assert ended.returncode == 1 and "./scripts/setup" in ended.stderr
