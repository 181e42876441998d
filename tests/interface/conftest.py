"""Settings in an empty folder, and a terminal that has colours."""

from pathlib import Path

import pytest

from assistant.settings import Settings


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr("assistant.conversation.store.secrets.token_hex", lambda _count: "5f2c9a01")
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "northmere.md").write_text("# Northmere\n", encoding="utf-8")
    return Settings(tmp_path / "corpus", tmp_path / "index", tmp_path / "conversations")
