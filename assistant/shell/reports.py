"""`peel reports`: what is held, what was inferred or mended while reading it, and what looks wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from assistant.conversation.formats import LICENCE
from assistant.settings import Settings
from assistant.shell.exit_codes import ExitCode
from assistant.shell.ready import open_reports
from assistant.shell.streams import note, result_for_people
from assistant.types import Report

if TYPE_CHECKING:
    from assistant.indexing.index import Index


def reports(settings: Settings) -> ExitCode:
    """Lists the reports of the index, then the files of the corpus that aren't held, with the reason."""
    from assistant.indexing.changes import changes

    index = open_reports(settings)
    files = {report: file for file, report in index.files.items()}
    wrong = _wrong(index)
    for report in index.reports:
        words = _words(report, index.passages[report.id], files.get(report.id, ""), wrong)
        result_for_people("\n".join(words) + "\n")
    if reasons := [*index.manifest.aside.values(), *index.manifest.left_out.values()]:
        result_for_people("\n".join(["Not held:", *(f"  {reason}" for reason in reasons)]) + "\n")
    result_for_people(LICENCE)
    if changed := changes(settings.corpus, index.manifest):
        note(f"Since the index was made: {changed}. Run: peel rebuild")
    return ExitCode.DONE


def _words(report: Report, passages: int, file: str, wrong: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    held = report.metadata
    yield f"{report.name} ({report.id})"
    yield f"  {held.kind}, {f'published {held.published}' if held.published else 'no date'}, {passages} passages"
    named = {"file": file, "inspector": held.inspector, "source": held.source}
    yield from (f"  {name}: {value}" for name, value in named.items() if value)
    if held.inferred:
        yield f"  read from the text: {', '.join(sorted(held.inferred))}"
    yield from (f"  mended: {repair}" for repair in report.repairs)
    yield from (f"  looks wrong: {doubt}" for doubt in wrong[report.id])


def _wrong(index: Index) -> dict[str, tuple[str, ...]]:
    """What looks wrong about each report, by id."""
    from assistant.indexing.chosen import twins
    from assistant.reading.doubts import doubts

    copies = twins(index.reports)
    same = {id: (f"most of it stands in {other} too: is it another copy?",) for id, other in copies.items()}
    return {report.id: (*doubts(report), *same.get(report.id, ())) for report in index.reports}
