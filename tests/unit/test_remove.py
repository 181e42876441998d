"""`peel remove`: a report leaves the corpus and the index, and can come back."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.errors import CorpusError, IndexMissing
from assistant.indexing.index import open_index
from assistant.settings import Settings
from assistant.shell import ready
from assistant.shell.add import add
from assistant.shell.remove import remove
from tests.counting_encoder import CountingEncoder

REPORT = "# PEEL {cycle}\n\nAn inspection of {force} Police\n\n# Calls\n\nThe force lost {dogs} dogs.\n"


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setattr("assistant.indexing.build.SentenceTransformerEncoder", lambda _: CountingEncoder())
    (tmp_path / "corpus" / "old").mkdir(parents=True)
    for name, force, cycle in (
        ("ouse.md", "Ouse", "2023–25"),
        ("old/ouse.md", "Ouse", "2018"),
        ("tees.md", "Tees", "2018"),
        ("d-and-c.md", "Devon & Cornwall", "2018"),
    ):
        text = REPORT.format(force=force, cycle=cycle, dogs=len(name))
        (tmp_path / "corpus" / name).write_text(text, encoding="utf-8")
    made = Settings(tmp_path / "corpus", tmp_path / "index", tmp_path / "kept")
    ready.build(made)
    return made


def held(settings: Settings) -> list[str]:
    return [report.id for report in open_index(settings.index).reports]


ALL = ["devon-and-cornwall-2018", "ouse-2018", "ouse-2023-25", "tees-2018"]


@pytest.mark.parametrize(
    ("name", "gone"),
    [
        ("ouse-2023-25", "ouse-2023-25"),
        ("tees.md", "tees-2018"),
        ("tees", "tees-2018"),
        ("ouse.md", "ouse-2023-25"),
        ("old/ouse.md", "ouse-2018"),
        ("Ouse 2023/2025", "ouse-2023-25"),
        ("ouse police 2018", "ouse-2018"),
        ("devon and cornwall", "devon-and-cornwall-2018"),
        ("D&C 2018/19", "devon-and-cornwall-2018"),
    ],
)
def test_a_report_is_named_in_many_ways(settings: Settings, name: str, gone: str) -> None:
    remove(settings, [name])
    assert held(settings) == [id for id in ALL if id != gone]


@pytest.mark.parametrize("name", ["ouse", "Ouse", "Ouse Police", "kent", "tees 2023-25", "../ouse.md", ""])
def test_a_name_that_fits_none_or_several_removes_nothing(settings: Settings, name: str) -> None:
    with pytest.raises(CorpusError) as caught:
        remove(settings, ["tees", name])
    assert caught.value.mend
    assert held(settings) == ALL


def test_it_can_come_back(settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    (settings.corpus / "tees.md.front").write_text("force: Tees and Wear\n")
    ready.build(settings)
    assert "tees-and-wear-2018" in held(settings)
    remove(settings, ["tees.md"])
    kept = Path(capsys.readouterr().out.split("\t")[-1].strip())
    assert kept.exists()
    add(settings, [str(kept)])
    assert "tees-and-wear-2018" in held(settings)


def test_removing_it_twice_keeps_both_files(settings: Settings) -> None:
    for dogs in (1, 2):
        text = REPORT.format(force="Tees", cycle="2018", dogs=dogs)
        (settings.corpus / "tees.md").write_text(text, encoding="utf-8")
        remove(settings, ["tees.md"])
    kept = [file.read_text() for file in sorted((settings.corpus / ".removed").glob("tees*"))]
    assert ["lost 1" in text for text in kept] == [False, True]


def test_the_last_report_takes_the_index_with_it(settings: Settings) -> None:
    remove(settings, ALL)
    with pytest.raises(IndexMissing):
        open_index(settings.index)


def test_where_there_is_no_corpus_none_is_made(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="no corpus folder"):
        remove(Settings(tmp_path / "none", tmp_path / "index", tmp_path), ["kent"])
    assert not (tmp_path / "none").exists()


def test_its_digest_answers_again(settings: Settings) -> None:
    digest = "---\nkind: digest\nforce: Tees\ncycle: 2018\n---\n\nTees lost some dogs.\n"
    (settings.corpus / "a-digest.md").write_text(digest)
    ready.build(settings)
    report = next(report for report in open_index(settings.index).reports if report.id == "tees-2018")
    assert report.metadata.kind == "report"
    remove(settings, ["tees.md"])
    report = next(report for report in open_index(settings.index).reports if report.id == "tees-2018")
    assert report.metadata.kind == "digest"


def test_a_damaged_index_keeps_no_file_from_being_removed(settings: Settings) -> None:
    next(settings.index.glob("generation-*/index.sqlite")).write_text("damaged")
    remove(settings, ["tees.md"])
    assert held(settings) == [id for id in ALL if id != "tees-2018"]
