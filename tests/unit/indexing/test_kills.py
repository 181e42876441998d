"""A rebuild that is killed leaves the old index or the new one, whole; never a third thing.

A handful of kills runs every time; `PEEL_KILLS=200` runs that many at random moments, and `PEEL_KILLS=all` one at each
write of a rebuild besides.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.indexing.build import rebuild
from assistant.indexing.examine import examine
from assistant.settings import Settings
from tests.counting_encoder import CountingEncoder
from tests.index_content import content
from tests.made_up import OURS

ROOT = Path(__file__).resolve().parents[3]
KILLS = os.environ.get("PEEL_KILLS", "6")
WRITES = "write,pwrite64,writev,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,ftruncate,rmdir"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "corpus").mkdir()
    text = (OURS / "ashmere-peel-2023-25.md").read_text(encoding="utf-8")
    (tmp_path / "corpus" / "ashmere.md").write_text(text[:8000], encoding="utf-8")
    return tmp_path


def python(*arguments: str, ahead: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*ahead, sys.executable, "-B", *arguments],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_killed_at_random_moments(folder: Path) -> None:
    count = 200 if KILLS == "all" else int(KILLS)
    done = python("-m", "tests.kills", str(folder), str(count), "20231")
    assert done.returncode == 0, done.stderr
    sys.stdout.write(done.stdout)
    assert done.stdout.startswith(f"{count} kills")


@pytest.mark.skipif(not shutil.which("strace"), reason="strace, which kills at a write, isn't installed")
def test_killed_at_each_write(folder: Path) -> None:
    settings = Settings(folder / "corpus", folder / "index", folder / "kept")
    file = settings.corpus / "ashmere.md"
    one = file.read_text(encoding="utf-8")
    rebuild(settings, encoder=CountingEncoder())
    old = content(settings.index)
    file.write_text(one + "\n\nThe force took 4,321 calls on that day.\n", encoding="utf-8")
    shutil.copytree(folder, folder.parent / "whole")
    whole = Settings(folder.parent / "whole" / "corpus", folder.parent / "whole" / "index", folder / "kept")
    log = folder.parent / "writes"
    traced = ("strace", "-f", "-o", str(log), "-e", f"trace={WRITES}")
    assert python("-m", "tests.rebuild_once", str(folder.parent / "whole"), ahead=traced).returncode == 0
    new = content(whole.index)
    writes = sum("(" in line for line in log.read_text(encoding="utf-8", errors="replace").splitlines())
    assert writes > 30
    for at in range(1, writes + 1, 1 if KILLS == "all" else writes // 4):
        killed = ("strace", "-f", "-o", "/dev/null", "-e", f"inject={WRITES}:signal=KILL:when={at}")
        python("-m", "tests.rebuild_once", str(folder), ahead=killed)
        held = content(settings.index)
        assert held in (old, new), at
        if held == new:  # nothing would be left to do
            file.write_text(one, encoding="utf-8")
            rebuild(settings, encoder=CountingEncoder())
            file.write_text(one + "\n\nThe force took 4,321 calls on that day.\n", encoding="utf-8")
    rebuild(settings, encoder=CountingEncoder())
    assert content(settings.index) == new
    assert examine(settings)[1] == []
