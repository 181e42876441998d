"""Disk full at any byte, and places that may not be written: the old index stays, and a message says what to do."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.errors import PeelError
from assistant.indexing.build import rebuild
from assistant.indexing.examine import examine
from assistant.indexing.index import open_index
from assistant.settings import Settings
from tests.counting_encoder import CountingEncoder
from tests.index_content import content
from tests.made_up import OURS

ROOT = Path(__file__).resolve().parents[3]
SCRIPT = """
import sys
from assistant.errors import PeelError
from assistant.indexing import index
from pathlib import Path
from assistant.settings import Settings
from tests.counting_encoder import CountingEncoder
from assistant.indexing.build import rebuild
folder = Path(sys.argv[1])
{prepare}
try:
    {what}
except PeelError as error:
    sys.exit(f"{{error.message}} | {{error.mend}}")
"""
REBUILD = "rebuild(Settings(folder / 'corpus', folder / 'index', folder / 'kept'), encoder=CountingEncoder())"
OPEN = "index.open_index(folder / 'index')"
NOBODY = "import os, encodings.utf_8_sig, encodings.cp1252; os.setgid(65534); os.setuid(65534)"
"""After the imports, which a stranger may not be allowed to read."""


@pytest.fixture
def settings() -> Iterator[Settings]:
    """In a folder that another user may enter."""
    folder = Path(tempfile.mkdtemp(prefix="peel-"))
    folder.chmod(0o755)
    (folder / "corpus").mkdir()
    text = (OURS / "ashmere-peel-2023-25.md").read_text(encoding="utf-8")[:6000]
    (folder / "corpus" / "ashmere.md").write_text(text, encoding="utf-8")
    made = Settings(folder / "corpus", folder / "index", folder / "kept")
    rebuild(made, encoder=CountingEncoder())
    (folder / "corpus" / "ashmere.md").write_text(text + "\n\nIt lost 3 dogs.\n", encoding="utf-8")
    yield made
    shutil.rmtree(folder, ignore_errors=True)


def run(settings: Settings, what: str, prepare: str = "") -> str:
    """What another process says on standard error."""
    done = subprocess.run(
        [sys.executable, "-B", "-c", SCRIPT.format(what=what, prepare=prepare), str(settings.corpus.parent)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    assert (done.returncode == 0) == (not done.stderr), done.stderr
    return done.stderr


@pytest.mark.parametrize("bytes", [0, 100, 5_000, 20_000, 60_000])
def test_no_file_may_grow_beyond_some_bytes(settings: Settings, bytes: int) -> None:
    before = content(settings.index)
    said = run(settings, REBUILD, f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({bytes}, {bytes}))")
    assert "can't be written" in said
    assert "Free some space" in said
    assert content(settings.index) == before
    assert [fault.message for fault in examine(settings)[1]] == [
        "The corpus isn't what the index was made from: ashmere.md changed."
    ]


def mount(folder: Path, size: str) -> bool:
    if os.geteuid() != 0 or not shutil.which("mount"):
        return False
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)], check=False)
    return mounted.returncode == 0


@pytest.mark.parametrize("more", ["0", "4k", "16k", "40k", "64k"])
def test_a_disk_that_is_full(settings: Settings, more: str) -> None:
    small = settings.index.with_name("small")
    small.mkdir()
    if not mount(small, "2m"):
        pytest.skip("a small disk can only be mounted by root")
    try:
        shutil.copytree(settings.index, small, dirs_exist_ok=True)
        full = Settings(settings.corpus, small, settings.conversations)
        before = content(small)
        free = int(more.rstrip("k")) * 1024
        with (small / "ballast").open("wb") as ballast:
            ballast.write(b"\0" * max(shutil.disk_usage(small).free - free, 0))
        with pytest.raises(PeelError, match=r"can't be written to .*(No space left|disk is full)"):
            rebuild(full, encoder=CountingEncoder())
        assert content(small) == before
        (small / "ballast").unlink()
        rebuild(full, encoder=CountingEncoder())
        assert content(small) != before
        assert examine(full)[1] == []
    finally:
        subprocess.run(["umount", "--lazy", str(small)], check=True)


needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="becoming another user takes root")


@needs_root
def test_an_index_that_may_only_be_read_answers_and_says_why_it_is_not_rebuilt(settings: Settings) -> None:
    before = content(settings.index)
    assert run(settings, OPEN, NOBODY) == ""
    assert "Permission denied" in run(settings, REBUILD, NOBODY)
    assert content(settings.index) == before


@needs_root
@pytest.mark.parametrize(
    "place", ["index", "index/CURRENT", "generation", "generation/manifest.json", "generation/units.faiss"]
)
def test_what_may_not_be_read_is_told(settings: Settings, place: str) -> None:
    generation = next(settings.index.glob("generation-*"))
    path = settings.index.parent / place.replace("generation", f"index/{generation.name}")
    mode = stat.S_IMODE(path.stat().st_mode)
    path.chmod(0)
    said = run(settings, OPEN, NOBODY)
    assert "Permission denied" in said
    assert "Check who may read" in said
    path.chmod(mode)
    assert run(settings, OPEN, NOBODY) == ""


@needs_root
def test_a_report_that_may_not_be_read_is_named(settings: Settings) -> None:
    (settings.corpus / "secret.md").write_text("It lost 3 dogs.")
    (settings.corpus / "secret.md").chmod(0)
    other = settings.index.with_name("other")
    other.mkdir()
    other.chmod(0o777)
    what = REBUILD.replace("'index'", "'other'")
    assert run(settings, f"print({what}.skipped)", NOBODY) == ""
    index = open_index(other)
    assert [report.id for report in index.reports] == ["ashmere-2023-25"]
    assert "secret.md can't be read: Permission denied" in index.manifest.left_out["secret.md"]


def test_a_file_where_the_index_folder_should_be(settings: Settings) -> None:
    other = settings.index.with_name("other")
    other.write_text("mine")
    with pytest.raises(PeelError, match="can't be written") as caught:
        rebuild(Settings(settings.corpus, other, settings.conversations), encoder=CountingEncoder())
    assert "--index" in caught.value.mend
    assert other.read_text() == "mine"
