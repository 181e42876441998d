"""Each kind of damage is told when the index is opened or changes no answer; doctor finds it; a rebuild mends it."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.errors import PeelError
from assistant.indexing import generations, manifest
from assistant.indexing.build import rebuild
from assistant.indexing.examine import examine
from assistant.indexing.index import open_index
from assistant.settings import Settings
from tests.counting_encoder import CountingEncoder
from tests.index_content import content
from tests.made_up import OURS

FILES = (
    "index.sqlite",
    "units.faiss",
    "headed.faiss",
    "passages.faiss",
    "units.faiss.keys.npy",
    "headed.faiss.keys.npy",
    "passages.faiss.keys.npy",
    "manifest.json",
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    (folder / "corpus").mkdir()
    for name in ("ashmere-peel-2023-25.md", "larkshire-peel-2021-22.txt"):
        (folder / "corpus" / name).write_text((OURS / name).read_text(encoding="utf-8")[:6000], encoding="utf-8")
    rebuild(settings_of(folder), encoder=CountingEncoder())
    return folder


@pytest.fixture
def settings(made: Path, tmp_path: Path) -> Settings:
    shutil.copytree(made, tmp_path / "copy")
    return settings_of(tmp_path / "copy")


def settings_of(folder: Path) -> Settings:
    return Settings(folder / "corpus", folder / "index", folder / "kept")


def faults(settings: Settings) -> str:
    try:
        found = examine(settings)[1]
    except PeelError as error:
        found = [error]
    assert all(fault.mend for fault in found)
    return " ".join(fault.message for fault in found)


def opens_the_same_or_says_why(settings: Settings, before: str) -> None:
    try:
        now = content(settings.index)
    except PeelError as error:
        assert "peel rebuild" in error.mend
    else:
        assert now == before


def cut_short(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-7])


def emptied(file: Path) -> None:
    file.write_bytes(b"")


def removed(file: Path) -> None:
    file.unlink()


def one_bit_flipped(file: Path) -> None:
    raw = bytearray(file.read_bytes())
    raw[len(raw) * 2 // 3] ^= 1
    file.write_bytes(raw)


def overwritten(file: Path) -> None:
    file.write_bytes(b"x" * file.stat().st_size)


def longer(file: Path) -> None:
    file.write_bytes(file.read_bytes() + b"\0" * 512)


def a_folder_in_its_place(file: Path) -> None:
    file.unlink()
    file.mkdir()


DAMAGES = (cut_short, emptied, removed, one_bit_flipped, overwritten, longer, a_folder_in_its_place)


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
@pytest.mark.parametrize("name", FILES)
def test_a_file_is_damaged(settings: Settings, name: str, damage: Callable[[Path], None]) -> None:
    before = content(settings.index)
    damage(generations.live(settings.index) / name)
    opens_the_same_or_says_why(settings, before)
    assert faults(settings)
    rebuild(settings, encoder=CountingEncoder())
    assert content(settings.index) == before
    assert faults(settings) == ""


@pytest.mark.parametrize("at", range(0, 1000, 97))
def test_a_digit_is_changed_within_the_text(settings: Settings, at: int) -> None:
    """The report and the search would agree with each other, and the answer would be wrong."""
    file = generations.live(settings.index) / "index.sqlite"
    raw = file.read_bytes()
    places = [
        place for place, sign in enumerate(raw) if sign in b"123456789" and raw[place + 1 : place + 9] == b" percent"
    ]
    place = places[at * len(places) // 1000]
    file.write_bytes(raw[:place] + bytes([raw[place] - 1]) + raw[place + 1 :])
    with pytest.raises(PeelError, match=r"index\.sqlite"):
        open_index(settings.index)


def test_vectors_that_are_damaged_are_not_taken_over(settings: Settings) -> None:
    one_bit_flipped(generations.live(settings.index) / "units.faiss")
    encoder = CountingEncoder()
    rebuild(settings, encoder=encoder)
    assert encoder.texts
    encoder = CountingEncoder()
    rebuild(settings, encoder=encoder)
    assert not encoder.texts


def test_a_large_file_that_nothing_touched_is_only_measured(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(manifest, "ALWAYS", 0)
    file = generations.live(settings.index) / "units.faiss"
    times = file.stat()
    one_bit_flipped(file)
    os.utime(file, ns=(times.st_atime_ns, json.loads((file.parent / manifest.FILE).read_text())["files"][file.name][1]))
    open_index(settings.index)
    assert "units.faiss" in faults(settings)
    os.utime(file)
    with pytest.raises(PeelError, match=r"units\.faiss"):
        open_index(settings.index)


@pytest.mark.parametrize("pointer", [None, b"", b"generation-gone\n", b"../elsewhere", b".", b"\xff\xfe", b"x" * 5000])
def test_a_damaged_pointer_loses_no_index(settings: Settings, pointer: bytes | None) -> None:
    before = content(settings.index)
    file = settings.index / generations.POINTER
    file.unlink() if pointer is None else file.write_bytes(pointer)
    assert content(settings.index) == before
    assert "CURRENT" in faults(settings)
    encoder = CountingEncoder()
    rebuild(settings, encoder=encoder)
    assert not encoder.texts
    assert faults(settings) == ""
    assert file.read_text().strip() == generations.live(settings.index).name


def test_leftovers_of_killed_rebuilds_are_found_and_cleared(settings: Settings) -> None:
    left = generations.begin(settings.index)
    (left / "units.faiss").write_bytes(b"half")
    (settings.index / f"{generations.POINTER}.{left.name}").write_text(left.name)
    assert "2 leftovers" in faults(settings)
    with generations.rebuilding(settings.index, lambda: None):
        assert "leftovers" not in faults(settings)  # they are a rebuild's that runs just now
    rebuild(settings, encoder=CountingEncoder())
    assert faults(settings) == ""


def test_an_index_of_an_older_version(settings: Settings) -> None:
    before = content(settings.index)
    file = generations.live(settings.index) / manifest.FILE
    record = json.loads(file.read_text())
    file.write_text(json.dumps({"format": 5, "files": {}, "reports": record["reports"]}))
    with pytest.raises(PeelError, match="another version") as caught:
        open_index(settings.index)
    assert "peel rebuild" in caught.value.mend
    assert "another version" in faults(settings)
    rebuild(settings, encoder=CountingEncoder())
    assert content(settings.index) == before


def test_files_of_the_corpus_that_come_change_and_go_are_found(settings: Settings) -> None:
    before = content(settings.index)
    (settings.corpus / "larkshire-peel-2021-22.txt").unlink()
    file = settings.corpus / "ashmere-peel-2023-25.md"
    file.write_text(file.read_text() + "\n\nIt lost 3 dogs.\n")
    shutil.copy(OURS / "dunwold-peel-2025-27.md", settings.corpus)
    assert content(settings.index) == before
    found = faults(settings)
    assert "dunwold-peel-2025-27.md new" in found
    assert "ashmere-peel-2023-25.md changed" in found
    assert "larkshire-peel-2021-22.txt gone" in found
    assert rebuild(settings, encoder=CountingEncoder()).gone == ("larkshire-2021-22",)
    assert faults(settings) == ""


def test_a_file_that_is_no_report_is_found(settings: Settings) -> None:
    (settings.corpus / "empty.md").write_text("")
    rebuild(settings, encoder=CountingEncoder())
    assert "empty.md is empty" in faults(settings)


def test_too_little_room_for_a_rebuild_is_found(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _: shutil._ntuple_diskusage(100, 90, 10))
    assert "are free" in faults(settings)


def test_the_whole_corpus_is_gone(settings: Settings) -> None:
    before = content(settings.index)
    settings.corpus.rename(settings.corpus.with_name("elsewhere"))
    with pytest.raises(PeelError, match="no corpus folder"):
        rebuild(settings, encoder=CountingEncoder())
    assert content(settings.index) == before
