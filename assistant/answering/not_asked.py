"""Whether a figure is of others than those asked about: of the rest, of two together, of the contrary."""

from __future__ import annotations

import re

from assistant.answering.directions import direction, turned
from assistant.answering.figure_clause import clause_of
from assistant.indexing.units import Unit
from assistant.reading.words import stems_of
from assistant.retrieval.question import Question
from assistant.types import Figure

_FELL_SHORT = re.compile(
    r"\b(?:late|too \w+|slow\w*|miss(?:ed)?|fail(?:ed)?|un(?:answered|filled|recorded|trained|supervised|reasonable)|"
    r"vacant|ineffective\w*|inappropriate\w*|inaccurate\w*|poor(?:ly)?|without|not|never|wrong\w*|incorrect\w*|lack\w*|"
    r"outside)\b|n't\b",
    re.IGNORECASE,
)
_UNKNOWN = re.compile(r"\bunknown\b|\b(?:not|n't) (?:been )?(?:recorded|stated|known)\b", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:ha[ds]|have|did|do|does|was|were|is|are|could|would)n't\b|\b(?:not|never)\b", re.IGNORECASE)
_DENIES = re.compile(
    r"n't\b|\b(?:not|no|never|none|un(?!der|til|it|i[vqof]|less|like)\w+|lack\w*|without)\b", re.IGNORECASE
)
"""What a sentence tells of those who didn't, and words by which a question asks for them."""
_DENIES_ASKED = re.compile(
    r"\b(?:ha[ds]|have|did|do|does|was|were|is|are|could|would|can|will)(?:n't| not)\b(?! (?:it|they|that|there)\b)|"
    r"\b(?:not|never|without)\b|\b(?:had|has|have|with|got) no\b",
    re.IGNORECASE,
)
_TAG = re.compile(
    r"[,.?;]\s*(?:\w+n't|not) .{0,12}$|\bif not\b|\bwhether or not\b|\bnot (?:just|only)\b|\bor not\b", re.IGNORECASE
)
"""A denial that denies nothing: `..., isn't it?`."""
_NONE_HAD = re.compile(r"\b(?:had|has|have|with|got) no\b", re.IGNORECASE)
_OR = re.compile(r"\b(?P<one>\w{4,}) or (?:were |was |been |are |had )?(?P<other>\w{4,})\b", re.IGNORECASE)
_AND = re.compile(r"(?P<one>(?:[\w-]+ ){0,3}?(?:\w{3,}s|staff)) and (?P<other>(?:[\w-]+ ){0,4}?(?:\w{3,}s|staff))\b")
"""What a figure counts together: `552 officers and support officers`."""
_NONE_OF = re.compile(r"\b(?:none|not one|neither) of (?:its |the |their |these |those |our )?$", re.IGNORECASE)
"""What a figure counts all of, where none of them is asked for: `none of its nine members is under 30`."""
_GAP_ASKED = re.compile(
    r"\b(?:short(?:fall)?(?: of| by)?\W*$|short of|"
    r"shortfall|shortage|vacan\w+|unfilled|still to (?:be )?(?:f[io]u?nd|saved?|fill(?:ed)?|made?|make)|"
    r"left to (?:find|save|fill|make)|yet to (?:find|save|fill|make)|"
    r"still (?:got|has|have|needs?) to (?:find|save|fill|make|recruit|train))\b",
    re.IGNORECASE,
)
_GAP_TOLD = re.compile(
    r"\b(?:short(?:fall|age)?|vacan\w+|unfilled|gaps?|leaves?|remain\w*|still|left|fewer|below|outstanding|need\w*|"
    r"ha(?:s|d|ve) to|must)\b",
    re.IGNORECASE,
)
"""What lacks, and what tells it: neither what is there nor what was found already."""
_BOUND = re.compile(
    r"\b(?:more|less|fewer|over|under|up) (?:than |to )?(?:\u00a3?\d|a\b|one|half)[^.;]*", re.IGNORECASE
)
"""A limit, which says nothing of which way."""
_SIDES = re.compile(r"\b(?:above|below|higher|lower|more|fewer|less|better|worse)\b", re.IGNORECASE)


def is_not_asked(question: Question, unit: Unit, figure: Figure) -> bool:
    """Whether a figure that was chosen is of others than those a question asks about."""
    asked, said = (text.replace("\u2019", "'") for text in (question.clear, unit.text))
    return (
        is_of_the_rest(question, unit)
        or bool(_NONE_OF.search(unit.before(figure)))
        or (asks_gap(question) and not _GAP_TOLD.search(said[slice(*clause_of(unit, figure))]))
        or _is_denied(asked, said)
        or _is_of_two(f"{asked} {question.encoded}", unit, figure)
        or _is_contrary(asked, said[slice(*clause_of(unit, figure))])
        or turned(asked, said)
    )


def asks_gap(question: Question) -> bool:
    """Whether a question asks how much is lacking of what there should be, or the same of another time."""
    return bool(_GAP_ASKED.search(question.encoded if question.asked.as_before else question.clear))


def _is_denied(asked: str, said: str) -> bool:
    """Whether only one of both says that something wasn't."""
    denies = bool(_DENIES_ASKED.search(_TAG.sub("", asked)))
    if denies:
        return not (_DENIES.search(said) or _FELL_SHORT.search(said))
    return bool(_NONE_HAD.search(said)) and not _DENIES.search(asked)


def _is_of_two(asked: str, unit: Unit, figure: Figure) -> bool:
    """Whether a figure counts two things together of which a question names one: `resigned or were dismissed`."""
    after = unit.text[figure.span.start - unit.span.start :]
    found = _OR.search(after.split(".")[0]) or _AND.match(after[len(figure.text) - len(figure.noun) :])
    if found is None:
        return False
    words, one, other = (set(stems_of(text)) for text in (asked, found["one"], found["other"]))
    return bool(words & (one - other)) != bool(words & (other - one))


def _is_contrary(asked: str, said: str) -> bool:
    """Whether a question asks for those above and the sentence counts those below, or the other way round."""
    if not _SIDES.search(asked):
        return False
    first, second = (direction(_BOUND.sub(" ", text)) for text in (asked, said))
    return bool(first and second) and first != second


def is_of_the_rest(question: Question, unit: Unit) -> bool:
    """Whether a question asks how many fell short and the sentence gives how many didn't, or the other way round."""
    asked, said = (text.replace("\u2019", "'") for text in (question.clear, unit.text))
    if _FELL_SHORT.search(asked):
        return not _FELL_SHORT.search(said)
    unknown = _UNKNOWN.search(said) and not _UNKNOWN.search(asked)
    return bool(unknown or (_DENIED.search(said) and not _DENIES.search(asked)))
