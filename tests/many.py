"""Small reports of several made-up forces, indexed without a model, for questions over all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.answering.answerer import Answerer
from assistant.answering.opening import open_answerer
from assistant.indexing.build import rebuild
from assistant.indexing.index import open_index
from assistant.retrieval import matcher
from assistant.retrieval.view import View
from assistant.settings import Settings
from tests.counting_encoder import CountingEncoder

REPORT = """# PEEL {cycle}

An inspection of {force} Police

# {area}

{grade}

{force} Police {verb} at {stated}.

## Main findings

### How the force answers the public

{calls}

# Managing fraud

Adequate

{force} Police is adequate at managing fraud.

## Main findings

### Victims of fraud get advice

Staff send each victim a letter. The letter lists what a victim can do.
"""
CALLS = "In the year ending {period}, the force answered {rate} percent of 999 calls within 10 seconds."
NO_CALLS = "The control room moved to a new building."


class NoMatcher:
    """Holds no question against anything: what is left are the words and the report's structure."""

    def match(self, question: str, views: Sequence[View]) -> NDArray[np.float64]:
        del question
        return np.zeros((len(views), len(matcher.NAMES)))


def small(
    force: str,
    grade: str = "Good",
    *,
    cycle: str = "2023–25",
    area: str = "Responding to the public",
    rate: str = "",
    period: str = "31 March 2024",
) -> str:
    """A report of one force with a grade and, where it has one, its rate of answered calls."""
    verb = grade.lower() if grade.startswith("Requires") else f"is {grade.lower()}"
    calls = CALLS.format(rate=rate, period=period) if rate else NO_CALLS
    return REPORT.format(force=force, cycle=cycle, area=area, stated=area.lower(), grade=grade, verb=verb, calls=calls)


def answerer_of(folder: Path, reports: Mapping[str, str]) -> Answerer:
    """An answerer over reports, each given by the name of its file; no model is loaded."""
    settings, encoder = _settings(folder, reports), CountingEncoder()
    rebuild(settings, encoder=encoder)
    return Answerer(open_index(settings.index), encoder, NoMatcher())


def reading_answerer(folder: Path, reports: Mapping[str, str]) -> Answerer:
    """An answerer over reports with the real models, for what hangs on reading a question with a sentence."""
    settings = _settings(folder, reports)
    rebuild(settings)
    return open_answerer(settings)


def _settings(folder: Path, reports: Mapping[str, str]) -> Settings:
    (folder / "corpus").mkdir()
    for name, text in reports.items():
        (folder / "corpus" / name).write_text(text, encoding="utf-8")
    return Settings(folder / "corpus", folder / "index", folder)
