"""Whether a quote is the evidence: one holds the other, or they share most of their words and all of their figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from assistant.evaluation.wording import words

# In words; sentences of these reports that are shorter are too much alike to be told apart by most of their words.
_SENTENCE = 12
_ALIKE = 0.6
_SHORT_ALIKE = 0.8
_WHOLE_EVIDENCE = 3
_PART_OF_EVIDENCE = 4
_ROW_SPREAD = 6


def overlaps(quote: str, evidence: str) -> bool:
    """Whether a quote holds a sentence of evidence, or nearly."""
    quoted, sought = words(quote), words(evidence)
    if not quoted or not sought:
        return False
    if quoted == sought or _one_holds_the_other(quoted, sought):
        return True
    figures, sought_figures = _figures(quoted), _figures(sought)
    if not (figures <= sought_figures or sought_figures <= figures):
        return False
    if len(sought_figures) >= 2 and sought_figures <= figures and len(sought) < _SENTENCE:
        return _is_row(quoted, sought)
    enough = _SHORT_ALIKE if min(len(quoted), len(sought)) < _SENTENCE else _ALIKE
    return likeness(quoted, sought) >= enough


def holds_run(whole: Sequence[str], run: Sequence[str]) -> bool:
    """Whether words stand one after another in others."""
    return f" {' '.join(run)} " in f" {' '.join(whole)} "


def in_order(few: Iterable[str], many: Iterable[str]) -> bool:
    """Whether words stand in others in their order, with anything between them."""
    rest = iter(many)
    return all(word in rest for word in few)


def likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """The F1 of the words that two texts share, each as often as both have it."""
    shared = sum((Counter(one) & Counter(other)).values())
    return 2 * shared / (len(one) + len(other)) if one and other else 0.0


def _one_holds_the_other(quoted: list[str], sought: list[str]) -> bool:
    whole = len(sought) >= _WHOLE_EVIDENCE and holds_run(quoted, sought)
    return whole or (len(quoted) >= _PART_OF_EVIDENCE and holds_run(sought, quoted))


def _is_row(quoted: list[str], sought: list[str]) -> bool:
    """A table row, perhaps quoted with the names of its columns put in between."""
    return likeness(quoted, sought) >= _ALIKE or (len(quoted) <= _ROW_SPREAD * len(sought) and in_order(sought, quoted))


def _figures(found: list[str]) -> set[str]:
    return {word for word in found if word[0].isdigit()}
