"""The progress of a rebuild on standard error: a bar in a terminal, a line a stage elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn, track

from assistant.conversation.safe_text import safe_line
from assistant.shell.streams import note

Item = TypeVar("Item")
Show = Callable[[str, int, int], None]
"""Called with the stage, what is done of it, and its total."""


@contextmanager
def rebuild_progress() -> Iterator[Show]:
    """Shows the stages of a rebuild while the block runs."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield _lines()
        return
    stage = TextColumn("{task.description}", markup=False)
    with Progress(stage, BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), console=console) as progress:
        yield _bars(progress)


def counted(items: Iterable[Item], *, total: int, stage: str) -> Iterable[Item]:
    """Passes items on, and shows how far it is where that doesn't mix with results in the same terminal."""
    console = Console(stderr=True)
    hidden = not console.is_terminal or sys.stdout.isatty()
    return track(items, description=stage, total=total, console=console, disable=hidden)


def _bars(progress: Progress) -> Show:
    tasks: dict[str, TaskID] = {}

    def show(stage: str, done: int, total: int) -> None:
        if stage not in tasks:
            tasks[stage] = progress.add_task(safe_line(stage), total=total)
        progress.update(tasks[stage], completed=done, total=total)

    return show


def _lines() -> Show:
    seen: set[str] = set()

    def show(stage: str, done: int, total: int) -> None:
        del done
        if stage not in seen:
            seen.add(stage)
            note(f"{stage}: {total}")

    return show
