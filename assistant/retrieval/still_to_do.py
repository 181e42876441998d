"""What is still to be found or done: a figure of what has been is no answer to that."""

from __future__ import annotations

import re

from assistant.retrieval.question import Question
from assistant.retrieval.view import View

_ASKED = re.compile(
    r"\bstill (?:to (?!be seen)|owed\b|left\b|ha(?:s|ve)(?: to\b| not\b|n['\u2019]?t\b)|needs? (?:to|\w+ing)\b)|"
    r"\bleft to (?:find|save|clear|do|cut|fill|review|merge|make)\b|"
    r"\byet to (?:be )?(?:find|found|save|clear|fill|review|merge|make|complet)\w*",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:remain\w*|still|need\w*|must|ha(?:s|ve|d) to|left|yet|outstanding|overdue|gap|shortfall|short|backlog|"
    r"waiting|unmet|rest|others?|"
    r"unidentified|unfilled|vacan\w+|not|no|none|only)\b|n['\u2019]t\b",
    re.IGNORECASE,
)


def tells_what_is_done(question: Question, view: View) -> bool:
    """Whether it is asked how much is still to be found or done, and the sentence gives none of that."""
    asked = question.asked.wants_figure and not question.asked.yes_no and _ASKED.search(question.clear)
    return bool(asked) and not _TOLD.search(" ".join((view.unit.text, *view.unit.columns)))
