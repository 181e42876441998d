"""The figures of a sentence: value, kind and what is counted, each at its place."""

from __future__ import annotations

import re
from functools import cache

from assistant.indexing.periods import MONTH, periods_in
from assistant.reading.numbers import DIGITS, NUMBER, WORD, value_of
from assistant.types import Figure, FigureKind, Span

_COMPOUND = r"stop and search(?:es)?|right to (?:ask|know)|uses? of force|call(?:s)? for service"
_NOUN = rf"(?P<noun>(?: (?:{_COMPOUND}|999|101|level \d|[a-z][\w'\u2019-]*)){{0,7}})"
_CALLED = (
    r"(?:abandon\w*|agents?|answer\w*|calls?|callers?|contacts?|demands?|emergenc\w+|handlers?|lines?|numbers?|operators?|"
    r"queues?|rates?|recordings?|responses?|services?|standards?|systems?|targets?|times|users?|waits?|"
    r"as|does|has|is|its|this|was)\b"
)
_COUNTED = rf" (?!{_CALLED})[a-z]+s\b| people\b|[.,]\d| ?%| percent| (?:out )?of(?: the| these| those)? \d"
_BEFORE = rf"(?<![\w.,/\u00a3])(?<!\d[\u2013-])(?!(?:999|101|111|112)\b(?!{_COUNTED}))"
"""Figures don't start inside a word, a date or a range of years; a telephone number is one unless it counts things that
nobody calls: `101 calls` tells where they came in, `101 officers` how many there are."""
_MINUS = r"(?:(?P<minus>[-\u2212\u2013])(?=\d))?"
_KINDS = (
    (
        FigureKind.RATE,
        rf"\u00a3?(?P<a>{NUMBER}){_NOUN} (?P<per>(?:per|for every|in every) (?:\d[\d,]*(?: [a-z]+)?|"
        rf"(?:hundred|thousand|million)(?: [a-z]+)?|head|"
        rf"officer|month|year|week|day))",
    ),
    (
        FigureKind.MONEY,
        rf"\u00a3(?P<a>{DIGITS})(?:\s?[\u2013-]\s?\u00a3?(?P<b>{DIGITS}))?(?:\s?(?P<scale>million|m|billion|bn|thousand|k)\b)?",
    ),
    (FigureKind.MONEY, rf"(?P<a>{NUMBER})(?: (?P<scale>million|billion|thousand))? pounds\b"),
    (FigureKind.POINTS, rf"{_MINUS}(?P<a>{DIGITS})\s?percentage points?"),
    (FigureKind.PERCENT, rf"{_MINUS}(?P<a>{NUMBER})\s?(?:%|per ?cent\b){_NOUN}"),
    (
        FigureKind.SHARE,
        rf"(?P<a>\b{WORD}\b|{DIGITS}) (?:out of|of|in|from)(?: the| these| those| all|"
        rf" its| their| every)? (?P<b>\b{WORD}\b|{DIGITS})(?![\d.,]*\s?(?:percent|%|/)){_NOUN}",
    ),
    (FigureKind.TIMES, rf"(?P<a>{NUMBER}) times(?: (?:more|less|higher|lower|as|the)\b|(?=[.,;)]|$))"),
    (
        FigureKind.DURATION,
        rf"(?P<a>{NUMBER})[ -](?:working |calendar )?(?:seconds?|minutes?|hours?|days?|weeks?|months?|"
        rf"years?)\b(?!\s+(?:ending|to \d))(?:,? (?:and )?{NUMBER} (?:seconds?|minutes?|hours?|days?|months?)\b)?",
    ),
    (
        FigureKind.COUNT,
        rf"(?P<a>{NUMBER})(?:\s?(?P<scale>million|billion|thousand|m|bn|k)\b)?(?![\w\u2013/]|[.,]\d){_NOUN}",
    ),
)


@cache
def _patterns() -> tuple[tuple[FigureKind, re.Pattern[str]], ...]:
    """What finds each kind, made when the first sentence is read: few questions need it."""
    return tuple((kind, re.compile(_BEFORE + pattern, re.IGNORECASE)) for kind, pattern in _KINDS)


_STOPS = re.compile(
    r"(?<!stop)(?<!right)(?<!uses)(?<!use)(?<!call)(?<!calls) (?:and|or|but|that|which|who|were|was|is|are|had|have|"
    r"has|with|to|from|for|in|on|at|by|this|it|we|as|than|of|out|the|when|where|did|didn['\u2019]t|compared|"
    r"between|showed|said|per|should|must|could|would|may|might|can|will|do|does|got|instead|each|again|into|over|under|"
    r"after|before|earlier|later|ago|an?|during|since|because|if|so|more|less|only|not|then|they|he|she|there|using|who['\u2019]d|"
    r"against|led|left|worked|"
    r"(?:had|have|has|is|are|was|were|do|does|could|would)n['\u2019]t)\b.*"
)
_DAY = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)? {MONTH}\b")
"""A day of a year that the sentence doesn't name is a date all the same."""
_LONGEST_BEFORE = 20
"""Characters before a number that tell whether it counts."""
_NOT_COUNTS = re.compile(
    r"(?:outcomes?|figure|table|questions?|chapter|section|page|part|level|operation|version|phase|tier|grade|category|band|"
    r"stage|step|pip)s? $|"
    r"\b(?:per|for every|in every) $",
    re.IGNORECASE,
)


def figures_of(text: str, start: int = 0) -> tuple[Figure, ...]:
    """Every figure of a sentence, in order; digits that belong to a date or a name aren't figures.

    Args:
        text: the sentence.
        start: where it begins in the report's text; the figures' spans are offsets there.
    """
    taken = bytearray(len(text))
    for a, b in (*periods_in(text), *(day.span() for day in _DAY.finditer(text))):
        taken[a:b] = b"\1" * (b - a)
    found: list[Figure] = []
    for kind, pattern in _patterns():
        for match in pattern.finditer(text):
            a, b = match.start(), max(match.end(group) for group in ("a", "b", "per") if group in pattern.groupindex)
            if not any(taken[a:b]) and _counts(kind, text, match):
                found.append(_figure(kind, match, start))
                last = found[-1].span.end - start if kind is FigureKind.DURATION else b  # `3 minutes and 10 seconds`
                taken[a:last] = b"\1" * (last - a)
    return tuple(sorted(found, key=lambda figure: figure.span))


def _figure(kind: FigureKind, match: re.Match[str], start: int) -> Figure:
    groups = match.groupdict()
    scale = groups.get("scale") or ""
    values = [("-" if groups.get("minus") else "") + value_of(groups["a"], scale)]
    if groups.get("b"):
        values.append(value_of(groups["b"], scale))
    noun = _STOPS.sub("", groups.get("noun") or "")
    words = match[0] if groups.get("per") else match[0][: len(match[0]) - len(groups.get("noun") or "")]
    if kind in (FigureKind.COUNT, FigureKind.SHARE):
        words += noun
    words = words.rstrip()
    span = Span(start + match.start(), start + match.start() + len(words))
    return Figure(kind, words, tuple(values), noun.strip(), span)


def _counts(kind: FigureKind, text: str, match: re.Match[str]) -> bool:
    """Whether a bare number counts something: years, numbered headings, `per 100` and `one of the` don't."""
    if kind is not FigureKind.COUNT:
        return True
    number, before = match["a"], text[max(0, match.start() - _LONGEST_BEFORE) : match.start()]
    if re.fullmatch(r"(?:19|20)\d\d", number) or _NOT_COUNTS.search(before):
        return False
    return number[0].isdigit() or number.lower() != "one"
