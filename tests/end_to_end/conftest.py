"""A small index with the real models, for tests that run the program on it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from assistant.indexing.build import rebuild
from assistant.settings import Settings

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def northmoor(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The folders of a corpus of one made-up report, and of its index."""
    folder = tmp_path_factory.mktemp("northmoor")
    (folder / "corpus").mkdir()
    shutil.copy(next((ROOT / "tests" / "reports").glob("northmoor-*")), folder / "corpus")
    settings = Settings(folder / "corpus", folder / "index", folder / "conversations")
    rebuild(settings)
    return settings
