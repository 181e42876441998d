"""Kills rebuilds at random moments, and says what the index holds after each: FOLDER COUNT SEED.

The rebuilds run in children that share this process's imports, so that a kill falls into the rebuild itself.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from pathlib import Path

from assistant.indexing.build import rebuild
from assistant.settings import Settings
from tests.counting_encoder import CountingEncoder
from tests.index_content import content


def rebuilt(settings: Settings, seconds: float | None) -> float:
    """Rebuild in a child, which is killed after some seconds; returns how long it ran."""
    began = time.monotonic()
    child = os.fork()
    if not child:
        rebuild(settings, encoder=CountingEncoder())
        os._exit(0)
    if seconds is not None:
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return time.monotonic() - began


def swap(file: Path, text: str) -> None:
    """Put another text into a file, so that the next rebuild has something to do."""
    file.write_text(text, encoding="utf-8")


def main(folder: Path, count: int, seed: int) -> int:
    settings = Settings(folder / "corpus", folder / "index", folder / "kept")
    file = next(settings.corpus.iterdir())
    one = file.read_text(encoding="utf-8")
    other = one + "\n\nThe force took 4,321 calls on that day.\n"
    known = {}
    for text in (one, other):
        swap(file, text)
        longest = rebuilt(settings, None)
        known[content(settings.index)] = text
    dice = random.Random(seed)
    left = other
    early = late = 0
    for _ in range(count):
        wanted = one if left == other else other
        swap(file, wanted)
        rebuilt(settings, dice.uniform(0, longest))
        held = known[content(settings.index)]  # neither of the two: KeyError
        early, late = early + (held == left), late + (held == wanted)
        longest *= 1.2 if held == left else 0.8  # a busy machine is slower; as many kills should fall after the swap
        left = held
    swap(file, one)
    rebuilt(settings, None)
    whole = sorted(place.name.split("-")[0] for place in settings.index.iterdir())
    assert known[content(settings.index)] == one
    assert whole == ["CURRENT", "LOCK", "generation"], whole
    sys.stdout.write(f"{count} kills: {early} left the old index, {late} the new one\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])))
