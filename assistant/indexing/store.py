"""The reports, passages, units and words of an index in one SQLite file: `index.sqlite`."""

from __future__ import annotations

import json
import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from assistant.errors import IndexDamaged
from assistant.indexing.passages import Passage
from assistant.indexing.records import report_from_json, report_to_json
from assistant.indexing.units import Unit
from assistant.indexing.vectors import REBUILD
from assistant.reading.words import STOP_WORDS, stem, stems_of, words_of
from assistant.types import BlockKind, Figure, FigureKind, Period, Report, Span

FILE = "index.sqlite"

_DRAFT = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
"""A draft that is cut short is thrown away, and is flushed to the disk before anything points to it."""
_SCHEMA = """
CREATE TABLE report (id TEXT PRIMARY KEY, key TEXT NOT NULL, record TEXT NOT NULL, file TEXT NOT NULL);
CREATE TABLE passage (id INTEGER PRIMARY KEY, report TEXT NOT NULL, section INTEGER, start INTEGER, end INTEGER);
CREATE TABLE unit (id INTEGER PRIMARY KEY, report TEXT NOT NULL, section INTEGER, block INTEGER, kind TEXT,
    start INTEGER, end INTEGER, text TEXT, lead TEXT, columns TEXT, cells TEXT, period TEXT, figures TEXT);
CREATE TABLE word (word TEXT PRIMARY KEY, count INTEGER NOT NULL, units INTEGER NOT NULL, name INTEGER NOT NULL);
CREATE VIRTUAL TABLE lexical USING fts5 (body, context, tokenize = 'unicode61');
CREATE INDEX unit_report ON unit (report, section);
"""


def write_store(
    folder: Path, reports: Sequence[tuple[Report, str, str]], passages: Sequence[Passage], units: Sequence[Unit]
) -> None:
    """Write the store of an index into a folder that has none.

    Args:
        folder: where to write.
        reports: each report with the hash and the name of its file.
        passages: in the order of their vectors.
        units: in the order of their vectors.
    """
    connection = sqlite3.connect(folder / FILE)
    try:
        connection.executescript(_DRAFT + _SCHEMA)
        rows = ((report.id, key, report_to_json(report), file) for report, key, file in reports)
        connection.executemany("INSERT INTO report VALUES (?, ?, ?, ?)", rows)
        places = ((n, p.report, p.section, *p.span) for n, p in enumerate(passages))
        connection.executemany("INSERT INTO passage VALUES (?, ?, ?, ?, ?)", places)
        connection.executemany(
            "INSERT INTO unit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", map(_unit_row, enumerate(units))
        )
        headings = {section.path[-1] for report, _, _ in reports for section in report.sections}
        _write_words(connection, units, headings)
        by_id = {report.id: report for report, _, _ in reports}
        context = (
            (
                n,
                " ".join(stems_of(u.text)),
                " ".join(stems_of(f"{' '.join(by_id[u.report].sections[u.section].path)} {u.lead}")),
            )
            for n, u in enumerate(units)
        )
        connection.executemany("INSERT INTO lexical (rowid, body, context) VALUES (?, ?, ?)", context)
        connection.commit()
    finally:
        connection.close()


def _write_words(connection: sqlite3.Connection, units: Sequence[Unit], headings: Iterable[str]) -> None:
    """Every word with how often it stands and in how many units its stem does: for spelling and for weights.

    A word that stands in headings alone, such as the name of a scheme, counts as if in one unit a heading.
    """
    counts: Counter[str] = Counter()
    stems: Counter[str] = Counter()
    for unit in units:
        words = words_of(unit.text)
        counts.update(words)
        stems.update({stem(word) for word in words})
    alone = [word for heading in headings for word in words_of(heading) if stem(word) not in stems]
    counts.update(alone)
    stems.update(map(stem, alone))
    names = _names((*(unit.text for unit in units), *headings))
    rows = (
        (word, count, stems[stem(word)], word in names)
        for word, count in sorted(counts.items())
        if word not in STOP_WORDS
    )
    connection.executemany("INSERT INTO word VALUES (?, ?, ?, ?)", rows)


def _names(texts: Iterable[str]) -> frozenset[str]:
    """The words that stand only with a capital, once inside a sentence at least: names of schemes and places."""
    capital: set[str] = set()
    small: set[str] = set()
    for text in texts:
        for found in re.finditer(r"[A-Za-z]+", text):
            inside = found.start() > 0 and text[: found.start()].rstrip()[-1:] not in (".", ":", "?", "!", "|", "")
            (small if found[0].islower() else capital if inside else set()).add(found[0].lower())
    return frozenset(capital - small)


def _unit_row(numbered: tuple[int, Unit]) -> tuple[object, ...]:
    number, unit = numbered
    period = json.dumps(unit.period and [unit.period.text, unit.period.span, unit.period.inherited])
    figures = json.dumps([[f.kind, f.text, f.values, f.noun, f.span] for f in unit.figures], ensure_ascii=False)
    cells = json.dumps(unit.cells, ensure_ascii=False)
    columns = json.dumps(unit.columns, ensure_ascii=False)
    place = (unit.report, unit.section, unit.block, unit.kind, *unit.span)
    return (number, *place, unit.text, unit.lead, columns, cells, period, figures)


class Parts(NamedTuple):
    """A report and what it was cut into."""

    report: Report
    passages: Sequence[Passage]
    units: Sequence[Unit]


class Store:
    """The store of an index, opened for reading.

    Raises:
        IndexDamaged: the file isn't a store, or is damaged; each of the methods may find it.
    """

    def __init__(self, folder: Path) -> None:
        uri = f"{(folder / FILE).resolve().as_uri()}?mode=ro&immutable=1"
        self._connection = sqlite3.connect(uri, uri=True, check_same_thread=False)

    def close(self) -> None:
        """Let the file go."""
        self._connection.close()

    def _rows(self, sql: str, values: Sequence[object] = ()) -> list[Any]:
        try:
            return self._connection.execute(sql, tuple(values)).fetchall()
        except sqlite3.DatabaseError as error:
            raise IndexDamaged(f"{FILE} of the index is damaged: {error}.", REBUILD) from error

    def reports(self) -> list[tuple[Report, str]]:
        """Every report with the hash of its file, by id."""
        rows = self._rows("SELECT record, key FROM report ORDER BY id")
        return [(report_from_json(record), key) for record, key in rows]

    def files(self) -> dict[str, str]:
        """The id of the report that was read from each file, by the file's name in the corpus."""
        return dict(self._rows("SELECT file, id FROM report ORDER BY file"))

    def parts(self) -> dict[str, Parts]:
        """Every report with its passages and units, by the name of its file."""
        files = self.files()
        passages: dict[str, list[Passage]] = {id: [] for id in files.values()}
        units: dict[str, list[Unit]] = {id: [] for id in files.values()}
        for passage in self.passages():
            passages[passage.report].append(passage)
        for unit in self.units().values():
            units[unit.report].append(unit)
        by_id = {report.id: report for report, _ in self.reports()}
        return {file: Parts(by_id[id], passages[id], units[id]) for file, id in files.items()}

    def passages(self) -> list[Passage]:
        """Every passage in the order of the vectors."""
        rows = self._rows("SELECT report, section, start, end FROM passage ORDER BY id")
        return [Passage(report, section, Span(start, end)) for report, section, start, end in rows]

    def units(self, numbers: Iterable[int] | None = None) -> dict[int, Unit]:
        """Units by their number: those named, or all."""
        if numbers is None:
            rows = self._rows("SELECT * FROM unit ORDER BY id")
            return {row[0]: _unit(row) for row in rows}
        wanted = json.dumps(sorted({int(number) for number in numbers}))
        rows = self._rows("SELECT * FROM unit WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id", (wanted,))
        return {row[0]: _unit(row) for row in rows}

    def section_units(self, report: str, section: int) -> list[int]:
        """The numbers of a section's units, in the report's order."""
        rows = self._rows("SELECT id FROM unit WHERE report = ? AND section = ? ORDER BY id", (report, section))
        return [number for (number,) in rows]

    def numbers_of(self, reports: Iterable[str]) -> list[int]:
        """The numbers of the units of some reports."""
        rows = self._rows(
            "SELECT id FROM unit WHERE report IN (SELECT value FROM json_each(?)) ORDER BY id",
            (json.dumps(sorted(reports)),),
        )
        return [number for (number,) in rows]

    def words(self) -> dict[str, tuple[int, int]]:
        """Every word with its count and in how many units its stem stands."""
        return {word: (count, units) for word, count, units in self._rows("SELECT word, count, units FROM word")}

    def names(self) -> frozenset[str]:
        """The words that the reports write only with a capital."""
        return frozenset(word for (word,) in self._rows("SELECT word FROM word WHERE name"))

    def search(self, query: str, most: int, among: Sequence[int]) -> list[int]:
        """The numbers of the units that match an FTS5 query of stems best, by BM25 with the body above the context.

        Args:
            query: of stems.
            most: how many are wanted.
            among: the numbers that they are chosen from, in order.
        """
        if not among:
            return []
        whole = among[-1] - among[0] + 1 == len(among)
        chosen = "" if whole else "AND rowid IN (SELECT value FROM json_each(?)) "
        sql = (
            f"SELECT rowid FROM lexical WHERE lexical MATCH ? AND rowid BETWEEN ? AND ? {chosen}"  # noqa: S608
            "ORDER BY bm25(lexical, 2.0, 1.0), rowid LIMIT ?"
        )
        ids = [] if whole else [json.dumps(list(among))]
        return [number for (number,) in self._rows(sql, (query, among[0], among[-1], *ids, most))]


def _unit(row: Sequence[object]) -> Unit:
    _, report, section, block, kind, start, end, text, lead, columns, cells, period, figures = row
    time = json.loads(str(period))
    return Unit(
        str(report),
        int(str(section)),
        int(str(block)),
        BlockKind(str(kind)),
        Span(int(str(start)), int(str(end))),
        str(text),
        str(lead),
        tuple(json.loads(str(columns))),
        tuple(json.loads(str(cells))),
        Period(time[0], Span(*time[1]), time[2]) if time else None,
        tuple(Figure(FigureKind(f[0]), f[1], tuple(f[2]), f[3], Span(*f[4])) for f in json.loads(str(figures))),
    )
