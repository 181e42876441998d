"""Which of a sentence's figures a question asks for: the one of the kind asked whose neighbourhood fits best."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import log

from assistant.answering.chart_lines import of_line
from assistant.answering.context import Context
from assistant.answering.figure_clause import clause_of
from assistant.answering.moved import of_time_asked
from assistant.answering.not_asked import asks_gap
from assistant.answering.told_apart import told_apart
from assistant.indexing.units import Unit
from assistant.reading.words import stems_of
from assistant.retrieval.changed import moves, says_how_far
from assistant.retrieval.question import Question
from assistant.retrieval.terms import coverage, matched
from assistant.types import Figure, FigureKind

_SET_AGAINST = re.compile(r"\b(?:compared (?:to|with)|against|rather than|instead of)\b", re.IGNORECASE)
_OUGHT = re.compile(
    r"\b(?:should|ought|need\w*|requir\w+|expect\w*|meant|supposed|target|budget\w*|planned|policy|limit)\b",
    re.IGNORECASE,
)
_POSTS = re.compile(r"\bposts?$", re.IGNORECASE)
_POSTS_ASKED = re.compile(
    r"\b(?:posts?|positions?|jobs?|roles?|establishment|strength|vacan\w+|unfilled|should|need\w*|supposed|meant)\b",
    re.IGNORECASE,
)
_OTHER_ASKED = re.compile(
    r"\b(?:should|need\w*|requir\w+|expect\w*|target|standard|budget\w*|average|median|national\w*|previous\w*|before|"
    r"earlier|ago|last|"
    r"than|compar\w+|against|from|usual\w*|instead)\b",
    re.IGNORECASE,
)
_LIMITS = re.compile(r"\b(?:within|in (?:under|less than)|inside) $", re.IGNORECASE)
_EXTREME = re.compile(
    r"\b(?:longest|shortest|oldest|slowest|fastest|quickest|highest|lowest|maximum|minimum|most|worst)\b"
    r"[^.,;]{0,40}$",
    re.IGNORECASE,
)
_TO_END = re.compile(r"\b(?:from|between) \u00a3?\d[\d.,]*(?: ?%| percent)? (?:to|and) $", re.IGNORECASE)
RATE_ASKED = re.compile(r"\brates?\b(?! of pay)", re.IGNORECASE)
_RATES = frozenset({FigureKind.RATE, FigureKind.PERCENT, FigureKind.SHARE, FigureKind.POINTS})
"""What a rate is told in, beside the count that it is of."""
_TIMES = re.compile(r"\btimes\b|\boften\b|\bmore likely\b|\bfold\b|\b\d+x\b|\bmultiple\b|\bratio\b", re.IGNORECASE)
_WHICH_END = re.compile(r"\b(?:worst|best)\b", re.IGNORECASE)
"""Whether the highest or the lowest is meant, the reader has to judge."""
_FORCES = re.compile(r"(?:police )?forces\b", re.IGNORECASE)
_MARGIN = re.compile(r"(?:plus or minus|\+/-|\u00b1)\s*$", re.IGNORECASE)
_LIMIT_ASKED = re.compile(
    r"\b(?:within|targets?|standards?|limits?|aims?|supposed|should|deadline|allowed)\b", re.IGNORECASE
)
_GAP = re.compile(r"\b(?:shortfall|gap|shortage|vacanc(?:y|ies)) of (?:about |around |nearly )?$", re.IGNORECASE)
_VACANT = re.compile(
    r" (?:(?:of them|of these|posts|were|was|are|is|remained|still) ){1,3}(?:vacant|unfilled|empty)\b", re.IGNORECASE
)
"""What makes a figure one of what is lacking."""
_HOW_OFTEN = re.compile(r"\bhow often\b", re.IGNORECASE)
_MOVED_ASKED = re.compile(
    r"\bby how (?:much|many)\b|"
    r"\bhow much (?:did|has|have|had|does|do)\b.*\b(?:(?:go|gone|come) (?:up|down)|rise[n]?|"
    r"increased?|fall(?:en)?|drop(?:ped)?|grown?|change[d]?|cut|reduced?)\b",
    re.IGNORECASE,
)
CLEAR = 1.25
"""How much better than the next a figure must fit to be said alone; else its sentence is quoted instead."""
CLEAR_READ, OF_FIT, LEAST_FIT = 2.0, 2.0, 0.4
"""The same where each is read with the question, by itself, as logarithms of likelihood: how much clearer one has to
be, what how well it fits counts beside that, and the fit that every figure has. Of 430 sentences of training questions
with several figures 304 are told by the right one so and 42 by a wrong one; by their fit alone 262 and 84."""
HEAD = 3.0
"""What it counts that a figure is of what the question counts."""
NEAR = 9
"""Words on either side of a figure that say what it counts."""


def chosen_figure(context: Context, unit: Unit) -> Figure | None:
    """The figure of the asked kind that the question asks for; None where it isn't clear which of several."""
    question = context.question
    pool = sorted(_gaps(question, unit) or _fitting(question, unit), key=lambda figure: figure.span.start)
    fits = [round(_fit(question, unit, figure), 6) for figure in pool]
    apart = told_apart(unit, pool) if context.pairs and len(pool) > 1 else None
    if context.pairs is None or apart is None:
        clear = len(pool) < 2 or max(fits) >= CLEAR * sorted(fits)[-2]
        return pool[fits.index(max(fits))] if pool and clear else None
    asked = question.clear if question.own == question.terms else question.encoded
    read = context.pairs.read_bare(asked, apart)
    sums = [score + OF_FIT * log(LEAST_FIT + fit) for score, fit in zip(read, fits, strict=True)]
    best, second = sorted(sums, reverse=True)[:2]
    at = sums.index(best)
    return pool[at] if best - second >= CLEAR_READ and not _others_named(question, apart, at) else None


def _others_named(question: Question, texts: Sequence[str], at: int) -> bool:
    """Whether a word of the question stands with another figure alone, and none with the one that reads best."""
    stems = [frozenset(stems_of(text)) for text in texts]
    alone = [own - frozenset().union(*(other for other in stems if other is not own)) for own in stems]
    named = [any(own.issuperset(term.options[0][0]) for term in question.own if not term.aside) for own in alone]
    return any(named) and not named[at]


def _gaps(question: Question, unit: Unit) -> list[Figure]:
    """The figures that a sentence gives as what is lacking, where that is asked for."""
    told = (one for one in unit.figures if _GAP.search(unit.before(one)) or _VACANT.match(unit.after(one)))
    return list(told) if asks_gap(question) else []


def _fitting(question: Question, unit: Unit) -> list[Figure]:
    """The figures of the asked kind, those of just that kind where there are any."""
    fits, limits = question.asked.fits, bool(_LIMIT_ASKED.search(question.clear))
    told = [one for one in unit.figures if "margin" in question.statistics or not _is_margin(unit, one)]
    told = [one for one in of_line(question, unit, told) if limits or not _is_limit(unit, one)]
    told = [one for one in told if not _counts_forces(one) or _asks_forces(question, unit, one)]
    told = [one for one in told if not _is_of_posts(question, one)] or told
    fitting = [one for one in told if fits(one.kind, one.text) and one.kind is not FigureKind.DATE]
    fitting = [one for one in fitting if one.kind is not FigureKind.DURATION or not _is_said(question, one)]
    fitting = [figure for figure in fitting if not _is_named(question, figure)] or fitting
    if "extreme" in question.statistics:
        extremes = [figure for figure in fitting if _is_extreme(unit, figure)]
        fitting = [] if len(extremes) > 1 and _WHICH_END.search(question.clear) else extremes or fitting
    elif question.asked.figure is None:
        others = [figure for figure in fitting if figure.kind is not FigureKind.DURATION]
        fitting = others if others or _HOW_OFTEN.search(question.clear) else fitting
    if RATE_ASKED.search(question.clear):
        fitting = [figure for figure in fitting if figure.kind in _RATES] or fitting
    if not moves(question.encoded):
        fitting = [figure for figure in fitting if figure.kind is not FigureKind.POINTS]
    if not _TIMES.search(question.clear):
        fitting = [figure for figure in fitting if figure.kind is not FigureKind.TIMES]
    just = [figure for figure in fitting if figure.kind is question.asked.figure]
    fitting = fitting if question.asked.as_before else just or fitting
    if _MOVED_ASKED.search(question.clear):
        fitting = [figure for figure in fitting if _is_change(unit, figure)] or (fitting if len(fitting) < 2 else [])
    if "range" in question.statistics:
        return _end_of_range(unit, fitting) or fitting
    return of_time_asked(question.clear, unit, _on_the_side_asked(question, unit, fitting))


def _end_of_range(unit: Unit, figures: list[Figure]) -> list[Figure]:
    """The second end of a range, which is told with the first: `from 7.4 to 22.9`."""
    return [one for one in figures if _TO_END.search(unit.before(one))][:1]


def _is_named(question: Question, figure: Figure) -> bool:
    """Whether a question names a count itself: who asks `how many of the 60` isn't told 60."""
    named = {number for ways in question.numbers for number in ways}
    return figure.kind is FigureKind.COUNT and figure.values[0] in named


def _is_said(question: Question, figure: Figure) -> bool:
    """Whether a question says a figure itself, as the limit that it asks about: `waited more than 24 hours`."""
    return figure.text.lower() in question.clear.lower()


def _is_extreme(unit: Unit, figure: Figure) -> bool:
    """Whether a figure is said to be the longest, the oldest or another extreme."""
    return bool(_EXTREME.search(unit.before(figure)))


def _is_limit(unit: Unit, figure: Figure) -> bool:
    """Whether a time is only that within which a share of something happened: `91 percent within 10 seconds`."""
    before = unit.before(figure)
    shares = any(one.kind in (FigureKind.PERCENT, FigureKind.SHARE) for one in unit.figures)
    return figure.kind is FigureKind.DURATION and shares and bool(_LIMITS.search(before))


def _counts_forces(figure: Figure) -> bool:
    """Whether a figure counts forces: `the third lowest of the 43 forces`."""
    return bool(_FORCES.match(figure.noun))


def _asks_forces(question: Question, unit: Unit, figure: Figure) -> bool:
    """Whether forces are asked for and the figure isn't all of them: `the sixth lowest of the 43 forces`."""
    of_all = unit.before(figure).lower().endswith(("of the ", "of all "))
    return bool(_FORCES.search(question.clear)) and not of_all


def _is_of_posts(question: Question, figure: Figure) -> bool:
    """Whether a figure counts posts and people are asked for: `271 investigators for 340 posts`."""
    return bool(_POSTS.search(figure.noun)) and not _POSTS_ASKED.search(question.clear)


def _is_change(unit: Unit, figure: Figure) -> bool:
    """Whether a figure says by how much something moved."""
    return says_how_far(unit.before(figure))


def _is_margin(unit: Unit, figure: Figure) -> bool:
    """Whether a figure only says how sure another is."""
    return bool(_MARGIN.search(unit.before(figure)))


def _on_the_side_asked(question: Question, unit: Unit, figures: list[Figure]) -> list[Figure]:
    """The figures but those that a sentence only sets the others against, or these where they are what is asked for."""
    against = _SET_AGAINST.search(unit.text)
    if against is None:
        return figures
    place = unit.span.start + against.start()
    if _OUGHT.search(question.clear) and _OUGHT.search(unit.text[against.start() :]):
        return [figure for figure in figures if figure.span.start > place] or figures
    if _OTHER_ASKED.search(question.clear):
        return figures
    return [figure for figure in figures if figure.span.start < place] or figures


def _fit(question: Question, unit: Unit, figure: Figure) -> float:
    """The weight of the question's terms near a figure, nearer ones more."""
    start = figure.span.start - unit.span.start
    first, last = clause_of(unit, figure)
    before = stems_of(unit.text[first:start])[-NEAR:]
    after = stems_of(unit.text[start:last])[: NEAR + 3]
    total = 0.0
    for term in question.terms:
        places = [n for n in range(1, len(before) + 1) if matched(term, frozenset(before[-n:]))][:1]
        places += [n for n in range(1, len(after) + 1) if matched(term, frozenset(after[:n]))][:1]
        total += term.weight / (2 + min(places)) if places else 0.0
    heads = [term for term in question.terms if set(term.options[0][0]) & set(question.head)]
    if not question.head and question.asked.phrase:  # `call handler vacancies` counts vacancies
        heads = list(question.own[-1:])
    return total + (HEAD * coverage(heads, frozenset(stems_of(figure.noun))) if figure.noun and heads else 0.0)
