"""Pages are fetched one at a time, with a pause, by name, as robots.txt allows; what fails for now is tried again."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from types import TracebackType
from typing import Self

import httpx2

from assistant import __version__
from assistant.errors import FetchError, NotPublished, Unreachable
from assistant.fetching.download import Download, Limits, download, web_address
from assistant.fetching.network import CheckedBackend, CheckedTransport
from assistant.fetching.robots import LARGEST, Robots

NAME = "peel"
AGENT = f"{NAME}/{__version__} (reads police inspection reports; one page at a time)"
TYPES = (
    "text/html",
    "application/xhtml+xml",
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "text/plain",
    "text/markdown",
)
"""What reports come as."""
_AGAIN = frozenset({408, 429, 500, 502, 503, 504})
_GONE = frozenset({404, 410})
_UNCHANGED = 304


class Fetcher:
    """Fetches pages politely.

    Args:
        limits: what a page may take.
        allowed: whether a host may be on this machine or its network.
        tell: is told of waits.
        backend: makes the connections, in the place of one that checks them.
    """

    def __init__(
        self,
        limits: Limits = Limits(),  # noqa: B008 - frozen
        *,
        allowed: Callable[[str], bool] = lambda _: False,
        tell: Callable[[str], None] = lambda _: None,
        sleep: Callable[[float], None] = time.sleep,
        backend: CheckedBackend | None = None,
    ) -> None:
        self._limits = limits
        self._tell = tell
        self._sleep = sleep
        self._backend = backend or CheckedBackend(allowed=allowed)
        headers = {"user-agent": AGENT, "accept": ", ".join(TYPES), "accept-encoding": "gzip"}
        timeout = httpx2.Timeout(limits.silence)
        transport = CheckedTransport(self._backend)
        self._client = httpx2.Client(transport=transport, headers=headers, timeout=timeout, trust_env=False)
        self._robots = Robots(NAME, self._robots_text)
        self._last = float("-inf")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()

    def get(self, address: str, known: Mapping[str, str] | None = None) -> Download | None:
        """The page at an address; None where it hasn't changed.

        Args:
            address: where it is.
            known: what is held of it, with the `etag` and `modified` that its server gave.

        Raises:
            FetchError: it may not be fetched, or is of no kind that reports have.
            NotPublished: there is no such page.
            Unreachable: the server doesn't answer in time, or asks to come back much later.
        """
        names = {"etag": "if-none-match", "modified": "if-modified-since"}
        asked = {header: known[name] for name, header in names.items() if known and known.get(name)}
        self._client.cookies.clear()
        url = str(web_address(address))
        page = self._patiently(address, lambda: self._page(url, asked))
        if page.status == _UNCHANGED and asked:
            return None
        if page.status in _GONE:
            raise NotPublished(f"There is no page {address}.", "Is it published yet, and under that address?")
        if page.status != httpx2.codes.OK:
            raise FetchError(f"{page.address} can't be had: the server says {page.status}.", _IN_A_BROWSER)
        _check_type(page)
        return page

    def _page(self, address: str, headers: Mapping[str, str]) -> Download:
        self._robots.check(address)
        self._sleep(max(0, self._last + max(self._limits.pause, self._robots.pause(address)) - time.monotonic()))
        try:
            return self._download(address, headers, self._limits, self._robots.check)
        finally:
            self._last = time.monotonic()

    def _download(
        self, address: str, headers: Mapping[str, str], limits: Limits, check: Callable[[str], None]
    ) -> Download:
        self._backend.ends = time.monotonic() + limits.seconds
        return download(self._client, address, headers, limits, check)

    def _patiently(self, address: str, once: Callable[[], Download]) -> Download:
        """Try until it works or there is no hope, waiting longer each time, or as long as the server asks."""
        for attempt in range(1, self._limits.tries + 1):
            wait = self._limits.back_off * 2 ** (attempt - 1)
            try:
                page = once()
            except httpx2.RequestError as error:
                reason = _words(error)
            else:
                if page.status not in _AGAIN:
                    return page
                reason = f"the server says {page.status}"
                wait = max(wait, _retry_after(page.headers))
            if wait > self._limits.patience or attempt == self._limits.tries:
                break
            self._tell(f"{address}: {reason}; trying again in {wait:.0f} s.")
            self._sleep(wait)
        later = f" for the next {wait / 60:.0f} minutes" if wait > self._limits.patience else f", {attempt} times"
        raise Unreachable(f"{address} can't be had{later}: {reason}.", "Try again later, with the same command.")

    def _robots_text(self, address: str) -> str:
        """A site's robots.txt; one that it doesn't show forbids nothing, one that can't be had for now forbids all."""
        limits = Limits(LARGEST, self._limits.seconds, self._limits.silence)
        page = self._patiently(address, lambda: self._download(address, {}, limits, lambda _: None))
        return page.content.decode("utf-8", errors="replace")


_IN_A_BROWSER = "Open it in a browser, save the page, and: peel add FILE"


def _check_type(page: Download) -> None:
    kind = page.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in TYPES:
        raise FetchError(
            f"{page.address} is {kind or 'of a kind that its server does not name'}, which no report is.",
            "Reports are web pages, PDFs, Word documents or text.",
        )


def _retry_after(headers: Mapping[str, str]) -> float:
    """The seconds that a server asks to wait, given as such or as a date; 0 where it doesn't."""
    said = headers.get("retry-after", "").strip()
    if said.isdigit():
        return float(said[:9])
    try:
        moment = parsedate_to_datetime(said)
    except (ValueError, TypeError):
        return 0
    return (moment.replace(tzinfo=moment.tzinfo or UTC) - datetime.now(UTC)).total_seconds()


def _words(error: httpx2.RequestError) -> str:
    if isinstance(error, httpx2.TimeoutException):
        return "it takes too long"
    if isinstance(error, httpx2.RemoteProtocolError | httpx2.ReadError | httpx2.DecodingError):
        return "the connection broke off"
    return f"no connection ({error})" if str(error) else "no connection"
