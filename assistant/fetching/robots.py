"""What a site asks of programs: its robots.txt, read once a site."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from protego import Protego

from assistant.errors import FetchError

LARGEST = 500_000
"""Bytes; RFC 9309 wants that many read at the least."""


class Robots:
    """What sites allow to a program.

    Args:
        agent: what the program calls itself.
        read: gives the text of a robots.txt by its address, empty where there is none.
    """

    def __init__(self, agent: str, read: Callable[[str], str]) -> None:
        self._agent = agent
        self._read = read
        self._sites: dict[str, Protego] = {}

    def check(self, address: str) -> None:
        """Raise where an address may not be asked for.

        Raises:
            FetchError: its robots.txt says so.
        """
        if not self._of(address).can_fetch(address, self._agent):
            raise FetchError(
                f"{address} isn't for programs, by the robots.txt of the site.",
                "Open it in a browser, save the page, and: peel add FILE",
            )

    def pause(self, address: str) -> float:
        """The seconds that the site wants between two pages."""
        rules = self._of(address)
        rate = rules.request_rate(self._agent)
        return max(rules.crawl_delay(self._agent) or 0, rate.seconds / rate.requests if rate and rate.requests else 0)

    def _of(self, address: str) -> Protego:
        parts = urlsplit(address)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._sites:
            self._sites[site] = Protego.parse(self._read(f"{site}/robots.txt"))
        return self._sites[site]
