"""Which graded areas a question means: by their names, or by what people say for them."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answering.area_words import said_fit
from assistant.answering.context import Context
from assistant.answering.graded_areas import asks_for_grade
from assistant.answering.names import name_fit
from assistant.reading.words import stems_of
from assistant.retrieval.question import Question
from assistant.retrieval.terms import Term
from assistant.types import Judgment, Report

FITS = 0.5
"""The share of the question's weight that an area's name must hold to be the one that is meant."""
IN_PROSE = 0.6
"""The same for an area that only a sentence grades: it is named in passing, and by any words."""
NAMED_SO = 0.3
"""The share of its name's own words that such an area has to have from the question: `responding to the public` is no
`responding to people experiencing mental ill health`."""
WHOLE = 0.95
"""The share by which a question names an area and nothing else, so that it need not speak of grades."""
SAID = 0.4
"""What more an area counts of which a question for a grade speaks in everyday words, whatever else it says."""


def area_meant(context: Context, report: Report, topic: Sequence[Term], least: float = FITS) -> Judgment | None:
    """The judgment whose area a question means, by its name or by what people say for it."""
    fits = [(_fit(context.question, judgment, topic), judgment) for judgment in report.judgments]
    fitting = [(fit, judgment) for fit, judgment in fits if fit >= (least if judgment.formal else max(least, IN_PROSE))]
    return max(
        fitting, key=lambda pair: (round(pair[0] + 0.15 * pair[1].formal, 6), -pair[1].span.start), default=(0, None)
    )[1]


def _fit(question: Question, judgment: Judgment, topic: Sequence[Term]) -> float:
    names = (judgment.area, *judgment.also)
    said = said_fit(question.clear.lower(), topic, names)
    if not judgment.formal and not _named_so(topic, names):
        return said
    named, more = name_fit(topic, names), SAID if asks_for_grade(question.clear) else 0.0
    return max(named + more if named >= WHOLE else named, said + more if said else said)


def _named_so(topic: Sequence[Term], names: Sequence[str]) -> bool:
    """Whether a question has enough of the words of a name as they are, and not only others for them."""
    asked = {stem for term in topic for stem in term.options[0][0]}
    return any(len(asked & stems) >= NAMED_SO * len(stems) for stems in map(frozenset, map(stems_of, names)))


def names_area(context: Context, topic: Sequence[Term]) -> bool:
    """Whether a question names one of the areas, by its name or by what people say for it."""
    areas = [judgment for report in context.reports for judgment in report.judgments]
    return bool(topic) and any(_fit(context.question, area, topic) >= FITS for area in areas)


def two_meant(context: Context, topic: Sequence[Term]) -> list[tuple[Report, Judgment]]:
    """Two areas of the newest report that a question names side by side, where it names no other time."""
    if context.question.scoped.cycles or context.question.scoped.years or not context.reports:
        return []
    report = context.reports[0]
    fits = [
        (_of_words(context.question, judgment, topic), judgment) for judgment in report.judgments if judgment.formal
    ]
    named = [(words, judgment) for words, judgment in fits if words and not any(words < others for others, _ in fits)]
    apart = len({words for words, _ in named}) == len(named)
    return [(report, judgment) for _, judgment in named] if len(named) == 2 and apart else []


def _of_words(question: Question, judgment: Judgment, topic: Sequence[Term]) -> frozenset[str]:
    """The terms of a question by which it names an area."""
    names = (judgment.area, *judgment.also)
    stems = [frozenset(stems_of(name)) for name in names]
    by_name = {term.text for term in topic if any(held.issuperset(term.options[0][0]) for held in stems)}
    said = {term.text for term in topic if said_fit(question.clear.lower(), [term], names)}
    return frozenset(by_name | said)
