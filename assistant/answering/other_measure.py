"""Whether a figure measures something else than what a question asks for: a sample, a forecast, a change, a rival."""

from __future__ import annotations

import re

from assistant.answering.aims import gives_aim
from assistant.answering.overclaimed import is_of_another_frequency
from assistant.answering.which_figure import RATE_ASKED
from assistant.indexing.units import Unit
from assistant.reading.words import stems_of
from assistant.retrieval.changed import asks_how_far, moves, says_how_far, tells_change
from assistant.retrieval.question import Question
from assistant.retrieval.rivals import conflicts
from assistant.retrieval.times import is_forecast
from assistant.types import Figure, FigureKind

_SAMPLE = re.compile(
    r"\b(?:examined|reviewed|looked at|watched|audited|sampled|dip[- ]sampled|sample of|review of|audit of)"
    r"(?: (?:a|the|some|about|around|over|sample|of|total|further|another|these|those|records?|files?|cases?)){0,5}"
    r"\s*$",
    re.IGNORECASE,
)
_IN_SAMPLE = re.compile(r"[^.;]{0,50}\b(?:in|of|from) (?:our|the|a|this) (?:sample|audit|review)\b", re.IGNORECASE)
_OF_SAMPLE = re.compile(
    r"\b(?:examin\w*|review\w*|look(?:ed|ing)? at|watch\w*|audit\w*|sampl\w*|cases?|records?|checked|inspect\w*|tested|"
    r"files?|videos?|survey\w*|respond\w*)\b",
    re.IGNORECASE,
)
_AIM_IS = re.compile(r"\b(?:targets?|aims?|limits?|standards?|policy|goals?) (?:[\w'\u2019-]+ ){0,6}$", re.IGNORECASE)
_LIMITED = re.compile(
    r"\b(?:can|may|must|should|allow(?:s|ed)?)\b[^.,;]*\b(?:no more than|at most|up to|(?:a )?maximum of) $",
    re.IGNORECASE,
)
_HOW_MUCH_MORE = re.compile(
    r"\bhow much (?:quicker|slower|faster|higher|lower|better|worse|longer|shorter|bigger|smaller|sooner|later)\b",
    re.IGNORECASE,
)
_ARE_THERE = re.compile(
    r"\bhow many [\w' -]+ (?:are|is) there\b|\bhow many [\w' -]+\b(?:does|do)\b.*\bhave\b", re.IGNORECASE
)
_CAME_OR_WENT = re.compile(
    r" (?:had |have |has |who |were |was |also ){0,2}"
    r"(?:left|joined|resigned|retired|transferred|recruited|hired|appointed|dismissed|quit)\b",
    re.IGNORECASE,
)
_EACH_HAS = re.compile(r"\b(?:each|every) (?!year|month|week|day)\w+|\baverage of\b", re.IGNORECASE)
_IS_MORE = re.compile(
    r" ?(?:percent(?:age points?)? )?(?:lower|higher|fewer|more|less|better|worse)\b(?! than half)", re.IGNORECASE
)
"""What makes a figure say how much more or less something is."""
_TIMES = re.compile(r"times?\b", re.IGNORECASE)
_OFTEN = re.compile(r"\b(?:times?|often|frequent\w*)\b", re.IGNORECASE)
_SHARE_OF = re.compile(
    r"\b(?:percent|per cent|%|half|third|quarter|share|proportion) of (?:the |its |their )?[^,.;]*", re.IGNORECASE
)
LEAST = 0.34
"""The share of the question's weight that a sentence holds beside what its figure is only a share of."""


def measures_else(question: Question, unit: Unit, figure: Figure) -> bool:
    """Whether a figure that was chosen measures something else than what is asked for."""
    return (
        _is_sample(question, unit, figure)
        or _counts_times(question, figure)
        or _is_share_of_it(question, unit, figure)
        or conflicts(question.stems, frozenset(stems_of(unit.text))) > 0
        or is_forecast(question, unit)
        or _is_aim(question, unit, figure)
        or is_of_another_frequency(question.clear, unit.text)
        or (asks_how_far(question.clear) and not tells_change(unit.text))
        or _is_level(question, unit, figure)
        or (bool(_IS_MORE.match(unit.after(figure))) and not moves(question.encoded))
        or _counts_others(question, unit, figure)
        or (bool(RATE_ASKED.search(question.clear)) and figure.kind is FigureKind.COUNT)
    )


def _is_level(question: Question, unit: Unit, figure: Figure) -> bool:
    """Whether it is asked how much more or quicker and the figure doesn't say by how much."""
    asked = _HOW_MUCH_MORE.search(question.clear) and figure.kind is not FigureKind.POINTS
    return bool(asked) and not says_how_far(unit.before(figure))


def _counts_others(question: Question, unit: Unit, figure: Figure) -> bool:
    """Whether it is asked how many there are and a figure counts those who came or went, or what each has.

    `46 call handlers left`, `each call handler took 40 calls`.
    """
    before, after = unit.before(figure), unit.after(figure)
    return bool(_ARE_THERE.search(question.clear) and (_CAME_OR_WENT.match(after) or _EACH_HAS.search(before)))


def _is_sample(question: Question, unit: Unit, figure: Figure) -> bool:
    """Whether a figure counts what inspectors looked at, and the question asks how many there are."""
    before = unit.before(figure)
    counts = figure.kind is FigureKind.COUNT and not _OF_SAMPLE.search(question.clear)
    after = unit.text[figure.span.start - unit.span.start :]
    return counts and bool(_SAMPLE.search(before) or _IN_SAMPLE.match(after))


def _counts_times(question: Question, figure: Figure) -> bool:
    counts = figure.kind is FigureKind.COUNT and bool(_TIMES.match(figure.noun))
    return counts and not _OFTEN.search(question.clear)


def _is_aim(question: Question, unit: Unit, figure: Figure) -> bool:
    """Whether a figure is a target or a limit and the question asks for none."""
    before = unit.before(figure)
    return bool(_AIM_IS.search(before) or _LIMITED.search(before)) and not gives_aim(question.clear)


def _is_share_of_it(question: Question, unit: Unit, figure: Figure) -> bool:
    """Whether what is asked for stands only as what another figure is a share of: `or 3 percent of the net budget`."""
    if figure.kind is not FigureKind.MONEY or not _SHARE_OF.search(unit.text):
        return False
    whole, rest = (_named(question, text) for text in (unit.text, _SHARE_OF.sub(" ", unit.text)))
    return rest < LEAST <= whole


def _named(question: Question, text: str) -> float:
    """The share of a question's weight that a text has in the question's own words."""
    stems = frozenset(stems_of(text))
    total = sum(term.weight for term in question.own)
    return sum(term.weight for term in question.own if stems.issuperset(term.options[0][0])) / total if total else 0.0
