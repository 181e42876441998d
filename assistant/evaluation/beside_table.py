"""How peel and other tools did on the same questions: rows of the benchmark's table, and a table of what they found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

from assistant.evaluation.benchmark import Measured
from assistant.evaluation.benchmark_table import HEAD
from assistant.evaluation.beside import OURS, Given
from assistant.evaluation.expected import Expected
from assistant.evaluation.metrics import Share
from assistant.evaluation.questions import Question
from assistant.evaluation.scoring import has_wanted

TIMES_HEAD = HEAD.replace("x floor", " x peel")
FOUND_HEAD = f"{'':12s} {'in the first':>12s} {'in them all':>12s} {'characters':>12s} {'refused':>12s}"
NOTE = """\
x peel: as a multiple of what peel takes. index built: in a program of its own; peel's also holds its networks and
vectors of each sentence. cold: from a program's start to its first answer, its index being on the disk and its files in
memory already; warm: in one program, after its first answer.

in the first: of the questions with an answer, those with all its figures and words in the first text, whatever else
stands there: a passage under its headings, or peel's answer (a refusal finds nothing); in them all: in the three
passages that each of the others gives. characters: of the first text, the median. refused: of the questions without an
answer. The others have no refusal: what they give is meant to be read on, by a person or a language model."""


def measured_of(given: Given) -> Iterator[Measured]:
    """The rows of a tool, held against peel's."""
    rows = (
        ("index built", "s", (given.building,)),
        ("cold", "s", tuple(one.seconds for one in given.cold)),
        ("cold, memory", "MB", tuple(one.megabytes for one in given.cold)),
        ("warm", "ms", tuple(one.seconds * 1000 for one in given.found[1:])),
    )
    for what, unit, values in rows:
        yield Measured(f"{given.name}: {what}", unit, values, "" if given.name == OURS else f"{OURS}: {what}")


def found_of(given: Given, questions: Sequence[Question]) -> dict[str, float]:
    """What a tool found, as counts: see `NOTE`."""
    asked = [(question.expected, found) for question, found in zip(questions, given.found, strict=True)]
    answerable = [(expected, found) for expected, found in asked if expected and expected.answerable]
    others = [found for expected, found in asked if expected and not expected.answerable]
    return {
        "answerable": len(answerable),
        "first": sum(_holds(expected, found.texts[:1]) for expected, found in answerable),
        "all": sum(_holds(expected, found.texts) for expected, found in answerable),
        "characters": median(len("".join(found.texts[:1])) for _, found in answerable),
        "unanswerable": len(others),
        "refused": sum(found.refused for found in others),
    }


def found_row(name: str, counts: dict[str, float]) -> str:
    """A line of the table of what was found."""
    shares = [_share(counts, *names) for names in (("first", "answerable"), ("all", "answerable"))]
    refused = _share(counts, "refused", "unanswerable")
    return " ".join((f"{name:12s}", *(f"{cell:>12s}" for cell in (*shares, f"{counts['characters']:.0f}", refused))))


def _share(counts: dict[str, float], hits: str, of: str) -> str:
    return str(Share(int(counts[hits]), int(counts[of])))


def _holds(expected: Expected, texts: Sequence[str]) -> bool:
    return has_wanted(expected, "\n".join(texts))
