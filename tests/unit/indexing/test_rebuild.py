"""A rebuild encodes only what is new, and is swapped in whole or not at all."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from assistant.errors import CorpusError, PeelError, ReadingError
from assistant.indexing import build, generations
from assistant.indexing.build import rebuild
from assistant.indexing.index import open_index
from assistant.settings import Settings
from tests.counting_encoder import CountingEncoder, vector_of

OUSE = (
    "# PEEL 2023–25\n\nAn inspection of Ouse Police\n\n"
    "# Calls\n\nIt answered 12 calls. It lost 3.\n\n# Cases\n\nIt had 9.\n"
)
TEES = OUSE.replace("Ouse", "Tees").replace("12 calls", "40 calls")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "ouse.md").write_text(OUSE, encoding="utf-8")
    return Settings(tmp_path / "corpus", tmp_path / "index", tmp_path / "kept")


def again(settings: Settings) -> CountingEncoder:
    """Rebuild; returns what was encoded."""
    encoder = CountingEncoder()
    assert rebuild(settings, encoder=encoder).encoded == len(encoder.texts)
    return encoder


def left(settings: Settings) -> list[str]:
    return sorted(place.name.split("-")[0] for place in settings.index.iterdir())


def add(settings: Settings, name: str, text: str | bytes) -> None:
    (settings.corpus / name).write_bytes(text if isinstance(text, bytes) else text.encode())


def test_a_second_rebuild_encodes_nothing(settings: Settings) -> None:
    assert again(settings).texts
    assert again(settings).texts == []


def test_only_new_sentences_are_encoded(settings: Settings) -> None:
    again(settings)
    add(settings, "ouse.md", OUSE.replace("It had 9.", "It had 9. It solved 4."))
    assert set(again(settings).texts) == {"It solved 4.", "Cases. It solved 4.", "Cases\nIt had 9. It solved 4."}


def test_a_new_report_leaves_the_others_vectors(settings: Settings) -> None:
    again(settings)
    add(settings, "tees.md", TEES)
    assert not any("12 calls" in text for text in again(settings).texts)
    assert [one.id for one in open_index(settings.index).reports] == ["ouse-2023-25", "tees-2023-25"]


def test_a_report_that_is_gone_leaves_the_index(settings: Settings) -> None:
    add(settings, "tees.md", TEES)
    again(settings)
    (settings.corpus / "tees.md").unlink()
    assert again(settings).texts == []
    assert [one.id for one in open_index(settings.index).reports] == ["ouse-2023-25"]


def test_vectors_of_another_model_are_not_taken_over(settings: Settings) -> None:
    again(settings)
    other = CountingEncoder("another")
    rebuild(settings, encoder=other)
    assert other.texts
    assert open_index(settings.index).manifest.model == "another"


def test_every_vector_stands_for_its_text_after_a_change(settings: Settings) -> None:
    again(settings)
    add(settings, "tees.md", TEES)
    again(settings)
    index = open_index(settings.index)
    for number, unit in index.store.units().items():
        heading = index.report(unit.report).sections[unit.section].path[-1]
        assert np.allclose(index.unit_vectors.rows([number])[0], vector_of(unit.text))
        assert np.allclose(index.headed_vectors.rows([number])[0], vector_of(f"{heading}. {unit.text}"))
        passage = index.passage_vectors.rows([index.passage_of(unit)])[0]
        assert not np.allclose(passage, 0)


def test_batches_depend_on_the_texts_alone(settings: Settings) -> None:
    """Sets of texts are ordered anew in every process, and vectors differ by their batch in the last bits."""
    script = (
        "import sys; from pathlib import Path; from assistant.settings import Settings;"
        "from assistant.indexing.build import rebuild; from tests.counting_encoder import CountingEncoder;"
        "folder = Path(sys.argv[1]); encoder = CountingEncoder();"
        "rebuild(Settings(folder / 'corpus', folder / 'other', folder), encoder=encoder); print(encoder.batches)"
    )
    add(settings, "many.md", "\n\n".join(f"It lost {number} dogs." for number in range(100, 140)))
    said = set()
    for seed in ("1", "2"):
        shutil.rmtree(settings.index.parent / "other", ignore_errors=True)
        said.add(python(script, settings, PYTHONHASHSEED=seed).stdout)
    assert len(said) == 1


def python(script: str, settings: Settings, **environment: str) -> subprocess.CompletedProcess[str]:
    root = Path(__file__).resolve().parents[3]
    return subprocess.run(
        [sys.executable, "-c", script, str(settings.corpus.parent)],
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(root)} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


KILLED = """
import os, signal, sys
from pathlib import Path
from assistant.indexing import build, generations, manifest
from assistant.settings import Settings
from tests.counting_encoder import CountingEncoder
folder, step = Path(sys.argv[1]), "{step}"
def die(*arguments, **named):
    os.kill(os.getpid(), signal.SIGKILL)
if step == "vectors":
    write, build.write_vectors = build.write_vectors, lambda file, rows: write(file, rows) or die()
elif step == "store":
    build.write_store = die
elif step == "manifest":
    manifest.Manifest.write = die
elif step == "swap":
    Path.replace = die
elif step == "removal":
    generations.shutil.rmtree = die
build.rebuild(Settings(folder / "corpus", folder / "index", folder), encoder=CountingEncoder())
"""


@pytest.mark.parametrize(("step", "held"), [("vectors", 1), ("store", 1), ("manifest", 1), ("swap", 1), ("removal", 2)])
def test_killed_at_any_step_an_index_is_whole(settings: Settings, step: str, held: int) -> None:
    again(settings)
    add(settings, "tees.md", TEES)
    killed = python(KILLED.replace("{step}", step), settings)
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    assert len(open_index(settings.index).reports) == held
    again(settings)
    assert len(open_index(settings.index).reports) == 2
    assert left(settings) == ["CURRENT", "LOCK", "generation"]


def test_a_rebuild_that_fails_leaves_the_old_index(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    again(settings)
    before = generations.live(settings.index)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(build, "write_store", full)
    add(settings, "tees.md", TEES)
    with pytest.raises(PeelError, match="No space left") as caught:
        rebuild(settings, encoder=CountingEncoder())
    assert caught.value.mend
    assert generations.live(settings.index) == before
    assert left(settings) == ["CURRENT", "LOCK", "generation"]


def test_an_open_index_goes_on_and_knows_that_there_is_another(settings: Settings) -> None:
    again(settings)
    old = open_index(settings.index)
    assert not old.changed
    add(settings, "tees.md", TEES)
    again(settings)
    assert old.changed
    assert len(old.reports) == 1
    assert len(old.store.units()) == len(old.unit_vectors) == len(old.headed_vectors)
    assert old.passage_vectors.nearest(vector_of("x"), 1)
    assert not open_index(settings.index).changed


def test_an_index_that_is_swapped_while_it_is_opened_is_opened_anew(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    again(settings)
    live, old = generations.live, generations.live(settings.index)
    add(settings, "tees.md", TEES)
    again(settings)
    answers = iter([old])
    monkeypatch.setattr(generations, "live", lambda folder: next(answers, None) or live(folder))
    assert len(open_index(settings.index).reports) == 2


def test_an_empty_corpus_is_told(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "corpus", tmp_path / "index", tmp_path)
    with pytest.raises(CorpusError, match="no corpus folder"):
        rebuild(settings, encoder=CountingEncoder())
    settings.corpus.mkdir()
    (settings.corpus / "README.md").write_text("About the corpus.", encoding="utf-8")
    with pytest.raises(CorpusError, match="holds no report") as caught:
        rebuild(settings, encoder=CountingEncoder())
    assert "peel add" in caught.value.mend
    assert not settings.index.exists()


def test_a_corpus_of_nothing_readable_is_told_by_file(tmp_path: Path) -> None:
    settings = Settings(tmp_path, tmp_path / "index", tmp_path)
    add(settings, "empty.md", b"")
    add(settings, "picture.txt", bytes(range(256)) * 20)
    with pytest.raises(ReadingError, match=r"empty\.md is empty.*picture\.txt isn't text"):
        rebuild(settings, encoder=CountingEncoder())


def test_files_that_are_no_reports_are_skipped_and_named(settings: Settings) -> None:
    add(settings, "empty.md", b"")
    add(settings, "picture.txt", bytes(range(256)) * 20)
    add(settings, "flat.txt", "The force lost 12 dogs.")
    built = rebuild(settings, encoder=CountingEncoder())
    assert [skipped.split()[0] for skipped in built.skipped] == ["empty.md", "picture.txt"]
    assert built.reports == 2


def test_a_file_that_goes_away_while_it_is_read_is_skipped(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    add(settings, "gone.md", TEES)
    files = build.corpus_files(settings.corpus)
    (settings.corpus / "gone.md").unlink()
    monkeypatch.setattr(build, "corpus_files", lambda _: files)
    assert rebuild(settings, encoder=CountingEncoder()).skipped[0].startswith("gone.md can't be read")


def test_one_line_of_100_kb_is_indexed_sentence_by_sentence(settings: Settings) -> None:
    line = " ".join(f"In 2024 the force lost {number} dogs." for number in range(3000))
    add(settings, "long.txt", line)
    again(settings)
    index = open_index(settings.index)
    said = [unit.text for unit in index.store.units().values() if unit.report == "long"]
    assert " ".join(said) == line
    assert index.passages["long"] > 100


def test_a_hidden_file_is_no_report_but_a_hidden_corpus_may_hold_some(tmp_path: Path) -> None:
    settings = Settings(tmp_path / ".peel", tmp_path / "index", tmp_path)
    (settings.corpus / ".trash" / "old").mkdir(parents=True)
    add(settings, "ouse.md", OUSE)
    add(settings, ".trash/old/tees.md", TEES)
    again(settings)
    assert [one.id for one in open_index(settings.index).reports] == ["ouse-2023-25"]


def test_a_digest_steps_aside_for_the_report(settings: Settings) -> None:
    add(settings, "a-digest.md", "---\nkind: digest\nforce: Ouse\ncycle: 2023-25\n---\n\nIt answered a dozen.\n")
    again(settings)
    held = open_index(settings.index).reports
    assert [(one.id, one.metadata.kind) for one in held] == [("ouse-2023-25", "report")]
