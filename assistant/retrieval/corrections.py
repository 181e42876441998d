"""What a follow-up means: `no, I meant 101` is `and 101`, `is that good` asks whether a figure is high or low."""

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


_IS_IT = r"^(?:and |so |but |ok(?:ay)? )*(?:is|was) (?:that|it|this) (?:any |an? |really |actually |considered )*"
_GOOD = r"(?:good|bad|ok|okay|decent|poor|fine|impressive|healthy|alright|reasonable|worrying)"
_ONE = r"(?: (?:one|figure|number|amount|result|rate|score))?\W*$"
_IS_IT_GOOD = re.compile(rf"{_IS_IT}{_GOOD}{_ONE}", re.IGNORECASE)
_IS_IT_HIGH = re.compile(
    rf"{_IS_IT}(?:{_GOOD}|high|low|normal|usual|typical|average|lot)(?: or (?:high|low|bad|not))?{_ONE}", re.IGNORECASE
)


def held_against(question: str) -> str:
    """A follow-up to a figure; where it asks whether that is good, it asks whether it is high or low."""
    return "is that high or low" if _IS_IT_GOOD.match(question) else question


def judges(question: str) -> bool:
    """Whether a follow-up only asks what to think of what was told, which nothing answers where nothing was."""
    return bool(_IS_IT_HIGH.match(question))
