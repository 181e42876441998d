"""Slow work that never holds up quitting.

A thread worker that is busy inside a library can't be interrupted, and the program would wait for it. So the work runs
in a daemon thread, and the worker only waits for that, or leaves when it is cancelled.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread

from textual.worker import get_current_worker

POLL = 0.05


def run_detached(work: Callable[[Callable[[], bool]], None]) -> None:
    """Run work in a daemon thread until it ends or the current worker is cancelled.

    Args:
        work: called with a function that tells whether it should stop.
    """
    worker = get_current_worker()

    def stopped() -> bool:
        return bool(worker.is_cancelled)

    def run() -> None:
        try:
            work(stopped)
        except RuntimeError:  # the event loop has closed under it
            if not stopped():
                raise

    thread = Thread(target=run, daemon=True, name="peel-work")
    thread.start()
    while thread.is_alive() and not stopped():
        thread.join(POLL)
