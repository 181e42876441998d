"""`peel add`: a report is copied once it was read, never over another file, and nothing half."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.errors import CorpusError
from assistant.indexing.corpus import files_of
from assistant.reading import read_report
from assistant.settings import Settings
from assistant.shell.add import add
from assistant.shell.exit_codes import ExitCode
from tests.fakes import FakeEngine, QueueAnswerer

REPORT = """---
title: PEEL 2031–33
force: Northshire
cycle: 2031–33
---
# Answering the public

## Calls are picked up quickly

Northshire picked up 91.5 percent of calls within 12 seconds.
"""


def names(settings: Settings) -> list[str]:
    return [file.name for file in files_of(settings.corpus)]


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> FakeEngine:
    return FakeEngine(QueueAnswerer()).install(monkeypatch)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(corpus=tmp_path / "corpus", index=tmp_path / "index", conversations=tmp_path / "kept")


@pytest.fixture
def given(tmp_path: Path) -> Path:
    folder = tmp_path / "given"
    folder.mkdir()
    (folder / "north.md").write_text(REPORT)
    return folder


def test_a_report_is_copied_and_the_index_rebuilt(
    engine: FakeEngine, settings: Settings, given: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert add(settings, [str(given / "north.md")]) == ExitCode.DONE
    assert names(settings) == ["north.md"]
    assert (settings.corpus / "north.md").read_text() == REPORT
    assert engine.rebuilt == [settings]
    assert "Northshire PEEL 2031–33" in capsys.readouterr().out


@pytest.mark.usefixtures("engine")
def test_adding_it_again_changes_nothing(settings: Settings, given: Path) -> None:
    assert add(settings, [str(given)]) == add(settings, [str(given)]) == ExitCode.DONE
    assert names(settings) == ["north.md"]


def test_another_file_of_that_name_stays(
    engine: FakeEngine, settings: Settings, given: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.corpus.mkdir()
    (settings.corpus / "north.md").write_text("mine")
    assert add(settings, [str(given)]) == ExitCode.FAILURE
    assert (settings.corpus / "north.md").read_text() == "mine"
    assert "Rename" in capsys.readouterr().err
    assert engine.rebuilt == []


def test_one_bad_file_of_a_folder_keeps_no_other_out(
    engine: FakeEngine, settings: Settings, given: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (given / "a.txt").write_bytes(b"\xff\x00\xfe\x01")
    (given / "README.md").write_text("not a report")
    assert add(settings, [str(given)]) == ExitCode.FAILURE
    assert names(settings) == ["north.md"]
    assert "a.txt" in capsys.readouterr().err
    assert len(engine.rebuilt) == 1


@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize(("name", "message"), [("none.md", "no file"), ("", "report")])
def test_what_cannot_be_added_is_told(name: str, message: str, settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(CorpusError, match=message):
        add(settings, [name or str(tmp_path / "empty")])


@pytest.mark.usefixtures("engine")
def test_a_corpus_that_cannot_be_written_is_told(settings: Settings, given: Path) -> None:
    settings.corpus.write_text("a file")
    with pytest.raises(CorpusError, match="can't be written"):
        add(settings, [str(given)])


def test_front_matter_that_was_put_right_is_kept(
    engine: FakeEngine, settings: Settings, given: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add(settings, [str(given / "north.md")])
    mended = REPORT.replace("force: Northshire", "force: North Shire")
    (settings.corpus / "north.md").write_text(mended)
    assert add(settings, [str(given / "north.md")]) == ExitCode.DONE
    assert (settings.corpus / "north.md").read_text() == mended
    assert "which stays" in capsys.readouterr().err
    assert len(engine.rebuilt) == 2


@pytest.mark.usefixtures("engine")
def test_front_matter_beside_a_file_is_copied_with_it(settings: Settings, given: Path) -> None:
    (given / "north.md.front").write_text("cycle: 2033-35\n")
    add(settings, [str(given)])
    assert (settings.corpus / "north.md.front").read_text() == "cycle: 2033-35\n"
    assert read_report(settings.corpus / "north.md").id == "northshire-2033-35"


@pytest.mark.usefixtures("engine")
def test_the_same_file_under_another_name_is_held_already(
    settings: Settings, given: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add(settings, [str(given)])
    (given / "north.md").rename(given / "south.md")
    assert add(settings, [str(given)]) == ExitCode.DONE
    assert names(settings) == ["north.md"]
    assert "south.md is held already" in capsys.readouterr().err


@pytest.mark.usefixtures("engine")
def test_what_looks_wrong_is_told_at_once(settings: Settings, given: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (given / "north.md").write_text(REPORT.replace("Northshire", "Norfork"))
    add(settings, [str(given)])
    assert "Norfork is none of the 43 forces; is it Norfolk?" in capsys.readouterr().err


@pytest.mark.usefixtures("engine")
def test_a_draft_that_a_killed_command_left_is_cleared(settings: Settings, given: Path) -> None:
    settings.corpus.mkdir()
    (settings.corpus / ".adding-x").write_text("half")
    add(settings, [str(given)])
    assert not (settings.corpus / ".adding-x").exists()


def test_a_web_page_is_held_as_markdown_beside_its_original(
    engine: FakeEngine, settings: Settings, given: Path
) -> None:
    page = "<!doctype html><h1>PEEL 2031–33</h1><p>An inspection of Northshire Police</p>"
    page += "<h2>Calls</h2><p>It lost 7 dogs.</p>"
    (given / "north.md").unlink()
    (given / "north.html").write_text(page, encoding="utf-8")
    (given / "north.html.front").write_text("inspector: A. Person\n")
    assert add(settings, [str(given)]) == add(settings, [str(given)]) == ExitCode.DONE
    assert names(settings) == ["north.md"]
    assert (settings.corpus / ".originals" / "north.html").read_text(encoding="utf-8") == page
    report = read_report(settings.corpus / "north.md")
    assert (report.id, report.metadata.inspector) == ("northshire-2031-33", "A. Person")
    assert "It lost 7 dogs." in report.text
    assert report.repairs == ()
    assert len(engine.rebuilt) == 2


@pytest.mark.usefixtures("engine")
def test_a_web_page_never_takes_the_place_of_another_report(settings: Settings, given: Path) -> None:
    add(settings, [str(given)])
    (given / "north.md").unlink()
    (given / "north.html").write_text("<!doctype html><h1>Another</h1><p>It lost 7 dogs.</p>")
    assert add(settings, [str(given)]) == ExitCode.DONE
    assert names(settings) == ["north-2.md", "north.md"]
    assert (settings.corpus / "north.md").read_text() == REPORT
