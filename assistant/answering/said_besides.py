"""What a report says beside a finding that a question may ask for: how sure it is, and whether it was told before."""

from __future__ import annotations

import re
from typing import NamedTuple

from assistant.answering.context import Context
from assistant.answering.draft import Said
from assistant.indexing.units import Unit
from assistant.retrieval.cues import asks
from assistant.retrieval.stance import TOLD_BEFORE
from assistant.types import QuestionType, Span, StatementKind

_OVERLAP = r"\branges?\b.*\boverlap|\boverlap\w*\b.*\branges?\b"
_DOUBTS = re.compile(
    rf"{_OVERLAP}|\b(?:can['\u2019]t|cannot|can not) (?:be (?:sure|certain)|say with|rely)|"
    r"\b(?:hard|difficult|not possible|impossible) to (?:compare|rely|say|know|tell|draw)|\bwith (?:some )?caution\b|"
    r"\bcautions? (?:that|against)\b|\bsmall (?:numbers?|sample)|\bmislead(?:ing)?\b|\bconfident that\b|"
    r"\b(?:doesn['\u2019]t|does not|don['\u2019]t|do not) (?:necessarily )?(?:show|prove|mean)\b",
    re.IGNORECASE,
)


class Besides(NamedTuple):
    """What a sentence near the best one may say."""

    told: re.Pattern[str]
    back: int
    """Sentences before the best among which it may stand."""
    on: int
    """The same after it."""


_DONE = re.compile(
    r"\b(?:(?:ha[sd]|have) (?:since |now |already |recently )?(?:improved (?:its|their|the|this)|taken (?:\w+ )?steps|"
    r"made (?:\w+ )?(?:changes|improvements|progress)|responded|acted on this|changed (?:its|their|the)|"
    r"addressed this)|took (?:\w+ )?steps|made changes)\b[^.]*\.?$",
    re.IGNORECASE,
)
"""What only announces that something was done: the sentence after it says what."""
DOUBTS, RANGES = Besides(_DOUBTS, 0, 3), Besides(re.compile(_OVERLAP, re.IGNORECASE), 0, 3)
BEFORE = Besides(TOLD_BEFORE, 20, 20)


def said_besides(context: Context, unit: Unit) -> list[Said]:
    """The sentence near a unit that says how sure it is or that it was told before, where a question wants that."""
    wanted = _wanted(context)
    found = _nearest(context, unit, wanted) if wanted else _what_was_done(context, unit)
    if found is None:
        return []
    quote = context.cite(unit, found)
    return [Said(StatementKind.QUALIFIER, f"\u201c{quote.quote}\u201d", (quote,))]


def _nearest(context: Context, unit: Unit, wanted: Besides) -> Span | None:
    """The sentence of a unit's section next to it that says what is wanted; None where it does itself or none does."""
    report, spans = context.report(unit.report), context.section_sentences(unit)
    at = spans.index(unit.span)
    near = spans[max(0, at - wanted.back) : at + wanted.on + 1]
    telling = [span for span in near if wanted.told.search(report.quote(span))]
    return None if unit.span in telling else min(telling, key=lambda s: abs(spans.index(s) - at), default=None)


def _what_was_done(context: Context, unit: Unit) -> Span | None:
    """The sentence after one that only announces a change, where a question asks what was done."""
    if not asks("what is done", context.question.alone.lower()) or not _DONE.search(unit.text):
        return None
    spans = context.section_sentences(unit)
    after = spans.index(unit.span) + 1
    return spans[after] if after < len(spans) else None


def _wanted(context: Context) -> Besides | None:
    question = context.question
    text = question.clear.lower().replace("\u2019", "'")
    if asks("told before", text):
        return BEFORE
    if asks("is it sure", text):
        return DOUBTS
    return RANGES if question.asked.type is QuestionType.COMPARE else None
