"""Refused for its time: a cycle or a period that what was found isn't about."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answering.context import Context
from assistant.answering.draft import Said, quotes_of
from assistant.answering.meta import asks_comparable
from assistant.answering.refusal import Refused
from assistant.indexing.periods import months_in, years_in, years_of
from assistant.retrieval.scope import OF_REPORTS
from assistant.retrieval.times import years_told
from assistant.types import QuestionType, Reason


def refused_by_time(context: Context, said: Sequence[Said]) -> Refused | None:
    """The cycle or time that a question names and that what was found isn't about; None where it is."""
    question, best = context.question, context.ranked[0].unit
    if asks_comparable(question.clear):
        return None
    there = f"{best.text} {best.period.text if best.period else ''}"
    cited = quotes_of(said)
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
    told = years_in(quotes_of(said))
    named = context.question.scoped.cycles if context.question.asked.type is QuestionType.COMPARE else ()
    return next((cycle for cycle in named if cycle not in shown and not years_in(cycle) & told), "")


def _names_report(context: Context) -> bool:
    """Whether the years that a question names are those of a report in scope and not of a figure."""
    years = {year for report in context.reports for year in years_of(report.metadata)}
    return bool(OF_REPORTS.search(context.question.text)) and bool(context.question.scoped.years & years)


def _force(context: Context) -> str:
    forces = {report.metadata.force for report in context.reports}
    return f"{forces.pop()} " if len(forces) == 1 else ""
