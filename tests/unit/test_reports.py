"""`peel reports`: what is held, what was inferred and mended, what looks wrong, and what isn't held and why."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.settings import Settings
from assistant.shell import ready
from assistant.shell.exit_codes import ExitCode
from assistant.shell.reports import reports
from tests.counting_encoder import CountingEncoder
from tests.made_up import OURS


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setattr("assistant.indexing.build.SentenceTransformerEncoder", lambda _: CountingEncoder())
    (tmp_path / "corpus").mkdir()
    return Settings(tmp_path / "corpus", tmp_path / "index", tmp_path / "kept")


def told(settings: Settings, capsys: pytest.CaptureFixture[str]) -> str:
    ready.build(settings)
    capsys.readouterr()
    assert reports(settings) == ExitCode.DONE
    return capsys.readouterr().out


def ashmere() -> str:
    return (OURS / "ashmere-peel-2023-25.md").read_text(encoding="utf-8")


def test_a_report_with_all_that_is_known_of_it(settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    (settings.corpus / "ashmere.md").write_text(ashmere(), encoding="utf-8")
    out = told(settings, capsys)
    assert "Ashmere PEEL 2023–25 (ashmere-2023-25)\n  report, published 2024-11-14" in out
    assert "file: ashmere.md" in out
    assert "read from the text: cycle, force, inspector, published, title" in out
    assert "mended: 16 line(s) of a contents list left out" in out
    assert "looks wrong: Ashmere is none of the 43 forces" in out
    assert "Not held" not in out


def test_what_is_not_held_and_why(settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    text = ashmere()
    (settings.corpus / "ashmere.md").write_text(text, encoding="utf-8")
    (settings.corpus / "again.md").write_text(text, encoding="utf-8")
    (settings.corpus / "most.txt").write_text(text[: len(text) * 3 // 4], encoding="utf-8")
    (settings.corpus / "digest.md").write_text("---\nkind: digest\nforce: Ashmere\ncycle: 23/25\n---\nIt lost dogs.\n")
    (settings.corpus / "empty.md").write_text("")
    out = told(settings, capsys)
    assert out.count("(ashmere") == 1
    assert "file: again.md" in out
    for reason in (
        "ashmere.md is the same file as again.md.",
        "most.txt is another copy of again.md, which is longer or comes first.",
        "digest.md is a digest and steps aside for again.md.",
        "empty.md is empty.",
    ):
        assert f"  {reason}\n" in out.split("Not held:\n")[1]


def test_the_parts_of_one_inspection_are_all_held(settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    head = "Ashmere PEEL 2018\n\nAn inspection of Ashmere Police\n\n"
    for part in ("effectiveness", "efficiency", "legitimacy"):
        text = f"{head}# {part}\n\n" + "\n\n".join(
            f"In its {part}, the force lost {n} dogs in {n} parks." for n in range(9)
        )
        (settings.corpus / f"{part}.md").write_text(text, encoding="utf-8")
    out = told(settings, capsys)
    assert [f"(ashmere-2018{n})" in out for n in ("", "-2", "-3")] == [True] * 3


def test_a_copy_under_another_force_looks_wrong(settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    (settings.corpus / "ashmere.md").write_text(ashmere(), encoding="utf-8")
    (settings.corpus / "kent.md").write_text("---\nforce: Kent\n---\n" + ashmere(), encoding="utf-8")
    out = told(settings, capsys)
    assert "looks wrong: most of it stands in ashmere-2023-25 too: is it another copy?" in out
    assert "looks wrong: its text is an inspection of Ashmere, its front matter says Kent" in out


def test_a_thematic_report_goes_by_its_title(settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    text = (
        "# Lost dogs: a thematic inspection of how forces look for dogs\n\n"
        + "Kent Police found 3 dogs. Essex Police found 4 dogs. Surrey Police found 5 dogs. " * 40
    )
    (settings.corpus / "lost-dogs-2024.md").write_text(text, encoding="utf-8")
    out = told(settings, capsys)
    assert out.startswith("Lost dogs: a thematic inspection of how forces look for dogs (lost-dogs-2024)\n")
    assert "looks wrong" not in out


def test_a_corpus_that_changed_since(settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    (settings.corpus / "ashmere.md").write_text(ashmere(), encoding="utf-8")
    told(settings, capsys)
    (settings.corpus / "dogs.md").write_text("It lost 3 dogs.")
    reports(settings)
    assert "Since the index was made: dogs.md new. Run: peel rebuild" in capsys.readouterr().err
