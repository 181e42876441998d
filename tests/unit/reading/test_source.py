"""Files as they come: front matter, encodings, files that are no report."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.errors import ReadingError
from assistant.reading import read_report
from assistant.reading.source import load_source, split_front_matter
from tests.made_up import words


def saved(folder: Path, raw: bytes, name: str = "ouse.md") -> Path:
    file = folder / name
    file.write_bytes(raw)
    return file


def test_front_matter_says_what_the_report_is(tmp_path: Path) -> None:
    raw = (
        b'\xef\xbb\xbf---\r\ntitle: "PEEL: Ouse"\r\n# x\r\nForce: Ouse Police\r\ncycle: 2023-25\r\n---\r\n\r\nText.\r\n'
    )
    held = read_report(saved(tmp_path, raw))
    assert (held.id, held.metadata.title, held.metadata.force) == ("ouse-2023-25", "PEEL: Ouse", "Ouse")
    assert not held.metadata.inferred & {"title", "force", "cycle"}
    assert words(held) == ["Text."]


def test_a_text_between_two_rules_is_not_front_matter() -> None:
    text = "---\n\nThe first sentence of the report.\n\nMore: here.\n\n---\n\nText.\n"
    assert split_front_matter(text) == ({}, text)


def test_a_page_saved_as_windows_1252_keeps_its_quotes(tmp_path: Path) -> None:
    held = read_report(saved(tmp_path, "Ouse\u2019s force paid \u00a35.\n".encode("cp1252")))
    assert words(held) == ["Ouse\u2019s force paid \u00a35."]


def test_a_utf_8_file_that_is_cut_in_a_letter_keeps_all_others(tmp_path: Path) -> None:
    raw = "\u2018Ouse\u2019 paid \u00a35 \u2013 or so.\n\nThen \u00a3".encode()
    _, text = load_source(saved(tmp_path, raw[:-1]))
    assert text.startswith("\u2018Ouse\u2019 paid \u00a35 \u2013 or so.")


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 9, "isn't text"),
        ("A report in another encoding.".encode("utf-16"), "isn't text"),
        (b"---\ntitle: Ouse\n---\n", "no sentence"),
        (b"# Heading\n\n## Another\n", "no sentence"),
    ],
)
def test_a_file_that_is_no_report_is_told(tmp_path: Path, raw: bytes, said: str) -> None:
    with pytest.raises(ReadingError, match=said) as caught:
        read_report(saved(tmp_path, raw))
    assert "ouse.md" in caught.value.message
    assert caught.value.mend


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="can't be read"):
        read_report(tmp_path / "none.md")


def test_one_line_of_100_kb_loses_nothing(tmp_path: Path) -> None:
    line = " ".join(f"In 2024 the force recorded {number} crimes." for number in range(2600))
    assert len(line) > 100_000
    assert words(read_report(saved(tmp_path, line.encode()))) == [line]


def test_force_cycle_and_dates_are_read_from_the_text(tmp_path: Path) -> None:
    raw = (
        "# PEEL 2023–25\n\nAn inspection of Ouse and Derwent Constabulary\n\nA plan (published 1 May 2019) is old.\n\n"
        "**Ann Other KPM**\n\nHis Majesty's Inspector of Constabulary\n\n# End\n\nMay 2024 | © Example 2024\n"
    )
    about = read_report(saved(tmp_path, raw.encode())).metadata
    assert (about.force, about.cycle, about.published) == ("Ouse and Derwent", "2023–25", "2024-05")
    assert about.inspector == "Ann Other KPM"
    assert about.inferred == {"title", "force", "cycle", "published", "inspector"}
