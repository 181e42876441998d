"""What a report says of itself: from front matter, else from its own text."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import fields

from assistant.reading.forces import forces_named, short_name
from assistant.types import Metadata

_INSPECTION_OF = re.compile(
    r"\binspection of ((?:the )?[A-Z][\w&' -]*?(?: and [A-Z][\w' -]*?)?) (?:Police|Constabulary)\b"
)
_NAMED = re.compile(r"\b((?:[A-Z][\w'-]+ (?:and |& |of )?){0,3}[A-Z][\w'-]+) (?:Police|Constabulary)\b")
_TITLE = re.compile(r"^(?:.*?\b)?PEEL\b.*$", re.MULTILINE)
_CYCLE = re.compile(r"\b(20\d\d)(?:\s*[\u2013/-]\s*(?:20)?(\d\d))?\b")
_MONTHS = "January February March April May June July August September October November December".split()
_FOOTER_DATE = re.compile(rf"\b({'|'.join(_MONTHS)}) (20\d\d)\b")
_UPDATED = re.compile(
    r"^(?:last updated|published|publication date)\D{0,12}(\d{1,2})/(\d{1,2})/(20\d\d)", re.IGNORECASE | re.M
)
_UPDATED_WORDS = re.compile(
    rf"^(?:last updated|published|publication date)\D{{0,12}}(\d{{1,2}}) ({'|'.join(_MONTHS)}) (20\d\d)",
    re.IGNORECASE | re.M,
)
_OFFICE = re.compile(
    r"^(.{3,60}?)(?:\n+|, )(?:HM|(?:His|Her) Majesty.s) (?:Chief )?Inspector of Constabulary", re.MULTILINE
)
_NOT_A_FORCE = {"The", "Metropolitan", "Chief", "All", "Home Office", "National"}
TOP = 4000
"""Characters at the top of a report in which its title stands."""


def metadata_of(front: dict[str, str], text: str, dropped: tuple[str, ...], stem: str) -> Metadata:
    """A report's metadata; fields that front matter doesn't give are read from the text and named as inferred.

    Args:
        front: front matter by key.
        text: the report's plain text.
        dropped: the footers that were left out; the publication date stands in one.
        stem: the file's name without its ending, the last resort for a title.
    """
    title = _title(text, stem)
    found = {
        "title": title,
        "force": _force(text, stem),
        "cycle": _cycle(title) or _cycle(text[:TOP]) or _cycle(stem),
        "published": _published(text, dropped),
        "inspector": _inspector(text),
    }
    given = {field.name: front[field.name] for field in fields(Metadata) if front.get(field.name)}
    if "force" in given:
        given["force"] = short_name(given["force"])
    if "cycle" in given:
        given["cycle"] = _cycle(given["cycle"]) or given["cycle"]
    inferred = frozenset(name for name, value in found.items() if value and name not in given)
    return Metadata(**(found | given), inferred=inferred)


def report_id(metadata: Metadata, stem: str) -> str:
    """A report's id, such as `kent-2025-27`; from the file's name where force or cycle isn't known."""
    name = f"{metadata.force} {metadata.cycle}" if metadata.force and metadata.cycle else stem
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "report"


def _title(text: str, stem: str) -> str:
    found = _TITLE.search(text[:TOP])
    return found[0].strip() if found and len(found[0]) < 120 else (text.split("\n", 1)[0][:120] or stem)


def _force(text: str, stem: str) -> str:
    """The force that the text says it inspects, else the one it names most."""
    stated = _INSPECTION_OF.search(text[:TOP])
    if stated:
        return short_name(stated[1])
    named = Counter(name for name in _NAMED.findall(text) if name not in _NOT_A_FORCE)
    known = forces_named(text[:TOP].split("\n", 1)[0]) or forces_named(stem.replace("-", " "))
    if named:
        return short_name(named.most_common(1)[0][0])
    return known[0] if known else ""


def _cycle(text: str) -> str:
    """A cycle as `2025–27` or `2018`."""
    found = re.search(r"PEEL\D{0,30}?(20\d\d(?:\s*[\u2013/-]\s*(?:20)?\d\d)?)\b", text) or _CYCLE.search(text)
    years = _CYCLE.search(found[1] if found and found.re is not _CYCLE else found[0]) if found else None
    if not years:
        return ""
    return f"{years[1]}\u2013{years[2]}" if years[2] else years[1]


def _published(text: str, dropped: tuple[str, ...]) -> str:
    """ISO 8601, to the day or the month that the report gives."""
    digits = _UPDATED.search(text)
    if digits:
        return f"{digits[3]}-{int(digits[2]):02}-{int(digits[1]):02}"
    words = _UPDATED_WORDS.search(text)
    if words:
        return f"{words[3]}-{_MONTHS.index(words[2].title()) + 1:02}-{int(words[1]):02}"
    footer = next((found for line in dropped if (found := _FOOTER_DATE.search(line))), None)
    return f"{footer[2]}-{_MONTHS.index(footer[1]) + 1:02}" if footer else ""


def _inspector(text: str) -> str:
    found = _OFFICE.search(text)
    return found[1].strip() if found else ""
