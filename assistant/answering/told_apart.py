"""A sentence that gives several figures, told once for each, so that each can be read with the question by itself.

`At the time, it took 63 days for one and 49 days for the other` is told as `At the time, it took 63 days for one` and
`At the time, it took 49 days for the other`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.indexing.units import Unit
from assistant.types import Figure

_BREAK = re.compile(r";|, |\b(?:and|but|while|whereas|or)\b", re.IGNORECASE)
_WEAK_BREAK = re.compile(r"\b(?:compared|against|with)\b|[(:]", re.IGNORECASE)
"""Where one figure's words end and the next one's begin; a weak one counts where there is no other."""
_JOINS = re.compile(
    r"^[\s,;:(]*(?:(?:and|but|while|whereas|or|with|against|compared (?:with|to)|then)\b[\s,]*)*(?:of which )?",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"^(?:it|they|this|each|(?:in |for )?(?:\d[\d,.]* |\w+ )?of (?:these|them|those|which))\b", re.IGNORECASE
)
"""Words that begin a clause which stands alone: what is shared doesn't belong before it."""
_OF_THEM = re.compile(r"\bof (?:these|them|those|which)\b", re.IGNORECASE)
_DID = r"(?:spent|cost|paid|had|has|made|met|took|lost|left|\w{3,}ed) "
_VERB, _LAST_VERB = re.compile(_DID, re.IGNORECASE), re.compile(rf"\b{_DID}$", re.IGNORECASE)
_EDGES = " ,;:()"
FEW = 3


def told_apart(unit: Unit, figures: Sequence[Figure]) -> list[str] | None:
    """What a sentence says of each of its figures: what stands before the first, and the words of its own.

    Args:
        unit: the sentence.
        figures: two or more of its figures, in its order.

    Returns:
        A text for each figure; None where nothing parts two of them: `61 of the force's 338 posts`.
    """
    spans = [(one.span.start - unit.span.start, one.span.end - unit.span.start) for one in figures]
    breaks = [_break(unit.text, before[1], after[0]) for before, after in pairwise(spans)]
    places = [place for place in breaks if place is not None]
    if len(places) < len(breaks):
        return None
    shared, noun = unit.text[: spans[0][0]], _noun(figures[0])
    first, *others = pairwise([0, *places, len(unit.text)])
    owns = [
        _own(unit.text, part, span, "" if one.noun else noun)
        for one, part, span in zip(figures[1:], others, spans[1:], strict=True)
    ]
    said = unit.text[slice(*first)].strip(_EDGES)
    counted = unit.text[spans[0][1] : first[1]].strip(_EDGES)
    return [said, *(_whole(own, shared, counted) for own in owns)]


def _whole(own: str, shared: str, counted: str) -> str:
    """The words about a later figure as a sentence: with what is shared, and with what the first figure is of.

    `47 of them were vacant` is of what was counted before; `spent \u00a38 million` has a verb of its own, and the thing
    that the first one has.
    """
    if _OF_THEM.search(own):
        return _OF_THEM.sub(f"of the {counted}", own, count=1)
    if _WHOLE.match(own):
        return own
    shared = _LAST_VERB.sub("", shared) if _VERB.match(own) else shared
    return shared + own + (f" {counted}" if len(own.split()) <= FEW else "")


def _own(text: str, part: tuple[int, int], figure: tuple[int, int], noun: str) -> str:
    """The words about one figure, with the noun that it shares: `the other 17,450` as `the other 17,450 calls`."""
    bare = text[slice(*figure)].replace(",", "").isalnum()
    words = f"{text[part[0] : figure[1]]}{' ' + noun if bare and noun else ''}{text[figure[1] : part[1]]}"
    return _JOINS.sub("", words).strip(_EDGES)


def _noun(figure: Figure) -> str:
    """What a figure counts, in a few words."""
    return " ".join(figure.noun.split(" of ")[0].split()[:FEW])


def _break(text: str, start: int, end: int) -> int | None:
    """The last place between two figures where the words of one end."""
    for pattern in (_BREAK, _WEAK_BREAK):
        if found := list(pattern.finditer(text, start, end)):
            return found[-1].start()
    return None
