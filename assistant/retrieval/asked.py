"""What a question asks for: the sort of figure, a date, a reason, a grade, a list, a yes or no."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.retrieval.cues import asks
from assistant.types import Figure, FigureKind, QuestionType

_YES_NO = re.compile(
    r"^(?:so |and |but |ok |okay |please |can you tell me (?:if|whether) |tell me (?:if|whether) |"
    r"do you know (?:if|whether) |i(?:'d| would) like to know (?:if|whether) )*"
    r"(?:is|are|was|were|did|does|do|has|have|had|can|could|will|would|should|isn't|aren't|wasn't|weren't|didn't|doesn't|don't|hasn't|haven't|am|any)\b",
    re.IGNORECASE,
)
_EXPLAINS = re.compile(
    r"^(?:so |and |but |ok )*(?:why\b|how come\b|how (?:do|does|did|is|are|was|were) (?!.*\bcompare)|"
    r"where\b|who\b|what (?:does|do) \w+ (?:mean|do)\b)",
    re.IGNORECASE,
)
"""Questions that ask for an explanation, a place or a person, whatever figures they mention."""
_WHY = re.compile(
    r"^(?:so |and |but |ok )*(?:why|how come)\b|\breasons? (?:given |stated |cited |offered )?(?:for|why|behind)\b",
    re.IGNORECASE,
)
_KNOWS = re.compile(
    r"(?:^|[:,] )(?:so |and |but |ok )*(?:is|are|was|were|did|does|do|can|could)\b.*"
    r"\b(?:know|knew|say|sure|aware|tell|monitor|track|check)\b (?:of )?how (?:many|much|often|long)\b",
    re.IGNORECASE,
)
"""Whether somebody knows a figure is asked, and not the figure."""
_WH = re.compile(r"\b(?:what|which|who|whose|whom|why|when|where|how|whats|hows|whos)\b", re.IGNORECASE)
_EMBEDDED_YES_NO = re.compile(
    r"[,;:.?-]\s*(?:is|are|was|were|did|does|do|has|have|had|can|will|should)\s+(?:the|it|they|there|officers|staff|any|all|every|most|\w+s)\b[^?.]*\?*$",
    re.IGNORECASE,
)

_TAG = re.compile(
    r"[,;:.?-]\s*(?:is|was) (?:that|this|it) (?:so|right|true|correct|the case|fair|still true)\s*\?*$|"
    r",\s*(?:right|correct|true|yes|yeah|no|innit)\s*\?+$",
    re.IGNORECASE,
)
"""What turns a claim into a question: whatever figure it names, yes or no is asked for."""

_BY_WHEN = re.compile(r"(?:so |and )?(?:by|since) when\b")
_HOW_MANY = re.compile(r"(?:so |and |but |ok )*how many\b")
_NAMED_SHARE = re.compile(r"\b\d[\d.]* ?(?:%|per ?cent)")
"""A share that only says which ones are to be counted: `how many forces hit the 90 percent standard`."""
_WHEN = re.compile(r"(?:so |and |but |ok )*when (?:will|did|does|do|is|are|was|were|has|have|should|must)\b")
_HOW_MUCH_TIME = re.compile(
    r"\bhow much (?:\w+ )?time\b.*\b(?:sav(?:e[sd]?|ing)|free[sd]?|freeing|wast(?:e[sd]?|ing)|los(?:es?|t))\b"
)
_NO_SHARE = re.compile(r"\bnot (?:the |as |in )?(?:a )?(?:%|per ?cent\w*)")
_WITHIN = re.compile(
    r"\b(?:(?:with)?in|inside) (?:under )?(?:\d+|ten|fifteen|twenty|sixty) "
    r"(?:seconds?|secs?|minutes?|mins?|hours?|hrs?)\b",
    re.IGNORECASE,
)
"""A limit that is named isn't what is asked for."""

_PORTION = re.compile(
    r"\bhow much (?:of (?:it|that|this|the \w+|its \w+|their \w+) )?(?:comes?|came|is|was)(?: raised| paid)? from\b"
)
"""How much of a sum comes from somewhere may be told in pounds or as a share."""

_HOW_MANY_THINGS = re.compile(
    r"\bhow many (?!(?:\w+ )?(?:years|months|weeks|days|hours|minutes|seconds|mins|hrs|secs)\b)\w+"
)
"""Things are counted, however long they waited."""
_ON_WHAT = re.compile(
    r"^(?:so |and |but |ok |okay )*what (?:did|do|does|will|would|is|are|was|were|has|have|else)\b.*"
    r"\bspen[dt]\w*\b.*\bon\b"
)
"""What money goes to is no sum."""

_KINDS: tuple[tuple[str, FigureKind], ...] = (
    ("times", FigureKind.TIMES),
    ("rate", FigureKind.RATE),
    ("money", FigureKind.MONEY),
    ("percent", FigureKind.PERCENT),
    ("points", FigureKind.POINTS),
    ("duration", FigureKind.DURATION),
    ("date", FigureKind.DATE),
    ("share", FigureKind.SHARE),
    ("count", FigureKind.COUNT),
)
_ALSO: dict[FigureKind, frozenset[FigureKind]] = {
    FigureKind.PERCENT: frozenset({FigureKind.PERCENT, FigureKind.SHARE, FigureKind.POINTS}),
    FigureKind.SHARE: frozenset({FigureKind.SHARE, FigureKind.COUNT, FigureKind.PERCENT}),
    FigureKind.COUNT: frozenset({FigureKind.COUNT, FigureKind.SHARE, FigureKind.TIMES}),
    FigureKind.RATE: frozenset({FigureKind.RATE}),
    FigureKind.TIMES: frozenset({FigureKind.TIMES}),
    FigureKind.MONEY: frozenset({FigureKind.MONEY}),
    FigureKind.DURATION: frozenset({FigureKind.DURATION, FigureKind.RATE}),
    FigureKind.DATE: frozenset({FigureKind.DATE}),
    FigureKind.POINTS: frozenset({FigureKind.POINTS, FigureKind.PERCENT}),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question asks for."""

    type: QuestionType
    figure: FigureKind | None
    """The sort of figure that would answer; None where none is asked for or any would do."""
    wants_figure: bool
    reason: bool
    person: bool
    yes_no: bool
    """Whether it can be answered with yes or no, whatever its type."""
    definition: bool
    phrase: bool
    """Whether it is a bare phrase such as `101 abandon rate`, which may ask for a figure without saying so."""
    grade: bool
    """Whether it speaks of grades, whatever its type."""
    as_before: bool = False
    """Whether the sort of figure is only that of the answer before."""

    def fits(self, kind: FigureKind, text: str = "") -> bool:
        """Whether a figure of a kind can answer it; by its text also money per head, which is a rate."""
        money = self.figure is FigureKind.MONEY and text.startswith("\u00a3")
        return self.figure is None or kind in _ALSO[self.figure] or money

    def fits_any(self, figures: Iterable[Figure]) -> bool:
        """Whether one of some figures can answer it."""
        return any(self.fits(figure.kind, figure.text) for figure in figures)


def asked_of(question: str) -> Asked:
    """Read what a question asks for from its words alone."""
    text = _NO_SHARE.sub("", _WITHIN.sub("", question.lower().replace("\u2019", "'")))
    text = _NAMED_SHARE.sub(" ", text) if _HOW_MANY.match(text) else text
    figure = (
        FigureKind.DATE
        if _BY_WHEN.match(text) or _WHEN.match(text)
        else next((kind for cue, kind in _KINDS if asks(cue, text)), None)
    )
    if _HOW_MUCH_TIME.search(text):
        figure = FigureKind.DURATION
    if figure is FigureKind.MONEY and re.search(r"\btime\b", text) and not re.search(r"\bovertime\b|\u00a3", text):
        figure = FigureKind.PERCENT
    if figure is FigureKind.MONEY and re.search(r"\bhow many\b|\bnumber of\b|%|percent", text):
        figure = FigureKind.COUNT if not asks("percent", text) else FigureKind.PERCENT
    if figure is FigureKind.DURATION and _HOW_MANY_THINGS.search(text):
        figure = FigureKind.COUNT
    portion = figure is FigureKind.MONEY and bool(_PORTION.search(text))
    on_what = bool(_ON_WHAT.search(text))
    figure = None if portion or on_what else figure
    counts = re.search(r"\bhow (?:many|much|often)\b|%|\bper ?cent", text)
    why = bool(_WHY.search(text))
    if _TAG.search(text) or _KNOWS.search(text) or why or (_EXPLAINS.match(text) and not counts):
        figure = None
    wants = portion or (figure is not None and figure is not FigureKind.DATE)
    wants = wants or bool(asks("figure", text) and not (_EXPLAINS.match(text) or on_what or why))
    reason, person = asks("reason", text), asks("person", text)
    grade = asks("grade", text) and not asks("graded otherwise", text)
    yes_no = bool(_YES_NO.match(text) or _TAG.search(text))
    yes_no = yes_no or bool(_EMBEDDED_YES_NO.search(text) and not _WH.search(text.split(",")[-1]))
    kind = _type(text, figure is not None or wants, grade, yes_no)
    return Asked(kind, figure, wants, reason, person, yes_no, asks("definition", text), _is_phrase(text), grade)


def _is_phrase(text: str) -> bool:
    return not _WH.search(text) and not _YES_NO.match(text) and not _EMBEDDED_YES_NO.search(text)


def _type(text: str, figure: bool, grade: bool, yes_no: bool) -> QuestionType:
    if asks("compare", text):
        return QuestionType.COMPARE
    if grade and not figure:
        return QuestionType.GRADE
    if asks("meta", text) and not figure:
        return QuestionType.META
    if asks("list", text) and not yes_no and not figure:
        return QuestionType.LIST
    if yes_no:
        return QuestionType.YES_NO
    return QuestionType.FIGURE if figure else QuestionType.FINDING
