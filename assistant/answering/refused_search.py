"""Refused for what was found: sentences that don't answer the question."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answering.areas_meant import WHOLE, names_area
from assistant.answering.context import Context
from assistant.answering.draft import Said, quotes_of
from assistant.answering.graded_areas import asks_for_grade
from assistant.answering.lists import LABEL_NAMED, has_none, label_asked
from assistant.answering.meta import asks_comparable
from assistant.answering.names import topic_terms
from assistant.answering.near_before import is_off_topic
from assistant.answering.of_the_told import points_back
from assistant.answering.refusal import Refused
from assistant.answering.sure import is_sure
from assistant.answering.ungraded import tells_no_grade
from assistant.indexing.periods import years_in
from assistant.reading.words import stems_of
from assistant.retrieval.changed import asks_change, tells_change
from assistant.retrieval.earlier import tells_before
from assistant.retrieval.left_out import left_out
from assistant.retrieval.ranked import SURELY_READ
from assistant.retrieval.requirements import STRICT_STATISTICS
from assistant.retrieval.statistics import statistics_in
from assistant.retrieval.terms import coverage, matched
from assistant.types import BlockKind, Grade, Label, QuestionType, Reason

_CLOSED = re.compile(
    r"\b(?:clos(?:e|ed|ing)|still open|resolved|signed off|dealt with|lifted|"
    r"happened to|became of|left over|carried over|from (?:the )?last (?:time|inspection|report))\b",
    re.IGNORECASE,
)
"""What became of an area for improvement stands among the findings."""
_AND_BEFORE = re.compile(
    r"\b(?:and|plus|&) (?:in |for )?(?:the )?(?:year before|previous year|last year|year earlier)\b", re.IGNORECASE
)
"""Two years are asked for: the best sentence gives one, and what is cited beside it the other."""
_GIVEN = re.compile(
    rf"\b(?:judged|graded|rated|assessed|found|was|were|is|are|been|as)\b(?: [\w',]+){{0,8}}? (?:{'|'.join(Grade)})\b"
)
_NAMED = frozenset(
    {Label.AREAS_FOR_IMPROVEMENT, Label.INNOVATIVE_PRACTICE, Label.PROMISING_PRACTICE, Label.CAUSES_OF_CONCERN}
)
"""Labels that a question can only mean by their names."""
_BETTER = re.compile(r"\b(?:better|worse|improv\w+|progress)\b", re.IGNORECASE)
SUBJECT = 0.3
"""The share of what was asked about before that a sentence elsewhere has to say to be of the same."""
TOPIC = 0.5
"""The share of a topic's weight that what gives its grade has to say."""
_RATES = re.compile(r"\b(?:grad|rat(?:e[sd]?|ing)\b|scor|mark(?:s|ed)|judg|priorit|categor|satisf)", re.IGNORECASE)
"""Words by which calls, risks and services are graded."""
_GRADE_ASKED = re.compile(
    r"\b(?:what|which)(?:['\u2019]?s| is| was)? (?:the |their |its )?(?:\w+ )?(?:grade|rating|mark|judge?ment)\b",
    re.IGNORECASE,
)
READS_WELL = 4.0
"""What reading gives a sentence that answers, whatever it is asked for."""
NEXT = 2
"""Candidates that may say that they leave out what is asked about."""
OVERRULED = frozenset({"kind of figure", "per", "count", "counted", "date", "role"})
"""Requirements that go by a sentence's form, and that one which reads surely needn't meet. What a question names, whose
figure it asks for and what it compares with aren't among them."""


def refused_by_search(context: Context, said: Sequence[Said]) -> Refused | None:
    """Why the sentences that were found don't answer the question; None where they do."""
    question = context.question
    cited = quotes_of(said)
    if (
        _is_off_topic(context)
        or _loses_its_subject(context)
        or _stands_elsewhere(context, said)
        or _tells_no_change(context, said)
    ):
        return Reason.METRIC_NOT_REPORTED, ""
    grades = question.asked.type is QuestionType.GRADE and asks_for_grade(question.clear)
    if (grades and not _tells_grade(context, said)) or _is_of_other_area(context, said):
        return Reason.METRIC_NOT_REPORTED, ""
    if fails := _fails(context, cited):
        return (
            (Reason.FORCE_NOT_HELD, "other forces by name") if "forces" in fails else (Reason.METRIC_NOT_REPORTED, "")
        )
    return None if is_sure(context) and not _left_out(context) else (Reason.METRIC_NOT_REPORTED, "")


def _left_out(context: Context) -> bool:
    """Whether the best sentence leaves out what is asked about, or the next does and the best says nothing of it."""
    best, *others = context.ranked[:NEXT]
    missing = [term for one in others for term in left_out(context.question, one.unit.text)]
    return bool(left_out(context.question, best.unit.text)) or any(not matched(t, best.view.around) for t in missing)


def _tells_grade(context: Context, said: Sequence[Said]) -> bool:
    """Whether something that is cited gives a grade and has a word of the topic, or says that none is given.

    What reads well is taken too: calls are graded, and visitors rate a service, by other scales than the inspectors'.
    """
    topic, best = topic_terms(context.question.own), context.ranked[0]
    of_grades = _RATES.search(best.unit.text) or not _GRADE_ASKED.search(context.question.clear)
    names_it = not names_area(context, topic) or coverage(topic, best.view.around) > 0
    if (best.pair or 0.0) >= READS_WELL and of_grades and names_it:
        return True
    for one in said:
        quotes = quotes_of([one]).lower()
        meant = not topic or coverage(topic, frozenset(stems_of(quotes))) >= TOPIC
        if tells_no_grade(quotes) or (meant and _gives_grade(context, quotes)):
            return True
    return False


def _gives_grade(context: Context, quotes: str) -> bool:
    """Whether quotes name a grade; where one of an earlier year is asked for, as one that something was given."""
    if context.question.scoped.years and not asks_comparable(context.question.clear):
        return bool(_GIVEN.search(quotes))
    return any(grade.value in quotes for grade in Grade)


def _loses_its_subject(context: Context) -> bool:
    """Whether a follow-up only points back, `is it getting better`, and the best sentence is of something else.

    It is of the same where it stands in a section that was cited or has enough of what was asked about before.
    """
    question, best = context.question, context.ranked[0]
    if not context.before or not points_back(question):
        return False
    cited = {(one.report, one.section) for one in context.before}
    before = [term for term in question.terms if term not in question.own]
    inside = (best.unit.report, best.view.path) in cited
    if _BETTER.search(question.alone):
        near = best.view.stems | best.view.last_lead
        return not (inside and best.unit.figures) and coverage(before, near) < SUBJECT
    return not inside and coverage(before, best.view.around) < SUBJECT


def _is_of_other_area(context: Context, said: Sequence[Said]) -> bool:
    """Whether a grade is asked for again, of another time alone, and no sentence that is cited names its area."""
    question = context.question
    topic = topic_terms(question.terms)
    of_time = question.asked.as_before and question.asked.type is QuestionType.GRADE and not topic_terms(question.own)
    if not topic or not of_time:
        return False
    graded = any(grade.value in quotes_of(said).lower() for grade in Grade)
    return graded and not any(coverage(topic, frozenset(stems_of(quotes_of([one])))) >= WHOLE for one in said)


def _fails(context: Context, cited: str) -> set[str]:
    """The requirements that the best sentence fails; of a comparison the other side may meet them."""
    asked, fails = context.question.statistics & STRICT_STATISTICS, set(context.ranked[0].fails)
    if context.question.asked.as_before:
        fails -= {"kind of figure"}
    if not context.before and (context.ranked[0].pair or 0.0) >= SURELY_READ:
        fails -= OVERRULED
    if _AND_BEFORE.search(context.question.clear) and len(years_in(cited)) > 1:
        fails -= {"year before"}
    if context.question.asked.type is not QuestionType.COMPARE:
        return fails
    met = {"statistic"} if asked <= statistics_in(cited) else set()
    return fails - (met | ({"year before"} if tells_before(cited) else set()))


def _is_off_topic(context: Context) -> bool:
    """Whether a follow-up to a refusal is its topic alone and the best sentence has no word of it."""
    follows = context.question.own != context.question.terms and not context.before
    return follows and is_off_topic(context.question, context.ranked[0])


def _tells_no_change(context: Context, said: Sequence[Said]) -> bool:
    """Whether it is asked if something changed, and neither the best sentence tells nor one of the topic beside it.

    A table's years stand in its columns, and two reports tell of two times.
    """
    best = context.ranked[0].unit
    if not asks_change(context.question.clear) or best.kind is BlockKind.ROW or tells_change(best.text):
        return False
    if len({citation.report for one in said for citation in one.proof}) > 1:
        return False
    told = [quote for one in said if tells_change(quote := quotes_of([one]))]
    topic = [term for term in context.question.terms if not tells_change(term.text)]
    return not any(coverage(topic, frozenset(stems_of(quote))) for quote in told)


def _is_of_else(context: Context, said: Sequence[Said]) -> bool:
    """Whether a label is asked for by name and what is cited reads as no answer and has no word of the topic."""
    topic, read = topic_terms(context.question.own), context.ranked[0].pair
    named = bool(topic) and not context.before and bool(LABEL_NAMED.search(context.question.clear))
    if not named or read is None or read >= SURELY_READ:
        return False
    places = " ".join(name for one in said for citation in one.proof for name in citation.section)
    return not coverage(topic, frozenset(stems_of(f"{quotes_of(said)} {places}")))


def _stands_elsewhere(context: Context, said: Sequence[Said]) -> bool:
    """Whether what stands under a label is asked for and nothing of the answer is there, or no report has that label.

    A report without any label may say what it finds in other words.
    """
    label = None if _CLOSED.search(context.question.clear) else label_asked(context.question.clear)
    if label and (has_none(context) or _is_of_else(context, said)):
        return True
    if label not in _NAMED:
        return False
    labelled = {(r.id, part.path): part.label for r in context.reports for part in r.sections if part.label}
    asked = {label, Label.RECOMMENDATIONS} if label is Label.CAUSES_OF_CONCERN else {label}
    under = {place for place, own in labelled.items() if own in asked}
    cited = {(citation.report, citation.section) for one in said for citation in one.proof}
    missing = label is Label.CAUSES_OF_CONCERN and bool(labelled)
    return not under & cited if under else missing
