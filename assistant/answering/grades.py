"""Answers about grades: of one area, of all, of the areas that have a grade."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answering.areas_meant import FITS, WHOLE, area_meant, names_area
from assistant.answering.context import Context
from assistant.answering.draft import Said
from assistant.answering.graded_areas import areas_told, asks_for_grade, graded_areas, named_grades
from assistant.answering.judgments import grade_said
from assistant.answering.lists import label_asked
from assistant.answering.names import topic_terms
from assistant.answering.ungraded import ungraded_statements
from assistant.indexing.periods import years_of
from assistant.retrieval.carried import without_carried
from assistant.retrieval.cues import asks
from assistant.retrieval.question import Question
from assistant.retrieval.terms import Term, matched
from assistant.types import Grade, Judgment, QuestionType, Report, Span, StatementKind

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
_AND_THE = re.compile(
    r"(?:and|but|ok|so|now)? ?(?:what|how) about\b|(?:and|also|plus)\b|(?:\w+ ){0,3}\w+\??$", re.IGNORECASE
)
"""How a question goes on from a grade to that of another area."""
_AREAS_COUNTED = re.compile(
    r"\bhow many (?:different |separate |main )?(?:areas|things|headings|categories|grades|judge?ments)\b"
    r"(?! for improvement).*\b(?:look\w* (?:at|into)|assess(?:ed|ing)?|inspect(?:ed|ing)?|graded?|marked|"
    r"judged?|rated?|scored?|cover(?:ed)?)\b",
    re.IGNORECASE,
)
"""A question for the number of areas that an inspection covers."""
_OF_THEM_GRADED = re.compile(
    r"\bhow many of (?:them|those|these)\b.*\b(?:grade[ds]?|graded|rated|judged|marked|judge?ment)\b", re.IGNORECASE
)
_FORCES = re.compile(
    r"\b(?:which|what) (?:(?!the\b|(?:area|did|does|do|has)s?\b)[\w-]+ ){0,3}forces?\b|"
    r"\b(?:of|in|by|among|across|from) (?:any|all|other|the (?:43|other)) (?:other )?forces?\b|"
    r"\bin the (?:country|land)\b|\bnational(?:ly)?\b",
    re.IGNORECASE,
)
"""Words that ask about forces at large: the best of them is no area's grade."""
_ANY_GOOD = re.compile(r"\bany good\b", re.IGNORECASE)
"""How well it does, and not the grade of that name."""
_LINE = re.compile(r"\b(?:999|101)\b")
_EVERY_AREA = re.compile(
    r"\b(?:everything|everywhere|every area|all (?:the |of the )?areas|across the board)\b", re.IGNORECASE
)
_WHICH_AREA = re.compile(r"(?:\w+[,.:]? ){0,2}(?:which|what) (?:area|chapter)s?\b", re.IGNORECASE)
"""Who asks which areas asks it of all, whatever was asked before."""
_MANY = re.compile(
    r"\b(?:which|where|what areas?|list|how many|any(?:thing)?|name|all|every ?thing|areas?)\b|"
    r"\b(?:best|worst|weakest|strongest) (?:at|in)\b|"
    r"\bwhat\b.*\b(?:graded|rated|judged|marked|scored?|get|got|given)\b.*\b(?:for|in|at)\W*$|"
    r"^(?:and |so )?what(?:['\u2019]?s| is| was| were| got| came out)?(?: as)? (?:graded|rated|judged|marked)\b",
    re.IGNORECASE,
)


def grade_statements(context: Context) -> list[Said]:
    """Statements about the grades that a question asks for; none where it asks for something else."""
    question = context.question
    if asks("graded otherwise", question.clear.lower()) or _of_another_year(context):
        return []
    by_name = asks_for_grade(context.question.clear)
    after_grades = _gave_grades(context) and not (question.asked.wants_figure or _asks_why(question))
    topic = topic_terms(question.own if after_grades or _WHICH_AREA.match(question.clear) else question.terms)
    named = named_grades(question.clear)
    many = _MANY.search(_ANY_GOOD.sub("good", question.clear))
    asked = (by_name or after_grades) or question.asked.type is QuestionType.GRADE or (named and question.asked.yes_no)
    least = FITS if asked else WHOLE
    meant = [area_meant(context, report, topic, least) for report in context.reports] if topic else []
    if other := _of_all_areas(context, named, topic) or (by_name and _ungraded(context, topic, meant)):
        return other
    several = named and many and not question.asked.yes_no
    of_some = several and by_name and not names_area(context, topic)
    asks_one = by_name or not after_grades or bool(_AND_THE.match(question.clear))
    if any(meant) and not of_some and asks_one and (asked or _may_ask(question)):
        said = _of_area(context, [judgment for judgment in meant if judgment])
        return _yes_or_no(question.clear, named, said) if named and question.asked.yes_no else said
    if named and question.asked.yes_no and not topic and not context.before and _names_scope_alone(question):
        return graded_areas(context.reports, list(Grade))
    some = (named or _extreme(context)) if many or (by_name and not topic and not named) else []
    if some and (of_some or len(topic) <= 1):
        return graded_areas(context.reports, some)
    if not named and _asks_for_all(context, topic):
        return graded_areas(context.reports, list(Grade))
    if by_name and not topic_terms(question.own) and (said := _before(context)):
        return said
    return _nearest(context) if by_name else []


def _ungraded(context: Context, topic: Sequence[Term], meant: Sequence[Judgment | None]) -> list[Said]:
    """That a chapter of the newest report has no grade, where it is meant more than the area that fits best."""
    area = meant[0] if meant else None
    names = (area.area, *area.also) if area else ()
    return ungraded_statements(context.reports[0], topic, names) if topic and context.reports else []


def _of_all_areas(context: Context, named: Sequence[Grade], topic: Sequence[Term]) -> list[Said]:
    """How many areas there are, or whether each has a grade; none where neither is asked."""
    if not named and _counts_areas(context):
        return [*areas_told(context.reports), *graded_areas(context.reports, list(Grade))]
    every = named and context.question.asked.yes_no and not topic and _EVERY_AREA.search(context.question.clear)
    return _of_every_area(context, named) if every else []


def _of_every_area(context: Context, named: Sequence[Grade]) -> list[Said]:
    """Yes or no to whether every area has a grade, then the grade of each."""
    areas = graded_areas(context.reports, list(Grade))
    rows = areas[1:]
    every = all(row.text.lower().endswith(tuple(f": {grade}" for grade in named)) for row in rows)
    return [Said(StatementKind.DIRECT, "Yes." if every else "No.", areas[0].proof), *areas] if rows else []


def _counts_areas(context: Context) -> bool:
    """Whether it is asked how many areas were inspected, or how many of those that were just told have a grade."""
    if context.before:
        return _gave_grades(context) and bool(_OF_THEM_GRADED.search(context.question.clear))
    return bool(_AREAS_COUNTED.search(context.question.clear))


def _names_scope_alone(question: Question) -> bool:
    """Whether a question names a force or a cycle and no areas: `was Kent good in 2018`."""
    text = _ANY_GOOD.sub("good", question.clear)
    names_else = _MANY.search(text) or _LINE.search(text)
    return bool(question.scoped.forces or question.scoped.cycles) and not names_else


def _asks_why(question: Question) -> bool:
    """Whether a question asks for a reason in its own words: `and fraud?` after `why so bad?` may ask for the grade."""
    return question.asked.reason and asks("reason", without_carried(question.clear).lower())


def _gave_grades(context: Context) -> bool:
    """Whether the answer before cited the sentences or the table that give grades."""
    given = {(report.id, judgment.span.start) for report in context.reports for judgment in report.judgments}
    return any(
        one.span.start <= at < one.span.end for one in context.before for name, at in given if name == one.report
    )


def _asks_for_all(context: Context, topic: Sequence[Term]) -> bool:
    """Whether a question wants every grade: it speaks of grades and no area, of the whole, or of the areas' order."""
    question = context.question
    leans = bool(context.before) and not topic_terms(question.own)
    whole = asks("whole picture", without_carried(question.clear).lower()) and not question.asked.wants_figure
    return not topic and not leans and (whole or asks_for_grade(question.clear))


def _of_another_year(context: Context) -> bool:
    """Whether a question asks for the grades of a year of which none of the reports is: some sentence may tell them."""
    years, reports = context.question.scoped.years, context.reports
    earlier = len(reports) == 1 and asks("earlier grade", context.question.clear.lower())
    return bool(years or earlier) and not any(_in_its_year(years, report) for report in reports)


def _in_its_year(years: frozenset[int], report: Report) -> bool:
    """Whether the years that a question names are those of a report itself."""
    return bool(years) and years <= years_of(report.metadata)


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
    if loosely and _ANY_GOOD.search(question):
        return list(said)
    fits = [*asked, Grade.OUTSTANDING] if loosely else asked
    word = "Yes" if any(grade.value == given for grade in fits) else "No"
    return [Said(said[0].kind, f"{word}. {said[0].text}", said[0].proof), *said[1:]]


def _extreme(context: Context) -> list[Grade]:
    """The highest and the lowest grade that was given, where a question asks for the areas that did best or worst."""
    if _FORCES.search(context.question.clear):
        return []
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
    return next(([grade_said(report, judgment, named=False)] for report, judgment in found), [])


def grade_before(context: Context) -> list[Said]:
    """The grade that the answer before gave, where a follow-up names nothing of its own: `why?`."""
    if not context.before or topic_terms(context.question.own):
        return []
    cited = context.before[0]
    found = (
        (r, j) for r in context.reports for j in r.judgments if r.id == cited.report and _holds(cited.span, j.span)
    )
    return next(([grade_said(report, judgment, named=False)] for report, judgment in found), [])


def _holds(span: Span, inner: Span) -> bool:
    return span.start <= inner.start and inner.end <= span.end


def _nearest(context: Context) -> list[Said]:
    """The grade of the area whose sentence is among the best candidates and has a word of the question's topic."""
    for one in context.ranked[:NEAR]:
        report = context.report(one.unit.report)
        inside = (j for j in report.judgments if j.formal and _holds(one.unit.span, j.span))
        judgment = next(inside, None)
        named = judgment and any(matched(term, one.view.stems) for term in topic_terms(context.question.own))
        if judgment and named and len(one.unit.text.split()) > SENTENCE:
            return [grade_said(report, judgment, named=False)]
    return []


def _of_area(context: Context, judgments: Sequence[Judgment]) -> list[Said]:
    """The grade of an area in the newest report that gives one."""
    for report in context.reports:
        found = next((judgment for judgment in judgments if judgment in report.judgments), None)
        if found:
            return [grade_said(report, found, named=False)]
    return []
