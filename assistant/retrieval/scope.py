"""Which force, cycle and period a question is about, and which reports that leaves to search."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.indexing.periods import periods_in, years_in
from assistant.reading.cycles import span_of
from assistant.reading.forces import forces_named
from assistant.reading.numbers import WORD, value_of
from assistant.types import Report, Scope

_MONTHS = "January February March April May June July August September October November December".split()
CYCLE = re.compile(r"\b(20\d\d)\s*(?:[\u2013/-]|to)\s*(?:20)?(\d\d)\b")
_YEAR = re.compile(r"(?<![\d/])(20\d\d)(?!\d)")
_SHORT_DATE = re.compile(r"\b(\d{1,2})/(\d{1,2})/(?:20)?(\d\d)\b")
_SHORT_YEAR_END = re.compile(
    r"\b((?:year|yr|months|mths) (?:to|ending|ended|end)) (1[0-2]|0?[1-9])/(?:20)?(\d\d)\b(?!/)", re.IGNORECASE
)
_SHORT_MONTH = re.compile(r"\b(jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?(?=\s+(?:20)?\d\d\b)", re.IGNORECASE)
_MONTH_AND_YEAR = re.compile(
    rf"\b({'|'.join(_MONTHS)}) (?!20\d\d)([12]\d)(?![\d\w])(?! {'|'.join(_MONTHS)})", re.IGNORECASE
)
_SOME_YEARS_FROM = re.compile(
    rf"\b(?:over|for|in|during|across) (?:the )?(?:next )?({WORD}|\d) years "
    r"(?:from|starting(?: in)?|beginning(?: in)?) (20\d\d)\b",
    re.IGNORECASE,
)
_YEARS = re.compile(r"(?<![\d/-])(\d\d)[/-](\d\d)(?![\d/-])")
ONE_YEAR_CYCLES = (2018, 2021)
"""The first years of the cycles that the inspectorate names by two years in a row: 2018/19 and 2021/22."""
LONGEST_CYCLE = 2
"""Years from a cycle's first to its last."""
OF_REPORTS = re.compile(r"\b(?:report|inspection|peel|cycle|round|assessment|grades?|graded)\b", re.IGNORECASE)
"""Words by which years are those of a report."""
SHARED = re.compile(
    r"\b(?:collaborat\w+|partner(?:s|ed|ing|ship)?|joint(?:ly)?|share[sd]?(?! of)|sharing|alliance|works? with|"
    r"working with|alongside|together|tied? (?:up )?with|tie[ -]?ups?|link[ -]?ups?|"
    r"linked (?:up )?with|merged? with|pool(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)
"""What a force does with others."""
_COMPARES = re.compile(r"\b(?:compar\w+|versus|vs?|better|worse|than|as (?:well|good|bad) as)\b", re.IGNORECASE)
NOW = re.compile(
    r"\b(?:now|current|currently|latest|today|this time|most recent|newest|newer|"
    r"more recent|these days|nowadays|new (?:one|report|inspection))\b",
    re.IGNORECASE,
)
"""Words that ask for the newest report."""
_OF_A_REPORT = re.compile(
    r"\b(?:grad(?:e[ds]?|ing)|rat(?:ed|ing)|judge?(?:d|ment)\w*|mark(?:s|ed)?|afis?|areas? for improve?ment|"
    r"causes? of concern|recommend\w*|innovative practices?|reports?|inspect\w+|peel)\b",
    re.IGNORECASE,
)
"""What is given by a report, so that a year beside it is the report's own."""


@dataclass(frozen=True, slots=True)
class Scoped:
    """What a question says of its scope."""

    forces: tuple[str, ...]
    """The forces it names, held or not."""
    cycles: tuple[str, ...]
    """Cycles it names that are held, as their reports write them."""
    unheld_cycles: tuple[str, ...]
    """Cycles it names that no report in scope is of."""
    years: frozenset[int]
    """Years it names that aren't cycles held: a period, or a year that nothing covers."""
    period: str | None
    """The period in its own words."""
    newest: bool
    """Whether it asks for the present."""


def scope_of(question: str, reports: Sequence[Report]) -> Scoped:
    """Read the scope of a question.

    Args:
        question: the question, follow-ups completed.
        reports: what is held.
    """
    text = long_dates(question)
    held_forces = [report.metadata.force for report in reports if report.metadata.force]
    forces = tuple(
        force for force in forces_named(text, held_forces) if force in held_forces or not _is_partner(text, force)
    )
    of_force = [report for report in reports if not forces or report.metadata.force in forces]
    named = [f"{first}\u2013{last}" for first, last in CYCLE.findall(text)]
    years = frozenset(int(year) for year in _YEAR.findall(CYCLE.sub(" ", text)))
    held = {report.metadata.cycle for report in of_force}
    cycles = [cycle for cycle in named if cycle in held]
    cycles += sorted(str(year) for year in years if str(year) in held and not _in_period(text, year))
    cycles += sorted({cycle for cycle in held for year in years if cycles and _begins(cycle, year)} - set(cycles))
    cycles = cycles or _of_the_year(text, years, held)
    unheld = tuple(cycle for cycle in named if cycle not in held and not _is_financial_year(text, cycle))
    of_cycles = {year for cycle in cycles for year in span_of(cycle)}
    other_years = (years - of_cycles) | _financial_years(text, named, held)
    places = periods_in(text)
    period = text[slice(*places[0])] if places and other_years else None
    return Scoped(forces, tuple(dict.fromkeys(cycles)), unheld, other_years, period, bool(NOW.search(text)))


def _is_partner(text: str, force: str) -> bool:
    """Whether a force is named as one that another works with, and not as the one asked about."""
    named = re.search(rf"(?<!['\u2019])\b{re.escape(force)}\b(?!['\u2019]s?\b)", text, re.IGNORECASE)
    return bool(named and (SHARED.search(text) or _is_spoken_of(text, force))) and not _COMPARES.search(text)


def _is_spoken_of(text: str, force: str) -> bool:
    """Whether it is asked what a report says of a force, and nothing more: that may stand in another force's report."""
    name = rf"{re.escape(force)}(?: police| constabulary)?"
    asked = rf"\b(?:say|says|said|mention\w*) (?:anything )?(?:about|of|on) {name}\W*(?:\[|$)|\bis {name} mentioned\b"
    return bool(re.search(asked, text, re.IGNORECASE))


def searched(scoped: Scoped, reports: Sequence[Report], *, both: bool = False) -> list[Report]:
    """The reports that a scope leaves, newest cycle first.

    Args:
        scoped: what the question says.
        reports: what is held.
        both: whether one named cycle is compared with the newest, which then stays.
    """
    chosen = [report for report in reports if not scoped.forces or report.metadata.force in scoped.forces]
    if scoped.cycles:
        latest = newest(chosen) if both and len(scoped.cycles) == 1 else []
        chosen = [report for report in chosen if report.metadata.cycle in scoped.cycles or report in latest]
    elif scoped.newest:
        chosen = [report for report in chosen if report in newest(chosen)]
    return sorted(chosen, key=lambda report: (report.metadata.cycle, report.id), reverse=True)


def newest(reports: Sequence[Report]) -> list[Report]:
    """The newest report of each force."""
    latest: dict[str, Report] = {}
    for report in sorted(reports, key=lambda report: report.metadata.cycle):
        latest[report.metadata.force] = report
    return list(latest.values())


def shown(scoped: Scoped, reports: Sequence[Report]) -> Scope:
    """The scope as it is shown with the answer: one force and cycle where the question or the corpus leaves one."""
    forces = {report.metadata.force for report in reports} or set(scoped.forces)
    cycle = scoped.cycles[0] if len(scoped.cycles) == 1 else None
    return Scope(forces.pop() if len(forces) == 1 else None, cycle, scoped.period)


def _of_the_year(text: str, years: frozenset[int], held: set[str]) -> list[str]:
    """The one older cycle that a year alone may name, as `in 2022` does 2021–22; none where it may be the newest's."""
    year = next(iter(years)) if len(years) == 1 else 0
    of_year = [cycle for cycle in held if year in span_of(cycle)]
    older = len(of_year) == 1 and of_year[0] != max(held)
    return of_year if older and _OF_A_REPORT.search(text) and not _in_period(text, year) else []


def _begins(cycle: str, year: int) -> bool:
    """Whether a cycle of several years is called by its first: `2018 v 2025`, where 2025–27 is held."""
    return not cycle.isdigit() and cycle.startswith(str(year))


def _in_period(text: str, year: int) -> bool:
    """Whether a year is part of a date or period and not the name of a cycle."""
    return any(
        str(year) in text[start:end]
        and not re.fullmatch(r"(?:in|during|since|by|for) 20\d\d", text[start:end], re.IGNORECASE)
        for start, end in periods_in(text)
    )


def _is_financial_year(text: str, cycle: str) -> bool:
    """Whether `2025/26` follows on: a year of money, where cycles here span two."""
    first, last = (years_in(cycle) and sorted(years_in(cycle))) or [0, 0]
    slashed = re.search(rf"{first}/(?:20)?{last % 100:02}", text) is not None
    return last - first == 1 and (slashed or first not in ONE_YEAR_CYCLES)


def _financial_years(text: str, named: Sequence[str], held: set[str]) -> frozenset[int]:
    return frozenset(max(years_in(cycle)) for cycle in named if cycle not in held and _is_financial_year(text, cycle))


def without_cycle(text: str, scoped: Scoped) -> str:
    """A question without the one cycle that it names: it chooses the report, whose sentences needn't say its year."""
    if len(scoped.cycles) != 1 or scoped.years:
        return text
    first, _, last = scoped.cycles[0].partition("\u2013")
    years = rf"{first}\s*[\u2013/-]\s*(?:20)?{last}" if last else first
    return " ".join(re.sub(rf"\b(?:(?:back )?(?:in|for|from|during) )?{years}\b,?", " ", text).split())


def in_words(text: str) -> str:
    """Two years in a row, such as `2024/25`, as sentences have them: `the year ending 31 March 2025`."""

    def ending(match: re.Match[str]) -> str:
        follows = (int(match[1]) + 1) % 100 == int(match[2])
        return f"the year ending 31 March 20{match[2]}" if follows else match[0]

    return re.sub(r"\b(?:the )?(?:financial year )?20(\d\d)[/\u2013-](?:20)?(\d\d)\b", ending, text)


def long_dates(text: str) -> str:
    """Times as reports write them.

    `31/3/25` as `31 March 2025`, `24/25` as the year that ends with March 2025, `2026-29` as the years between.
    """

    def financial_year(match: re.Match[str]) -> str:
        follows = (int(match[1]) + 1) % 100 == int(match[2])
        return f"year ending 31 March 20{match[2]}" if follows else match[0]

    def month(match: re.Match[str]) -> str:
        number = int(match[2])
        return f"{int(match[1])} {_MONTHS[number - 1]} 20{match[3]}" if 1 <= number <= 12 else match[0]

    def long_month(match: re.Match[str]) -> str:
        return next((name for name in _MONTHS if name.lower().startswith(match[1].lower()[:3])), match[1])

    def years_of_a_plan(match: re.Match[str]) -> str:
        longer = int(match[2]) - int(match[1]) % 100 > LONGEST_CYCLE and not OF_REPORTS.search(text)
        return f"between {match[1]} and 20{match[2]}" if longer else match[0]

    def years_from(match: re.Match[str]) -> str:
        return f"between {match[2]} and {int(match[2]) + int(value_of(match[1].lower()))}"

    text = _SOME_YEARS_FROM.sub(years_from, CYCLE.sub(years_of_a_plan, text))
    text = _SHORT_YEAR_END.sub(lambda found: f"{found[1]} {_MONTHS[int(found[2]) - 1]} 20{found[3]}", text)
    text = _SHORT_MONTH.sub(long_month, _SHORT_DATE.sub(month, text))
    text = _MONTH_AND_YEAR.sub(r"\1 20\2", text)
    return _YEARS.sub(financial_year, text)
