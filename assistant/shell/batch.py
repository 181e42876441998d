"""`peel batch`: a file of questions, answered and, where the file says what is right, scored."""

from __future__ import annotations

import sys
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from assistant.conversation.form import Format
from assistant.conversation.formats import entry, opening
from assistant.conversation.records import Json
from assistant.errors import BatchError
from assistant.evaluation.comparison import compare, comparison_text
from assistant.evaluation.lines import read_lines
from assistant.evaluation.metrics import table
from assistant.evaluation.processes import processes_for, run_in_processes
from assistant.evaluation.questions import Question, Thread, read_questions
from assistant.evaluation.run import Outcome, run
from assistant.evaluation.scoring import score
from assistant.evaluation.sources import Source, source_of
from assistant.settings import Settings
from assistant.shell.exit_codes import ExitCode
from assistant.shell.progress import counted
from assistant.shell.ready import open_ready
from assistant.shell.streams import note
from assistant.types import Report

if TYPE_CHECKING:
    from assistant.answering.answerer import Answerer


def batch(settings: Settings, file: Path, *, out: Path | None, form: Format | None, old: Path | None) -> ExitCode:
    """Answers every question of a file.

    Args:
        settings: where the index is.
        file: the questions.
        out: where the answers go; standard output where None.
        form: their form; by the ending of `out` where None.
        old: JSON Lines of an earlier batch to compare with.

    Raises:
        BatchError: a file can't be read or written, or there is nothing to compare.
    """
    threads = read_questions(file)
    scored = [question for thread in threads for question in thread.questions if question.expected]
    old_lines = _old_lines(old, file, scored)
    answerer = open_ready(settings)
    reports = answerer.index.reports
    with _target(out) as target, closing(_outcomes(threads, answerer, settings)) as asked:
        shown = counted(asked, total=sum(len(thread.questions) for thread in threads), stage="answering")
        outcomes = list(_written(shown, target, form or _form_of(out), file, reports))
    if scored:
        _note_scores(scored, {each.question.id: each.line for each in outcomes}, old_lines, reports)
    return _ending(outcomes)


def _outcomes(threads: Sequence[Thread], answerer: Answerer, settings: Settings) -> Generator[Outcome, None, None]:
    """Every outcome, in the order of the file; a large batch is answered in several processes."""
    processes = processes_for(threads)
    if processes == 1:
        yield from run(threads, answerer)
    else:
        yield from run_in_processes(threads, settings, answerer.index.manifest, processes)


def _old_lines(old: Path | None, file: Path, scored: list[Question]) -> dict[str, Json] | None:
    if old is None:
        return None
    if not scored:
        raise BatchError(f"{file} doesn't say what is right, so there is nothing to compare.", "Leave out --compare.")
    return read_lines(old)


def _form_of(out: Path | None) -> Format:
    ending = out.suffix.removeprefix(".").lower() if out else ""
    return Format(ending) if ending in set(Format) else Format.JSONL


@contextmanager
def _target(out: Path | None) -> Iterator[TextIO]:
    if out is None:
        yield sys.stdout
        return
    try:
        with out.open("w", encoding="utf-8", newline="") as target:
            yield target
    except OSError as error:
        raise BatchError(f"{out} can't be written: {error.strerror}.") from error


def _written(
    outcomes: Iterable[Outcome], target: TextIO, form: Format, file: Path, reports: tuple[Report, ...]
) -> Iterator[Outcome]:
    """Each outcome once it is written, so that a batch that is stopped leaves what it had."""
    names = {report.id: report.name for report in reports}
    target.write(opening(form, title=f"Answers to {file.name}"))
    for outcome in outcomes:
        target.write(entry(form, outcome.line, names=names))
        target.flush()
        yield outcome


def _note_scores(
    scored: list[Question], lines: Mapping[str, Json], old: Mapping[str, Json] | None, reports: tuple[Report, ...]
) -> None:
    sources: dict[str, Source] = {report.id: source_of(report) for report in reports}
    scores = [score(question, lines.get(question.id), sources) for question in scored]
    note(table(scores))
    if old is not None:
        before = [score(question, old.get(question.id), sources) for question in scored]
        note("\n" + comparison_text(compare(before, scores)))


def _ending(outcomes: list[Outcome]) -> ExitCode:
    failures = [each for each in outcomes if each.failed]
    for each in failures[:3]:
        note(f"Question {each.question.id} couldn't be asked: {each.line['error']}")
    if not failures:
        return ExitCode.DONE
    note(f"{len(failures)} of {len(outcomes)} questions couldn't be asked.")
    return ExitCode.FAILURE
