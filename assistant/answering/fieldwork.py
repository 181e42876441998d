"""When the inspectors were with the force: `We carried out our fieldwork between 2 and 20 March`."""

from __future__ import annotations

import re

from assistant.answering.context import Context
from assistant.answering.draft import Said, cited_where
from assistant.indexing.periods import MONTH, periods_in
from assistant.types import Report, StatementKind

_ASKED = re.compile(
    r"\bwhen (?:were|did|was|are|had) (?:the )?"
    r"(?:inspectors?|inspection|hmicfrs|inspectorate|you|fieldwork|visit)\b"
    r"(?!.*\b(?:find|found|say|said|next|publish\w*|last|previous|again|back)\b).*"
    r"\b(?:in|at|there|visit\w*|inspect(?:ed|ion)?|carried out|tak(?:e|en) place|took place|on site|come|came|done|"
    r"happen\w*|fieldwork)\b|"
    r"\b(?:dates?|months?|when) (?:of|was) (?:the )?(?:fieldwork|inspection|visit)\b|\bfieldwork dates?\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:fieldwork|evidence (?:was|were) (?:gathered|collected)|(?:gathered|collected) (?:our|the) evidence|"
    r"we (?:visited|inspected)|inspection (?:took place|was carried out)|"
    r"(?:carried out|conducted|did) (?:our|the|this) (?:inspection|visit))\b",
    re.IGNORECASE,
)
_FROM_TO = re.compile(r"\b(?:between|from)\b.*\b(?:and|to)\b|\d (?:to|until|\u2013) \d", re.IGNORECASE)
_IN_A_MONTH = re.compile(rf"\b{MONTH}\b", re.IGNORECASE)


def asks_fieldwork(question: str) -> bool:
    """Whether a question asks when the inspectors were there."""
    return bool(_ASKED.search(question))


def fieldwork_statements(context: Context) -> list[Said]:
    """The sentence of the newest report in scope that tells when inspectors were there, by the month at least."""
    return next((said for report in context.reports if (said := _told(report))), [])


def _told(report: Report) -> list[Said]:
    """The first sentence that tells from when to when, else the first that tells a date."""
    quotes = list(cited_where(report, _tells))
    best = next((quote for quote in quotes if _FROM_TO.search(quote.quote)), quotes[0] if quotes else None)
    return [Said(StatementKind.QUOTE, f"\u201c{best.quote}\u201d", (best,))] if best else []


def _tells(text: str) -> bool:
    return bool(_TOLD.search(text) and _IN_A_MONTH.search(text) and periods_in(text))
