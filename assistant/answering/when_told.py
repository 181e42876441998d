"""The time of what the answer before said: `what period is that?`, `which 12 months is the 101 figure for`."""

from __future__ import annotations

import re

from assistant.answering.context import Context
from assistant.answering.draft import Said
from assistant.answering.figures import period_words, sentence_with
from assistant.answering.meta import asks_where
from assistant.indexing.units import Unit
from assistant.reading.words import stems_of
from assistant.retrieval.question import Question
from assistant.retrieval.terms import coverage
from assistant.types import StatementKind

_ASKED = re.compile(
    r"^(?:and |so |ok |but )*(?:(?:over|for|in|from|during|at|as of|as at) )?"
    r"(?:what|which)(?:['\u2019]?s| is| was)? (?:the )?(?:time )?"
    r"(?:period|years?|months?|dates?|quarter|(?:12|twelve) months|time ?frame|time ?span|time)\b"
    r"(?: (?:is|was|are|were|does|do|did))?(?: (?:that|it|this|those|these)| .{1,40}\b(?:for|from|cover\w*))?"
    r"(?: (?:for|from|cover\w*|about|of|at|relate to))?\??$"
    r"|^(?:and |so )*(?:as (?:of|at)|for|from) when\??$"
    r"|^(?:and |so )*when (?:is|was|were|are) (?:that|it|this|those)(?: (?:figure|number|rate))?"
    r"(?: (?:from|for|measured|taken|recorded|counted|as of|as at))*\??$",
    re.IGNORECASE,
)
_WORDS = frozenset(
    stems_of(
        "period year month date quarter time frame span 12 twelve figure number rate percentage cover relate measured"
    )
)
"""What asks for the time, and says nothing of what."""
_PLACES = frozenset(stems_of("section chapter part page heading source"))
"""What asks where something stands, and says nothing of what."""
ALL = 0.9
"""The share of the words a question has of its own that a sentence must have to be the one it asks of."""


def when_statements(context: Context) -> list[Said]:
    """The time of what was cited before, or of the sentence there that a question names; none where none is told."""
    if not context.before or not _ASKED.match(context.question.alone):
        return []
    unit = next((unit for unit in _meant(context) if unit.period), None)
    if unit is None or unit.period is None:
        return []
    told = " ".join(period_words(unit.period))
    named = [context.cite(unit, sentence_with(context, unit, unit.period))] if unit.period.inherited else []
    said = Said(StatementKind.DIRECT, f"{told[0].upper()}{told[1:]}.", (context.cite(unit), *named))
    return [said, Said(StatementKind.QUOTE, f"\u201c{unit.text}\u201d", (context.cite(unit),))]


def points_at_nothing(question: Question) -> bool:
    """Whether a question asks for the time or the place of what was said before, and nothing was."""
    asks = _ASKED.match(question.clear) or asks_where(question.clear)
    bare = all(set(term.options[0][0]) <= _WORDS | _PLACES for term in question.terms)
    return bool(asks) and bare


def _meant(context: Context) -> list[Unit]:
    """The sentences that a question may ask of: those that have its own words, else those cited before, in order."""
    own = [term for term in context.question.own if not set(term.options[0][0]) <= _WORDS]
    if own:
        return [one.unit for one in context.ranked if coverage(own, one.view.stems) >= ALL]
    places = {(one.unit.report, one.unit.span): one.unit for one in context.ranked}
    return [places[cited.report, cited.span] for cited in context.before if (cited.report, cited.span) in places]
