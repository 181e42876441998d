"""What a report says of itself: from front matter, else from its own text."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import fields

from assistant.reading.cycles import cycle_in, cycle_of
from assistant.reading.forces import canonical, forces_named
from assistant.types import Metadata

_INSPECTION_OF = re.compile(
    r"\binspection of ((?:the )?[A-Z][\w&' -]*?(?: and [A-Z][\w' -]*?)?) (?:Police|Constabulary)\b"
)
_NAMED = re.compile(r"\b((?:[A-Z][\w'-]+ (?:and |& |of )?){0,3}[A-Z][\w'-]+) (?:Police|Constabulary)\b")
_TITLE = re.compile(r"^(?:.*?\b)?PEEL\b.*$", re.MULTILINE)
_BEFORE_CYCLE = re.compile(r"\bPEEL\D{0,30}?(?=20\d\d)")
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
_NATIONAL = re.compile(
    r"\b(?:thematic|state of policing|super-?complaint|joint inspection|national (?:report|overview|inspection)"
    r"|inspection of (?:the )?(?:police service|police forces|policing|forces)|police forces in england"
    r"|how (?:well|effectively) (?:do |does |the )?(?:the )?(?:police|forces)\b(?! service of))",
    re.IGNORECASE,
)
"""What a report on no one force says at its top."""
MAIN = 0.5
"""The share of all forces that a text names from which one is the force that it is about."""
_NOT_A_FORCE = {"The", "Metropolitan", "Chief", "All", "Home Office", "National"}
NO_FORCE = frozenset({"none", "national", "-"})
"""What front matter says of a report on no one force, where its text would be read as naming one."""
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
    force = _force(text, stem)
    is_of_one_force = bool(front.get("force", force)) or "PEEL" in f"{front.get('title', '')} {text[:TOP]}"
    found = {
        "title": title,
        "force": force,
        "programme": "PEEL" if is_of_one_force else "",
        "cycle": _cycle(title) or (_cycle(text[:TOP]) if is_of_one_force else "") or _cycle(stem),
        "published": _published(text, dropped),
        "inspector": _inspector(text),
    }
    given = {field.name: front[field.name] for field in fields(Metadata) if front.get(field.name)}
    if "force" in given:
        given["force"] = "" if given["force"].lower() in NO_FORCE else canonical(given["force"])
    if "cycle" in given:
        given["cycle"] = cycle_of(given["cycle"])
    inferred = frozenset(name for name, value in found.items() if value and name not in given) - {"programme"}
    return Metadata(**(found | given), inferred=inferred)


def report_id(metadata: Metadata, stem: str) -> str:
    """A report's id, such as `kent-2025-27`; from the file's name where force or cycle isn't known."""
    name = f"{metadata.force} {metadata.cycle}" if metadata.force and metadata.cycle else stem
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "report"


def _title(text: str, stem: str) -> str:
    found = _TITLE.search(text[:TOP])
    return found[0].strip() if found and len(found[0]) < 120 else (text.split("\n", 1)[0][:120] or stem)


def stated_force(text: str) -> str:
    """The force that a report says it is an inspection of; empty where it says none."""
    stated = _INSPECTION_OF.search(text[:TOP])
    return canonical(stated[1]) if stated else ""


def _force(text: str, stem: str) -> str:
    """The force that the text says it inspects, else the one in its title or its file's name, else the one named most.

    Empty for a report on the police in general, which names many.
    """
    if stated := stated_force(text):
        return stated
    first = text[:TOP].split("\n", 1)[0]
    named = Counter(canonical(name) for name in _NAMED.findall(text) if name not in _NOT_A_FORCE)
    most, times = named.most_common(1)[0] if named else ("", 0)
    titled = forces_named(f"{first}\n{stem.replace('-', ' ').replace('_', ' ')}", named)
    if len(titled) == 1:
        return titled[0]
    national = _NATIONAL.search(text[:TOP]) or times < MAIN * named.total()
    return "" if national else most


def _cycle(text: str) -> str:
    """A cycle as `2025–27` or `2018`: the one after the word PEEL, else the first."""
    found = _BEFORE_CYCLE.search(text)
    return (cycle_in(text[found.end() : found.end() + 20]) if found else "") or cycle_in(text)


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
