"""Answers about grades: of one area, of all, of the areas that have a grade, of two cycles side by side."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from assistant.answering.area_words import said_fit
from assistant.answering.context import Context
from assistant.answering.draft import Said
from assistant.answering.graded_areas import graded_areas, named_grades
from assistant.answering.judgments import judgment_citation
from assistant.answering.lists import label_asked
from assistant.answering.names import name_fit, topic_terms
from assistant.answering.verify import NOT_SAME, SAME
from assistant.indexing.periods import years_of
from assistant.retrieval.cues import asks
from assistant.retrieval.question import Question
from assistant.retrieval.terms import Term
from assistant.types import Grade, Judgment, QuestionType, Report, StatementKind

FITS = 0.5
"""The share of the question's weight that an area's name must hold to be the one that is meant."""
WHOLE = 0.95
"""The same for a question that doesn't speak of grades: it names an area and nothing else."""
SAID = 0.4
"""What more an area counts of which a question for a grade speaks in everyday words, whatever else it says."""
VOTE, VOTERS = 0.8, 10
"""What a chapter counts in which all of the best candidates stand, and how many candidates those are."""
NEAR = 6
"""Candidates among which a grade's own sentence has to be."""
SENTENCE = 4
"""Words. A bare grade or the name of an area is shorter."""

_BY_NAME = re.compile(r"\b(?:grad|rat|judg|mark|scor)(?:es?|ed|ing)\b|\ba good\b", re.IGNORECASE)
_COUNTED = re.compile(
    r"\b(?:reported|numbers?|counts?|totals?|rates?|figures?|cases?|costs?|amounts?|volumes?|data|stat(?:istic)?s|trends?)\b",
    re.IGNORECASE,
)
"""Words by which a bare phrase asks how much there is of something, and not how it is graded."""
_MANY = re.compile(
    r"\b(?:which|where|what areas?|list|how many|any(?:thing)?|name|all|every ?thing|areas)\b|"
    r"\b(?:best|worst|weakest|strongest) (?:at|in)\b",
    re.IGNORECASE,
)


def grade_statements(context: Context) -> list[Said]:
    """Statements about the grades that a question asks for; none where it asks for something else."""
    question = context.question
    earlier = asks("earlier grade", question.clear.lower()) or question.scoped.years
    if len(context.reports) == 1 and earlier and not _in_its_year(question.scoped.years, context.reports[0]):
        return []
    by_name = _by_name(context)
    topic = topic_terms(question.terms)
    named = named_grades(question.clear)
    asked = by_name or question.asked.type is QuestionType.GRADE or (named and question.asked.yes_no)
    least = FITS if asked else WHOLE
    meant = [_meant(context, report, topic, least) for report in context.reports] if topic else []
    several = named and _MANY.search(question.clear) and not question.asked.yes_no
    of_some = several and by_name and not _names_area(context, topic)
    if any(meant) and not of_some and (asked or _may_ask(question)):
        said = _of_area(context, [judgment for judgment in meant if judgment])
        return _yes_or_no(question.clear, named, said) if named and question.asked.yes_no else said
    named = named or _extreme(context)
    if named and _MANY.search(question.clear) and (of_some or len(topic) <= 1):
        return graded_areas(context.reports, named)
    if by_name and not topic_terms(question.own) and (said := _before(context)):
        return said
    if by_name and not topic:
        return graded_areas(context.reports, list(Grade))
    return _nearest(context) if by_name else []


def _in_its_year(years: frozenset[int], report: Report) -> bool:
    """Whether the years that a question names are those of a report itself."""
    return bool(years) and years <= years_of(report.metadata)


def _names_area(context: Context, topic: Sequence[Term]) -> bool:
    """Whether a question names one of the areas, by its name or by what people say for it."""
    areas = [judgment for report in context.reports for judgment in report.judgments]
    return bool(topic) and any(_fit(context.question, area, topic, {}) >= FITS for area in areas)


def _may_ask(question: Question) -> bool:
    """Whether a question that speaks of no grade would be answered by one: how well an area does, or a bare name."""
    asked = question.asked
    other = asked.wants_figure or asked.reason or label_asked(question.clear) or _COUNTED.search(question.clear)
    return not other and (asked.phrase or asks("does at", question.clear.lower()))


def _yes_or_no(question: str, asked: Sequence[Grade], said: Sequence[Said]) -> list[Said]:
    """`Yes` or `No` before the grade of an area, where a question asks whether it has a certain one.

    Who asks whether a force is good at something, and not whether it is graded so, hears yes of an outstanding one too.
    """
    given = said[0].text.partition(" \u2013 ")[0].lower()
    loosely = asked == [Grade.GOOD] and not _BY_NAME.search(question)
    if loosely and re.search(r"\bany good\b", question, re.IGNORECASE):
        return list(said)
    fits = [*asked, Grade.OUTSTANDING] if loosely else asked
    word = "Yes" if any(grade.value == given for grade in fits) else "No"
    return [Said(said[0].kind, f"{word}. {said[0].text}", said[0].proof), *said[1:]]


def _extreme(context: Context) -> list[Grade]:
    """The lowest or highest grade that was given, where a question asks for the areas that did worst or best."""
    worst, best = (asks(cue, context.question.clear.lower()) for cue in ("did worst", "did best"))
    formal = [{j.grade for j in report.judgments if j.formal} for report in context.reports]
    given = [grade for grade in Grade if formal and grade in next(filter(None, formal), ())]
    return given[-1:] if worst and not best else given[:1] if best and not worst else []


def _before(context: Context) -> list[Said]:
    """The grade of the chapter that the answer before was about, where a follow-up names none."""
    chapter = next((citation.section[0].lower() for citation in context.before), "")
    found = (
        (r, j) for r in context.reports for j in r.judgments if chapter in (j.area.lower(), *map(str.lower, j.also))
    )
    return next(([_one(report, judgment, named=False)] for report, judgment in found), [])


def _by_name(context: Context) -> bool:
    return asks_for_grade(context.question.clear)


def asks_for_grade(question: str) -> bool:
    """Whether a question speaks of grades in so many words."""
    text = question.lower()
    return asks("grade by name", text) and not asks("graded otherwise", text)


def _nearest(context: Context) -> list[Said]:
    """The grade of the area whose sentence is among the best candidates, where the question names it otherwise."""
    for one in context.ranked[:NEAR]:
        report = context.report(one.unit.report)
        inside = (
            j
            for j in report.judgments
            if j.formal and one.unit.span.start <= j.span.start and j.span.end <= one.unit.span.end
        )
        judgment = next(inside, None)
        if judgment and len(one.unit.text.split()) > SENTENCE:
            return [_one(report, judgment, named=False)]
    return []


def compared_grades(context: Context) -> list[Said]:
    """One area's grades in each report in scope, newest first; none where fewer than two reports give one."""
    topic = topic_terms(context.question.terms)
    meant = [(r, judgment) for r in context.reports if (judgment := _meant(context, r, topic))] if topic else []
    if len(meant) < 2:
        return []
    said = [_one(report, judgment, named=True) for report, judgment in meant]
    same = len({judgment.grade for _, judgment in meant}) == 1
    proof = tuple(citation for one in said for citation in one.proof)
    return [Said(StatementKind.DIRECT, SAME if same else NOT_SAME, proof), *said]


def _meant(context: Context, report: Report, topic: Sequence[Term], least: float = FITS) -> Judgment | None:
    """The judgment whose area a question means: by its name, or by the chapter in which the best candidates stand."""
    asked = context.question.asked
    counts = asked.figure is not None or asked.yes_no or context.question.scoped.years
    votes = {} if counts or not _by_name(context) else _votes(context, report)
    fits = [(_fit(context.question, judgment, topic, votes), judgment) for judgment in report.judgments]
    fitting = [(fit, judgment) for fit, judgment in fits if fit >= least]
    return max(
        fitting, key=lambda pair: (round(pair[0] + 0.15 * pair[1].formal, 6), -pair[1].span.start), default=(0, None)
    )[1]


def _fit(question: Question, judgment: Judgment, topic: Sequence[Term], votes: Mapping[str, float]) -> float:
    names = (judgment.area, *judgment.also)
    said = said_fit(question.clear.lower(), topic, names)
    fit = max(name_fit(topic, names), said + SAID if said and asks_for_grade(question.clear) else said)
    return fit + VOTE * max(votes.get(name.lower(), 0.0) for name in names)


def _votes(context: Context, report: Report) -> dict[str, float]:
    """The share that each graded chapter of a report has of the weight of the best candidates in such chapters."""
    graded = {name.lower() for judgment in report.judgments for name in (judgment.area, *judgment.also)}
    votes: dict[str, float] = {}
    for one in context.ranked[:VOTERS]:
        chapter = one.view.path[0].lower()
        if one.unit.report == report.id and chapter in graded:
            votes[chapter] = votes.get(chapter, 0.0) + one.probability
    whole = sum(votes.values()) or 1.0
    return {chapter: vote / whole for chapter, vote in votes.items()}


def _of_area(context: Context, judgments: Sequence[Judgment]) -> list[Said]:
    """The grade of an area in the newest report that gives one."""
    for report in context.reports:
        found = next((judgment for judgment in judgments if judgment in report.judgments), None)
        if found:
            return [_one(report, found, named=False)]
    return []


def _one(report: Report, judgment: Judgment, *, named: bool) -> Said:
    grade = judgment.grade.value.capitalize()
    where = f"{report.name}: " if named else ""
    quote = report.quote(judgment.span)
    proof = " \u201c" + quote + "\u201d" if len(quote.split()) > 4 else ""
    text = f"{where}{grade} \u2013 {judgment.area} ({report.name})." if not named else f"{where}{grade}."
    return Said(StatementKind.DIRECT, text + proof, (judgment_citation(report, judgment),))
