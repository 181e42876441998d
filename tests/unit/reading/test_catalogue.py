"""The 43 forces by every usual name, cycles in every spelling, and what a report says of itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.errors import ReadingError
from assistant.reading import read_report, read_text
from assistant.reading.beside import beside, front_beside, front_text
from assistant.reading.cycles import cycle_in, cycle_of, years_of
from assistant.reading.doubts import doubts
from assistant.reading.forces import FORCES, canonical, forces_named
from assistant.types import Report


def test_there_are_43() -> None:
    assert len(FORCES) == 43
    assert len({alias for aliases in FORCES.values() for alias in aliases}) == sum(map(len, FORCES.values()))


@pytest.mark.parametrize("force", FORCES)
@pytest.mark.parametrize("ending", ["", " Police", " Constabulary", " police service", "'s", "\u2019s"])
def test_each_is_known_by_its_name_in_any_letters(force: str, ending: str) -> None:
    for name in (force, force.lower(), force.upper(), force.replace(" and ", " & ")):
        assert forces_named(f"how was {name}{ending} graded?") == (force,)


@pytest.mark.parametrize("force", FORCES)
def test_each_alias_names_one_force(force: str) -> None:
    assert {forces_named(alias) for alias in FORCES[force]} == {(force,)}
    assert {canonical(alias) for alias in FORCES[force]} == {force}


@pytest.mark.parametrize(
    ("text", "force"),
    [
        ("how is the Met doing", "Metropolitan"),
        ("Met police 999 rate", "Metropolitan"),
        ("what is the MPS's grade", "Metropolitan"),
        ("GMP's grade", "Greater Manchester"),
        ("Avon & Somerset", "Avon and Somerset"),
        ("devon + cornwall", "Devon and Cornwall"),
        ("Heddlu Gwent", "Gwent"),
        ("Dyfed Powys", "Dyfed-Powys"),
        ("hants", "Hampshire and Isle of Wight"),
        ("Notts.", "Nottinghamshire"),
    ],
)
def test_usual_names(text: str, force: str) -> None:
    assert forces_named(text) == (force,)


@pytest.mark.parametrize(
    "text",
    [
        "what do MPs say",
        "is the standard met",
        "the deadline was met",
        "WHAT DID MPS SAY",
        "kentish",
        "hospital beds",
        "",
    ],
)
def test_other_words_name_no_force(text: str) -> None:
    assert forces_named(text) == ()


SPELLINGS = """2025–27|2025-27|2025/27|2025-2027|2025/2027|2025 to 2027|2025 – 27|2025—27|2025−27|25-27|25/27|25–27
PEEL 25–27|PEEL 2025/27|PEEL 2025-2027|peel 25 to 27"""


@pytest.mark.parametrize("spelling", SPELLINGS.replace("\n", "|").split("|"))
def test_a_cycle_in_every_spelling(spelling: str) -> None:
    assert cycle_of(spelling) == "2025–27"


@pytest.mark.parametrize(
    ("text", "cycle"),
    [
        ("PEEL 2018/19", "2018"),
        ("kent-peel-2018", "2018"),
        ("kent-2025-27", "2025–27"),
        ("the 2021/22 inspection", "2021–22"),
        ("from 2010 to 2019", ""),
        ("31/03/2025", ""),
        ("2023-25 percent", "2023–25"),
        ("in 2023, 25 cases", "2023"),
        ("nothing", ""),
    ],
)
def test_a_cycle_within_a_text(text: str, cycle: str) -> None:
    assert cycle_in(text) == cycle


def test_what_is_no_cycle_stays_as_it_is() -> None:
    assert cycle_of(" soon ") == "soon"
    assert (years_of("2025–27"), years_of("2018"), years_of("soon")) == ((2025, 2027), (2018, 2018), None)


def peel(force: str, title: str = "PEEL 2023–25", front: dict[str, str] | None = None, more: str = "") -> Report:
    words = "The force answers most calls in time, and it told us so in 2024. " * 40
    head = f"# {title}\n\nAn inspection of {force}\n\n# Calls\n\nThe force is good at calls.\n\n"
    return read_text(f"{head}{words}{more}", front or {}, "a-file", "a-file.md")


@pytest.mark.parametrize(
    ("stated", "force"),
    [
        ("Devon & Cornwall Police", "Devon and Cornwall"),
        ("the Metropolitan Police Service", "Metropolitan"),
        ("Hampshire Constabulary", "Hampshire and Isle of Wight"),
        ("City of London Police", "City of London"),
        ("Dyfed-Powys Police", "Dyfed-Powys"),
        ("Northmoor Constabulary", "Northmoor"),
    ],
)
def test_a_report_goes_by_the_force_s_usual_name(stated: str, force: str) -> None:
    assert peel(stated).metadata.force == force


def test_front_matter_goes_before_the_text() -> None:
    report = peel("Kent Police", front={"force": "Essex Police", "cycle": "21/22"})
    assert (report.id, report.metadata.force, report.metadata.cycle) == ("essex-2021-22", "Essex", "2021–22")
    assert any("an inspection of Kent, its front matter says Essex" in doubt for doubt in doubts(report))


@pytest.mark.parametrize(
    "title",
    [
        "State of Policing: the annual assessment 2023",
        "A thematic inspection of dogs",
        "A joint inspection of dogs",
        "An inspection of how effectively police forces look after dogs",
    ],
)
def test_a_report_on_no_one_force(title: str) -> None:
    words = "Kent Police has 3 dogs. Kent Police likes dogs. Essex Police has none, as has Surrey Police. " * 30
    report = read_text(f"# {title}\n\n{words}", {}, "dogs", "dogs.md")
    assert (report.metadata.force, report.metadata.programme, report.name, report.id) == ("", "", title, "dogs")
    assert doubts(report) == ()


def test_front_matter_can_say_that_it_is_of_no_force() -> None:
    assert peel("Kent Police", front={"force": "none"}).metadata.force == ""


def test_nothing_is_doubted_about_a_report_in_order() -> None:
    assert doubts(peel("Kent Police", more="\n\nKent Police is good at answering the public.")) == ()


@pytest.mark.parametrize(
    ("front", "doubt"),
    [
        ({"force": "Kint"}, "Kint is none of the 43 forces; is it Kent?"),
        ({"cycle": "soon"}, "soon isn't a cycle"),
        ({"published": "last week"}, "published last week isn't a date"),
        ({"published": "2019-05-02"}, "before its cycle 2023–25 began"),
    ],
)
def test_what_looks_wrong_in_front_matter(front: dict[str, str], doubt: str) -> None:
    assert any(doubt in told for told in doubts(peel("Kent Police", front=front)))


def test_what_looks_wrong_in_a_text() -> None:
    flat = read_text("\n\n".join(f"It lost {n} dogs." for n in range(60)), {}, "flat", "flat.md")
    told = " ".join(doubts(flat))
    assert "headings" in told and "only 240 words" in told
    assert any(
        "garbled" in doubt for doubt in doubts(peel("Kent Police", more=" It\u00e2\u20ac\u2122s here. A \ufffd."))
    )
    nameless = read_text("# PEEL\n\nThe force lost 9 dogs.", {}, "a", "a.md")
    assert {"no force", "no cycle"} <= {" ".join(doubt.split()[:2]) for doubt in doubts(nameless)}


def test_front_matter_beside_a_file(tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    file.write_text("---\nforce: Kent\n---\nIt lost 9 dogs.\n")
    beside(file).write_text(front_text({"force": "Essex\nPolice", "cycle": "2018", "cycel": "2018", "inspector": ""}))
    assert front_beside(file) == {"force": "Essex Police", "cycle": "2018", "cycel": "2018"}
    report = read_report(file)
    assert report.id == "essex-2018"
    assert "cycel: no such field of front matter" in report.repairs
    beside(file).write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ReadingError, match=r"page\.txt\.front"):
        read_report(file)
