"""Scores in all and per kind, as a table of percentages."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from assistant.evaluation.scoring import Score

_ORDER = ("figure", "table", "grade", "finding", "list", "yes_no", "compare", "meta", "unanswerable")
_LONG = 1500


class Share(NamedTuple):
    """So many of so many."""

    hits: int
    of: int

    def __str__(self) -> str:
        return f"{100 * self.hits / self.of:.1f}%" if self.of else "-"


class Summary(NamedTuple):
    """The measures over some questions. Those on proof and abstaining are taken of the answerable ones."""

    questions: int
    answer: Share
    cite: Share
    section: Share
    wrong: Share
    over_abstained: Share
    fidelity: Share
    early: Share


COLUMNS = ("kind", "n", "answer", "cite", "section", "wrong", "over-abst", "fidelity", "acc@400")


def summarise(scores: Iterable[Score]) -> Summary:
    """The measures over some scores."""
    every = tuple(scores)
    answerable = [each for each in every if each.answerable]
    return Summary(
        questions=len(every),
        answer=_share(each.right for each in every),
        cite=_share(each.cited for each in answerable),
        section=_share(each.section for each in answerable),
        wrong=_share(each.wrong for each in every),
        over_abstained=_share(each.abstained or each.missing for each in answerable),
        fidelity=Share(sum(each.verbatim for each in every), sum(each.quotes for each in every)),
        early=_share(each.early for each in answerable),
    )


def kinds_of(scores: Iterable[Score]) -> list[str]:
    """The kinds of question there are, the well-known ones first."""
    found = {each.kind for each in scores}
    return [kind for kind in _ORDER if kind in found] + sorted(found.difference(_ORDER))


def table(scores: Sequence[Score]) -> str:
    """The measures per kind, over the answerable, and over all, with a note on lengths."""
    rows = [COLUMNS, *(_row(name, few) for name, few in _groups(scores))]
    lines = ["".join((cells[0].ljust(16), *(cell.rjust(10) for cell in cells[1:]))) for cells in rows]
    return "\n".join((*lines, *_notes(scores)))


def _groups(scores: Sequence[Score]) -> Iterator[tuple[str, list[Score]]]:
    for kind in kinds_of(scores):
        yield kind, [each for each in scores if each.kind == kind]
    yield "answerable", [each for each in scores if each.answerable]
    yield "all", list(scores)


def _row(name: str, scores: list[Score]) -> tuple[str, ...]:
    return (name, *(str(value) for value in summarise(scores)))


def _notes(scores: Sequence[Score]) -> Iterator[str]:
    both = _share(each.all_reports for each in scores)
    if both.of:
        yield f"every report cited that is needed, where it is more than one: {both.hits} of {both.of}"
    lengths = [each.length for each in scores if each.length]
    if lengths:
        long = sum(length > _LONG for length in lengths)
        median = statistics.median(lengths)
        yield f"answer length: median {median:.0f} characters, longest {max(lengths)}; over {_LONG:,}: {long}"


def _share(values: Iterable[bool | None]) -> Share:
    taken = [value for value in values if value is not None]
    return Share(sum(taken), len(taken))
