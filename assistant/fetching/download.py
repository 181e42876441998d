"""One page is downloaded: redirects are followed one by one, and its size and kind are looked at as it comes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import httpx2

from assistant.errors import FetchError
from assistant.reading.source import LARGEST

_HOST = re.compile(rb"[\w.-]+|[\da-f:.]+", re.IGNORECASE)
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Limits:
    """What a page may take, and how politely it is asked for."""

    size: int = LARGEST
    """Bytes."""
    seconds: float = 120
    """From the first word to the last byte."""
    silence: float = 20
    """Seconds in which nothing comes."""
    redirects: int = 5
    pause: float = 2
    """Seconds between two pages; a longer one where robots.txt wants it."""
    tries: int = 4
    back_off: float = 5
    """Seconds before the second try; twice as long before each one after."""
    patience: float = 600
    """Seconds that a server may ask to wait."""


class Download(NamedTuple):
    """What a server answered."""

    status: int
    address: str
    """Where it came from in the end."""
    headers: Mapping[str, str]
    content: bytes


def download(
    client: httpx2.Client, address: str, headers: Mapping[str, str], limits: Limits, check: Callable[[str], None]
) -> Download:
    """Get what is at an address.

    Args:
        client: does the talking.
        address: where to begin.
        headers: what to say besides.
        limits: what it may take.
        check: is called with every address before it is asked for, and raises where it may not be.

    Raises:
        FetchError: it is no address of a page, redirects for ever or is too large.
        httpx2.RequestError: the server doesn't answer as one should.
    """
    url = web_address(address)
    for _ in range(limits.redirects + 1):
        check(str(url))
        with client.stream("GET", url, headers=dict(headers)) as response:
            if response.status_code in _REDIRECTS and response.headers.get("location"):
                url = _next(url, response.headers["location"])
                continue
            content = _content(response, limits.size) if response.status_code == httpx2.codes.OK else b""
            return Download(response.status_code, str(url), response.headers, content)
    raise FetchError(f"{address} redirects more than {limits.redirects} times.", "Open it in a browser, and save it.")


def web_address(address: str) -> httpx2.URL:
    """An address as a URL, without the part that names a place in the page.

    Raises:
        FetchError: it isn't one of the web.
    """
    try:
        url = httpx2.URL(address)
    except httpx2.InvalidURL as error:
        raise FetchError(f"{address} is no address: {error}.") from error
    if url.scheme not in ("http", "https") or not _HOST.fullmatch(url.raw_host):
        raise FetchError(f"{address} is no address of the web.", "Addresses begin with https:// or http://.")
    if url.userinfo:
        raise FetchError("An address with a password in it isn't fetched.", "Save the page, and add the file.")
    return url.copy_with(fragment=None)


def _next(url: httpx2.URL, location: str) -> httpx2.URL:
    try:
        target = web_address(str(url.join(location)))
    except httpx2.InvalidURL as error:
        raise FetchError(f"{url} redirects to what is no address: {error}.") from error
    if url.scheme == "https" and target.scheme != "https":
        raise FetchError(f"{url} redirects to {target}, which isn't encrypted.", "Open it in a browser, and save it.")
    return target


def _content(response: httpx2.Response, size: int) -> bytes:
    said = response.headers.get("content-length", "")
    if said.isdigit() and int(said) > size:
        raise _too_large(response, size)
    content = bytearray()
    for part in response.iter_bytes():
        content += part
        if len(content) > size:
            raise _too_large(response, size)
    return bytes(content)


def _too_large(response: httpx2.Response, size: int) -> FetchError:
    return FetchError(f"{response.url} is larger than {size // 1_000_000 or 1} MB: no report is.")
