"""What looks wrong about a report as it was read: for the person who added it to look at, never mended in silence."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterator

from assistant.reading.cycles import years_of
from assistant.reading.forces import FORCES
from assistant.reading.metadata import stated_force
from assistant.types import Report

SHORTEST = 300
"""Words. A published report, or the page of one, is longer."""
FLAT = 40
"""Blocks under one heading from which the outline was probably lost."""
_DATE = re.compile(r"(20\d\d)(?:-(\d\d)(?:-(\d\d))?)?")
_GARBLED = re.compile(r"\ufffd|\u00e2\u20ac|\u00c3[\u0080-\u00bf\u0192\u201a]")
"""Letters that were lost, or read in another encoding than they were written in."""


def doubts(report: Report) -> tuple[str, ...]:
    """What looks wrong about a report, in words, each with what to do where there is something."""
    checks: tuple[Callable[[Report], Iterator[str]], ...] = (_force, _cycle, _published, _outline, _text)
    return tuple(doubt for check in checks for doubt in check(report))


def _force(report: Report) -> Iterator[str]:
    force, stated = report.metadata.force, stated_force(report.text)
    if force and stated and force != stated:
        yield f"its text is an inspection of {stated}, its front matter says {force}"
    if not force and report.metadata.programme:
        yield "no force could be read: questions that name one won't find it"
    if force and force not in FORCES:
        near = difflib.get_close_matches(force, FORCES, n=1, cutoff=0.75)
        yield f"{force} is none of the 43 forces{f'; is it {near[0]}?' if near else ''}"


def _cycle(report: Report) -> Iterator[str]:
    cycle = report.metadata.cycle
    if not cycle and report.metadata.programme:
        yield "no cycle could be read: questions that name one won't find it"
    if cycle and not years_of(cycle):
        yield f"{cycle} isn't a cycle such as 2025\u201327 or 2018"


def _published(report: Report) -> Iterator[str]:
    published = report.metadata.published
    found = _DATE.fullmatch(published)
    if published and not found:
        yield f"published {published} isn't a date such as 2026-04 or 2026-04-17"
    years = years_of(report.metadata.cycle)
    if found and years and int(found[1]) < years[0]:
        yield f"published {published}, before its cycle {report.metadata.cycle} began"


def _outline(report: Report) -> Iterator[str]:
    longest = max((len(section.blocks) for section in report.sections), default=0)
    if len(report.sections) < 3 and longest >= FLAT:
        yield "its headings weren't recognised: answers can't say where they stand"
    if report.metadata.programme == "PEEL" and not report.judgments:
        yield "no grade was found in it"


def _text(report: Report) -> Iterator[str]:
    words = len(report.text.split())
    if words < SHORTEST:
        yield f"it has only {words} words: is it the whole report?"
    garbled = len(_GARBLED.findall(report.text))
    if garbled:
        yield f"{garbled} letters are garbled: save it again as UTF-8"
