"""Which rows of a table have the most or the least, went up or down, or lie above or below the median.

The whole table is read, so that none is missed; the rows that answer are shown with the cells that make them do so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from assistant.answering.context import Context
from assistant.answering.draft import Said
from assistant.answering.rows import is_of_others, named_cells, row_label, row_proof
from assistant.indexing.periods import years_in
from assistant.indexing.units import Unit, units_of
from assistant.reading.words import stems_of
from assistant.retrieval.question import Question
from assistant.retrieval.ranked import Ranked
from assistant.retrieval.terms import coverage, matched
from assistant.types import BlockKind, StatementKind

_WHICH = re.compile(
    r"^(?:and |so |ok )?(?:which|what)(?: of the)? (?P<head>[\w' -]+?) "
    r"(?:ha[sd]|have|is|are|was|were|went|rose|fell|got|do|does|did|with|saw|lies?|took|lost|gained)\b",
    re.IGNORECASE,
)
_MOST = re.compile(r"\b(?:most|highest|largest|biggest|longest)\b", re.IGNORECASE)
_LEAST = re.compile(r"\b(?:least|lowest|smallest|fewest|shortest)\b", re.IGNORECASE)
_UP = re.compile(r"\b(?:(?:went|gone|go|going) up|rose|risen|rise|increased?|grew|grown)\b", re.IGNORECASE)
_DOWN = re.compile(r"\b(?:(?:went|gone|go|going) down|fell|fallen|fall|decreased?|dropped)\b", re.IGNORECASE)
_OTHERS = r"\b.*\b(?:median|average|typical|national|other forces|elsewhere)\b"
_ABOVE = re.compile(rf"\b(?:above|over|higher|more|exceed\w*){_OTHERS}", re.IGNORECASE)
_BELOW = re.compile(rf"\b(?:below|under|lower|less|fewer|short of){_OTHERS}", re.IGNORECASE)
_SCANS = re.compile(
    rf"{_MOST.pattern}|{_LEAST.pattern}|{_UP.pattern}|{_DOWN.pattern}|\b(?:went|gone|go|above|over|below|under|higher|lower|"
    r"more|less|fewer|median|average)\b",
    re.IGNORECASE,
)
"""What says how the rows are compared and not what they are of."""
_WHOLE = re.compile(r"(?:total|all|overall|whole)\b", re.IGNORECASE)
_NUMBER = re.compile(r"-?\d[\d,]*(?:\.\d+)?")
NEAR, TOLD = 12, 0.5
"""Candidates among which a row of the table has to be, and the share of the question's weight the table has to say."""


class _Columns(NamedTuple):
    """The places of the columns that are set beside each other; None where a table has none such."""

    own: int
    before: int | None
    others: int | None


def scanned(context: Context) -> list[Said]:
    """The rows of a table that a question asks for by how their numbers compare; nothing where it asks otherwise."""
    text = context.question.clear
    asked = _WHICH.match(text)
    rows = _table(context, asked["head"]) if asked else []
    columns = _columns(rows, context.question)
    if columns is None:
        return []
    if _ABOVE.search(text) or _BELOW.search(text):
        return _those(context, rows, columns.own, columns.others, up=bool(_ABOVE.search(text)))
    if _UP.search(text) or _DOWN.search(text):
        return _those(context, rows, columns.own, columns.before, up=bool(_UP.search(text)))
    most, least = _MOST.search(text), _LEAST.search(text)
    return _first(context, rows, columns.own, most=bool(most)) if most or least else []


def _table(context: Context, head: str) -> list[Unit]:
    """The rows of the table whose first column names what is asked for; those that sum up the others left out."""
    stems = frozenset(stems_of(head))
    for one in context.ranked[:NEAR]:
        if one.unit.kind is BlockKind.ROW and one.unit.columns and _is_about(context, one, stems):
            same = (unit for unit in units_of(context.report(one.unit.report)) if unit.section == one.unit.section)
            return [u for u in same if u.columns == one.unit.columns and u.cells and not _WHOLE.match(row_label(u))]
    return []


def _is_about(context: Context, one: Ranked, head: frozenset[str]) -> bool:
    """Whether a row's first column is of the things that are asked for, and its table says most of the rest."""
    named = frozenset(stems_of(one.unit.columns[0]))
    terms = [term for term in context.question.terms if head & term.stems]
    rest = [term for term in context.question.terms if term not in terms and not _SCANS.search(term.text)]
    told = frozenset(stems_of(" ".join(one.unit.columns))) | one.view.last_lead | one.view.heading
    return any(matched(term, named) for term in terms) and (not rest or coverage(rest, told) >= TOLD)


def _columns(rows: Sequence[Unit], question: Question) -> _Columns | None:
    """Which columns count: the force's own of the newest year, its own of the year before, that of others.

    Of several measures it is the one that the question names; none where it names none.
    """
    names = [column for column, _ in named_cells(rows[0])] if len(rows) > 1 else []
    own = sorted((n for n, name in enumerate(names) if not is_of_others(name)), key=lambda n: _year(names[n]))
    others = next((n for n, name in enumerate(names) if is_of_others(name)), None)
    if not own:
        return None
    before = own[-2] if len(own) > 1 and 0 < _year(names[own[-2]]) < _year(names[own[-1]]) else None
    if _year(names[own[-1]]) or len(own) == 1:
        return _Columns(own[-1], before, others)
    fits = {n: coverage(question.terms, frozenset(stems_of(names[n]))) for n in own}
    named = max(own, key=lambda n: (fits[n], -n))
    return _Columns(named, before, others) if fits[named] else None


def _year(column: str) -> int:
    return max(years_in(column), default=0)


def _value(unit: Unit, column: int) -> Decimal | None:
    cells = named_cells(unit)
    found = _NUMBER.search(cells[column][1]) if column < len(cells) else None
    return Decimal(found[0].replace(",", "")) if found else None


def _those(context: Context, rows: Sequence[Unit], own: int, other: int | None, *, up: bool) -> list[Said]:
    """The rows whose own number lies above, or below, that of another column, with their count."""
    if other is None:
        return []
    pairs = [(unit, _value(unit, own), _value(unit, other)) for unit in rows]
    chosen = [u for u, a, b in pairs if a is not None and b is not None and (a > b if up else a < b)]
    proofs = {unit.span: row_proof(context, unit) for unit in chosen}
    said = [Said(StatementKind.ROW, _pair(unit, own, other), proofs[unit.span]) for unit in chosen]
    proof = tuple(citation for unit in chosen for citation in proofs[unit.span])
    count = f"{len(chosen)} row{'s' * (len(chosen) != 1)} of this table:"
    return [Said(StatementKind.DIRECT, count, proof, computed=True), *said] if chosen else []


def _pair(unit: Unit, own: int, other: int) -> str:
    cells = named_cells(unit)
    return f"{row_label(unit)} \u2013 {cells[own][0]}: {cells[own][1]}; {cells[other][0]}: {cells[other][1]}"


def _first(context: Context, rows: Sequence[Unit], own: int, *, most: bool) -> list[Said]:
    """The row with the highest number, or the lowest, and those of the others in order."""
    valued = [(value, unit) for unit in rows if (value := _value(unit, own)) is not None]
    ordered = [unit for _, unit in sorted(valued, key=lambda pair: pair[0], reverse=most)]
    if len(ordered) < 2:
        return []
    cells = {unit.span: named_cells(unit)[own] for unit in ordered}
    first, *rest = ordered
    column, cell = cells[first.span]
    others = "; ".join(f"{row_label(unit)}: {cells[unit.span][1]}" for unit in rest)
    proof = tuple(dict.fromkeys(citation for unit in rest for citation in row_proof(context, unit)))
    return [
        Said(StatementKind.DIRECT, f"{row_label(first)} \u2013 {column}: {cell}.", row_proof(context, first)),
        Said(StatementKind.QUALIFIER, f"In the same table: {others}.", proof),
    ]
