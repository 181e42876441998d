"""Two questions in one: each is answered, the second as a follow-up to the first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answering.lists import LABEL
from assistant.answering.refusal import without_held
from assistant.types import Answer, Citation, Statement, Status

_ASKS = (
    r"(?:when|who(?:'?s)?|whose|why|where|which|what(?:'?s)?|how(?:'?s)?|since when|by (?:when|how much|what)|"
    r"is|are|was|were|did|does|do|has|have)"
)
_TWO = re.compile(
    rf"^(?P<first>.{{8,}}?)(?:\?+\s+(?:and |also )?|[,;]?\s+(?:and|&)\s+)(?P<second>{_ASKS}\b.+|{_ASKS})\??$",
    re.IGNORECASE | re.DOTALL,
)
_METRIC = r"(?:rates?|percentages?|proportions?|shares?|numbers?|grades?|averages?|totals?|times?)"
_BESIDE = r"[,;]?\s+(?:and|&|plus)\s+"
_TWO_METRICS = tuple(
    re.compile(pattern, re.IGNORECASE | re.DOTALL)
    for pattern in (
        rf"^(?P<first>.{{3,}}?\b{_METRIC}){_BESIDE}(?P<second>(?!(?:the )?{_METRIC}\b).*?\b{_METRIC}\b.*)$",
        rf"^(?P<first>.*?\b{_METRIC} of .+?){_BESIDE}(?P<second>(?:the )?{_METRIC} of .+)$",
    )
)
"""Two figures named side by side, each with its own word for what is measured."""
_LABEL = rf"(?:{LABEL}|recommendations?)"
_TWO_LABELS = re.compile(
    rf"^(?P<before>.*?)\b(?P<first>{_LABEL})(?:,|,? (?:and|&|plus|\+)(?: (?:also )?(?:any|the|how many))?) "
    rf"(?P<second>{_LABEL})\b(?P<after>.*)$",
    re.IGNORECASE | re.DOTALL,
)
"""What a report lists under two labels: `how many AFIs and causes of concern are there`."""
_QUESTION = re.compile(
    rf"(?:^|[,:.;-]\s*|\b(?:know|tell me|say) ){_ASKS}\b|\b(?:number|rate|share|list|percentage) of\b|"
    r"\bhow (?:big|long|many|much|old|often|high|low)$",
    re.IGNORECASE,
)
_OF_THOSE = re.compile(r"how (?:many|much) of (?:those|them|these|that|it)\b", re.IGNORECASE)
"""What leans on a first part, whatever words that is asked in: `overdue visits, and how many of those ...`."""
_WHICH_OF = re.compile(r"\b(?:between|both|compar\w*|difference|better|worse|more|less)\b", re.IGNORECASE)
_MOVES = re.compile(
    r"(?:is|has) (?:it|that|this|the gap) (?:been |now )?(?:got|getting|gone|going|become|becoming)\b", re.IGNORECASE
)
"""Whether what the first part asks for changes: `and is it getting better`."""


def parts_of(question: str) -> tuple[str, ...]:
    """The two questions that a question asks, or itself alone where it asks one."""
    text = question.strip()
    if labels := _TWO_LABELS.match(text):
        return tuple(f"{labels['before']}{labels[one]}{labels['after']}" for one in ("first", "second"))
    two = _TWO.match(text)
    two = two if two and (_QUESTION.search(two["first"]) or _OF_THOSE.match(two["second"])) else None
    found = two or next(filter(None, (pattern.match(text) for pattern in _TWO_METRICS)), None)
    if not found or (_WHICH_OF.search(question) and not _MOVES.match(found["second"])):
        return (question,)
    return found["first"].strip(), found["second"].strip()


def are_lists(parts: Sequence[str]) -> bool:
    """Whether both parts ask for what a report lists under a label, each for itself."""
    return all(re.search(_LABEL, part, re.IGNORECASE) for part in parts)


def joined(question: str, first: Answer, second: Answer) -> Answer | None:
    """One answer to both; None where either is refused or the second adds nothing.

    Args:
        question: the whole question.
        first: the answer to its first part.
        second: the answer to its second part.
    """
    if first.abstained or second.abstained:
        return None
    told = {statement.text for statement in first.statements}
    new = [statement for statement in second.statements if statement.text not in told]
    if not new:
        return None
    citations = tuple(dict.fromkeys((*first.citations, *second.citations)))
    moved = [_renumbered(statement, second.citations, citations) for statement in new]
    return replace(first, question=question, statements=(*first.statements, *moved), citations=citations)


def one_of(question: str, answers: Sequence[Answer]) -> Answer | None:
    """The answer to one of two parts, with the refusal of the other; None where both are answered or neither is."""
    answered = [answer for answer in answers if not answer.abstained]
    refused = [answer for answer in answers if answer.abstained]
    if not answered or not refused:
        return None
    words = f"Not answered: {refused[0].question.strip(' ?')}. {without_held(refused[0].refusal)}"
    return replace(answered[0], question=question, status=Status.PARTLY, refusal=words)


def _renumbered(statement: Statement, own: tuple[Citation, ...], whole: tuple[Citation, ...]) -> Statement:
    return replace(statement, citations=tuple(whole.index(own[number - 1]) + 1 for number in statement.citations))
