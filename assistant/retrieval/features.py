"""How well a unit fits a question, as named numbers: what the ranker weighs and the trace shows."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from assistant.indexing.periods import months_in, years_in
from assistant.reading.words import stems_of
from assistant.retrieval.others import speaks_of_others
from assistant.retrieval.question import Question
from assistant.retrieval.rivals import conflicts, unmet
from assistant.retrieval.statistics import statistics_in
from assistant.retrieval.terms import Coverage
from assistant.retrieval.view import View, negates
from assistant.types import BlockKind, Figure, FigureKind, Label, QuestionType

NAMES = (
    "unit cosine",
    "headed cosine",
    "coverage",
    "exact coverage",
    "context coverage",
    "heading coverage",
    "chapter coverage",
    "lead coverage",
    "after coverage",
    "pairs",
    "heaviest missing",
    "density",
    "leaned coverage",
    "leaned gain",
    "passage cosine",
    "figure fits",
    "figure missing",
    "figure unasked",
    "figure in phrase",
    "fits with coverage",
    "money",
    "percent",
    "share",
    "count",
    "rate",
    "duration",
    "times",
    "date fits",
    "date missing",
    "chart",
    "note",
    "source",
    "caption",
    "row",
    "item",
    "boilerplate",
    "summary",
    "opens section",
    "very short",
    "long",
    "negation asked",
    "national agrees",
    "national unasked",
    "reason given",
    "reason leaned",
    "defines",
    "defines and opens",
    "older cycle",
    "year fits",
    "year missing",
    "month fits",
    "month missing",
    "kind missing",
    "kind fits leaned",
    "rival",
    "rival unmet",
    "statistic missing",
    "statistic fits",
    "head matched",
    "head missing",
    "head at figure",
    "label fits",
    "grade word",
    "list shape",
    "person",
)

_in_order = itemgetter(*NAMES)
_GRADES = frozenset({"outstand", "good", "adequ", "inadequ", "effect"})
_PEOPLE = frozenset(
    {
        "offic",
        "staff",
        "team",
        "board",
        "panel",
        "committe",
        "leader",
        "supervisor",
        "partner",
        "director",
        "constabl",
        "inspector",
    }
)
_FIGURES = (
    ("money", FigureKind.MONEY),
    ("percent", FigureKind.PERCENT),
    ("share", FigureKind.SHARE),
    ("count", FigureKind.COUNT),
    ("rate", FigureKind.RATE),
    ("duration", FigureKind.DURATION),
    ("times", FigureKind.TIMES),
)
_KINDS = (
    ("chart", BlockKind.CHART),
    ("note", BlockKind.NOTE),
    ("source", BlockKind.SOURCE),
    ("caption", BlockKind.CAPTION),
    ("row", BlockKind.ROW),
    ("item", BlockKind.ITEM),
)


class Weighed:
    """A question with what its features hang on, worked out once for all its candidates."""

    def __init__(self, question: Question) -> None:
        self.question = question
        self.terms = Coverage(question.terms)
        self.heads = Coverage([term for term in question.terms if set(term.options[0][0]) & set(question.head)])


def features_of(weighed: Weighed, view: View, cosines: tuple[float, float, float], newest: str) -> NDArray[np.float64]:
    """The features of a unit for a question, in the order of `NAMES`.

    Args:
        weighed: the question.
        view: the unit.
        cosines: of the question with the unit's own vector, with that under its heading and with its passage's.
        newest: the newest cycle in scope.
    """
    values = {"unit cosine": cosines[0], "headed cosine": cosines[1], "passage cosine": cosines[2]}
    for part in (_word_features, _figure_features, _strict_features, _shape_features, _sense_features):
        values |= part(weighed, view)
    values["older cycle"] = float(not weighed.question.scoped.cycles and _cycle(view) < newest)
    return np.array(_in_order(values))


def _word_features(weighed: Weighed, view: View) -> dict[str, float]:
    terms = weighed.terms
    context = view.stems | view.heading | view.lead
    own = terms.of(view.stems)
    leaned = terms.share(view.stems | view.last_lead) if view.anaphoric else own.share
    return {
        "leaned coverage": leaned,
        "leaned gain": leaned - own.share,
        "coverage": own.share,
        "exact coverage": own.exact,
        "context coverage": terms.share(context),
        "heading coverage": terms.share(view.heading),
        "chapter coverage": terms.share(view.chapter),
        "lead coverage": terms.share(view.last_lead),
        "after coverage": terms.share(view.near),
        "pairs": _pairs(terms, view.sequence),
        "heaviest missing": terms.of(context | view.chapter).missing,
        "density": own.share * min(1.0, 12 / max(1, len(view.sequence))),
    }


def _pairs(coverage: Coverage, sequence: Sequence[str]) -> float:
    """The share of neighbouring terms that stand within three words of each other in the unit."""
    if len(coverage.terms) < 2:
        return 0.0
    told = [(n, one) for n, one in enumerate(sequence) if one in coverage.stems]
    places = [[n for n, one in told if one in term.stems] for term in coverage.terms]
    close = sum(any(abs(a - b) <= 3 for a in first for b in second) for first, second in itertools.pairwise(places))
    return close / (len(coverage.terms) - 1)


def _figure_features(weighed: Weighed, view: View) -> dict[str, float]:
    asked = weighed.question.asked
    figures = view.unit.figures
    has_numbers = bool(figures) or _row_figures(view)
    fits = asked.fits_any(figures) or _row_figures(view)
    covered = weighed.terms.share(view.around)
    values = {
        "figure fits": float(asked.wants_figure and fits),
        "fits with coverage": float(asked.wants_figure and fits) * covered,
        "figure in phrase": float(asked.phrase and not asked.wants_figure and has_numbers),
        "figure missing": float(asked.wants_figure and not has_numbers),
        "figure unasked": float(
            not asked.wants_figure and not asked.phrase and asked.type is QuestionType.FINDING and bool(figures)
        ),
        "date fits": float(asked.figure is FigureKind.DATE and _dated(view)),
        "date missing": float(asked.figure is FigureKind.DATE and not _dated(view)),
    }
    for name, kind in _FIGURES:
        values[name] = float(asked.figure is kind and _has(figures, kind))
    return values


def _strict_features(weighed: Weighed, view: View) -> dict[str, float]:
    question = weighed.question
    """What a true answer must agree with: the kind of figure, the statistic, what is counted, no rival of it."""
    asked, figures = question.asked, view.unit.figures
    context = view.around
    fits = asked.fits_any(figures) or _row_figures(view)
    kind = asked.figure is not None and asked.figure is not FigureKind.DATE
    said = statistics_in(view.unit.text) | (statistics_in(view.unit.lead) if view.anaphoric else frozenset())
    lacking = question.statistics - said - {"share"}
    heads = weighed.heads
    return {
        "kind missing": float(kind and not fits),
        "kind fits leaned": float(kind and fits) * weighed.terms.share(context),
        "rival": float(conflicts(question.stems, view.stems | view.last_lead)),
        "rival unmet": float(unmet(question.stems, context)),
        "statistic missing": float(len(lacking)),
        "statistic fits": float(len(question.statistics & said)),
        "head matched": heads.share(context),
        "head missing": float(bool(heads.terms) and not heads.share(context)),
        "head at figure": max((heads.share(frozenset(stems_of(f.noun))) for f in figures if f.noun), default=0.0)
        if heads.terms
        else 0.0,
    }


def _has(figures: Sequence[Figure], kind: FigureKind) -> bool:
    return any(figure.kind is kind for figure in figures)


def _row_figures(view: View) -> bool:
    return view.unit.kind is BlockKind.ROW and any(any(c.isdigit() for c in cell) for cell in view.unit.cells[1:])


def _dated(view: View) -> bool:
    return view.unit.period is not None and not view.unit.period.inherited


def _shape_features(weighed: Weighed, view: View) -> dict[str, float]:
    question = weighed.question
    values: dict[str, float] = {name: float(view.unit.kind is kind) for name, kind in _KINDS}
    words = len(view.unit.text.split())
    listing = question.asked.type is QuestionType.LIST
    return values | {
        "boilerplate": float(view.boilerplate),
        "summary": float(view.summary),
        "opens section": float(view.opens),
        "very short": float(words < 6),
        "long": max(0.0, words - 30) / 30,
        "label fits": float(_label_fits(question, view.label)),
        "list shape": float(listing and (view.unit.text.count(",") >= 2 or view.unit.kind is BlockKind.ITEM)),
    }


def _label_fits(question: Question, label: Label | None) -> bool:
    text = question.clear.lower()
    return label is not None and (label.value.split()[0].rstrip("s") in text)


def _sense_features(weighed: Weighed, view: View) -> dict[str, float]:
    question = weighed.question
    asked, years = question.asked, question.scoped.years
    others = speaks_of_others(question.clear)
    period = view.unit.period.text if view.unit.period else ""
    there = years_in(view.unit.text) | years_in(period)
    months = months_in(question.clear)
    held = months_in(view.unit.text) | months_in(period)
    defining = asked.definition and not asked.wants_figure and len(question.terms) <= 4
    return {
        "negation asked": float(negates(question.clear) and view.negated),
        "national agrees": float(others and view.national),
        "national unasked": float(not others and view.national),
        "reason given": float(asked.reason and view.gives_reason),
        "reason leaned": float(asked.reason and view.gives_reason) * weighed.terms.share(view.around),
        "defines": float(defining and view.defines),
        "defines and opens": float(defining and view.defines and view.opens),
        "year fits": float(bool(years) and bool(years & there)),
        "year missing": float(bool(years) and not years & there),
        "month fits": float(bool(months) and bool(months & held)),
        "month missing": float(bool(months) and not months & held),
        "grade word": float(asked.grade and bool(view.stems & _GRADES)),
        "person": float(asked.person and bool(view.stems & _PEOPLE)),
    }


def _cycle(view: View) -> str:
    """The cycle of a unit's report, as its id ends."""
    return view.unit.report.partition("-")[2]
