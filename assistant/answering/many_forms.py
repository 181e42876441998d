"""The statements that answers over several reports make of their rows, and the proof of each from the rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.indexing.figures import figures_of
from assistant.reading.numbers import numbers_in
from assistant.types import Citation, Figure, FigureKind, Grade, Report, Statement, StatementKind

CELL = "\t"
"""What parts the cells of a row."""
DIFFERENT_CYCLES = "The reports are of different cycles."
DIFFERENT_PERIODS = "The periods differ or aren't all given."
_GRADES = "|".join(grade.value for grade in Grade)
_NONE = re.compile(rf"0 forces graded (?:{_GRADES})(?: or (?:{_GRADES}))*\.")
_ORDERED = re.compile(r"(?P<count>\d+) forces?, (?P<first>highest|lowest) first:")
_PLACED = re.compile(rf"(?P<place>\d+)\. [^{CELL}]+{CELL}(?P<figure>[^{CELL}]+)")
_NOT_GIVEN = re.compile(r"Not given: (?P<names>.+)\.")
_NOT_HELD = re.compile(r"Not held: (?P<names>.+)\.")
_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800, "month": 2629800, "year": 31557600}


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of an answer with everything that it cites."""

    statements: tuple[Statement, ...]
    citations: Sequence[Citation]
    reports: Mapping[str, Report]

    def of_reports(self) -> list[Report]:
        """The report of each row: that of its first citation."""
        named = (self.citations[row.citations[0] - 1].report for row in self.statements if row.citations)
        return [self.reports[name] for name in named if name in self.reports]

    def cycles(self) -> set[str]:
        """The cycles of everything that is cited."""
        return {self.reports[one.report].metadata.cycle for one in self.citations if one.report in self.reports}


def rows_of(statements: Iterable[Statement], citations: Sequence[Citation], reports: Mapping[str, Report]) -> Rows:
    """The rows among an answer's statements."""
    return Rows(tuple(one for one in statements if one.kind is StatementKind.ROW), citations, reports)


def problems_of_form(statement: Statement, rows: Rows) -> list[str] | None:
    """What isn't so in a statement that speaks of an answer's rows; None where it isn't such a statement."""
    for form, holds in _FORMS:
        found = form.fullmatch(statement.text)
        if found:
            return [] if holds(found, rows) else [f"not so: {statement.text}"]
    return None


def none_graded(grades: Iterable[Grade]) -> str:
    """The statement that no force was given any of some grades."""
    return f"0 forces graded {' or '.join(grade.value for grade in grades)}."


def in_order(count: int, *, highest: bool) -> str:
    """The statement that opens a ranking."""
    return f"{counted(count)}, {'highest' if highest else 'lowest'} first:"


def counted(count: int) -> str:
    """How many forces, in words."""
    return f"{count} force{'' if count == 1 else 's'}"


def not_given(reports: Iterable[Report]) -> str:
    """The statement that names the reports which don't give what was asked."""
    return f"Not given: {', '.join(report.name for report in reports)}."


def not_held(forces: Iterable[str]) -> str:
    """The statement that names the forces of which no report is held."""
    return f"Not held: {', '.join(forces)}."


def is_gap(statement: Statement) -> bool:
    """Whether a statement names something that was asked for and isn't there."""
    return bool(_NOT_GIVEN.fullmatch(statement.text) or _NOT_HELD.fullmatch(statement.text))


def amount(figure: Figure) -> Decimal:
    """What a figure amounts to, so that figures of one kind can be put in order."""
    first = Decimal(figure.values[0])
    if figure.kind is FigureKind.SHARE:
        return first / (Decimal(figure.values[-1]) or 1)
    if figure.kind is FigureKind.RATE:
        return first / (Decimal([*numbers_in(figure.text)[1:], "1"][0]) or 1)
    if figure.kind is FigureKind.DURATION:
        unit = next((unit for unit in _SECONDS if unit in figure.text.lower()), "second")
        return first * _SECONDS[unit]
    return first


def _none(found: re.Match[str], rows: Rows) -> bool:
    quotes = [citation.quote.lower() for citation in rows.citations]
    said = re.findall(_GRADES, found[0])
    given = {grade for quote in quotes for grade in re.findall(_GRADES, quote)}
    return bool(quotes) and not rows.statements and given.isdisjoint(said)


def _ordered(found: re.Match[str], rows: Rows) -> bool:
    """Whether rows are as many as it says, each of another report, in the order it says, ties under one number."""
    if int(found["count"]) != len(rows.statements) or len({one.id for one in rows.of_reports()}) != len(
        rows.statements
    ):
        return False
    places = [_PLACED.match(row.text) for row in rows.statements]
    ranks = [int(place["place"]) for place in places if place]
    figures = [figures_of(place["figure"], 0) for place in places if place]
    if len(ranks) < len(places) or not all(figures) or len({one[0].kind for one in figures}) > 1:
        return False
    amounts = [amount(one[0]) * (-1 if found["first"] == "highest" else 1) for one in figures]
    return ranks == [1 + sum(other < one for other in amounts) for one in amounts] and amounts == sorted(amounts)


def _differ_in_cycle(_: re.Match[str], rows: Rows) -> bool:
    return len(rows.cycles()) > 1


def _differ_in_period(_: re.Match[str], rows: Rows) -> bool:
    return len({tuple(row.text.split(CELL)[2:]) for row in rows.statements}) > 1


def _lacks(found: re.Match[str], rows: Rows) -> bool:
    cited = {one.report for one in rows.citations}
    names = set(found["names"].split(", "))
    return names <= {report.name for name, report in rows.reports.items() if name not in cited}


def _is_not_held(found: re.Match[str], rows: Rows) -> bool:
    return not {report.metadata.force for report in rows.reports.values()} & set(found["names"].split(", "))


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Rows], bool]], ...] = (
    (_NONE, _none),
    (_ORDERED, _ordered),
    (re.compile(re.escape(DIFFERENT_CYCLES)), _differ_in_cycle),
    (re.compile(re.escape(DIFFERENT_PERIODS)), _differ_in_period),
    (_NOT_GIVEN, _lacks),
    (_NOT_HELD, _is_not_held),
)
