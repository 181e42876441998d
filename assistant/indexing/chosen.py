"""Which of several files about one inspection is held: a digest steps aside, of two copies the fuller one is taken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, count
from pathlib import Path
from typing import NamedTuple

from assistant.reading.metadata import report_id
from assistant.types import Report

LONG = 60
"""Characters of a line that two reports share only where one is a copy of the other."""
COPY = 0.5
"""The share of the shorter one's long lines from which two texts are copies; parts of one inspection share none."""


class Source(NamedTuple):
    """A report and the file it was read from."""

    report: Report
    hash: str
    file: str
    """Its name in the corpus."""


def chosen(sources: Sequence[Source]) -> tuple[list[Source], dict[str, str]]:
    """The reports that are held, by id, and why a file isn't, by its name.

    Files of one force and cycle that aren't copies are parts of one inspection: all are held, with ids of their own.
    """
    held: list[Source] = []
    aside: dict[str, str] = {}
    for group in _by_inspection(sources):
        kept: list[Source] = []
        for source in sorted(group, key=_best_first):
            if reason := next((reason for one in kept if (reason := _why_aside(source, one))), ""):
                aside[source.file] = reason
            else:
                kept.append(source)
        held += sorted(kept, key=lambda source: source.file)
    return sorted(_named(held), key=lambda source: source.report.id), aside


def _by_inspection(sources: Iterable[Source]) -> list[list[Source]]:
    groups: dict[str, list[Source]] = {}
    for source in sources:
        groups.setdefault(_id(source), []).append(source)
    return [groups[id] for id in sorted(groups)]


def _best_first(source: Source) -> tuple[bool, int, str]:
    return source.report.metadata.kind == "digest", -len(source.report.text), source.file


def _why_aside(source: Source, other: Source) -> str:
    """Why a file steps aside for another; empty where it doesn't."""
    if source.hash == other.hash:
        return f"{source.file} is the same file as {other.file}."
    if source.report.metadata.kind == "digest":
        return f"{source.file} is a digest and steps aside for {other.file}."
    if likeness(source.report, other.report) >= COPY:
        return f"{source.file} is another copy of {other.file}, which is longer or comes first."
    return ""


def twins(reports: Sequence[Report]) -> dict[str, str]:
    """Reports that are copies of another by their lines and go by another force or cycle: each id with the other's."""
    lines = {report.id: long_lines(report) for report in reports}
    first: dict[str, str] = {}
    found: dict[str, str] = {}
    for id, own in lines.items():
        shared = Counter(first[line] for line in own if line in first)
        for other, times in shared.most_common(1):
            if times >= COPY * min(len(own), len(lines[other])):
                found[id] = other
        first |= {line: id for line in own if line not in first}
    return found


def likeness(one: Report, other: Report) -> float:
    """The share of the shorter report's long lines that the other has too."""
    ours, theirs = long_lines(one), long_lines(other)
    return len(ours & theirs) / (min(len(ours), len(theirs)) or 1)


def long_lines(report: Report) -> frozenset[str]:
    """The lines of a report that are long enough to tell it from others, or all where none is; letters only."""
    lines = [" ".join(line.lower().split()) for line in report.text.splitlines() if line.strip()]
    return frozenset(line for line in lines if len(line) >= LONG) or frozenset(lines)


def _named(held: Iterable[Source]) -> Iterator[Source]:
    """Each source with an id of its own: the parts of one inspection are numbered after the first."""
    taken: set[str] = set()
    for source in held:
        names = chain([_id(source)], (f"{_id(source)}-{number}" for number in count(2)))
        id = next(name for name in names if name not in taken)
        taken.add(id)
        yield source if source.report.id == id else source._replace(report=replace(source.report, id=id))


def _id(source: Source) -> str:
    return report_id(source.report.metadata, Path(source.file).stem)
