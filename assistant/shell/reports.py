"""`peel reports`: what is held, and what was inferred or mended while reading it."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.conversation.formats import LICENCE
from assistant.settings import Settings
from assistant.shell.exit_codes import ExitCode
from assistant.shell.ready import open_reports
from assistant.shell.streams import result_for_people
from assistant.types import Report


def reports(settings: Settings) -> ExitCode:
    """Lists the reports of the index."""
    index = open_reports(settings)
    for report in index.reports:
        result_for_people("\n".join(_words(report, index.passages[report.id])) + "\n")
    result_for_people(LICENCE)
    return ExitCode.DONE


def _words(report: Report, passages: int) -> Iterator[str]:
    held = report.metadata
    yield f"{report.name} ({report.id})"
    yield f"  {held.kind}, {f'published {held.published}' if held.published else 'no date'}, {passages} passages"
    if held.inspector:
        yield f"  inspector: {held.inspector}"
    if held.source:
        yield f"  source: {held.source}"
    if held.inferred:
        yield f"  read from the text: {', '.join(sorted(held.inferred))}"
    yield from (f"  mended: {repair}" for repair in report.repairs)
