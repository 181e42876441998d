"""Whose figure is whose: an answer that has both sides of a comparison must not swap them.

The names and figures are found in the answer first, in order. A pair is told where its figure comes next after its
name, or its name next after its figure within the same clause. With two pairs, sentences that compare before they give
the figures are understood as well. Nothing is tested where the answer doesn't hold all of the names and figures.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import permutations
from typing import NamedTuple

from assistant.evaluation.terms import holds, places
from assistant.evaluation.wording import loosen, plain

_REACH = 160  # characters between two mentions that belong together
_CLAUSE_END = re.compile(
    r"[;!?|]|[.,](?!\d)|\s[-–—]\s|\b(?:against|compared|versus|vs|v|while|whereas|but|though|although)\b"
)
_BRACKETS = re.compile(r"\(([^()]*)\)")
_FIGURE_ONLY = re.compile(r"[\d.,%\s]|percent|per cent")
_AND = re.compile(r"[^|:]{0,20} and (?:the )?")


class _Mention(NamedTuple):
    start: int
    end: int
    name: str


_Gap = Callable[[str], bool]
_Step = tuple[_Gap, str]


def sides_kept(pairs: Sequence[Sequence[str]], answer: str) -> bool:
    """Whether no figure stands with another's name."""
    names = [name for pair in pairs for name in pair]
    loose = loosen(answer)
    if not all(holds(name, loose) for name in names):
        return True
    told = _Told(_clauses(answer), {loosen(name) for name in names})
    sought = [(loosen(label), loosen(figure)) for label, figure in pairs]
    if all(told.reads(label, (_near, figure)) or told.reads(figure, (_same_clause, label)) for label, figure in sought):
        return True
    return len(sought) == 2 and any(_compared(told, *first, *second) for first, second in permutations(sought))


def _compared(told: _Told, one: str, one_figure: str, other: str, other_figure: str) -> bool:
    """Both names come first: `Kent is above the median: 84.4 against 82.9`, `… the median of 82.9, at 84.4`."""
    a, b = one_figure, other_figure
    together = told.reads(one, (_joined, other))
    return (
        told.reads(one, (_near, other), (_later, a), (_near, b))
        or told.reads(one, (_joined, other), (_near, a), (_near, b))
        or (told.reads(one, (_near, other), (_same_phrase, b), (_near, a)) and not together)
        or told.reads(one, (_near, other), (_later, a), (_near, other), (_same_phrase, b))
        or told.reads(one, (_near, other), (_later, a), (_near, b), (_same_phrase, other))
    )


class _Told:
    """The mentions of an answer, and whether some of them follow each other in a given way."""

    def __init__(self, text: str, names: set[str]) -> None:
        self._text = text
        found = (_Mention(start, start + len(name), name) for name in names for start in places(name, text))
        self._mentions = sorted(found)

    def reads(self, first: str, *steps: _Step) -> bool:
        """Whether a mention of `first` is followed by each step's name, across a gap that the step allows."""
        return any(self._goes_on(mention, steps) for mention in self._mentions if mention.name == first)

    def _goes_on(self, mention: _Mention, steps: tuple[_Step, ...]) -> bool:
        if not steps:
            return True
        (fits, name), *rest = steps
        return any(
            following.name == name
            and fits(self._text[mention.end : following.start])
            and self._goes_on(following, tuple(rest))
            for following in self._next(mention)
        )

    def _next(self, mention: _Mention) -> list[_Mention]:
        after = [each for each in self._mentions if each.start >= mention.end]
        return [each for each in after if each.start == after[0].start]


def _near(gap: str) -> bool:
    return len(gap) <= _REACH


def _same_clause(gap: str) -> bool:
    return _near(gap) and "|" not in gap


def _same_phrase(gap: str) -> bool:
    return _same_clause(gap) and ":" not in gap


def _later(gap: str) -> bool:
    """In a later clause, or after a colon."""
    breaks = (match.start() for match in re.finditer(r"[|:]", gap))
    return any(at <= _REACH and len(gap) - at - 1 <= _REACH for at in breaks)


def _joined(gap: str) -> bool:
    """This `and the` that."""
    return _AND.fullmatch(gap) is not None


def _clauses(answer: str) -> str:
    """The answer loosened, with | where a clause ends and : where a colon stood."""
    text = _BRACKETS.sub(_bracket, plain(answer).lower().replace("\n", " ; "))
    parts = (part for part in _CLAUSE_END.split(text) if part.strip())
    return " | ".join(" : ".join(loosen(piece) for piece in part.split(":")) for part in parts)


def _bracket(match: re.Match[str]) -> str:
    """A figure with words in brackets is an aside; a name or a figure alone belongs to its sentence."""
    inside = match[1]
    is_aside = re.search(r"\d", inside) and _FIGURE_ONLY.sub("", inside)
    return f" ; {inside} ; " if is_aside else f" {inside} "
