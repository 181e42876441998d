"""The short direct answer of a question for a figure: the figure, its period, who said so."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.answering.chart_lines import is_line
from assistant.answering.context import Context
from assistant.answering.moved import is_of_before, is_of_now
from assistant.answering.not_asked import is_not_asked
from assistant.answering.other_measure import measures_else
from assistant.answering.which_figure import chosen_figure
from assistant.indexing.periods import names_own_period, periods_in, spans_days, years_in, years_of
from assistant.indexing.units import Unit
from assistant.retrieval.stance import counts_some
from assistant.types import BlockKind, Citation, Figure, Period, Span

_TOLD = re.compile(
    r"\b(the force|it|they|officers(?: and staff)?|staff|supervisors|leaders|some teams|"
    r"members of [\w ]+?)(?: also)? (?:told (?:us|inspectors)|said)\b",
    re.IGNORECASE,
)
_ESTIMATE = re.compile(r"\bestimate[sd]?\b|\bit likely\b", re.IGNORECASE)
_BOUND = re.compile(
    r"\b(at least|at most|over|(?:no )?(?:more|less|fewer) than|around|about|almost|nearly|up to|only|approximately|"
    r"between \u00a3?\d[\d.,]*(?: ?%| percent)? and|from \u00a3?\d[\d.,]*(?: ?%| percent)? to)\s+$",
    re.IGNORECASE,
)
_YEAR_BEFORE = (
    r"(?P<when>(?:the|a) (?:previous|preceding) (?:year|12 months)|12 months (?:before|earlier)|"
    r"(?:the|a) year (?:before|earlier)(?! (?:our|the|this|we)))"
)
_BEFORE_IT = re.compile(rf"\b{_YEAR_BEFORE}\b(?:(?!\d)[^.;])*$", re.IGNORECASE)
_AFTER_IT = re.compile(
    rf"^(?:(?!\d|\b(?:compared|than|from|on|since)\b)[^.,;]){{0,40}}\b{_YEAR_BEFORE}\b", re.IGNORECASE
)
"""The year before, said before a figure or behind it with no other between."""
_AT_INSPECTION = re.compile(r"\b(?:inspection|visit|fieldwork)\b", re.IGNORECASE)
_CUT = re.compile(r" (?:\d|\(|and \w+ \w+s\b)")
"""What is counted goes on: `271 accredited (PIP 2) investigators`, `7 of the 10 outcome 16 cases`, `566 preventative
and protective orders`."""
_MARGIN = re.compile(r"\s*\(\+/-[^)]*\)")


@dataclass(frozen=True, slots=True)
class Direct:
    """A direct answer in a few words, with its proof."""

    figure: Figure
    text: str
    proof: tuple[Citation, ...]


def direct_figure(context: Context, unit: Unit) -> Direct | None:
    """The figure of a unit that answers the question, with its period; None where there is none of the kind."""
    if unit.kind is BlockKind.ROW:
        return None
    figure = chosen_figure(context, unit)
    return direct_of(context, unit, figure) if figure and not _is_doubtful(context, unit, figure) else None


def _is_doubtful(context: Context, unit: Unit, figure: Figure) -> bool:
    """Whether a figure that fits best may still be of something else, so that its sentence is quoted alone."""
    question = context.question
    return (
        counts_some(question.terms, unit.text)
        or is_not_asked(question, unit, figure)
        or measures_else(question, unit, figure)
        or _is_of_other_years(context, unit, figure)
    )


def _is_of_other_years(context: Context, unit: Unit, figure: Figure) -> bool:
    """Whether a question names years and the time of a figure is none of them."""
    asked, period = context.question.scoped.years, _period_of(unit, figure)
    told = years_in(period.text) if period else frozenset()
    if period and _AT_INSPECTION.search(period.text):
        told = years_of(context.report(unit.report).metadata)
    return bool(asked and told) and not asked & told


def direct_of(context: Context, unit: Unit, figure: Figure) -> Direct:
    """A figure of a unit in a few words: with what limits it, who said it and its period."""
    period = _period_of(unit, figure)
    words = [_with_bounds(unit, figure), *_attribution(unit, figure), *period_words(period)]
    proof = [context.cite(unit)]
    if period and period.inherited:
        proof.append(context.cite(unit, sentence_with(context, unit, period)))
    return Direct(figure, ", ".join(words) + ".", tuple(proof))


def _with_bounds(unit: Unit, figure: Figure) -> str:
    """A figure with the words that limit it: `at least 2,515 incidents`, `94.6 percent (+/- 3.8 percentage points)`."""
    start = figure.span.start - unit.span.start
    end = figure.span.end - unit.span.start
    before = None if is_of_now(unit, figure) else _BOUND.search(unit.text[:start])
    margin = _MARGIN.match(unit.text[end:])
    if _CUT.match(unit.text[end:]) and figure.noun and not figure.noun.endswith("s"):
        end -= len(figure.noun) + 1
    return f"{before[1].lower() + ' ' if before else ''}{unit.text[start:end]}{margin[0] if margin else ''}"


def _attribution(unit: Unit, figure: Figure) -> list[str]:
    """Who said it, where it wasn't the inspectors' own finding, and that it is an estimate."""
    told = _TOLD.search(unit.text)
    words = [f"as {_who(told[1])} told inspectors"] if told else []
    said = unit.text[: figure.span.end - unit.span.start]
    return [*words, "an estimate"] if _ESTIMATE.search(said) else words


def _who(words: str) -> str:
    return "the force" if words.lower() in ("it", "they") else words[0].lower() + words[1:]


def _period_of(unit: Unit, figure: Figure) -> Period | None:
    """The time of a figure: where its sentence names several, the one that stands nearest to it.

    A chart's line has two; where its sentence names neither, none is said. One of the year before is of no other time.
    """
    if earlier := _year_before(unit, figure):
        return earlier
    if (unit.period and unit.period.inherited and is_line(unit)) or is_of_before(unit, figure):
        return None
    places = periods_in(unit.text) if names_own_period(unit.text) else ()
    places = tuple(place for place in places if spans_days(unit.text[slice(*place)])) or places
    if not places or unit.period is None or unit.period.inherited:
        return unit.period
    at = figure.span.start - unit.span.start
    start, end = min(places, key=lambda place: (min(abs(at - place[1]), abs(place[0] - at)), place[0]))
    return Period(unit.text[start:end], Span(unit.span.start + start, unit.span.start + end))


def _year_before(unit: Unit, figure: Figure) -> Period | None:
    """The year before another, where a figure is of that: `compared with 88 in the previous year`."""
    start, end = figure.span.start - unit.span.start, figure.span.end - unit.span.start
    after, before = _AFTER_IT.search(unit.text[end:]), _BEFORE_IT.search(unit.text[:start])
    if found := after or before:
        first = unit.span.start + found.start("when") + (end if after else 0)
        return Period(found["when"], Span(first, first + len(found["when"])))
    return None


def period_words(period: Period | None) -> list[str]:
    """A time as it is said after a figure, and that it is stated nearby where it is; nothing where there is none."""
    if period is None:
        return []
    text = re.sub(r"^(?:in|during|over) ", "", period.text[0].lower() + period.text[1:])
    text = re.sub(r"^(?=year ending)", "the ", text)
    return [f"{text} (the period is stated nearby)" if period.inherited else text]


def sentence_with(context: Context, unit: Unit, period: Period) -> Span:
    """The sentence, caption or note that names an inherited period."""
    return next(span for span in context.section_sentences(unit) if span.start <= period.span.start < span.end)
