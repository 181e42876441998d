"""What short follow-ups mean, written out: `is that good` asks whether it is high, `has it worked` for an effect."""

from __future__ import annotations

import re

_OPENS = r"^(?:and |so |but |ok(?:ay)? )*"
_IT = r"(?:it|that|this|they|these|those)"
_GOOD = r"(?:good|bad|ok|okay|decent|poor|fine|impressive|healthy|alright|reasonable|worrying)"
_HIGH = rf"(?:{_GOOD}|high|low|normal|usual|typical|average|lot)(?: or (?:high|low|bad|not))?"
_IS_IT = rf"{_OPENS}(?:is|was) (?:that|it|this) (?:any |an? |really |actually |considered )*"
_ONE = r"(?: (?:one|figure|number|amount|result|rate|score))?\W*$"
_WORKED = r"(?:work(?:ed|ing)?(?: out)?|help(?:ed|ing)?|(?:paid|paying) off|(?:made?|make|making) (?:a|any) difference)"
_JUDGES = re.compile(rf"{_IS_IT}{_HIGH}{_ONE}", re.IGNORECASE)
_IS_IT_GOOD = re.compile(rf"{_IS_IT}{_GOOD}{_ONE}", re.IGNORECASE)
_DID_IT_WORK = re.compile(
    rf"{_OPENS}(?:(?:does|did|do|has|have|is|are) {_IT} (?:really |actually |all )?{_WORKED}|any results|"
    rf"what difference (?:has|did|does) {_IT} (?:made|make))(?: then| yet| so far)?\W*$",
    re.IGNORECASE,
)
_MEANS = (
    (re.compile(rf"{_OPENS}why so \w+\W*$", re.IGNORECASE), "why is that"),
    (
        re.compile(rf"{_OPENS}(?:what(?:['\u2019]?s| is) )?(?:the|any) (?:fix|solution|remedy)\W*$", re.IGNORECASE),
        "what is the force doing about it",
    ),
)
_PER_HEAD = re.compile(
    rf"{_OPENS}(?:what(?:['\u2019]?s| is) (?:that|it) )?"
    r"(?:per (?:head|capita|person|resident|1,?000|thousand)|as a rate)"
    r"(?: (?:people|population|residents))?\W*$",
    re.IGNORECASE,
)
EFFECT = "what effect has it had"
"""What asks whether something worked: no word of `has it worked` stands in a sentence that tells."""


def written_out(question: str, *, after_figure: bool) -> str:
    """A follow-up in words that tell what it asks for; itself where it isn't a short one that is known.

    Args:
        question: its own words.
        after_figure: whether a figure was told before.
    """
    if after_figure and _IS_IT_GOOD.match(question):
        return "is that high or low"
    if after_figure and _PER_HEAD.match(question):
        return "how many is that per 1,000 population"
    return next((meant for pattern, meant in _MEANS if pattern.match(question)), question)


def judges(question: str) -> bool:
    """Whether a follow-up only asks what to think of what was told, which nothing answers where nothing was."""
    return bool(_JUDGES.match(question))


def asks_effect(question: str) -> bool:
    """Whether a follow-up only asks whether what was told works."""
    return bool(_DID_IT_WORK.match(question))
