"""`peel doctor`: a line a part, and what mends a bad one."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.errors import PeelError
from assistant.settings import Settings
from assistant.shell.doctor import doctor
from assistant.shell.exit_codes import ExitCode
from tests.fakes import FakeEngine, QueueAnswerer


def settings(folder: Path) -> Settings:
    return Settings(corpus=folder / "corpus", index=folder / "index", conversations=folder / "kept")


def test_all_is_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    FakeEngine(QueueAnswerer()).install(monkeypatch)
    monkeypatch.setattr("assistant.shell.doctor.requires", lambda _: ["pytest==8.4.2", 'ruff==0; extra == "dev"'])
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "a.md").write_text("# A")
    assert doctor(settings(tmp_path)) == ExitCode.DONE
    lines = capsys.readouterr().out.splitlines()
    assert [
        line.split(":")[0].split()[-1] for line in lines
    ] == "peel packages corpus index model conversations".split()
    assert all(line.startswith("ok ") for line in lines)


def test_what_is_bad_is_told_and_the_rest_still_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    FakeEngine(QueueAnswerer(), has_index=False).install(monkeypatch)
    monkeypatch.setattr("assistant.shell.doctor.requires", lambda _: ["pytest==1.0", "nowhere==2"])
    assert doctor(settings(tmp_path)) == ExitCode.FAILURE
    out = capsys.readouterr().out
    assert "pytest 8.4.2, not 1.0; nowhere missing, not 2" in out
    assert out.count("BAD ") == 4
    assert "Run: peel rebuild" in out
    assert "ok   conversations: 0 kept" in out


def test_every_fault_of_an_index_is_told_with_what_mends_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    engine = FakeEngine(QueueAnswerer()).install(monkeypatch)
    engine.faults = [PeelError("units.faiss is cut short.", "peel rebuild"), PeelError("No room.", "Free some.")]
    assert doctor(settings(tmp_path)) == ExitCode.FAILURE
    told = capsys.readouterr().out
    assert "BAD  index: units.faiss is cut short.\n     No room.\n     peel rebuild\n     Free some.\n" in told
