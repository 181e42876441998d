"""Answers as JSON Lines, CSV or Markdown: one form for the lines of a batch and for an exported conversation.

Each answer is written alone, so that a batch can write it as soon as it is known.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping

from assistant.conversation.form import Format
from assistant.conversation.records import Json, dump
from assistant.conversation.safe_text import safe, safe_line
from assistant.types import with_page

LICENCE = (
    "Quotes from inspection reports are Crown copyright, used under the Open Government Licence v3.0. "
    "A digest is a wording of our own."
)

COLUMNS = ("id", "question", "status", "reason", "answer", "reports", "sections", "quotes", "error")

_MARKS = re.compile(r"([\\`*_\[\]<>#|~&])")
_LINE_MARKS = re.compile(r"(?m)^(\s*)([-+=]|\d+(?=[.)](?:\s|$)))")
_FORMULA = re.compile(r"\s*([=@\t\r]|[+-](?!\d))")


def opening(form: Format, *, title: str) -> str:
    """What stands before the first answer."""
    if form is Format.CSV:
        return _csv_row(COLUMNS)
    return f"# {_escaped(safe_line(title))}\n\n{LICENCE}\n" if form is Format.MD else ""


def entry(form: Format, line: Json, *, names: Mapping[str, str]) -> str:
    """One answer.

    Args:
        form: how to write it.
        line: the answer as a batch's line.
        names: the names of reports by their ids; a report that isn't there goes by its id.
    """
    if form is Format.JSONL:
        return dump(line) + "\n"
    return _csv_entry(line) if form is Format.CSV else _markdown_entry(line, names)


def _csv_entry(line: Json) -> str:
    citations = line["citations"]
    joined = {
        "reports": "\n".join(each["report"] for each in citations),
        "sections": "\n".join(" › ".join(each["section"]) for each in citations),
        "quotes": "\n".join(each["quote"] for each in citations),
    }
    cells = {**line, **joined}
    return _csv_row(tuple(_cell(cells.get(column) or "") for column in COLUMNS))


def _csv_row(cells: tuple[str, ...]) -> str:
    row = io.StringIO()
    csv.writer(row, lineterminator="\n").writerow(cells)
    return row.getvalue()


def _cell(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    shown = safe(text)
    return f"'{shown}" if _FORMULA.match(shown) else shown


def _markdown_entry(line: Json, names: Mapping[str, str]) -> str:
    parts = [f"## {_escaped(safe_line(line['question']))}"]
    parts.append(_escaped(safe(line.get("error") or line["answer"])).replace("\n", "\n\n"))
    parts += [_markdown_quote(each, names) for each in line["citations"]]
    return "\n" + "\n\n".join(parts) + "\n"


def _markdown_quote(citation: Json, names: Mapping[str, str]) -> str:
    quote = _escaped(safe(citation["quote"])).replace("\n", "\n> ")
    name = with_page(names.get(citation["report"], citation["report"]), citation.get("page"))
    place = " › ".join((name, *citation["section"]))
    return f"> {quote}\n>\n> \\[{citation['n']}\\] {_escaped(safe_line(place))}"


def _escaped(text: str) -> str:
    """A text whose signs stand for themselves in Markdown."""
    return _LINE_MARKS.sub(lambda match: _unmarked(match[1], match[2]), _MARKS.sub(r"\\\1", text))


def _unmarked(indent: str, mark: str) -> str:
    return f"{indent}{mark}\\" if mark.isdigit() else f"{indent}\\{mark}"
