"""An answer with its sources as plain text, for copying."""

from __future__ import annotations

from assistant.tui.sources import reference
from assistant.types import Answer, Report


def answer_with_sources(answer: Answer, reports: dict[str, Report]) -> str:
    """The question, the answer, and each citation with its quote and where it stands."""
    lines = [answer.question, "", answer.text]
    for number, citation in enumerate(answer.citations, 1):
        lines += ["", f"[{number}] “{citation.quote}”", f"    {reference(reports.get(citation.report), citation)}"]
    return "\n".join(lines)
