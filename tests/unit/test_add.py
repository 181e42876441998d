"""`peel add`: a report is copied once it was read, never over another file, and nothing half."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.errors import CorpusError
from assistant.indexing.corpus import corpus_files
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
    assert add(settings, str(given / "north.md")) == ExitCode.DONE
    assert [file.name for file in settings.corpus.iterdir()] == ["north.md"]
    assert (settings.corpus / "north.md").read_text() == REPORT
    assert engine.rebuilt == [settings]
    assert "Northshire PEEL 2031–33" in capsys.readouterr().out


@pytest.mark.usefixtures("engine")
def test_adding_it_again_changes_nothing(settings: Settings, given: Path) -> None:
    assert add(settings, str(given)) == add(settings, str(given)) == ExitCode.DONE
    assert len(list(settings.corpus.iterdir())) == 1


def test_another_file_of_that_name_stays(
    engine: FakeEngine, settings: Settings, given: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.corpus.mkdir()
    (settings.corpus / "north.md").write_text("mine")
    assert add(settings, str(given)) == ExitCode.FAILURE
    assert (settings.corpus / "north.md").read_text() == "mine"
    assert "Rename" in capsys.readouterr().err
    assert engine.rebuilt == []


def test_one_bad_file_of_a_folder_keeps_no_other_out(
    engine: FakeEngine, settings: Settings, given: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (given / "a.txt").write_bytes(b"\xff\x00\xfe\x01")
    (given / "README.md").write_text("not a report")
    assert add(settings, str(given)) == ExitCode.FAILURE
    assert [file.name for file in settings.corpus.iterdir()] == ["north.md"]
    assert "a.txt" in capsys.readouterr().err
    assert len(engine.rebuilt) == 1


@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize(
    ("name", "message"), [("none.md", "no file"), ("https://example.org/a", "address"), ("", "report")]
)
def test_what_cannot_be_added_is_told(name: str, message: str, settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(CorpusError, match=message):
        add(settings, name or str(tmp_path / "empty"))


PAGE = """<!doctype html><html><head><link rel="canonical" href="https://example.org/peel-reports/northshire-2031-33/">
</head><body><nav>Home</nav><main><h1>PEEL 2031–33</h1><p>An inspection of Northshire Police</p>
<h2>Responding to the public</h2><p>Northshire picked up 91.5 percent of calls.</p></main></body></html>"""


def test_of_a_web_page_the_corpus_has_the_text_and_the_page(
    engine: FakeEngine, settings: Settings, given: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (given / "north.md").unlink()
    (given / "kept.txt").write_text(PAGE)  # a saved page is called anything
    assert add(settings, str(given)) == ExitCode.DONE
    text = (settings.corpus / "kept.md").read_text()
    assert "original: .originals/kept.html\n" in text
    assert "source: https://example.org/peel-reports/northshire-2031-33/\n" in text
    assert "Home" not in text
    assert (settings.corpus / ".originals" / "kept.html").read_text() == PAGE
    assert [file.name for file in corpus_files(settings.corpus)] == ["kept.md"]
    assert "northshire-2031-33" in capsys.readouterr().out
    assert engine.rebuilt == [settings]


@pytest.mark.usefixtures("engine")
def test_what_a_person_corrected_stays_when_the_page_is_added_again(settings: Settings, given: Path) -> None:
    (given / "page.html").write_text(PAGE)
    add(settings, str(given / "page.html"))
    held = settings.corpus / "page.md"
    held.write_text(held.read_text().replace("---\n", "---\nforce: Southshire\n", 1))
    assert add(settings, str(given / "page.html")) == ExitCode.DONE
    assert "force: Southshire" in held.read_text()


@pytest.mark.usefixtures("engine")
def test_another_page_of_that_name_stays(settings: Settings, given: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (given / "north.html").write_text(PAGE)
    assert add(settings, str(given / "north.md")) == ExitCode.DONE
    assert add(settings, str(given / "north.html")) == ExitCode.FAILURE
    assert (settings.corpus / "north.md").read_text() == REPORT
    assert "Rename" in capsys.readouterr().err


@pytest.mark.usefixtures("engine")
def test_a_corpus_that_cannot_be_written_is_told(
    settings: Settings, given: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.corpus.write_text("a file")
    assert add(settings, str(given)) == ExitCode.FAILURE
    assert "can't be written" in capsys.readouterr().err
