"""A page is fetched into the corpus, with its address, time and hash beside it; one that hasn't changed stays."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from assistant.errors import NotPublished, ReadingError
from assistant.fetching.addresses import Wanted, stem_of
from assistant.fetching.download import Download
from assistant.fetching.fetcher import Fetcher
from assistant.fetching.pages import check_page, check_report, unreadable
from assistant.reading import read_report
from assistant.settings import SITE, Settings
from assistant.shell.keeping import corpus_to_oneself
from assistant.shell.originals import Kept, Original, keep, place_of
from assistant.shell.streams import note


def fetcher_for(settings: Settings, *, private: bool) -> Fetcher:
    """What fetches for a person: a site that they set themselves may be in their own network."""
    own = urlsplit(settings.site).hostname if settings.site != SITE else None
    return Fetcher(allowed=lambda host: private or host == own, tell=note)


def fetch_wanted(fetcher: Fetcher, asked: Wanted, corpus: Path) -> Kept:
    """Fetch a report of a force, from the first of its addresses that has a page.

    Raises:
        NotPublished: none has.
        FetchError, CorpusError, ReadingError: as `fetch_page` does.
    """
    for address in asked.addresses[:-1]:
        try:
            return fetch_page(fetcher, address, corpus, asked)
        except NotPublished:
            continue
    return fetch_page(fetcher, asked.addresses[-1], corpus, asked)


def fetch_page(fetcher: Fetcher, address: str, corpus: Path, asked: Wanted | None = None) -> Kept:
    """Fetch what is at an address, where it is a report.

    Args:
        fetcher: talks to the server.
        address: where it is.
        corpus: the folder of reports.
        asked: the report that it must be; None for any.

    Raises:
        FetchError: it can't be fetched, or is no report, or another one.
        CorpusError: it can't be kept.
        ReadingError: what is held of it can't be read.
    """
    stem = asked.stem if asked else stem_of(address)
    target, held = place_of(corpus, stem, asked=address)
    page = fetcher.get(address, held)
    if page is None:
        return Kept(read_report(target), target, changed=False)
    check_page(page)
    front = {"source": page.address, "force": asked.force if asked else "", "cycle": asked.cycle if asked else ""}
    given = Original(page.address, stem, page.content, front, _origin(page, address))
    with corpus_to_oneself(corpus):
        try:
            return keep(corpus, given, lambda report: check_report(page, report, asked))
        except ReadingError as error:
            raise unreadable(page, error) from error


def _origin(page: Download, asked: str) -> dict[str, str]:
    return {
        "asked": asked,
        "address": page.address,
        "fetched": datetime.now(UTC).isoformat(timespec="seconds"),
        "etag": page.headers.get("etag", ""),
        "modified": page.headers.get("last-modified", ""),
    }
