"""Pages are fetched politely and within limits, whatever the server does."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from assistant import __version__
from assistant.errors import FetchError, NotPublished, Unreachable
from assistant.fetching.download import Limits
from assistant.fetching.fetcher import Fetcher
from tests.site import Site, body, broken, dripping, redirect, revised, status

PAGE = "<!doctype html><title>A page</title><p>Of ours."
QUICK = Limits(pause=0, seconds=5, silence=5)


class Waits(list[float]):
    """Seconds that were waited for, none of them spent."""

    def __call__(self, seconds: float) -> None:
        if seconds:
            self.append(seconds)


def fetcher(limits: Limits = QUICK, waits: Waits | None = None) -> Fetcher:
    return Fetcher(limits, allowed=lambda _: True, sleep=Waits() if waits is None else waits)


@pytest.fixture
def ended() -> Iterator[threading.Event]:
    event = threading.Event()
    yield event
    event.set()


def test_a_page_comes_with_its_address_and_the_server_learns_who_asked(site: Site) -> None:
    address = site.serve("/a", body(PAGE))
    with fetcher() as open_fetcher:
        page = open_fetcher.get(f"{address}#part")
    assert page is not None
    assert (page.content.decode(), page.address) == (PAGE, address)
    assert all(headers["user-agent"].startswith(f"peel/{__version__} ") for _, headers in site.asked)
    assert not any("cookie" in headers for _, headers in site.asked)


@pytest.mark.parametrize("rules", ["User-agent: *\nDisallow: /closed", "User-agent: peel\nDisallow: /*.secret$"])
def test_robots_txt_is_asked_once_and_heeded(site: Site, rules: str) -> None:
    site.serve("/robots.txt", body(rules, "text/plain"))
    closed, opened = site.serve("/closed/x.secret", body(PAGE)), site.serve("/open", body(PAGE))
    with fetcher() as open_fetcher:
        assert open_fetcher.get(opened)
        with pytest.raises(FetchError, match=r"robots\.txt"):
            open_fetcher.get(closed)
        assert open_fetcher.get(opened)
    assert [path for path, _ in site.asked] == ["/robots.txt", "/open", "/open"]


def test_a_redirect_past_robots_txt_is_refused(site: Site) -> None:
    site.serve("/robots.txt", body("User-agent: *\nDisallow: /closed", "text/plain"))
    site.serve("/closed", body(PAGE))
    with fetcher() as open_fetcher, pytest.raises(FetchError, match=r"robots\.txt"):
        open_fetcher.get(site.serve("/open", redirect("/closed")))
    assert site.pages == ["/open"]


def test_a_robots_txt_that_cannot_be_had_for_now_forbids_all(site: Site) -> None:
    site.serve("/robots.txt", status(503))
    with fetcher() as open_fetcher, pytest.raises(Unreachable, match=r"robots\.txt"):
        open_fetcher.get(site.serve("/open", body(PAGE)))
    assert site.pages == []


@pytest.mark.parametrize(("rules", "pause"), [("", 2), ("User-agent: *\nCrawl-delay: 7", 7)])
def test_there_is_a_pause_between_pages_as_long_as_the_site_wants(site: Site, rules: str, pause: int) -> None:
    site.serve("/robots.txt", body(rules, "text/plain"))
    address, waits = site.serve("/a", body(PAGE)), Waits()
    with fetcher(Limits(), waits) as open_fetcher:
        open_fetcher.get(address)
        open_fetcher.get(address)
    assert len(waits) == 1
    assert pause - 1 < waits[0] <= pause


def test_what_fails_for_now_is_tried_again_after_longer_waits(site: Site) -> None:
    address, waits = site.serve("/a", status(503), broken(PAGE, 20), status(500), body(PAGE)), Waits()
    with fetcher(waits=waits) as open_fetcher:
        page = open_fetcher.get(address)
    assert page is not None
    assert page.content.decode() == PAGE
    assert waits == [5, 10, 20]


def test_it_is_given_up_in_the_end(site: Site) -> None:
    with fetcher() as open_fetcher, pytest.raises(Unreachable, match=r"4 times: the connection broke off\.\nTry again"):
        open_fetcher.get(site.serve("/a", broken(PAGE, 20)))
    assert site.pages == ["/a"] * 4


def test_a_server_that_asks_to_wait_is_waited_for(site: Site) -> None:
    moment = format_datetime(datetime.now(UTC) + timedelta(seconds=90), usegmt=True)
    replies = (status(429, Retry_After="33"), status(503, Retry_After=moment), status(429, Retry_After="soon"))
    waits = Waits()
    with fetcher(waits=waits) as open_fetcher:
        assert open_fetcher.get(site.serve("/a", *replies, body(PAGE)))
    assert waits[0] == 33
    assert 80 < waits[1] <= 90
    assert waits[2] == 20


def test_one_that_asks_to_wait_for_hours_is_left_alone(site: Site) -> None:
    waits = Waits()
    with fetcher(waits=waits) as open_fetcher, pytest.raises(Unreachable, match="for the next 120 minutes"):
        open_fetcher.get(site.serve("/a", status(429, Retry_After="7200")))
    assert waits == []
    assert site.pages == ["/a"]


def test_a_page_that_drips_for_ever_ends_in_time(site: Site, ended: threading.Event) -> None:
    limits = Limits(pause=0, seconds=0.3, silence=5, tries=1)
    with fetcher(limits) as open_fetcher, pytest.raises(Unreachable, match="it takes too long"):
        open_fetcher.get(site.serve("/a", dripping(ended)))


@pytest.mark.parametrize(
    "huge", [body(b" " * 2_000_001), body(gzip.compress(b" " * 50_000_000), Content_Encoding="gzip")]
)
def test_a_huge_page_is_refused_packed_or_not(site: Site, huge: object) -> None:
    limits = Limits(pause=0, size=2_000_000)
    with fetcher(limits) as open_fetcher, pytest.raises(FetchError, match="larger than 2 MB"):
        open_fetcher.get(site.serve("/a", huge))  # type: ignore[arg-type]
    assert site.pages == ["/a"]


@pytest.mark.parametrize("kind", ["image/png", "application/zip", "application/octet-stream", ""])
def test_a_page_of_another_kind_is_refused(site: Site, kind: str) -> None:
    with fetcher() as open_fetcher, pytest.raises(FetchError, match="which no report is"):
        open_fetcher.get(site.serve("/a", body(PAGE, kind)))


@pytest.mark.parametrize(
    "address", ["ftp://example.org/a", "file:///etc/passwd", "https://", "https://me:secret@example.org/", "http://[x"]
)
def test_only_addresses_of_the_web_are_fetched(address: str) -> None:
    with fetcher() as open_fetcher, pytest.raises(FetchError, match="address"):
        open_fetcher.get(address)


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://example.org/", "http://[x"])
def test_a_redirect_out_of_the_web_is_refused(site: Site, target: str) -> None:
    with fetcher() as open_fetcher, pytest.raises(FetchError, match="address"):
        open_fetcher.get(site.serve("/a", redirect(target)))


def test_redirects_are_followed_but_not_for_ever(site: Site) -> None:
    first, last = site.serve("/a", redirect("/b")), site.serve("/b", body(PAGE))
    loop = site.serve("/loop", redirect("/loop"))
    with fetcher() as open_fetcher:
        page = open_fetcher.get(first)
        assert page is not None
        assert page.address == last
        with pytest.raises(FetchError, match="more than 5 times"):
            open_fetcher.get(loop)


@pytest.mark.parametrize("code", [404, 410])
def test_a_page_that_is_not_there_is_told_apart(site: Site, code: int) -> None:
    with fetcher() as open_fetcher, pytest.raises(NotPublished, match="There is no page"):
        open_fetcher.get(site.serve("/a", status(code)))


@pytest.mark.parametrize("code", [204, 401, 403])
def test_a_page_that_is_kept_from_us_is_told(site: Site, code: int) -> None:
    with fetcher() as open_fetcher, pytest.raises(FetchError, match=f"the server says {code}"):
        open_fetcher.get(site.serve("/a", status(code)))


def test_what_is_held_is_not_sent_again(site: Site) -> None:
    address = site.serve("/a", revised(PAGE, '"1"'))
    with fetcher() as open_fetcher:
        assert open_fetcher.get(address, {"etag": '"1"'}) is None
        assert open_fetcher.get(address, {"etag": '"0"'}) is not None
        assert open_fetcher.get(address, {}) is not None
