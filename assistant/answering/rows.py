"""Answers from a table: the right row, the right column, both named."""

from __future__ import annotations

import re

from assistant.answering.context import Context
from assistant.answering.draft import Said
from assistant.answering.figures import sentence_with
from assistant.indexing.periods import years_in
from assistant.indexing.units import Unit
from assistant.reading.words import stems_of
from assistant.retrieval.terms import coverage
from assistant.types import BlockKind, Citation, QuestionType, Report, StatementKind

NAMED = 0.5
"""What a column counts whose whole name a question says."""
_OTHERS = re.compile(r"\b(?:median|england|average|all forces|national|other forces|typical)\b", re.IGNORECASE)
_YEAR_BEFORE = re.compile(r"\b(?:year before|previous year|year earlier|before that)\b", re.IGNORECASE)
_UNIT = re.compile(r"[\[(]\s*(%|percent|per cent|\u00a3[^\])]*)\s*[\])]", re.IGNORECASE)


def row_statements(context: Context, unit: Unit) -> list[Said]:
    """The cells of a row that the question asks for, each with the name of its column, and the row itself.

    The force's own column comes first unless the question asks for the others'; where a row has several figures the
    rest follow in a second statement.
    """
    named = named_cells(unit)
    if not named:
        return [Said(StatementKind.QUOTE, f"\u201c{unit.text}\u201d", row_proof(context, unit))]
    newest = max((year for column, _ in named for year in years_in(column)), default=0)
    order = sorted(range(len(named)), key=lambda n: (-_fit(context, named[n][0], newest), n))
    asked, rest = named[order[0]], [named[n] for n in order[1:]]
    proof = row_proof(context, unit)
    label = row_label(unit)
    period = "" if newest else _period(context, unit)
    first = Said(StatementKind.DIRECT, f"{label} \u2013 {asked[0]}: {asked[1]}{period}.", proof)
    others = "; ".join(f"{column}: {cell}" for column, cell in rest)
    return [first, Said(StatementKind.QUALIFIER, f"In the same row: {others}.", proof)] if others else [first]


def row_proof(context: Context, unit: Unit) -> tuple[Citation, ...]:
    """The row, the header that names its columns, its caption, and where else its period is named."""
    proof = [context.cite(unit)]
    blocks = context.section(unit).blocks
    first = unit.block
    while first and blocks[first - 1].kind is BlockKind.ROW:
        first -= 1
    if first < unit.block:
        proof.append(context.cite(unit, blocks[first].span))
    captions = [block.span for block in blocks[:first][-1:] if block.kind is BlockKind.CAPTION]
    period = [sentence_with(context, unit, unit.period)] if unit.period else []
    return (*proof, *(context.cite(unit, span) for span in dict.fromkeys((*captions, *period))))


def named_cells(unit: Unit) -> list[tuple[str, str]]:
    """The cells of a row that hold a figure, each with its column's name, its unit moved beside the figure."""
    pairs = zip(unit.columns[1:], unit.cells[1:], strict=False)
    return [_with_unit(column, cell) for column, cell in pairs if any(c.isdigit() for c in cell)]


def row_label(unit: Unit) -> str:
    """What a row is about: its first cell that says something."""
    return next((cell for cell in unit.cells if cell), "").rstrip(":,")


def _with_unit(column: str, cell: str) -> tuple[str, str]:
    found = _UNIT.search(column)
    name = _UNIT.sub("", column).strip() if found else column
    percent = found is not None and found[1].lower() in ("%", "percent", "per cent")
    bare = bool(re.fullmatch(r"[\d.,]+", cell))
    return re.sub(r"\s+", " ", name), f"{cell} percent" if percent and bare else cell


def _fit(context: Context, column: str, newest: int) -> float:
    """How well a column's name fits: others' only where the question speaks of others, the newest where of no time."""
    text = context.question.clear
    wanted = context.question.scoped.years or {newest - bool(_YEAR_BEFORE.search(text))}
    others = bool(_OTHERS.search(text)) and context.question.asked.type is not QuestionType.COMPARE
    stems = frozenset(stems_of(column))
    agrees = is_of_others(column) == others
    return (
        2.0 * agrees
        + coverage(context.question.terms, stems)
        + (NAMED if stems and not years_in(column) and stems <= context.question.stems else 0.0)
        + (0.5 if _is_forces(context.reports, column) and not others else 0.0)
        + (0.3 if wanted & years_in(column) else 0.0)
    )


def is_of_others(column: str) -> bool:
    """Whether a column gives what other forces have."""
    return bool(_OTHERS.search(column))


def _is_forces(reports: tuple[Report, ...], column: str) -> bool:
    return any(report.metadata.force and report.metadata.force.lower() in column.lower() for report in reports)


def _period(context: Context, unit: Unit) -> str:
    if unit.period is None:
        return ""
    captions = [block.span for block in context.section(unit).blocks if block.kind is BlockKind.CAPTION]
    in_caption = sentence_with(context, unit, unit.period) in captions
    place = "from the table's caption" if in_caption else "the period is stated nearby"
    return f", {unit.period.text[0].lower()}{unit.period.text[1:]} ({place})"
