"""The addresses at which reports are published, and what the corpus calls a page.

`/peel-reports/kent-2023-25/` since 2021, `/peel-assessments/peel-2018/kent/` before.
"""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from assistant.reading.cycles import years_of
from assistant.reading.forces import FORCES

CYCLES = ("2025\u201327", "2023\u201325", "2021\u201322", "2018", "2017", "2016", "2015", "2014")
"""The cycles of PEEL so far, the newest first."""
SLUGS = {"Hampshire and Isle of Wight": ("hampshire-and-isle-of-wight", "hampshire")}
"""Forces whose name has changed since their first reports."""
_NEW = re.compile(r"/peel-reports/([a-z-]+-20\d\d(?:-\d\d)?)/?")
_OLD = re.compile(r"/peel-assessments/peel-(20\d\d)/([a-z-]+)/?")
_ENDING = re.compile(r"\.(?:html?|xhtml|php|aspx?|pdf|docx|md|markdown|txt)$", re.IGNORECASE)
LONGEST = 80
"""Letters of a file's name."""


class Wanted(NamedTuple):
    """A report that is asked for, and where it may be."""

    force: str
    cycle: str
    addresses: tuple[str, ...]

    @property
    def name(self) -> str:
        """What people call it."""
        return f"{self.force} {self.cycle}"

    @property
    def stem(self) -> str:
        """What the corpus calls it: `kent-2023-25`."""
        return f"{_slug(self.force)}-{_slug(self.cycle)}"


def wanted(force: str, cycle: str, site: str) -> Wanted:
    """The report on a force in a cycle.

    Args:
        force: by its name in the catalogue.
        cycle: as reports write it, `2023–25` or `2018`.
        site: the address of the site, without a path.
    """
    slugs = SLUGS.get(force, (_slug(force),))
    years = years_of(cycle)
    is_old = years is not None and years[0] == years[1]
    places = (
        f"peel-assessments/peel-{cycle}/{slug}" if is_old else f"peel-reports/{slug}-{_slug(cycle)}" for slug in slugs
    )
    return Wanted(force, cycle, tuple(f"{site.rstrip('/')}/{place}/" for place in places))


def every_report(site: str, forces: tuple[str, ...] = (), cycle: str = "") -> list[Wanted]:
    """The reports on forces, all where none is named, in one cycle or in all; the newest first."""
    cycles = (cycle,) if cycle else CYCLES
    return [wanted(force, each, site) for each in cycles for force in forces or tuple(FORCES)]


def stem_of(address: str) -> str:
    """What the corpus calls the page at an address: `kent-2018`, else the end of its path."""
    parts = urlsplit(address)
    if new := _NEW.fullmatch(parts.path):
        return new[1]
    if old := _OLD.fullmatch(parts.path):
        return f"{old[2]}-{old[1]}"
    last = next((part for part in reversed(unquote(parts.path).split("/")) if part), parts.hostname or "page")
    return _slug(_ENDING.sub("", last))[:LONGEST] or "page"


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
