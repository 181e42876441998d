"""A follow-up that puts the question before right: `no, I meant 101` goes on with it as `and 101` does."""

from __future__ import annotations

import re

_TAKES_BACK = (
    r"(?:no|nope|nah|not (?:that|those|this|it)(?: one)?|sorry|oops|wait|hang on|hold on|actually|oh|er|um|hmm)"
)
_MEANS = (
    r"(?:i|we) (?:actually |really |just )?(?:mean|meant|was (?:asking|after|thinking)(?: about| of)?)|"
    r"make that|i should have said"
)
_WANTED = r"(?:i|we) (?:actually |really |just )?want(?:ed)?"
_BETWEEN = r"[\s,.!;:\u2013\u2014-]+"
_CORRECTS = re.compile(
    rf"^(?:(?:{_TAKES_BACK}{_BETWEEN})*(?:{_MEANS}){_BETWEEN}|(?:{_TAKES_BACK}{_BETWEEN})+{_WANTED}{_BETWEEN}|"
    rf"(?:no|nope|nah|not (?:that|those|this|it)(?: one)?),\s*)(?:to (?:ask|say)(?: about)? )?(?=\w)",
    re.IGNORECASE,
)


def corrected(question: str) -> str:
    """A follow-up without the words that take the question before back, as one that goes on with it."""
    return _CORRECTS.sub("and ", question, count=1)
