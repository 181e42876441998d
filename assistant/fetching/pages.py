"""A page that is no report is told by what it says: a notice, a cookie wall, a login, another force's report."""

from __future__ import annotations

import re

from assistant.errors import FetchError, ReadingError
from assistant.fetching.addresses import Wanted
from assistant.fetching.download import Download
from assistant.reading.cycles import cycle_in
from assistant.reading.doubts import SHORTEST
from assistant.reading.forces import forces_named
from assistant.reading.metadata import TOP, stated_force
from assistant.types import Report

_TITLE = re.compile(rb"<title[^>]*>(.{0,500}?)</title", re.IGNORECASE | re.DOTALL)
_NOTICE = re.compile(
    r"\b(?:404|not found|can.t be found|no longer (?:available|exists)|access denied|forbidden|error|just a moment|"
    r"are you (?:a )?human|log ?in|sign ?in|cookies?|captcha|maintenance|unavailable)\b",
    re.IGNORECASE,
)
_LOGIN = re.compile(rb"<input[^>]{0,300}\btype\s*=\s*[\"']?password", re.IGNORECASE)
_SUBJECT = re.compile(r"\b(?:police|policing|constabulary)\b", re.IGNORECASE)
_KIND = re.compile(r"\binspect", re.IGNORECASE)
_MENTIONS = 3
"""Times that a report speaks of the police, at the least; it is an inspection, and says so."""


def check_page(page: Download) -> None:
    """Raise where a page says of itself that it is something else than was asked for.

    Raises:
        FetchError: its title is that of a notice.
    """
    found = _TITLE.search(page.content[:100_000])
    title = " ".join(found[1].decode("utf-8", errors="replace").split()) if found else ""
    if notice := _NOTICE.search(title):
        raise _none(page, f'its title is "{title[:80]}" ({notice[0].lower()})')


def check_report(page: Download, report: Report, asked: Wanted | None) -> None:
    """Raise where what was read from a page isn't a report, or not the one that was asked for.

    Args:
        page: where it was read from.
        report: as the page's text alone gives it.
        asked: the force and cycle that were asked for; None for any report.

    Raises:
        FetchError: it isn't.
    """
    words = len(report.text.split())
    if words < SHORTEST:
        raise _none(page, f"it asks for a login and has {words} words" if _LOGIN.search(page.content) else _few(words))
    if len(_SUBJECT.findall(report.text)) < _MENTIONS or not _KIND.search(report.text):
        raise _none(page, "it isn't about an inspection of the police")
    if asked:
        _check_asked(page, report, asked)


def unreadable(page: Download, error: ReadingError) -> FetchError:
    """The error for a page in which nothing was left to be read as a report."""
    return _none(page, "it asks for a login" if _LOGIN.search(page.content) else error.message.rstrip("."))


def _check_asked(page: Download, report: Report, asked: Wanted) -> None:
    stated, cycle = stated_force(report.text), cycle_in(report.metadata.title)
    if stated and stated != asked.force:
        raise _other(page, asked, f"an inspection of {stated}")
    if not stated and asked.force not in forces_named(report.text[:TOP], [asked.force]):
        raise _other(page, asked, f"a page that doesn't name {asked.force} at its top")
    if cycle and cycle != asked.cycle:
        raise _other(page, asked, f"of {cycle}")


def _few(words: int) -> str:
    return f"it has {words} words: a notice, a cookie wall or a contents page, most likely"


def _none(page: Download, why: str) -> FetchError:
    return FetchError(
        f"{page.address} is no report: {why}. Nothing was kept.",
        "Open it in a browser; where the report is there, save the page, and: peel add FILE",
    )


def _other(page: Download, asked: Wanted, what: str) -> FetchError:
    return FetchError(
        f"{page.address} isn't {asked.name}, but {what}. Nothing was kept.",
        "Look at it in a browser; a report that is wanted all the same: peel add ADDRESS",
    )
