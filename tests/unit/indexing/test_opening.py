"""An index that can't be used says so, and names the command that mends it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from assistant.errors import IndexDamaged, IndexMissing, IndexStale, PeelError
from assistant.indexing import generations, manifest
from assistant.indexing.build import rebuild
from assistant.indexing.index import open_index
from assistant.indexing.store import Store
from assistant.settings import Settings
from tests.counting_encoder import CountingEncoder

FILES = ("index.sqlite", "units.faiss", "headed.faiss", "passages.faiss")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "ouse.md").write_text(
        "# A\n\n" + "\n\n".join(f"It lost {n} dogs in {n} parks." for n in range(300)), encoding="utf-8"
    )
    rebuild(Settings(corpus, tmp_path / "index", tmp_path), encoder=CountingEncoder())
    return tmp_path / "index"


def refused(folder: Path, kind: type[PeelError]) -> str:
    with pytest.raises(kind) as caught:
        open_index(folder)
    assert "peel rebuild" in caught.value.mend
    return caught.value.message


def change(folder: Path, **fields: object) -> None:
    file = generations.live(folder) / manifest.FILE
    file.write_text(json.dumps(json.loads(file.read_text(encoding="utf-8")) | fields), encoding="utf-8")


def test_no_index(tmp_path: Path) -> None:
    assert "no index" in refused(tmp_path, IndexMissing)


def test_a_pointer_to_nothing(folder: Path) -> None:
    shutil.rmtree(generations.live(folder))
    assert "no index" in refused(folder, IndexMissing)


def test_a_generation_without_a_manifest(folder: Path) -> None:
    (generations.live(folder) / manifest.FILE).unlink()
    refused(folder, IndexMissing)


@pytest.mark.parametrize("format", [manifest.FORMAT - 1, manifest.FORMAT + 1, None])
def test_an_index_of_another_version(folder: Path, format: int | None) -> None:
    change(folder, format=format)
    assert "another version" in refused(folder, IndexStale)


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "3", '"format"', "{}", '{"format": 4}', "\udcff"])
def test_a_manifest_that_is_garbage(folder: Path, text: str) -> None:
    file = generations.live(folder) / manifest.FILE
    file.write_bytes(text.replace("4", str(manifest.FORMAT)).encode("utf-8", "surrogateescape"))
    refused(folder, IndexDamaged)


def test_a_manifest_with_files_of_the_wrong_kind(folder: Path) -> None:
    change(folder, files=["units.faiss"])
    refused(folder, IndexDamaged)


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_cut_short_or_missing(folder: Path, name: str) -> None:
    file = generations.live(folder) / name
    file.write_bytes(file.read_bytes()[:-1])
    assert name in refused(folder, IndexDamaged)
    file.unlink()
    assert name in refused(folder, IndexDamaged)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("sign", [b"\x00", b"\xff", b"x"])
def test_a_file_of_garbage_of_the_same_length(folder: Path, name: str, sign: bytes) -> None:
    file = generations.live(folder) / name
    file.write_bytes(sign * file.stat().st_size)
    refused(folder, IndexDamaged)


def test_damage_that_only_sqlite_sees(folder: Path) -> None:
    file = generations.live(folder) / "index.sqlite"
    whole = file.read_bytes()
    at = whole.index(b"It lost 150 dogs", whole.index(b"It lost 299 dogs in 299 parks.") + 40) // 4096 * 4096
    file.write_bytes(whole[:at] + b"\xff" * 4096 + whole[at + 4096 :])
    with pytest.raises(IndexDamaged) as caught:
        Store(file.parent).units()
    assert "peel rebuild" in caught.value.mend


@pytest.mark.parametrize("name", [*FILES, "units.faiss.keys.npy", manifest.FILE])
def test_a_rebuild_mends_what_is_damaged(folder: Path, name: str) -> None:
    file = generations.live(folder) / name
    file.write_bytes(b"x" * file.stat().st_size)
    rebuild(Settings(folder.parent / "corpus", folder, folder), encoder=CountingEncoder())
    index = open_index(folder)
    assert len(index.store.units()) == len(index.unit_vectors) == 300


def test_an_opened_index_says_what_it_holds(folder: Path) -> None:
    index = open_index(folder)
    assert index.passages == {"ouse": len(index.passage_vectors)}
    assert index.built == index.manifest.built
    assert set(index.manifest.reports) == {"ouse.md"}
    with pytest.raises(KeyError):
        index.report("tees")
