"""The short direct answer of a question for a figure: the figure, its period, who said so."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.answering.context import Context
from assistant.indexing.units import Unit
from assistant.reading.sentences import sentences_of
from assistant.reading.words import stems_of
from assistant.retrieval.question import Question
from assistant.retrieval.terms import coverage, matched
from assistant.types import BlockKind, Citation, Figure, FigureKind, Period, Span

_TOLD = re.compile(
    r"\b(the force|it|they|officers(?: and staff)?|staff|supervisors|leaders|some teams|"
    r"members of [\w ]+?)(?: also)? (?:told (?:us|inspectors)|said)\b",
    re.IGNORECASE,
)
_ESTIMATE = re.compile(r"\bestimate[sd]?\b|\bit likely\b", re.IGNORECASE)
_BOUND = re.compile(
    r"\b(at least|at most|over|more than|less than|fewer than|around|about|almost|nearly|up to|only|approximately)\s+$",
    re.IGNORECASE,
)
_MARGIN = re.compile(r"\s*\(\+/-[^)]*\)")
CLEAR = 1.25
"""How much better than the next a figure must fit to be said alone; else its sentence is quoted instead."""
NEAR = 9
"""Words on either side of a figure that say what it counts."""


@dataclass(frozen=True, slots=True)
class Direct:
    """A direct answer in a few words, with its proof."""

    text: str
    proof: tuple[Citation, ...]


def direct_figure(context: Context, unit: Unit) -> Direct | None:
    """The figure of a unit that answers the question, with its period; None where there is none of the kind."""
    if unit.kind is BlockKind.ROW:
        return None
    figure = chosen_figure(context.question, unit)
    if figure is None:
        return None
    words = [_with_bounds(unit, figure), *_attribution(unit), *_period_words(unit.period)]
    proof = [context.cite(unit)]
    if unit.period and unit.period.inherited:
        proof.append(context.cite(unit, _sentence_with(context, unit, unit.period)))
    return Direct(", ".join(words) + ".", tuple(proof))


def chosen_figure(question: Question, unit: Unit) -> Figure | None:
    """The figure of the asked kind whose neighbourhood fits the question best; None where two fit alike."""
    pool = _fitting(question, unit)
    fits = sorted((_fit(question, unit, figure) for figure in pool), reverse=True)
    if len(fits) > 1 and fits[0] < CLEAR * fits[1]:
        return None
    return max(pool, key=lambda figure: (round(_fit(question, unit, figure), 6), -figure.span.start), default=None)


def _fitting(question: Question, unit: Unit) -> list[Figure]:
    """The figures of the asked kind, those of just that kind where there are any."""
    fitting = [
        figure for figure in unit.figures if question.asked.fits(figure.kind) and figure.kind is not FigureKind.DATE
    ]
    if question.asked.figure is None:
        fitting = [figure for figure in fitting if figure.kind is not FigureKind.DURATION] or fitting
    return [figure for figure in fitting if figure.kind is question.asked.figure] or fitting


def _fit(question: Question, unit: Unit, figure: Figure) -> float:
    """The weight of the question's terms near a figure, nearer ones more."""
    start = figure.span.start - unit.span.start
    before = stems_of(unit.text[:start])[-NEAR:]
    after = stems_of(unit.text[start:])[: NEAR + 3]
    total = 0.0
    for term in question.terms:
        places = [n for n in range(1, len(before) + 1) if matched(term, frozenset(before[-n:]))][:1]
        places += [n for n in range(1, len(after) + 1) if matched(term, frozenset(after[:n]))][:1]
        total += term.weight / (2 + min(places)) if places else 0.0
    heads = [term for term in question.terms if set(term.options[0][0]) & set(question.head)]
    return total + (coverage(heads, frozenset(stems_of(figure.noun))) if figure.noun and heads else 0.0)


def _with_bounds(unit: Unit, figure: Figure) -> str:
    """A figure with the words that limit it: `at least 2,515 incidents`, `94.6 percent (+/- 3.8 percentage points)`."""
    start = figure.span.start - unit.span.start
    end = figure.span.end - unit.span.start
    before = _BOUND.search(unit.text[:start])
    margin = _MARGIN.match(unit.text[end:])
    return f"{before[1].lower() + ' ' if before else ''}{unit.text[start:end]}{margin[0] if margin else ''}"


def _attribution(unit: Unit) -> list[str]:
    """Who said it, where it wasn't the inspectors' own finding, and that it is an estimate."""
    told = _TOLD.search(unit.text)
    words = [f"as {_who(told[1])} told inspectors"] if told else []
    return [*words, "an estimate"] if _ESTIMATE.search(unit.text) else words


def _who(words: str) -> str:
    return "the force" if words.lower() in ("it", "they") else words[0].lower() + words[1:]


def _period_words(period: Period | None) -> list[str]:
    if period is None:
        return []
    text = re.sub(r"^(?:in|during|over) ", "", period.text[0].lower() + period.text[1:])
    text = re.sub(r"^(?=year ending)", "the ", text)
    return [f"{text} (the period is stated nearby)" if period.inherited else text]


def _sentence_with(context: Context, unit: Unit, period: Period) -> Span:
    """The sentence, caption or note that names an inherited period."""
    report = context.report(unit.report)
    spans = (span for block in context.section(unit).blocks for span in sentences_of(report, block))
    return next(span for span in spans if span.start <= period.span.start < span.end)
