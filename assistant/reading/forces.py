"""The 43 territorial forces of England and Wales, with the names that people use for them.

A report's force is known from its own text; this list serves to recognise a force that a question names and
that isn't held.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_SUFFIX = re.compile(r"\s+(?:police(?:\s+service)?|constabulary|police force)$", re.IGNORECASE)

FORCES: dict[str, tuple[str, ...]] = {
    "Avon and Somerset": ("avon & somerset", "avon and somerset", "a&s police"),
    "Bedfordshire": ("bedfordshire", "beds police"),
    "Cambridgeshire": ("cambridgeshire", "cambs"),
    "Cheshire": ("cheshire",),
    "City of London": ("city of london", "colp"),
    "Cleveland": ("cleveland",),
    "Cumbria": ("cumbria",),
    "Derbyshire": ("derbyshire",),
    "Devon and Cornwall": ("devon and cornwall", "devon & cornwall", "devon", "cornwall"),
    "Dorset": ("dorset",),
    "Durham": ("durham",),
    "Dyfed-Powys": ("dyfed-powys", "dyfed powys"),
    "Essex": ("essex",),
    "Gloucestershire": ("gloucestershire", "glos police"),
    "Greater Manchester": ("greater manchester", "gmp", "manchester"),
    "Gwent": ("gwent",),
    "Hampshire and Isle of Wight": ("hampshire and isle of wight", "hampshire", "isle of wight", "hiow", "hants"),
    "Hertfordshire": ("hertfordshire", "herts"),
    "Humberside": ("humberside",),
    "Kent": ("kent",),
    "Lancashire": ("lancashire", "lancs"),
    "Leicestershire": ("leicestershire", "leics"),
    "Lincolnshire": ("lincolnshire", "lincs"),
    "Merseyside": ("merseyside", "liverpool"),
    "Metropolitan": ("metropolitan police", "metropolitan", "the met", "met police", "mps", "scotland yard"),
    "Norfolk": ("norfolk",),
    "North Wales": ("north wales",),
    "North Yorkshire": ("north yorkshire", "n yorkshire", "north yorks"),
    "Northamptonshire": ("northamptonshire", "northants"),
    "Northumbria": ("northumbria",),
    "Nottinghamshire": ("nottinghamshire", "notts"),
    "South Wales": ("south wales",),
    "South Yorkshire": ("south yorkshire", "s yorkshire", "south yorks"),
    "Staffordshire": ("staffordshire", "staffs police"),
    "Suffolk": ("suffolk",),
    "Surrey": ("surrey",),
    "Sussex": ("sussex",),
    "Thames Valley": ("thames valley", "tvp"),
    "Warwickshire": ("warwickshire",),
    "West Mercia": ("west mercia",),
    "West Midlands": ("west midlands", "wmp", "birmingham"),
    "West Yorkshire": ("west yorkshire", "w yorkshire", "west yorks"),
    "Wiltshire": ("wiltshire", "wilts"),
}

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


def short_name(name: str) -> str:
    """A force's name without `Police`, `Constabulary` or `the`: `Kent Police` is `Kent`."""
    name = re.sub(r"^the\s+", "", name.strip(), flags=re.IGNORECASE)
    return _SUFFIX.sub("", name).strip()


def forces_named(text: str, held: Iterable[str] = ()) -> tuple[str, ...]:
    """The forces that a text names, in the order in which they stand, each once.

    Args:
        text: any text, such as a question.
        held: forces of the corpus, which need not be among the 43.
    """
    lowered = text.lower().replace("\u2019", "'")
    aliases = {force: FORCES.get(force, (force.lower(),)) for force in [*FORCES, *held]}
    places: dict[str, int] = {}
    taken: list[tuple[int, int]] = []
    for alias, force in sorted(((a, f) for f, names in aliases.items() for a in names), key=lambda p: -len(p[0])):
        for found in re.finditer(rf"(?<![\w-]){re.escape(alias)}(?![\w-])", lowered):
            if not any(start < found.end() and found.start() < end for start, end in taken):
                taken.append(found.span())
                places[force] = min(found.start(), places.get(force, found.start()))
    return tuple(sorted(places, key=lambda force: places[force]))


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
