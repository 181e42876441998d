"""The same questions asked of peel and of other tools: one report, the same passages, the same weights."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant import __version__
from assistant.answering.opening import open_answerer
from assistant.errors import BatchError
from assistant.evaluation.others import Found, Other
from assistant.evaluation.programs import PEEL, Ran, run, surroundings
from assistant.evaluation.questions import Question, Thread, read_questions
from assistant.evaluation.replies import replies
from assistant.evaluation.run import Asks
from assistant.evaluation.run import run as run_batch
from assistant.indexing.encoder import packaged_model
from assistant.indexing.index import open_index
from assistant.indexing.passages import embedded_text, passages_of
from assistant.settings import CHECKOUT, Settings

OURS = "peel"


@dataclass(frozen=True, slots=True)
class Given:
    """How a tool did."""

    name: str
    versions: Mapping[str, str]
    building: float
    """Seconds from the start of the program that indexed the passages."""
    cold: tuple[Ran, ...]
    """Programs that answered the first question, each to its answer."""
    found: tuple[Found, ...]
    """What it gave for every question, one after the other in one program."""


@dataclass(frozen=True, slots=True)
class Missing:
    """A tool that can't be asked."""

    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Subject:
    """A report and the questions about it that hang on no other."""

    report: Path
    questions: tuple[Question, ...]


def subject_of(name: str, tests: Path = CHECKOUT / "tests") -> Subject:
    """A report of the tests with its questions.

    Args:
        name: of the force, such as holmefell.
        tests: the folder that holds `reports` and `questions`.

    Raises:
        BatchError: there is no such report, or there are no such questions.
    """
    reports = sorted((tests / "reports").glob(f"{name}-*"))
    if not reports:
        raise BatchError(f"There is no report of {name} in {tests / 'reports'}.")
    threads = read_questions(tests / "questions" / f"{name}.jsonl")
    scored = [question for thread in threads for question in thread.questions if question.expected]
    return Subject(reports[0], tuple(scored))


def measure_beside(subject: Subject, others: Sequence[Other], work: Path, repeat: int) -> Iterator[Given | Missing]:
    """Ask peel, then the others, each as soon as it is known; one that can't be asked doesn't stop those after it.

    Args:
        subject: what is asked about what.
        others: the tools.
        work: a folder to work in.
        repeat: how often a program is started for its first answer.

    Raises:
        RuntimeError: peel failed.
    """
    settings = Settings(work / "corpus", work / "index", work / "kept")
    settings.corpus.mkdir(parents=True)
    shutil.copy(subject.report, settings.corpus)
    yield _ours(subject.questions, settings, repeat)
    passages = passages_in(settings.index)
    for other in others:
        yield ask_other(other, subject.questions, passages, work / other.name, repeat)


def passages_in(index: Path) -> dict[str, str]:
    """What peel's index encodes: each passage under its headings, by a number."""
    reports = open_index(index).reports
    texts = [embedded_text(report, passage) for report in reports for passage in passages_of(report)]
    return {str(number): text for number, text in enumerate(texts)}


def ask_other(
    other: Other, questions: Sequence[Question], passages: Mapping[str, str], index: Path, repeat: int
) -> Given | Missing:
    """Ask one of the others; see `measure_beside`."""
    if not other.installed:
        return Missing(other.name, f"not installed: {other.installing}")
    model = packaged_model()
    try:
        building, versions = other.build(passages, model, index)
        cold = tuple(other.ask(questions[:1], model, index)[0].ran for _ in range(repeat))
        return Given(other.name, versions, building, cold, other.ask(questions, model, index)[1])
    except (RuntimeError, OSError, ValueError, KeyError) as error:
        return Missing(other.name, f"failed: {error}. What installs it: {other.installing}")


def ask_ours(questions: Sequence[Question], answerer: Asks) -> Iterator[Found]:
    """What peel gives for questions: the one text is its answer."""
    for question in questions:
        began = time.perf_counter()
        (outcome,) = run_batch((Thread((question,)),), answerer)
        line, seconds = outcome.line, time.perf_counter() - began
        yield Found(question.id, (line["answer"],), seconds, refused=line["abstained"])


def _ours(questions: Sequence[Question], settings: Settings, repeat: int) -> Given:
    environment = {"PEEL_CORPUS": str(settings.corpus), "PEEL_INDEX": str(settings.index)}
    building = run(PEEL, "rebuild", environment=environment).seconds
    command = [sys.executable, "-c", PEEL, "ask", questions[0].text]
    cold = tuple(replies(command, "", surroundings(environment)).ran for _ in range(repeat))
    answerer = open_answerer(settings)
    answerer.warm_up()
    return Given(OURS, {OURS: __version__}, building, cold, tuple(ask_ours(questions, answerer)))
