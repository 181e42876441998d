"""What the programs beside this file share: how `scripts/benchmark --others` speaks to them.

Usage: ask_NAME.py build MODEL INDEX    standard input: {"passages": [{"id", "text"}, …]}
                                        standard output: {package: version, …}
       ask_NAME.py ask MODEL INDEX      standard input: {"id", "question"}, one a line
                                        standard output: {"id", "texts", "seconds"}, one a line, the best text first

MODEL is the folder of a sentence-transformers model, INDEX a folder that `build` writes and `ask` reads. They are run
by the Python of the tool's own environment and import nothing of peel. Nothing is downloaded.

Exit codes: 0 done, 1 failure, 2 usage.
"""

import json
import sys
import time
from collections.abc import Callable, Iterable
from importlib.metadata import version

RESULTS, sys.stdout = sys.stdout, sys.stderr  # what tools print, even when they are imported, is no result
GIVEN = 3
"""Passages that are given for a question."""
Passages = list[dict[str, str]]
Search = Callable[[str], list[str]]


def drive(
    build: Callable[[Passages, str, str], None], load: Callable[[str, str], Search], packages: Iterable[str]
) -> None:
    """Do what the command line says.

    Args:
        build: writes the index of passages: takes them, the model's folder and the index's.
        load: opens that index: takes both folders, and returns what finds the best texts for a question.
        packages: whose versions are told.
    """
    if len(sys.argv) != 4 or sys.argv[1] not in ("build", "ask"):
        sys.stderr.write(__doc__ or "")
        sys.exit(2)
    task, *folders = sys.argv[1:]
    if task == "build":
        build(json.load(sys.stdin)["passages"], *folders)
        _write({name: version(name) for name in packages})
        return
    search = load(*folders)
    for line in sys.stdin:
        asked = json.loads(line)
        began = time.perf_counter()
        texts = search(asked["question"])
        _write({"id": asked["id"], "texts": texts, "seconds": time.perf_counter() - began})


def _write(line: dict[str, object]) -> None:
    RESULTS.write(json.dumps(line) + "\n")
    RESULTS.flush()  # nobody else does, even at the end, now that it isn't sys.stdout
