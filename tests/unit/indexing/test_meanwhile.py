"""Rebuilds, readers and people at once: the index is one of those that were made, and nobody meets half of it."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from assistant.errors import PeelError
from assistant.indexing import build, gather, generations
from assistant.indexing.build import rebuild
from assistant.indexing.examine import examine
from assistant.indexing.index import open_index
from assistant.settings import Settings
from tests.counting_encoder import CountingEncoder
from tests.index_content import content, content_of

ROOT = Path(__file__).resolve().parents[3]
OUSE = "# PEEL 2023–25\n\nAn inspection of Ouse Police\n\n# Calls\n\nIt answered 12 calls. It lost 3.\n"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "ouse.md").write_text(OUSE, encoding="utf-8")
    return Settings(tmp_path / "corpus", tmp_path / "index", tmp_path / "kept")


def started(settings: Settings) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.rebuild_once", str(settings.corpus.parent)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
    )


def test_rebuilds_at_once_wait_for_each_other(settings: Settings) -> None:
    for number in range(20):
        (settings.corpus / f"{number}.txt").write_text(f"In 2024 the force lost {number} dogs in all.")
    running = [started(settings) for _ in range(4)]
    assert [(one.communicate()[1], one.returncode) for one in running] == [(b"", 0)] * 4
    assert len(open_index(settings.index).reports) == 21
    assert examine(settings)[1] == []


def test_the_second_rebuild_says_that_it_waits_and_then_does_its_own_work(settings: Settings) -> None:
    first_is_writing, go_on, waited = threading.Event(), threading.Event(), threading.Event()

    class Slow(CountingEncoder):
        def encode(self, texts):  # type: ignore[no-untyped-def]
            first_is_writing.set()
            assert go_on.wait(20)
            return super().encode(texts)

    def told(stage: str, done: int, total: int) -> None:
        del done, total
        if stage == "waiting for another rebuild":
            waited.set()
            go_on.set()

    first = threading.Thread(target=rebuild, args=(settings,), kwargs={"encoder": Slow()})
    first.start()
    assert first_is_writing.wait(20)
    (settings.corpus / "dogs.txt").write_text("In 2024 the force lost 7 dogs in all.")
    built = rebuild(settings, encoder=CountingEncoder(), progress=told)
    first.join()
    assert waited.is_set()
    assert built.reports == len(open_index(settings.index).reports) == 2
    assert examine(settings)[1] == []


def test_a_rebuild_that_was_killed_holds_nobody_up(settings: Settings) -> None:
    script = (
        "import os, signal, sys; from pathlib import Path; from assistant.indexing import generations\n"
        "with generations.rebuilding(Path(sys.argv[1]), print): os.kill(os.getpid(), signal.SIGKILL)"
    )
    subprocess.run([sys.executable, "-c", script, str(settings.index)], cwd=ROOT, check=False)
    assert (settings.index / generations.LOCK).exists()
    assert rebuild(settings, encoder=CountingEncoder()).reports == 1


def test_opening_and_reading_while_it_is_rebuilt_again_and_again(settings: Settings) -> None:
    known = set()
    for text in (OUSE, OUSE.replace("12 calls", "13 calls")):
        (settings.corpus / "ouse.md").write_text(text, encoding="utf-8")
        rebuild(settings, encoder=CountingEncoder())
        known.add(content(settings.index))
    chat = open_index(settings.index)
    before = content_of(chat)
    finished = threading.Event()

    def again_and_again() -> None:
        try:
            for number in range(40):
                text = OUSE if number % 2 else OUSE.replace("12 calls", "13 calls")
                (settings.corpus / "ouse.md").write_text(text, encoding="utf-8")
                rebuild(settings, encoder=CountingEncoder())
        finally:
            finished.set()

    thread = threading.Thread(target=again_and_again)
    thread.start()
    seen = set()
    while not finished.is_set():
        seen.add(content(settings.index))
        assert content_of(chat) == before
    thread.join()
    assert seen <= known
    assert chat.changed


def test_a_file_that_changes_while_it_is_read_is_read_again(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = settings.corpus / "ouse.md"
    read = gather.read_report
    edits = iter(["It lost 4."])

    def edited(path: Path) -> object:
        report = read(path)
        if edit := next(edits, None):
            file.write_text(OUSE.replace("It lost 3.", edit), encoding="utf-8")
        return report

    monkeypatch.setattr(gather, "read_report", edited)
    rebuild(settings, encoder=CountingEncoder())
    assert "It lost 4." in open_index(settings.index).reports[0].text
    assert examine(settings)[1] == []


def test_a_file_that_never_stands_still_is_left_out(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    (settings.corpus / "dogs.txt").write_text("In 2024 the force lost 7 dogs in all.")
    file, read = settings.corpus / "ouse.md", gather.read_report

    def edited(path: Path) -> object:
        report = read(path)
        file.write_text(file.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
        return report

    monkeypatch.setattr(gather, "read_report", edited)
    assert "changes while it is being read" in rebuild(settings, encoder=CountingEncoder()).skipped[0]


def test_a_file_vanishes_after_the_index_was_made(settings: Settings) -> None:
    (settings.corpus / "dogs.txt").write_text("In 2024 the force lost 7 dogs in all.")
    rebuild(settings, encoder=CountingEncoder())
    (settings.corpus / "dogs.txt").unlink()
    assert len(open_index(settings.index).reports) == 2  # the index has the text itself
    assert rebuild(settings, encoder=CountingEncoder()).gone == ("dogs",)


def test_a_clock_that_is_set_back_changes_nothing(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    file = settings.corpus / "ouse.md"
    rebuild(settings, encoder=CountingEncoder())
    first = generations.live(settings.index)
    times = file.stat()
    file.write_text(OUSE.replace("It lost 3.", "It lost 8."), encoding="utf-8")
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))  # the same length, and no later than before

    class Earlier(build.datetime):
        @classmethod
        def now(cls, tz=None):  # type: ignore[no-untyped-def]
            return cls(1999, 1, 1, tzinfo=tz)

    monkeypatch.setattr(build, "datetime", Earlier)
    assert rebuild(settings, encoder=CountingEncoder()).encoded
    index = open_index(settings.index)
    assert "It lost 8." in index.reports[0].text
    assert index.built.startswith("1999")
    assert generations.live(settings.index).name > first.name
    (settings.index / generations.POINTER).unlink()
    assert "It lost 8." in open_index(settings.index).reports[0].text
    assert rebuild(settings, encoder=CountingEncoder()).encoded == 0


def test_nothing_changed_needs_no_model(settings: Settings) -> None:
    rebuild(settings, encoder=CountingEncoder())
    before = generations.live(settings.index)
    script = (
        "import sys; from pathlib import Path; from assistant.settings import Settings\n"
        "from assistant.indexing import build, encoder\n"
        "encoder.SentenceTransformerEncoder.fingerprint = 'fake'; build.networks_fingerprint = lambda: ''\n"
        "folder = Path(sys.argv[1])\n"
        "print(build.rebuild(Settings(folder / 'corpus', folder / 'index', folder)).encoded)\n"
        "print(sorted({'torch', 'sentence_transformers', 'onnxruntime'} & sys.modules.keys()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(settings.corpus.parent)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["0", "[]"]
    assert generations.live(settings.index) == before


def test_other_reading_code_reads_everything_again_and_encodes_nothing(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    rebuild(settings, encoder=CountingEncoder())
    first = generations.live(settings.index)
    monkeypatch.setattr("assistant.indexing.manifest.maker", lambda: "other code")
    monkeypatch.setattr("assistant.indexing.reuse.maker", lambda: "other code")
    read: list[Path] = []
    monkeypatch.setattr(
        gather, "read_report", lambda file, read_it=gather.read_report: read.append(file) or read_it(file)
    )
    assert rebuild(settings, encoder=CountingEncoder()).encoded == 0
    assert read == [settings.corpus / "ouse.md"]
    assert generations.live(settings.index) != first


def test_one_changed_report_leaves_the_others_unread(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(5):
        (settings.corpus / f"{number}.txt").write_text(f"In 2024 the force lost {number} dogs in all.")
    rebuild(settings, encoder=CountingEncoder())
    (settings.corpus / "3.txt").write_text("In 2024 the force lost 300 dogs in all.")
    read: list[str] = []
    monkeypatch.setattr(
        gather, "read_report", lambda file, read_it=gather.read_report: read.append(file.name) or read_it(file)
    )
    rebuild(settings, encoder=CountingEncoder())
    assert read == ["3.txt"]
    taken_over = content(settings.index)
    fresh = Settings(settings.corpus, settings.index.with_name("fresh"), settings.conversations)
    rebuild(fresh, encoder=CountingEncoder())
    assert content(fresh.index) == taken_over


def test_a_corpus_folder_that_cannot_be_read_is_told_and_the_index_kept(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    rebuild(settings, encoder=CountingEncoder())
    (settings.corpus / "more").mkdir()
    scan = os.scandir

    def closed(place: str) -> object:
        if str(place).endswith("more"):
            raise PermissionError(13, "Permission denied", str(place))
        return scan(place)

    monkeypatch.setattr(os, "scandir", closed)
    with pytest.raises(PeelError, match="more can't be read: Permission denied"):
        rebuild(settings, encoder=CountingEncoder())
    monkeypatch.undo()
    assert len(open_index(settings.index).reports) == 1
