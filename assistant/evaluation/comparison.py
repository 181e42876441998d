"""Two batches over the same questions: what got better, what got worse, and whether it could be chance.

The test is McNemar's, exact: if nothing had changed, a question that came out differently would be as likely better as
worse. The interval is a bootstrap over groups of questions that ask for the same thing, since those come out together.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import comb

from assistant.evaluation.metrics import kinds_of
from assistant.evaluation.scoring import Score

SEED = 20261122
RESAMPLES = 2000

_LEVEL = 0.95


@dataclass(frozen=True, slots=True)
class Comparison:
    """An old and a new batch over the questions of one kind."""

    kind: str
    count: int
    old_right: int
    new_right: int
    better: tuple[str, ...]
    """The ids of questions that are right only in the new batch."""
    worse: tuple[str, ...]
    chance: float
    """How likely a change as lopsided as this one is where nothing has changed."""
    interval: tuple[float, float]
    """The change in the share of right answers, in percentage points, at 95 percent."""


def compare(old: Sequence[Score], new: Sequence[Score]) -> tuple[Comparison, ...]:
    """The comparison per kind and over all, of the questions in both."""
    before = {each.id: each for each in old}
    pairs = [(before[each.id], each) for each in new if each.id in before]
    kinds = kinds_of(after for _, after in pairs)
    per_kind = [_compare(kind, [pair for pair in pairs if pair[1].kind == kind]) for kind in kinds]
    return (*per_kind, _compare("all", pairs))


def mcnemar(better: int, worse: int) -> float:
    """The two-sided exact probability of so lopsided a change by chance."""
    changed = better + worse
    tail = sum(comb(changed, few) for few in range(min(better, worse) + 1))
    return min(1.0, 2 * tail / (1 << changed))


def bootstrap(changes: Mapping[str, Sequence[int]], *, seed: int = SEED) -> tuple[float, float]:
    """The interval of the mean change, in percentage points, by drawing groups anew.

    Args:
        changes: for each group, the change of each of its questions: 1 better, 0 the same, -1 worse.
        seed: the same seed gives the same interval.
    """
    if not changes:
        return (0.0, 0.0)
    draws = random.Random(seed)  # noqa: S311 - statistics, no secret
    sums = [(sum(group), len(group)) for group in changes.values()]
    means = sorted(_mean(draws.choices(sums, k=len(sums))) for _ in range(RESAMPLES))
    cut = round((1 - _LEVEL) / 2 * RESAMPLES)
    return means[cut], means[-cut - 1]


def comparison_text(comparisons: Iterable[Comparison]) -> str:
    """A table per kind, then the questions that changed."""
    every = tuple(comparisons)
    return "\n".join((_HEADING, *(_row(each) for each in every), *_changes(every[-1])))


_HEADING = f"{'kind':16}{'n':>5}{'old':>9}{'new':>9}{'better':>8}{'worse':>7}{'p':>8}   change, 95 percent interval"


def _compare(kind: str, pairs: Sequence[tuple[Score, Score]]) -> Comparison:
    better = tuple(after.id for before, after in pairs if after.right and not before.right)
    worse = tuple(after.id for before, after in pairs if before.right and not after.right)
    changes: dict[str, list[int]] = defaultdict(list)
    for before, after in pairs:
        changes[after.group].append(after.right - before.right)
    return Comparison(
        kind=kind,
        count=len(pairs),
        old_right=sum(before.right for before, _ in pairs),
        new_right=sum(after.right for _, after in pairs),
        better=better,
        worse=worse,
        chance=mcnemar(len(better), len(worse)),
        interval=bootstrap(changes),
    )


def _mean(groups: Sequence[tuple[int, int]]) -> float:
    return 100 * sum(change for change, _ in groups) / sum(size for _, size in groups)


def _row(each: Comparison) -> str:
    old, new = (f"{100 * right / each.count:.1f}%" if each.count else "-" for right in (each.old_right, each.new_right))
    low, high = each.interval
    counts = f"{each.kind:16}{each.count:>5}{old:>9}{new:>9}{len(each.better):>8}{len(each.worse):>7}"
    return f"{counts}{each.chance:>8.3f}   {low:+.1f} to {high:+.1f} points"


def _changes(every: Comparison) -> Iterator[str]:
    for name, ids in (("better", every.better), ("worse", every.worse)):
        if ids:
            yield f"{name}: {', '.join(ids)}"
