"""Refusals: a force, cycle, year or metric that the reports in scope don't hold."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answering.context import Context
from assistant.answering.draft import Said
from assistant.answering.follow_sure import answers_follow_up
from assistant.answering.graded_areas import asks_for_grade, named_grades
from assistant.answering.lists import label_asked
from assistant.answering.meta import asks_comparable
from assistant.answering.names import topic_terms
from assistant.answering.refusal import is_chat
from assistant.indexing.periods import months_in, years_in, years_of
from assistant.reading.words import stems_of
from assistant.retrieval.answerable import answerable_features
from assistant.retrieval.cues import asks
from assistant.retrieval.earlier import tells_before
from assistant.retrieval.question import Question
from assistant.retrieval.ranker import model
from assistant.retrieval.requirements import STRICT_STATISTICS
from assistant.retrieval.scope import OF_REPORTS, SHARED
from assistant.retrieval.statistics import statistics_in
from assistant.retrieval.terms import coverage, matched
from assistant.retrieval.times import years_told
from assistant.types import BlockKind, Grade, Label, QuestionType, Reason, Report

Refused = tuple[Reason, str]
_WITH = re.compile(r"\bwith\b", re.IGNORECASE)
_UNKNOWN_FORCE = re.compile(r"\b([A-Z][a-z]+(?: [A-Z][a-z]+)?) (?:Police|Constabulary)\b")
_UNKNOWN_CONSTABULARY = re.compile(r"\b([a-z]{4,}) constabulary\b", re.IGNORECASE)
_CODE_NAME = re.compile(r"\b(?:op|operation) ([a-z]{3,})\b", re.IGNORECASE)
"""What is held or not as an operation, whatever other words a question has."""
_CLOSED = re.compile(
    r"\b(?:clos(?:e|ed|ing)|still open|resolved|signed off|dealt with|lifted|"
    r"happened to|became of|left over|carried over|from (?:the )?last (?:time|inspection|report))\b",
    re.IGNORECASE,
)
"""What became of an area for improvement stands among the findings."""
_UNGRADED = re.compile(r"\b(?:not|no)\b[^.]*\bgrad|n['\u2019]t\b[^.]*\bgrad")
"""What a report says of an area that it gives no grade."""
ALL, NAMED = 0.9, 2
"""The share of a question's weight that is all of it, and how many terms it must have to be told from another."""
TOPIC = 0.5
"""The share of a topic's weight that what gives its grade has to say."""
LIKELY, UNLIKELY = -2.0, -3.5
"""What reading gives from which a sentence may answer for all its words, and below which none answers: from the
training questions, of which one in a hundred with an answer reads so low, and two in five of those without."""
READS_WELL = 4.0
"""What reading gives a sentence that answers, whatever it is asked for."""
OVERRULED = frozenset({"kind of figure", "per", "count", "counted", "date", "whose"})
SURELY_READ = 5.0
"""Requirements that go by a sentence's form, and what reading has to give for it to answer all the same: of 13
questions of the sets taught from and kept back 11 were answered rightly and one had no answer. What a question names,
and what it compares with, isn't among them."""
DOUBTFUL = ((0.4, 0.0), (0.2, 3.0))
"""Where the section of the best sentence has less than this share of the question's weight, what reading has to give at
least: of 1,513 training questions that would have been answered, 10 right answers, 16 wrong ones and 13 without any."""
ANSWERABLE = 0.0
"""The score of the learned model below which a question is refused."""


def refused_by_scope(question: Question, reports: Sequence[Report], held: Sequence[Report]) -> Refused | None:
    """Why a question's scope can't be met by what is held; None where it can."""
    structured = named_grades(question.clear) or label_asked(question.clear) or asks_for_grade(question.clear)
    structured = structured or any(
        asks(cue, question.clear.lower()) for cue in ("whole picture", "did best", "did worst", "to be done")
    )
    if is_chat(question) or (not question.terms and not structured):
        return Reason.NOT_A_REPORT_QUESTION, ""
    if not structured and (not any(term.known for term in question.terms) or _unheld(question, _CODE_NAME)):
        return Reason.METRIC_NOT_REPORTED, ""
    strangers = _strangers(question, held)
    shares = _WITH.search(question.text) or SHARED.search(question.text)
    works_with = shares and question.asked.type is not QuestionType.COMPARE
    if strangers and not works_with:
        return Reason.FORCE_NOT_HELD, " or ".join(strangers)
    if not reports:
        return Reason.CYCLE_NOT_HELD, " or ".join(question.scoped.unheld_cycles) or "that"
    return None


def _strangers(question: Question, held: Sequence[Report]) -> list[str]:
    """The forces that a question names and of which no report is held."""
    known = {report.metadata.force for report in held}
    named = [force for force in question.scoped.forces if force not in known]
    named += [] if named else [name.title() for name in _unheld(question, _UNKNOWN_CONSTABULARY)]
    unlisted = [] if question.scoped.forces else _UNKNOWN_FORCE.findall(question.text)
    return named + [name for name in unlisted if name not in known]


def _unheld(question: Question, naming: re.Pattern[str]) -> list[str]:
    """What a question names by a pattern and no report has a word for."""
    unknown = {term.options[0][0] for term in question.terms if not term.known}
    return [name for name in naming.findall(question.clear) if tuple(stems_of(name)) in unknown]


def refused_by_time(context: Context, said: Sequence[Said]) -> Refused | None:
    """The cycle or time that a question names and that what was found isn't about; None where it is."""
    question, best = context.question, context.ranked[0].unit
    if asks_comparable(question.clear):
        return None
    there = f"{best.text} {best.period.text if best.period else ''}"
    cited = _quotes(said)
    unheld = [cycle for cycle in question.scoped.unheld_cycles if not years_in(cycle) <= years_in(cited)]
    if unheld:
        return Reason.CYCLE_NOT_HELD, f"{_force(context)}{' or '.join(unheld)}"
    if absent := _cycle_absent(context, said):
        return Reason.PERIOD_NOT_HELD, absent
    told = years_told(best) | years_in(cited)
    if question.scoped.years and not question.scoped.years & told and not _names_report(context):
        return Reason.PERIOD_NOT_HELD, " or ".join(map(str, sorted(question.scoped.years)))
    months = months_in(question.clear)
    if months and months_in(there) and not months & (months_in(there) | months_in(cited)):
        return Reason.PERIOD_NOT_HELD, question.scoped.period or "that period"
    return None


def _cycle_absent(context: Context, said: Sequence[Said]) -> str:
    """The cycle that a comparison names and that nothing of its answer is from or speaks of; empty where none is."""
    proof = [citation for one in said for citation in one.proof]
    cycles = {report.id: report.metadata.cycle for report in context.reports}
    shown = {cycles.get(citation.report, "") for citation in proof}
    told = years_in(_quotes(said))
    named = context.question.scoped.cycles if context.question.asked.type is QuestionType.COMPARE else ()
    return next((cycle for cycle in named if cycle not in shown and not years_in(cycle) & told), "")


def refused_by_search(context: Context, said: Sequence[Said]) -> Refused | None:
    """Why the sentences that were found don't answer the question; None where they do."""
    question = context.question
    cited = _quotes(said)
    if _stands_elsewhere(context, said):
        return Reason.METRIC_NOT_REPORTED, ""
    grades = question.asked.type is QuestionType.GRADE and asks_for_grade(question.clear)
    if grades and not _tells_grade(context, said):
        return Reason.METRIC_NOT_REPORTED, ""
    if fails := _fails(context, cited):
        return (
            (Reason.FORCE_NOT_HELD, "other forces by name") if "forces" in fails else (Reason.METRIC_NOT_REPORTED, "")
        )
    return None if _is_sure(context) else (Reason.METRIC_NOT_REPORTED, "")


def _quotes(said: Sequence[Said]) -> str:
    """All that statements cite."""
    return " ".join(citation.quote for one in said for citation in one.proof)


def _tells_grade(context: Context, said: Sequence[Said]) -> bool:
    """Whether something that is cited gives a grade and has a word of the topic, or says that none is given.

    What reads well is taken too: calls are graded, and visitors rate a service, by other scales than the inspectors'.
    """
    topic, read = topic_terms(context.question.own), context.ranked[0].pair
    if read is not None and read >= READS_WELL:
        return True
    for one in said:
        quotes = _quotes([one]).lower()
        meant = not topic or coverage(topic, frozenset(stems_of(quotes))) >= TOPIC
        if _UNGRADED.search(quotes) or (meant and any(grade.value in quotes for grade in Grade)):
            return True
    return False


def _fails(context: Context, cited: str) -> set[str]:
    """The requirements that the best sentence fails; of a comparison the other side may meet them."""
    asked, fails = context.question.statistics & STRICT_STATISTICS, set(context.ranked[0].fails)
    if context.question.asked.as_before:
        fails -= {"kind of figure"}
    if not context.before and (context.ranked[0].pair or 0.0) >= SURELY_READ:
        fails -= OVERRULED
    if context.question.asked.type is not QuestionType.COMPARE:
        return fails
    met = {"statistic"} if asked <= statistics_in(cited) else set()
    return fails - (met | ({"year before"} if tells_before(cited) else set()))


def _is_sure(context: Context) -> bool:
    """Whether the best sentence answers: by how it reads with the question, by its words, or by the learned model."""
    question = context.question
    read = max((one.pair for one in context.ranked if one.pair is not None), default=LIKELY)
    if context.ranked[0].unit.kind is BlockKind.ROW and says_all(context):
        return True
    if read < UNLIKELY or (not context.before and _names_else(context, read)):
        return False
    alone = score(context)
    before = context.before
    learned = answers_follow_up(question, before, context.ranked, alone) if before else alone >= ANSWERABLE
    return learned or (read >= LIKELY and says_all(context))


def _names_else(context: Context, read: float) -> bool:
    """Whether most of what a question names isn't in the best sentence's section, and it doesn't read as an answer."""
    view = context.ranked[0].view
    share = coverage(context.question.terms, view.section | view.heading | view.chapter | view.stems)
    return any(share < few and read < least for few, least in DOUBTFUL)


def _stands_elsewhere(context: Context, said: Sequence[Said]) -> bool:
    """Whether what stands under a label is asked for and nothing of the answer is there, or no report has that label.

    A report without any label may say what it finds in other words.
    """
    label = None if _CLOSED.search(context.question.clear) else label_asked(context.question.clear)
    if label not in (Label.AREAS_FOR_IMPROVEMENT, Label.INNOVATIVE_PRACTICE, Label.CAUSES_OF_CONCERN):
        return False
    labelled = {(r.id, part.path): part.label for r in context.reports for part in r.sections if part.label}
    under = {place for place, own in labelled.items() if own is label}
    cited = {(citation.report, citation.section) for one in said for citation in one.proof}
    missing = label is Label.CAUSES_OF_CONCERN and bool(labelled)
    return not under & cited if under else missing


def says_all(context: Context) -> bool:
    """Whether the best sentence has all that the question names, each word or a synonym, and the figure it wants."""
    question, view = context.question, context.ranked[0].view
    row = view.unit.kind is BlockKind.ROW
    figure = (
        not question.asked.wants_figure
        or row
        or any(question.asked.fits(one.kind, one.text) for one in view.unit.figures)
    )
    near = view.around
    said = sum(term.weight for term in question.terms if matched(term, near))
    return figure and len(question.terms) >= NAMED and said >= ALL * sum(term.weight for term in question.terms)


def score(context: Context) -> float:
    """How sure it is that the best candidates answer the question: the learned model's score."""
    row = answerable_features(context.question, context.ranked)
    return float(model("answerable").score(row.reshape(1, -1))[0])


def _names_report(context: Context) -> bool:
    """Whether the years that a question names are those of a report in scope and not of a figure."""
    years = {year for report in context.reports for year in years_of(report.metadata)}
    return bool(OF_REPORTS.search(context.question.text)) and bool(context.question.scoped.years & years)


def _force(context: Context) -> str:
    forces = {report.metadata.force for report in context.reports}
    return f"{forces.pop()} " if len(forces) == 1 else ""
