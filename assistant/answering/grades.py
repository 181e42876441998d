"""Answers about grades: of one area, of all, of the areas that have a grade, of two cycles side by side."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answering.area_words import said_fit
from assistant.answering.context import Context
from assistant.answering.draft import Said
from assistant.answering.graded_areas import graded_areas, named_grades
from assistant.answering.judgments import judgment_citation
from assistant.answering.lists import label_asked
from assistant.answering.names import name_fit, topic_terms
from assistant.answering.verify import NOT_SAME, SAME
from assistant.indexing.periods import years_of
from assistant.reading.words import stems_of
from assistant.retrieval.cues import asks
from assistant.retrieval.question import Question
from assistant.retrieval.terms import Term, matched
from assistant.types import Grade, Judgment, QuestionType, Report, Span, StatementKind

FITS = 0.5
"""The share of the question's weight that an area's name must hold to be the one that is meant."""
WHOLE = 0.95
"""The same for a question that doesn't speak of grades: it names an area and nothing else."""
SAID = 0.4
"""What more an area counts of which a question for a grade speaks in everyday words, whatever else it says."""
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
    r"\b(?:which|where|what areas?|list|how many|any(?:thing)?|name|all|every ?thing|areas?)\b|"
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
    if not named and _asks_for_all(context, topic):
        return graded_areas(context.reports, list(Grade))
    named = named or _extreme(context)
    if named and _MANY.search(question.clear) and (of_some or len(topic) <= 1):
        return graded_areas(context.reports, named)
    if by_name and not topic_terms(question.own) and (said := _before(context)):
        return said
    return _nearest(context) if by_name else []


def _asks_for_all(context: Context, topic: Sequence[Term]) -> bool:
    """Whether a question wants every grade: it speaks of grades and no area, of the whole, or of the areas' order."""
    text = context.question.clear.lower()
    leans = bool(context.before) and not topic_terms(context.question.own)
    return (
        not topic
        and not leans
        and (_by_name(context) or (asks("whole picture", text) and not context.question.asked.wants_figure))
    )


def _in_its_year(years: frozenset[int], report: Report) -> bool:
    """Whether the years that a question names are those of a report itself."""
    return bool(years) and years <= years_of(report.metadata)


def _names_area(context: Context, topic: Sequence[Term]) -> bool:
    """Whether a question names one of the areas, by its name or by what people say for it."""
    areas = [judgment for report in context.reports for judgment in report.judgments]
    return bool(topic) and any(_fit(context.question, area, topic) >= FITS for area in areas)


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
    """The highest and the lowest grade that was given, where a question asks for the areas that did best or worst."""
    worst, best = (asks(cue, context.question.clear.lower()) for cue in ("did worst", "did best"))
    formal = [{j.grade for j in report.judgments if j.formal} for report in context.reports]
    given = [grade for grade in Grade if formal and grade in next(filter(None, formal), ())]
    return [*(given[:1] if best else []), *(given[-1:] if worst else [])]


def _before(context: Context) -> list[Said]:
    """The grade of the chapter that the answer before was about, where a follow-up names none."""
    chapter = next((citation.section[0].lower() for citation in context.before), "")
    found = (
        (r, j) for r in context.reports for j in r.judgments if chapter in (j.area.lower(), *map(str.lower, j.also))
    )
    return next(([_one(report, judgment, named=False)] for report, judgment in found), [])


def grade_before(context: Context) -> list[Said]:
    """The grade that the answer before gave, where a follow-up names nothing of its own: `why?`."""
    if not context.before or topic_terms(context.question.own):
        return []
    cited = context.before[0]
    found = (
        (r, j) for r in context.reports for j in r.judgments if r.id == cited.report and _holds(cited.span, j.span)
    )
    return next(([_one(report, judgment, named=False)] for report, judgment in found), [])


def _holds(span: Span, inner: Span) -> bool:
    return span.start <= inner.start and inner.end <= span.end


def _by_name(context: Context) -> bool:
    return asks_for_grade(context.question.clear)


def asks_for_grade(question: str) -> bool:
    """Whether a question speaks of grades in so many words."""
    text = question.lower()
    return asks("grade by name", text) and not asks("graded otherwise", text)


def _nearest(context: Context) -> list[Said]:
    """The grade of the area whose sentence is among the best candidates and has a word of the question's topic."""
    for one in context.ranked[:NEAR]:
        report = context.report(one.unit.report)
        inside = (j for j in report.judgments if j.formal and _holds(one.unit.span, j.span))
        judgment = next(inside, None)
        named = judgment and any(matched(term, one.view.stems) for term in topic_terms(context.question.own))
        if judgment and named and len(one.unit.text.split()) > SENTENCE:
            return [_one(report, judgment, named=False)]
    return []


def compared_grades(context: Context) -> list[Said]:
    """One area's grades in each report in scope, newest first; none where fewer than two reports give one."""
    topic = topic_terms(context.question.terms)
    meant = [(r, judgment) for r in context.reports if (judgment := _meant(context, r, topic))] if topic else []
    return _side_by_side(meant, named=True) if len(meant) > 1 else []


def two_areas(context: Context) -> list[Said]:
    """The grades of two areas of the newest report that a question names side by side; none where it names no two."""
    meant = _two_areas(context, topic_terms(context.question.terms))
    asked = context.question.asked
    compares = asked.type is QuestionType.COMPARE or asked.yes_no
    return _side_by_side(meant, named=False)[not compares :] if meant else []


def _side_by_side(meant: Sequence[tuple[Report, Judgment]], *, named: bool) -> list[Said]:
    """Whether grades are the same, and each of them."""
    said = [_one(report, judgment, named=named) for report, judgment in meant]
    same = len({judgment.grade for _, judgment in meant}) == 1
    proof = tuple(citation for one in said for citation in one.proof)
    return [Said(StatementKind.DIRECT, SAME if same else NOT_SAME, proof), *said]


def _two_areas(context: Context, topic: Sequence[Term]) -> list[tuple[Report, Judgment]]:
    """Two areas of the newest report that a question names side by side, where it names no other time."""
    if context.question.scoped.cycles or context.question.scoped.years or not context.reports:
        return []
    report = context.reports[0]
    fits = [
        (_of_words(context.question, judgment, topic), judgment) for judgment in report.judgments if judgment.formal
    ]
    named = [judgment for words, judgment in fits if words and not any(words < others for others, _ in fits)]
    apart = len({_of_words(context.question, judgment, topic) for judgment in named}) == len(named)
    return [(report, judgment) for judgment in named] if len(named) == 2 and apart else []


def _of_words(question: Question, judgment: Judgment, topic: Sequence[Term]) -> frozenset[str]:
    """The terms of a question by which it names an area."""
    names = (judgment.area, *judgment.also)
    stems = [frozenset(stems_of(name)) for name in names]
    by_name = {term.text for term in topic if any(held.issuperset(term.options[0][0]) for held in stems)}
    said = {term.text for term in topic if said_fit(question.clear.lower(), [term], names)}
    return frozenset(by_name | said)


def _meant(context: Context, report: Report, topic: Sequence[Term], least: float = FITS) -> Judgment | None:
    """The judgment whose area a question means, by its name or by what people say for it."""
    fits = [(_fit(context.question, judgment, topic), judgment) for judgment in report.judgments]
    fitting = [(fit, judgment) for fit, judgment in fits if fit >= least]
    return max(
        fitting, key=lambda pair: (round(pair[0] + 0.15 * pair[1].formal, 6), -pair[1].span.start), default=(0, None)
    )[1]


def _fit(question: Question, judgment: Judgment, topic: Sequence[Term]) -> float:
    names = (judgment.area, *judgment.also)
    said = said_fit(question.clear.lower(), topic, names)
    return max(name_fit(topic, names), said + SAID if said and asks_for_grade(question.clear) else said)


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
