"""Questions to begin with, made from the reports that are held."""

from __future__ import annotations

from assistant.tui.reports import newest_first
from assistant.types import Label, Report

CALLS = "999 calls"
COUNT = 3


def example_questions(reports: tuple[Report, ...]) -> list[str]:
    """Three questions that the newest report can answer; none where no report is held."""
    if not reports:
        return []
    report = newest_first(reports)[0]
    force, cycle = report.metadata.force or report.name, report.metadata.cycle
    asked = [f"How quickly does {force} answer 999 calls?"] if CALLS in report.text else []
    asked += [f"What grade did {force} get for {lowered(judgment.area)}?" for judgment in report.judgments[:1]]
    if any(section.label is Label.AREAS_FOR_IMPROVEMENT for section in report.sections):
        asked.append(f"What are the areas for improvement for {force}{f' in {cycle}' if cycle else ''}?")
    asked += [f"What does the report say about {lowered(chapter)}?" for chapter in chapters(report)]
    return asked[:COUNT]


def chapters(report: Report) -> list[str]:
    """The chapters of a report, in its order."""
    return list(dict.fromkeys(section.chapter for section in report.sections))


def lowered(heading: str) -> str:
    """A heading as it stands inside a sentence."""
    return heading[:1].lower() + heading[1:] if heading[1:2].islower() else heading
