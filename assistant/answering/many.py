"""Answers over the reports of several forces, or over the cycles of one: a row each, gaps named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answering.context import Context
from assistant.answering.draft import Said
from assistant.answering.many_figures import figures_of_forces
from assistant.answering.many_forms import DIFFERENT_CYCLES, not_held
from assistant.answering.many_grades import grades_compared, grades_of_forces
from assistant.answering.meta import comparability
from assistant.answering.over_reports import Over, over_forces, over_reports
from assistant.retrieval.scope import newest
from assistant.types import Report, StatementKind

_GOES_ON = re.compile(r"^(?:and|or|what about|how about|same for|now)\b", re.IGNORECASE)


def many_statements(context: Context, held: Sequence[Report], about: str = "") -> list[Said] | None:
    """The statements that answer a question over several reports; none where no report holds it.

    Args:
        context: the question with the reports in its scope.
        held: every report that is held.
        about: the question before, where this one goes on with it.

    Returns:
        The statements, or None where the question is about one report.
    """
    if about and _GOES_ON.match(context.question.clear):
        whole = f"{about} {context.question.clear}"
        context = replace(context, question=replace(context.question, clear=whole))
    over = over_reports(context.question, held)
    if over is None or not context.reports:
        return None
    reports = _of_scope(context, over.what)
    if over.what is Over.FIGURES:
        said = figures_of_forces(context, reports)
    else:
        compared = over.what is Over.CHANGE or over.named
        said = grades_compared(context, reports) if compared else grades_of_forces(context, reports)
        if not said and not over_forces(context.question.clear):
            return None
    cautions = next((found for report in reports if (found := comparability(report))), [])[:1]
    cautions = cautions if said and over.what is Over.CHANGE else []
    return [*said, *(replace(one, kind=StatementKind.QUALIFIER) for one in cautions), *_notes(context, said, held)]


def _of_scope(context: Context, what: Over) -> list[Report]:
    """The reports that are asked: the newest of each force, unless cycles are named or the change over them is."""
    every = what is Over.CHANGE or context.question.scoped.cycles
    kept = list(context.reports) if every else newest(context.reports)
    return sorted(kept, key=lambda report: report.name) if what is not Over.CHANGE else kept


def _notes(context: Context, said: Sequence[Said], held: Sequence[Report]) -> list[Said]:
    """That the cycles differ, with a report's own caution about comparing them, and which forces aren't held."""
    if not said:
        return []
    cited = {citation.report for one in said for citation in one.proof}
    cycles = {report.metadata.cycle for report in held if report.id in cited}
    notes = [Said(StatementKind.QUALIFIER, DIFFERENT_CYCLES, ())] if len(cycles) > 1 else []
    forces = {report.metadata.force for report in held}
    strangers = [force for force in context.question.scoped.forces if force not in forces]
    return [*notes, *([Said(StatementKind.QUALIFIER, not_held(strangers), ())] if strangers else [])]
