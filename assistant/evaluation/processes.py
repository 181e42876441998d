"""A batch on several cores: each process opens the index itself and answers whole threads, in the order of the file.

Processes are started anew and not forked, since forking a program that has threads is unsafe on some systems.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache, partial
from typing import TYPE_CHECKING

from assistant.errors import BatchError
from assistant.evaluation.questions import Thread
from assistant.evaluation.run import Outcome, run
from assistant.settings import Settings

if TYPE_CHECKING:
    from assistant.answering.answerer import Answerer
    from assistant.indexing.manifest import Manifest

LEAST = 50
"""Questions for which a process is worth its start: that costs as much as answering them."""
MOST = 4
"""Processes, however many cores there are: each holds networks of its own."""


def processes_for(threads: Sequence[Thread]) -> int:
    """How many processes a batch is answered in; 1 where it is small, or the machine has one core."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    questions = sum(len(thread.questions) for thread in threads)
    return max(1, min(cores, MOST, questions // LEAST, len(threads)))


def run_in_processes(
    threads: Sequence[Thread], settings: Settings, manifest: Manifest, processes: int
) -> Generator[Outcome, None, None]:
    """Asks every question as `run` does, in several processes; close it where it isn't read to its end.

    Args:
        threads: of the batch.
        settings: where the index is.
        manifest: of the index that all are to answer from.
        processes: how many.

    Raises:
        BatchError: a process was killed, or found another index than the one of the manifest.
    """
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(processes, context, initializer=_begin, initargs=(settings, manifest))
    try:
        for outcomes in pool.map(_answered, threads):
            yield from outcomes
    except BrokenProcessPool as error:
        raise BatchError("A process that answers the batch was ended from outside.", "Run it again.") from error
    finally:
        pool.shutdown(cancel_futures=True)


_opened: Callable[[], Answerer]
"""The answerer of this process, opened with its first question."""


def _begin(settings: Settings, manifest: Manifest) -> None:
    """A process starts: ctrl+c is its parent's business, and it ends where that does."""
    global _opened
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _opened = cache(partial(_open, settings, manifest))


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _open(settings: Settings, manifest: Manifest) -> Answerer:
    from assistant.answering.opening import open_answerer

    answerer = open_answerer(settings)
    if answerer.index.manifest != manifest:
        raise BatchError("The index was rebuilt just when the batch began.", "Run it again.")
    return answerer


def _answered(thread: Thread) -> list[Outcome]:
    return list(run((thread,), _opened()))
