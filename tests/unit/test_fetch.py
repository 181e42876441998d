"""`peel fetch` and `peel add ADDRESS`: reports come from a site, as they are there, and nothing else does."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from assistant.errors import FetchError, Unreachable
from assistant.fetching import addresses
from assistant.fetching.download import Limits
from assistant.fetching.fetcher import Fetcher
from assistant.indexing.corpus import files_of
from assistant.reading import forces, read_report
from assistant.reading.beside import front_beside, front_text
from assistant.reading.formats.convert import convert
from assistant.settings import Settings
from assistant.shell import fetched
from assistant.shell.add import add
from assistant.shell.exit_codes import ExitCode
from assistant.shell.fetch import fetch
from tests.fakes import FakeEngine, QueueAnswerer
from tests.made_up import OURS
from tests.renderings import elements, web_page
from tests.site import Reply, Site, body, redirect, revised, running, status

NEW, OLD = "/peel-reports/caldershire-2023-25/", "/peel-assessments/peel-2018/wendmoor/"
Fetch = Callable[..., ExitCode]


def page_of(name: str) -> str:
    return web_page(elements(OURS / name), f"{name} - an inspectorate")


CALDERSHIRE, WENDMOOR = page_of("caldershire-peel-2023-25.txt"), page_of("wendmoor-peel-2018.txt")


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    for force in ("Caldershire", "Wendmoor"):
        monkeypatch.setitem(forces.FORCES, force, (force.lower(),))
    with running() as served:
        yield served


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> FakeEngine:
    return FakeEngine(QueueAnswerer()).install(monkeypatch)


@pytest.fixture
def settings(tmp_path: Path, site: Site, engine: FakeEngine, monkeypatch: pytest.MonkeyPatch) -> Settings:
    del engine
    monkeypatch.setattr("assistant.shell.originals.convert_apart", convert)  # what it guards from isn't served here
    return Settings(tmp_path / "corpus", tmp_path / "index", tmp_path / "kept", site=site.address)


def quick() -> Fetcher:
    return Fetcher(Limits(pause=0), allowed=lambda _: True, sleep=lambda _: None)


@pytest.fixture
def run(settings: Settings) -> Fetch:
    return lambda *words, **named: fetch(settings, words, fetcher=quick(), **named)


def corpus(settings: Settings) -> list[str]:
    """Every file of the corpus, the lock aside."""
    found = (str(file.relative_to(settings.corpus)) for file in settings.corpus.rglob("*") if file.is_file())
    return sorted(name for name in found if name != ".LOCK")


def test_a_report_is_kept_with_its_original_address_time_and_hash(
    site: Site, settings: Settings, run: Fetch, engine: FakeEngine, capsys: pytest.CaptureFixture[str]
) -> None:
    address = site.serve(NEW, body(CALDERSHIRE, ETag='"1"', Last_Modified="Fri, 01 Mar 2024 10:00:00 GMT"))
    assert run("caldershire", "2023/25") == ExitCode.DONE
    name = "caldershire-2023-25"
    assert corpus(settings) == [f".originals/{name}.html", f"{name}.md", f"{name}.md.front"]
    assert (settings.corpus / ".originals" / f"{name}.html").read_text(encoding="utf-8") == CALDERSHIRE
    front = front_beside(settings.corpus / f"{name}.md")
    assert (front["source"], front["address"]) == (address, address)
    assert front["sha256"] == hashlib.sha256(CALDERSHIRE.encode()).hexdigest()
    assert datetime.fromisoformat(front["fetched"]).tzinfo is not None
    assert (front["etag"], front["modified"]) == ('"1"', "Fri, 01 Mar 2024 10:00:00 GMT")
    report = read_report(settings.corpus / f"{name}.md")
    assert (report.id, report.metadata.source) == (name, address)
    assert len(report.sections) == len(read_report(OURS / "caldershire-peel-2023-25.txt").sections)
    assert not any("front matter" in repair for repair in report.repairs)
    assert engine.rebuilt == [settings]
    assert capsys.readouterr().out.startswith(f"{name}\t")


def test_older_reports_are_fetched_from_where_they_are(site: Site, settings: Settings, run: Fetch) -> None:
    site.serve(OLD, body(WENDMOOR))
    assert run("Wendmoor", "2018/19") == ExitCode.DONE
    assert read_report(settings.corpus / "wendmoor-2018.md").id == "wendmoor-2018"


def test_every_cycle_of_a_force_those_not_published_are_named(
    site: Site, settings: Settings, run: Fetch, capsys: pytest.CaptureFixture[str]
) -> None:
    site.serve(NEW, body(CALDERSHIRE))
    assert run("Caldershire") == ExitCode.DONE
    assert [file.name for file in files_of(settings.corpus)] == ["caldershire-2023-25.md"]
    assert "Caldershire 2018: not published" in capsys.readouterr().err
    assert len(site.pages) == len(addresses.CYCLES)


@pytest.mark.parametrize("reply", [revised(CALDERSHIRE, '"1"'), body(CALDERSHIRE)])
def test_an_unchanged_page_changes_no_file(site: Site, settings: Settings, run: Fetch, reply: Reply) -> None:
    site.serve(NEW, reply)
    run("caldershire", "2023-25")
    before = {name: (settings.corpus / name).stat() for name in corpus(settings)}
    assert run("caldershire", "2023-25") == ExitCode.DONE
    assert {name: (settings.corpus / name).stat() for name in corpus(settings)} == before


def test_a_page_whose_text_is_the_same_changes_no_file(site: Site, settings: Settings, run: Fetch) -> None:
    site.serve(NEW, body(CALDERSHIRE), body(CALDERSHIRE.replace("<main>", '<main data-nonce="7">')))
    run("caldershire", "2023-25")
    before = {name: (settings.corpus / name).stat() for name in corpus(settings)}
    run("caldershire", "2023-25")
    assert {name: (settings.corpus / name).stat() for name in corpus(settings)} == before


def test_corrections_stay_when_a_changed_page_is_fetched(site: Site, settings: Settings, run: Fetch) -> None:
    changed = CALDERSHIRE.replace("</main>", "<p>The force put 77 new dogs to work.</p></main>")
    site.serve(NEW, body(CALDERSHIRE, ETag='"1"'), body(changed, ETag='"2"'))
    run("caldershire", "2023-25")
    file = settings.corpus / "caldershire-2023-25.md"
    beside = file.with_name(f"{file.name}.front")
    beside.write_text(front_text(front_beside(file) | {"inspector": "A. Person", "published": "2024-05-06"}))
    assert run("caldershire", "2023-25") == ExitCode.DONE
    report, front = read_report(file), front_beside(file)
    assert "77 new dogs" in report.text
    assert (report.metadata.inspector, report.metadata.published) == ("A. Person", "2024-05-06")
    assert (front["etag"], front["sha256"]) == ('"2"', hashlib.sha256(changed.encode()).hexdigest())
    assert "77 new dogs" in (settings.corpus / front["original"]).read_text(encoding="utf-8")


def test_a_text_changed_by_hand_is_not_written_over(
    site: Site, settings: Settings, run: Fetch, capsys: pytest.CaptureFixture[str]
) -> None:
    site.serve(NEW, body(CALDERSHIRE), body(CALDERSHIRE.replace("</main>", "<p>More of it.</p></main>")))
    run("caldershire", "2023-25")
    file = settings.corpus / "caldershire-2023-25.md"
    file.write_text(mended := file.read_text(encoding="utf-8") + "\nA line of mine.\n", encoding="utf-8")
    assert run("caldershire", "2023-25") == ExitCode.FAILURE
    assert file.read_text(encoding="utf-8") == mended
    assert "was changed by hand" in capsys.readouterr().err


WALL = "<!doctype html><title>{}</title><main><h1>{}</h1><p>{}</p></main>"
LEGAL = "We use cookies to make this site of the police inspectorate work. " * 100


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (status(404), "There is no page"),
        (body(WALL.format("Page not found", "Oh no", "word " * 500)), "Page not found"),
        (body(WALL.format("Reports", "Cookies", "We use 14 cookies.")), "is no report"),
        (body(WALL.format("Reports", "Your privacy", LEGAL)), "doesn't name Caldershire"),
        (body(WALL.format("Reports", "Members", '<form>Name <input type="password"></form>')), "login"),
        (body(WALL.format("Sign in", "Members", "word " * 500)), "Sign in"),
        (body(WENDMOOR), "inspection of Wendmoor"),
        (body(CALDERSHIRE.replace("2023–25", "2021–22")), "of 2021–22"),
        (body(WALL.format("Shop", "Dog food", "Crunchy. " * 500)), "isn't about an inspection"),
        (body(b"\x89PNG\r\n\x1a\n" + b"\0" * 5000, "text/html"), "is no report"),
        (body(CALDERSHIRE, "image/png"), "which no report is"),
        (redirect("http://[x"), "no address"),
        (status(403), "the server says 403"),
    ],
)
def test_what_is_no_report_is_refused_and_nothing_kept(
    site: Site, settings: Settings, run: Fetch, reply: Reply, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    site.serve(NEW, reply)
    assert run("caldershire", "2023-25") == ExitCode.FAILURE
    told = capsys.readouterr().err
    assert words in told
    assert [name for name in corpus(settings) if not name.startswith(".fetching")] == []


def test_another_report_by_that_name_such_as_a_digest_stays(site: Site, settings: Settings, run: Fetch) -> None:
    site.serve(NEW, revised(CALDERSHIRE, '"1"'))
    settings.corpus.mkdir()
    (settings.corpus / "caldershire-2023-25.md").write_text("---\nkind: digest\n---\n# Mine\n\nIt is mine.\n")
    for _ in range(2):
        assert run("caldershire", "2023-25") == ExitCode.DONE
    assert [file.name for file in files_of(settings.corpus)] == ["caldershire-2023-25-2.md", "caldershire-2023-25.md"]
    assert "It is mine." in (settings.corpus / "caldershire-2023-25.md").read_text()
    assert read_report(settings.corpus / "caldershire-2023-25-2.md").id == "caldershire-2023-25"
    assert site.asked[-1][1]["if-none-match"] == '"1"'


@pytest.mark.parametrize(("words", "hint"), [(["Kemt"], "Is it Kent"), ([], "peel fetch --all"), (["2018"], "--all")])
@pytest.mark.usefixtures("site")
def test_a_force_that_is_none_is_told(settings: Settings, run: Fetch, words: list[str], hint: str) -> None:
    with pytest.raises(FetchError, match=hint):
        run(*words)
    assert not settings.corpus.exists()


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch, site: Site) -> list[str]:
    """Two forces and two cycles are all there are; the paths of their reports."""
    monkeypatch.setattr(addresses, "FORCES", {"Caldershire": (), "Wendmoor": ()})
    monkeypatch.setattr(addresses, "CYCLES", ("2023–25", "2018"))
    site.serve(NEW, revised(CALDERSHIRE, '"c"'))
    site.serve(OLD, revised(WENDMOOR, '"w"'))
    return [NEW, "/peel-reports/wendmoor-2023-25/", "/peel-assessments/peel-2018/caldershire/", OLD]


def test_all_are_fetched_one_after_the_other(
    site: Site, settings: Settings, run: Fetch, engine: FakeEngine, few: list[str]
) -> None:
    assert run(all=True) == ExitCode.DONE
    assert site.pages == few
    assert [file.stem for file in files_of(settings.corpus)] == ["caldershire-2023-25", "wendmoor-2018"]
    assert len(engine.rebuilt) == 1


def test_all_of_one_cycle(site: Site, run: Fetch, few: list[str]) -> None:
    assert run("2018", all=True) == ExitCode.DONE
    assert site.pages == few[2:]


@pytest.mark.parametrize("stop", [KeyboardInterrupt, SystemExit])
def test_all_goes_on_where_it_was_stopped_then_begins_anew(
    site: Site,
    settings: Settings,
    run: Fetch,
    engine: FakeEngine,
    few: list[str],
    stop: type[BaseException],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def stopped(fetcher: Fetcher, one: addresses.Wanted, corpus: Path) -> fetched.Kept:
        if one.name == "Caldershire 2018":
            raise stop
        return fetched.fetch_wanted(fetcher, one, corpus)

    with monkeypatch.context() as patch:
        patch.setattr("assistant.shell.fetch.fetch_wanted", stopped)
        with pytest.raises(stop):
            run(all=True)
    assert engine.rebuilt == []
    assert run(all=True) == ExitCode.DONE
    assert site.pages == few
    assert "Going on after 2 of 4" in capsys.readouterr().err
    assert len(engine.rebuilt) == 1
    assert run(all=True) == ExitCode.DONE
    assert site.pages == few * 2
    assert [headers["if-none-match"] for path, headers in site.asked if "if-none-match" in headers] == ['"c"', '"w"']
    assert len(files_of(settings.corpus)) == 2


def test_one_bad_page_keeps_no_other_out(site: Site, settings: Settings, run: Fetch, few: list[str]) -> None:
    site.serve(NEW, body(CALDERSHIRE, "image/png"))
    assert run(all=True) == ExitCode.FAILURE
    assert site.pages == few
    assert [file.stem for file in files_of(settings.corpus)] == ["wendmoor-2018"]


def test_a_server_that_does_not_answer_is_left_alone(site: Site, run: Fetch, few: list[str]) -> None:
    for path in few:
        site.serve(path, status(429, Retry_After="7200"))
    with pytest.raises(Unreachable, match="for the next 120 minutes"):
        run(all=True)
    assert site.pages == few[:3]


def test_an_address_is_added(
    site: Site, settings: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(fetched, "fetcher_for", lambda *_, **__: quick())
    page = site.serve("/somewhere/Calder.html", body(CALDERSHIRE))
    text = site.serve(
        "/wend.md",
        body(
            "---\ninspector: A. Person\n---\n" + (OURS / "wendmoor-peel-2018.txt").read_text("utf-8"), "text/markdown"
        ),
    )
    other = site.serve("/shop", body(WALL.format("Shop", "Dog food", "Crunchy. " * 500)))
    assert add(settings, [page, other, text]) == ExitCode.FAILURE
    assert [file.name for file in files_of(settings.corpus)] == ["calder.md", "wend.md"]
    assert read_report(settings.corpus / "calder.md").metadata.source == page
    assert read_report(settings.corpus / "wend.md").metadata.inspector == "A. Person"
    assert "/shop is no report" in capsys.readouterr().err


def test_an_address_of_this_machine_is_added_only_where_that_is_meant(
    site: Site, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    page = site.serve("/calder", body(CALDERSHIRE)).replace("127.0.0.1", "localhost")
    assert add(settings, [page]) == ExitCode.FAILURE
    assert "--private" in capsys.readouterr().err
    assert site.asked == []
    assert add(settings, [page], private=True) == ExitCode.DONE


def test_a_site_that_was_set_may_be_in_ones_own_network(site: Site, settings: Settings) -> None:
    site.serve(NEW, body(CALDERSHIRE))
    assert fetch(settings, ["caldershire", "2023-25"]) == ExitCode.DONE
