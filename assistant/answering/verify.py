"""Nothing is shown that isn't proved: quotes, figures, units, periods and wording are held against the source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import takewhile

from assistant.answering.many_forms import problems_of_form, rows_of
from assistant.reading.numbers import DIGITS, value_of
from assistant.reading.words import words_of
from assistant.types import Citation, Grade, Report, Section, Statement, StatementKind

_FIGURE = re.compile(
    rf"(?P<pound>\u00a3)?(?P<number>{DIGITS})\s?(?P<unit>%|per ?cent\b|percentage points?\b|million\b|m\b|"
    rf"bn\b|billion\b|times\b"
    r"|seconds?\b|minutes?\b|hours?\b|days?\b|weeks?\b|months?\b|years?\b)?",
    re.IGNORECASE,
)
_UNITS = {"%": "percent", "per cent": "percent", "m": "million", "bn": "billion"}
_COLUMN_UNIT = re.compile(r"[\[(]\s*(%|percent|per cent)\s*[\])]", re.IGNORECASE)
_QUOTED = re.compile("\u201c(.+)\u201d", re.DOTALL)
_ITEM_NUMBER = re.compile(r"^\d+\. ")
TEMPLATE = frozenset(
    """yes no the a an in of at as and from is this that same row table caption period stated nearby told
    inspectors by force estimate grade grades graded area areas report reports question answer published
    inspector section sentence after before difference computed it was they who
    """.split()
)
"""Words that an answer may add to the report's own. None of them can turn a meaning round."""
COMPUTED_TEMPLATE = TEMPLATE | frozenset(
    """against percent percentage points areas for improvement innovative promising practice practices cause causes
    concern recommendation recommendations main finding findings items list forces or row rows""".split()
)
"""Words that a statement may add to the report's where it counts or takes a difference."""
SAME, NOT_SAME = "The same grade.", "Not the same grade."
NONE_GRADED = "No area is graded {}."
"""Whole statements that say something of several citations at once."""
_NONE = re.compile(re.escape(NONE_GRADED).replace(r"\{\}", f"((?:{'|'.join(Grade)}| or )+)"))
_GRADES = re.compile("|".join(grade.value for grade in Grade), re.IGNORECASE)


def violations(
    statements: Sequence[Statement], citations: Sequence[Citation], reports: Mapping[str, Report]
) -> list[str]:
    """What in an answer isn't proved by its citations, in words; nothing where all of it is.

    Args:
        statements: the answer's statements.
        citations: the answer's citations, which the statements number from 1.
        reports: the reports in scope by id: a citation of any other is a violation.
    """
    found = [problem for citation in citations for problem in _of_citation(citation, reports)]
    shown = rows_of(statements, citations, reports)
    for place, statement in enumerate(statements):
        of_rows = problems_of_form(statement, shown)
        if of_rows is not None:
            found += of_rows
            continue
        if not statement.citations or max(statement.citations) > len(citations):
            found.append(f"no citation: {statement.text}")
            continue
        proof = [citations[number - 1] for number in statement.citations]
        found += _of_statement(statement, proof, reports, _rows_after(statements[place + 1 :]))
    return found


def _rows_after(statements: Sequence[Statement]) -> int:
    """How many rows follow one another: those that a statement before them counts."""
    return sum(1 for _ in takewhile(lambda statement: statement.kind is StatementKind.ROW, statements))


def _of_citation(citation: Citation, reports: Mapping[str, Report]) -> Iterator[str]:
    report = reports.get(citation.report)
    if report is None:
        yield f"a report out of scope: {citation.report}"
    elif report.quote(citation.span) != citation.quote:
        yield f"not verbatim: {citation.quote}"
    elif not any(section.path == citation.section and _holds(section, citation) for section in report.sections):
        yield f"another section: {citation.quote}"
    elif report.page_of(citation.span) != citation.page:
        yield f"another page: {citation.quote}"


def _holds(section: Section, citation: Citation) -> bool:
    """Whether a citation stands in a section."""
    end = section.blocks[-1].span.end if section.blocks else section.heading.end
    return section.heading.start <= citation.span.start and citation.span.end <= end


def _of_statement(
    statement: Statement, proof: Sequence[Citation], reports: Mapping[str, Report], rows: int
) -> Iterator[str]:
    quoted = _QUOTED.search(statement.text)
    if quoted and not any(quoted[1] in citation.quote for citation in proof):
        yield f"not the quote's words: {quoted[1]}"
    own = _ITEM_NUMBER.sub("", _QUOTED.sub("", statement.text))
    quotes = [citation.quote for citation in proof]
    names = {citation.report: reports[citation.report].name for citation in proof if citation.report in reports}
    titles = [*names.values(), *(part for one in proof for part in one.path(names.get(one.report, one.report)))]
    about = [*quotes, *titles]
    if own.strip() in (SAME, NOT_SAME):
        yield from [] if (own.strip() == SAME) == _same_grade(quotes) else [f"not so: {own.strip()}"]
        return
    if none := _NONE.fullmatch(own.strip()):
        yield from (f"graded so: {area}" for area in _graded(none[1].split(" or "), proof, reports))
        return
    computed = _computed(quotes, rows) if statement.computed else set()
    unproved = (figure for figure in _unproved(_without(own, titles), quotes) if figure not in computed)
    yield from (f"figure not proved: {number} {unit}" for number, unit in unproved)
    units = ["percent"] if any(_COLUMN_UNIT.search(quote) for quote in quotes) else []
    template = COMPUTED_TEMPLATE if statement.computed else TEMPLATE
    words = _unproved_words(own, [*about, *units])
    yield from (f"word not proved: {word}" for word in words if word not in template)


def _graded(grades: Sequence[str], proof: Sequence[Citation], reports: Mapping[str, Report]) -> Iterator[str]:
    """The areas that have one of some grades in the reports that are cited."""
    for report in {reports[citation.report].id: reports[citation.report] for citation in proof}.values():
        yield from (judgment.area for judgment in report.judgments if judgment.formal and judgment.grade in grades)


def _same_grade(quotes: Iterable[str]) -> bool:
    """Whether quotes give one and the same grade."""
    return len({frozenset(found.lower() for found in _GRADES.findall(quote)) for quote in quotes}) == 1


def _computed(quotes: Sequence[str], rows: int) -> set[tuple[str, str]]:
    """What may be computed from quotes: how many rows follow; where none do, differences of shares, counts and money.

    A number of rows is held against the rows alone: that two counts differ by as much would prove nothing.
    """
    if rows:
        return {(str(rows), "")}
    shares, counts, money = (_gaps(quotes, unit) for unit in ("percent", "", "\u00a3"))
    gaps = {(gap, "percentage point") for gap in shares} | {(gap, "") for gap in counts}
    return gaps | {(f"{Decimal(gap).normalize():f}", "\u00a3") for gap in money}


def _gaps(quotes: Sequence[str], unit: str) -> set[str]:
    values = [Decimal(value) for quote in quotes for value, of in figures_in(quote) if of == unit]
    return {str(abs(first - second)) for first in values for second in values}


def _without(text: str, titles: Iterable[str]) -> str:
    """A text without the names of reports and headings in it: their years prove no figure and need no proof."""
    for title in sorted(titles, key=len, reverse=True):
        text = text.replace(title, " ")
    return text


def _unproved(text: str, quotes: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The figures of a text that stand in no quote with the same unit."""
    held = {figure for quote in quotes for figure in figures_in(quote)}
    column = {"percent" for quote in quotes if _COLUMN_UNIT.search(quote)}
    for number, unit in figures_in(text):
        bare = (number, "") in held and unit in column
        if (number, unit) not in held and not bare:
            yield number, unit


def figures_in(text: str) -> set[tuple[str, str]]:
    """Every number of a text in digits with its unit: `\u00a310m` is `("10000000", "\u00a3")`, a bare one has none."""
    found = set()
    for match in _FIGURE.finditer(text):
        unit = (match["unit"] or "").lower()
        unit = _UNITS.get(unit, unit).rstrip("s")
        scaled = unit in ("million", "billion")
        value = value_of(match["number"], unit if scaled else "")
        found.add((value, "\u00a3" if match["pound"] else "" if scaled else unit))
    return found


def _unproved_words(text: str, about: Iterable[str]) -> Iterator[str]:
    """The words of a text that stand neither in its quotes nor in their headings."""
    held = {word for words in about for word in words_of(words)}
    for word in words_of(text):
        if word not in held and not word[0].isdigit():
            yield word
