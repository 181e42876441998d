"""The words of the interface that are computed from records: scopes, reasons, dates, ages, counts."""

from __future__ import annotations

import re
from datetime import datetime

from assistant.types import Answer, Reading, Reason

REASONS = {
    Reason.FORCE_NOT_HELD: "no report on this force is held",
    Reason.CYCLE_NOT_HELD: "this inspection cycle isn't held",
    Reason.PERIOD_NOT_HELD: "the reports don't cover this period",
    Reason.METRIC_NOT_REPORTED: "the reports don't give this",
    Reason.NOT_A_REPORT_QUESTION: "this isn't a question about an inspection report",
    Reason.AMBIGUOUS: "the question can be read in more than one way",
}
MONTH = re.compile(r"\d{4}-\d{2}")
SECONDS = ((86400, "day"), (3600, "hour"), (60, "minute"))


def scope_words(reading: Reading) -> str:
    """The scope as read from the question, such as `Kent · 2025–27`; empty where it names none."""
    scope = reading.scope
    return " · ".join(part for part in (scope.force, scope.cycle, scope.period) if part)


def reading_line(question: str, reading: Reading) -> str:
    """How a question was read: its scope, and the words it was searched by where some of them were carried over.

    Empty where there is nothing to tell.
    """
    completed = " ".join(reading.terms) if reading.carried and reading.read_as.strip() != question.strip() else ""
    parts = [part for part in (scope_words(reading), completed) if part]
    return "read as: " + " · ".join(parts) if parts else ""


def reason_words(answer: Answer) -> str:
    """Why a question was refused, in words."""
    return REASONS[answer.reason] if answer.reason else ""


def counted(number: int, noun: str) -> str:
    """A number with its noun, such as `2 reports`."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def day(moment: str) -> str:
    """The day of an ISO 8601 moment, such as `20 Feb 2026`, or its month; the text itself where it isn't one."""
    is_month = bool(MONTH.fullmatch(moment))
    try:
        date = datetime.fromisoformat(f"{moment}-01" if is_month else moment)
    except ValueError:
        return moment
    return f"{date:%b %Y}" if is_month else f"{date.day} {date:%b %Y}"


def age(moment: str, now: datetime) -> str:
    """How long ago an ISO 8601 moment was, such as `3 hours ago`."""
    try:
        then = datetime.fromisoformat(moment)
    except ValueError:
        return moment
    passed = (now.astimezone() - then.astimezone()).total_seconds()
    for seconds, unit in SECONDS:
        if passed >= seconds:
            return counted(int(passed // seconds), unit) + " ago"
    return "just now"
