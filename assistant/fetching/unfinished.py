"""How far fetching many reports has come, so that it goes on there after a stop."""

from __future__ import annotations

import json
from pathlib import Path

FILE = ".fetching.json"


class Unfinished:
    """The reports that were dealt with, kept in the corpus after each one until all are.

    Args:
        corpus: the folder of reports.
        names: all that are to be fetched; what was kept for others is of no use.
    """

    def __init__(self, corpus: Path, names: tuple[str, ...]) -> None:
        self._file = corpus / FILE
        self._names = list(names)
        self.done = self._read()

    def add(self, name: str) -> None:
        """A report was fetched, or isn't there.

        Raises:
            OSError: it can't be kept.
        """
        self.done.append(name)
        draft = self._file.with_suffix(".draft")
        draft.write_text(json.dumps({"names": self._names, "done": self.done}), encoding="utf-8")
        draft.replace(self._file)

    def finish(self) -> None:
        """All were dealt with.

        Raises:
            OSError: what was kept can't be deleted.
        """
        self._file.unlink(missing_ok=True)

    def _read(self) -> list[str]:
        try:
            record = json.loads(self._file.read_text(encoding="utf-8"))
            return [str(name) for name in record["done"]] if record["names"] == self._names else []
        except (OSError, ValueError, KeyError, TypeError):
            return []  # nothing is lost by asking again: what hasn't changed isn't sent again
