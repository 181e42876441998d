"""How fast peel is and how much memory it takes, each beside a floor that is measured in the same run."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.answering.opening import open_answerer
from assistant.evaluation.made_up import write_corpus
from assistant.evaluation.processes import run_in_processes
from assistant.evaluation.programs import PEEL, chat, run
from assistant.evaluation.questions import Question, Thread
from assistant.evaluation.run import run as run_batch
from assistant.indexing import generations
from assistant.indexing.network import ENCODER, NetworkEncoder
from assistant.settings import Settings

WARM = 150
"""Questions that are asked warm."""
BATCH = 400
"""Questions of the batch."""
PROCESSES = 2
CHANGE = "\n\n## Addendum\n\nThe force also answered 4,321 letters in the year ending 31 March 2025.\n"
FIRST_VECTOR = """
import sys; from pathlib import Path; from assistant.indexing import generations
from assistant.indexing.network import ENCODER, Network, NetworkEncoder
NetworkEncoder(Network(Path(sys.argv[1]) / ENCODER)).encode([sys.argv[2]])
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """Something that was measured some times."""

    name: str
    unit: str
    values: tuple[float, ...]
    floor: str = ""
    """The name of what it is held against; empty where there is nothing."""


@dataclass(frozen=True, slots=True)
class Bench:
    """Where a benchmark works."""

    settings: Settings
    questions: tuple[str, ...]
    repeat: int
    """How often a program is started."""

    @property
    def environment(self) -> Mapping[str, str]:
        """What tells a program where to work."""
        folders = (self.settings.corpus, self.settings.index, self.settings.conversations)
        return dict(zip(("PEEL_CORPUS", "PEEL_INDEX", "PEEL_CONVERSATIONS"), map(str, folders), strict=True))


def prepare(folder: Path, reports: int, repeat: int) -> Bench:
    """Make the corpus of a benchmark in a folder."""
    settings = Settings(folder / "corpus", folder / "index", folder / "kept")
    return Bench(settings, write_corpus(settings.corpus, reports), repeat)


def measure(bench: Bench) -> Iterator[Measured]:
    """Measure everything, each as soon as it is known.

    Raises:
        RuntimeError: one of the programs failed.
    """
    yield from _building(bench)
    yield from _cold(bench)
    yield from _warm(bench)
    yield from _batches(bench)
    yield from _chat(bench)


def _building(bench: Bench) -> Iterator[Measured]:
    def rebuilt() -> float:
        return run(PEEL, "rebuild", environment=bench.environment).seconds

    yield Measured("rebuild, full", "s", (rebuilt(),))
    file = min(bench.settings.corpus.iterdir())
    before = file.read_text(encoding="utf-8")
    changed = []
    for text in (before + CHANGE, before):
        file.write_text(text, encoding="utf-8")
        changed.append(rebuilt())
    yield Measured("rebuild, one report changed", "s", tuple(changed), "rebuild, full")
    yield Measured("rebuild, nothing changed", "s", _repeated(bench, rebuilt), "rebuild, full")


def _cold(bench: Bench) -> Iterator[Measured]:
    network, question = str(generations.live(bench.settings.index)), bench.questions[1]
    bare = _repeated(bench, lambda: run("pass").seconds)
    yield Measured("interpreter", "s", bare)
    yield Measured("peel --help", "s", _repeated(bench, lambda: run(PEEL, "--help").seconds), "interpreter")
    first = _repeated(bench, lambda: run(FIRST_VECTOR, network, question).seconds)
    yield Measured("bare encoding, cold", "s", first, "interpreter")
    asked = [run(PEEL, "ask", question, environment=bench.environment) for _ in range(bench.repeat)]
    yield Measured("peel ask, cold", "s", tuple(one.seconds for one in asked), "bare encoding, cold")
    yield Measured("peel ask, memory", "MB", tuple(one.megabytes for one in asked))


def _warm(bench: Bench) -> Iterator[Measured]:
    answerer = open_answerer(bench.settings)
    encoder = NetworkEncoder(answerer.index.networks[ENCODER])
    both = _some(bench.questions, 2 * WARM)
    answerer.warm_up()
    for question in both[::2]:  # others than those that are timed; what is kept of the reports is there in a chat too
        answerer.ask(question)
    bare, whole = [], []
    for question in both[1::2]:
        bare.append(_timed(lambda q=question: encoder.encode([q])) * 1000)  # type: ignore[misc]
        whole.append(_timed(lambda q=question: answerer.ask(q)) * 1000)  # type: ignore[misc]
    yield Measured("bare encoding, warm", "ms", tuple(bare))
    yield Measured("answer, warm", "ms", tuple(whole), "bare encoding, warm")


def _batches(bench: Bench) -> Iterator[Measured]:
    threads = [Thread((Question(str(n), text),)) for n, text in enumerate(_some(bench.questions, BATCH))]
    answerer = open_answerer(bench.settings)
    answerer.warm_up()
    manifest = answerer.index.manifest
    one = _timed(lambda: list(run_batch(threads, answerer)))
    many = _timed(lambda: list(run_in_processes(threads, bench.settings, manifest, PROCESSES)))
    yield Measured(f"batch of {len(threads)}, one process", "s", (one,))
    name = f"batch of {len(threads)}, {PROCESSES} processes from their start"
    yield Measured(name, "s", (many,), f"batch of {len(threads)}, one process")


def _chat(bench: Bench) -> Iterator[Measured]:
    painted, ran = [], []
    for number in range(bench.repeat):
        kept = bench.settings.conversations / str(number)
        kept.mkdir(parents=True)
        environment = {**bench.environment, "PEEL_CONVERSATIONS": str(kept)}
        paint, answered = chat(bench.questions[1], kept, environment)
        painted.append(paint)
        ran.append(answered)
    yield Measured("chat, painted", "s", tuple(painted), "interpreter")
    yield Measured("chat, first answer", "s", tuple(one.seconds for one in ran), "bare encoding, cold")
    yield Measured("chat, memory", "MB", tuple(one.megabytes for one in ran))


def _repeated(bench: Bench, measured: Callable[[], float]) -> tuple[float, ...]:
    return tuple(measured() for _ in range(bench.repeat))


def _some(questions: Sequence[str], most: int) -> list[str]:
    """Questions from everywhere in a list that may be long; from its start again where it is short."""
    step = max(1, len(questions) // most)
    return [questions[(n * step) % len(questions)] for n in range(most)]


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
