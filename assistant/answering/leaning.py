"""What a sentence leans on: the one that it points back to, and the one after it that takes it back."""

from __future__ import annotations

import re

from assistant.answering.context import Context
from assistant.indexing.units import Unit
from assistant.reading.sentences import sentences_of
from assistant.retrieval.cues import asks
from assistant.retrieval.others import speaks_of_others
from assistant.types import BlockKind, Citation, Span

_POINTS_BACK = re.compile(
    r"^(?:however, |but |and |also, |instead, )?(?:this|it|these|they|those|such)\b|"
    r"^.{0,50}\b(?:in|of|with|to) (?:this|these|that|those)\b|^of (?:these|those|them)\b|"
    r"^(?:in |during )?(?:the|a) (?:\w+ )?year (?:before|earlier)\b|^in the (?:previous|preceding) year\b|"
    r"^.{0,40}\b(?:told (?:us|inspectors)|said)(?: that)? (?:this|these) |^for [^,.]{3,50}, (?:it|this) (?:is|was)\b",
    re.IGNORECASE,
)
_EXPLAINS = re.compile(
    r"\b(?:this|these) (?:is|was|are|were) (?:mainly |partly |largely )?(?:because|due to)\b", re.IGNORECASE
)
"""What is explained may be said a sentence further up."""
_TAKES_BACK = re.compile(
    r"(?:however,|but) |(?:we|this) (?:haven|hasn|can|couldn)['\u2019]t (?:yet |be |been )*"
    r"(?:check|verif|confirm|test|inspect|audit|sure)",
    re.IGNORECASE,
)


def proof_of(context: Context, unit: Unit) -> tuple[Citation, ...]:
    """The citation of a unit; one that starts with `This` or `It` is cited with the sentence it points back to."""
    if unit.kind is BlockKind.ITEM:
        return (context.cite(unit),)
    before = _pointed_to(context, unit) if _POINTS_BACK.search(unit.text) else None
    if before and _EXPLAINS.search(unit.text) and _is_aside(context.report(unit.report).quote(before)):
        before = sentence_before(context, unit, 2) or before
    return (context.cite(unit, Span(before.start, unit.span.end)) if before else context.cite(unit),)


def _is_aside(text: str) -> bool:
    """Whether a sentence only adds to the one before it: it points back, or speaks of other forces."""
    return bool(_POINTS_BACK.search(text)) or speaks_of_others(text)


def takes_back(text: str) -> bool:
    """Whether a sentence limits or contradicts the one before it."""
    return bool(_TAKES_BACK.match(text))


def sets_against(text: str) -> bool:
    """Whether a sentence sets the figure of another against a standard, a range, other forces or an earlier time."""
    return asks("set against", text.lower().replace("\u2019", "'"))


def _pointed_to(context: Context, unit: Unit) -> Span | None:
    """What a sentence points back to: the one before it, be it the last of the paragraph before."""
    before = sentence_before(context, unit)
    blocks = context.section(unit).blocks
    earlier = blocks[unit.block - 1] if before is None and unit.block else None
    if earlier is None or earlier.kind is not BlockKind.PARAGRAPH:
        return before
    return list(sentences_of(context.report(unit.report), earlier))[-1]


def sentence_before(context: Context, unit: Unit, steps: int = 1) -> Span | None:
    """The sentence so many before a unit in its paragraph; None where there is none."""
    spans = context.sentences(unit)
    at = spans.index(unit.span)
    return spans[at - steps] if at >= steps else None


def sentence_after(context: Context, unit: Unit) -> Span | None:
    """The sentence after a unit in its paragraph; None where there is none."""
    spans = context.sentences(unit)
    at = spans.index(unit.span)
    return spans[at + 1] if at + 1 < len(spans) else None
