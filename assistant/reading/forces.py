"""The 43 territorial forces of England and Wales, with the names that people use for them.

A report's force is known from its own text; this list serves to recognise a force that a question names and
that isn't held.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_SUFFIX = re.compile(r"\s+(?:police(?:\s+service)?|constabulary|police force)$", re.IGNORECASE)
_PREFIX = re.compile(r"^(?:the|heddlu)\s+", re.IGNORECASE)

FORCES: dict[str, tuple[str, ...]] = {
    "Avon and Somerset": ("avon & somerset", "avon and somerset", "avon/somerset", "a&s", "somerset"),
    "Bedfordshire": ("bedfordshire", "beds police"),
    "Cambridgeshire": ("cambridgeshire", "cambs"),
    "Cheshire": ("cheshire",),
    "City of London": ("city of london", "colp", "city police"),
    "Cleveland": ("cleveland",),
    "Cumbria": ("cumbria",),
    "Derbyshire": ("derbyshire", "derbys"),
    "Devon and Cornwall": ("devon and cornwall", "devon & cornwall", "devon/cornwall", "d&c", "devon", "cornwall"),
    "Dorset": ("dorset",),
    "Durham": ("durham", "county durham"),
    "Dyfed-Powys": ("dyfed-powys", "dyfed powys", "dyfed and powys", "dyfed", "powys"),
    "Essex": ("essex",),
    "Gloucestershire": ("gloucestershire", "glos police", "gloucs"),
    "Greater Manchester": ("greater manchester", "gtr manchester", "gmp", "manchester"),
    "Gwent": ("gwent",),
    "Hampshire and Isle of Wight": (
        "hampshire and isle of wight",
        "hampshire and the isle of wight",
        "hampshire & isle of wight",
        "hampshire",
        "isle of wight",
        "hiow",
        "hiowc",
        "hants",
    ),
    "Hertfordshire": ("hertfordshire", "herts"),
    "Humberside": ("humberside",),
    "Kent": ("kent",),
    "Lancashire": ("lancashire", "lancs"),
    "Leicestershire": ("leicestershire", "leics"),
    "Lincolnshire": ("lincolnshire", "lincs"),
    "Merseyside": ("merseyside", "liverpool", "merseypol"),
    "Metropolitan": (
        "metropolitan police",
        "metropolitan",
        "the met",
        "met police",
        "met's",
        "new scotland yard",
        "scotland yard",
    ),
    "Norfolk": ("norfolk",),
    "North Wales": ("north wales", "n wales", "heddlu gogledd cymru", "gogledd cymru"),
    "North Yorkshire": ("north yorkshire", "n yorkshire", "north yorks", "n yorks", "nyp"),
    "Northamptonshire": ("northamptonshire", "northants"),
    "Northumbria": ("northumbria",),
    "Nottinghamshire": ("nottinghamshire", "notts"),
    "South Wales": ("south wales", "s wales", "heddlu de cymru", "de cymru", "swp"),
    "South Yorkshire": ("south yorkshire", "s yorkshire", "south yorks", "s yorks", "syp"),
    "Staffordshire": ("staffordshire", "staffs"),
    "Suffolk": ("suffolk",),
    "Surrey": ("surrey",),
    "Sussex": ("sussex", "east sussex", "west sussex"),
    "Thames Valley": ("thames valley", "tvp"),
    "Warwickshire": ("warwickshire", "warks"),
    "West Mercia": ("west mercia", "w mercia"),
    "West Midlands": ("west midlands", "w midlands", "west mids", "wmp", "birmingham"),
    "West Yorkshire": ("west yorkshire", "w yorkshire", "west yorks", "w yorks", "wyp"),
    "Wiltshire": ("wiltshire", "wilts"),
}
"""In any letters. A city goes for a force only where nothing else is meant by it."""

CAPITALS: dict[str, str] = {"MPS": "Metropolitan", "Met": "Metropolitan"}
"""Names that are other words in small letters: members of parliament; a standard that is met."""

NATIONAL: tuple[str, ...] = (
    "british transport police",
    "btp",
    "police scotland",
    "psni",
    "police service of northern ireland",
    "national crime agency",
    "ministry of defence police",
    "civil nuclear constabulary",
)
"""Forces outside the 43. They are partners in many reports, so naming one alone doesn't set a question's scope."""


_BY_ALIAS = {alias: force for force, aliases in FORCES.items() for alias in (force.lower(), *aliases)}
_BY_ALIAS |= {name.lower(): force for name, force in CAPITALS.items()}


def short_name(name: str) -> str:
    """A force's name without `Police`, `Constabulary` or `the`: `Kent Police` is `Kent`."""
    return _SUFFIX.sub("", _PREFIX.sub("", name.strip())).strip()


def canonical(name: str) -> str:
    """A force by the name it has in the list above, where it is one of the 43: `Devon & Cornwall Police`.

    Returns:
        The name without `Police` or `Constabulary` where it is none of them.
    """
    short = short_name(name)
    return _BY_ALIAS.get(name.strip().lower()) or _BY_ALIAS.get(short.lower(), short)


def forces_named(text: str, held: Iterable[str] = ()) -> tuple[str, ...]:
    """The forces that a text names, in the order in which they stand, each once.

    Args:
        text: any text, such as a question.
        held: forces of the corpus, which need not be among the 43.
    """
    lowered = text.lower().replace("\u2019", "'")
    aliases = {force: FORCES.get(force, (force.lower(),)) for force in [*FORCES, *held]}
    places = _capitals(text)
    taken: list[tuple[int, int]] = []
    there = [(alias, force) for force, names in aliases.items() for alias in names if alias in lowered]
    for alias, force in sorted(there, key=lambda named: -len(named[0])):
        for found in re.finditer(rf"(?<![\w-]){re.escape(alias)}(?![\w-])", lowered):
            if not any(start < found.end() and found.start() < end for start, end in taken):
                taken.append(found.span())
                places[force] = min(found.start(), places.get(force, found.start()))
    return tuple(sorted(places, key=lambda force: places[force]))


def _capitals(text: str) -> dict[str, int]:
    """Where the names stand that only capitals tell; nothing where all of the text is in capitals."""
    if text.isupper():
        return {}
    found = ((force, re.search(rf"(?<![\w-]){name}(?![\w-])", text)) for name, force in CAPITALS.items())
    return {force: match.start() for force, match in found if match}


def without_names(text: str, forces: Iterable[str]) -> str:
    """A text in which forces go by `the force`, as reports speak of the one they inspect: `Kent's rate`.

    Args:
        text: any text, such as a question.
        forces: those whose names and aliases are replaced.
    """
    aliases = sorted({alias for force in forces for alias in (force.lower(), *FORCES.get(force, ()))}, key=len)
    for alias in reversed(aliases):
        name = rf"(?<![\w-])(?:the )?{re.escape(alias)}(?: police| constabulary)?(?![\w-])"
        text = re.sub(name, "the force", text, flags=re.IGNORECASE)
    return text
