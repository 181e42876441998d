"""Names of chapters: the areas of policing, and what stands before them."""

from __future__ import annotations

import re

_AREAS = re.compile(
    r"overall summary|our judge?ments|(?:hm|his majesty.s) inspector.s (?:summary|observations)|about the data"
    r"|providing a service to the victims of crime|recording data about crime|crime data integrity"
    r"|reducing crime assessment|terminology in this report|introduction"
    r"|(?:engaging with|police powers|using (?:police )?powers|treating the public).*"
    r"|(?:preventing|deterring)\b.*\bcrime\b.*|responding to the public|investigating crime|supporting victims"
    r"|(?:protecting|safeguarding)\b.*\b(?:people|children|adults|vulnerable|harm)\b.*|"
    r"managing (?:offenders|fraud|suspects)\b.*"
    r"|disrupting serious.*|tackling serious.*|meeting the strategic policing requirement.*|"
    r"protecting the public against.*"
    r"|(?:building|developing|attracting|supporting)\b.*\bwork(?:force|place)\b.*|vetting.*corruption.*"
    r"|(?:strategic planning|leadership)\b.*\b(?:management|money)\b.*|counter.?corruption.*",
    re.IGNORECASE,
)
"""Names of the areas of policing that inspections of several cycles have graded or described: a chapter each."""

_SUMMARY = re.compile(r"(?:overall |executive )?summary|overview", re.IGNORECASE)
_OPENING = re.compile(
    r"(?:our |graded |our graded )?judge?ments|(?:hm|his majesty.s) inspector.s (?:summary|observations)"
    r"|about the data|terminology in this report|introduction",
    re.IGNORECASE,
)
"""What a report's summary is made of, though each can stand as a chapter of its own."""
_SAYS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|needs?|should|must|can|does|do|will)\b|n['\u2019]t\b", re.IGNORECASE
)


def is_area(name: str) -> bool:
    """Whether a heading is the name of a chapter; one that says something of an area is a finding in it."""
    return bool(_AREAS.fullmatch(name)) and not _SAYS.search(name)


def is_summary(name: str) -> bool:
    """Whether a heading opens a report's summary."""
    return bool(_SUMMARY.fullmatch(name))


def is_opening(name: str) -> bool:
    """Whether a heading is one of those that a report's summary is made of."""
    return bool(_OPENING.fullmatch(name))
