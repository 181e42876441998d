"""Whether what a question wants named, a person, a thing or other forces, is named by a sentence."""

from __future__ import annotations

import re

from assistant.reading.forces import forces_named, short_name
from assistant.reading.words import stems_of
from assistant.retrieval.question import Question
from assistant.retrieval.terms import coverage
from assistant.retrieval.view import View
from assistant.types import BlockKind

OF_IT, OF_LED = 0.7, 0.5
"""The share of the weight of what somebody chairs that the section has to have in its own words, since one panel is
like another; and of what somebody leads, in any words."""
_ROLE = r"(?:constable|commissioner|officer|director|superintendent|inspector|boss|pcc|chief|head|hmi|mayor|minister)"
_PERSON_ASKED = re.compile(
    rf"\b(?:name of|what(?:'s|s| is| was)) (?:the |its |their )?(?:\w+ ){{0,4}}{_ROLE}\b|"
    r"\bwho(?:'s|s| is| was) (?:the |its |their )?(?:\w+ ){0,4}(?:called|named|name)\b|"
    rf"\bwho(?:'s|s| is| was) (?:the |its |their )?(?:\w+ ){{0,4}}{_ROLE}\b",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"\b(?!Police|The|In|At|By|For|From|With|When|While|As|But|Both|"
    r"His|Her|Home|National|Crown|College|HM|HMICFRS|Border|Joint|Chief|Right|Operation|Community|Youth)"
    r"[A-Z][a-z]+ (?:[A-Z]\. )?"
    r"(?!Police|Constabulary|Council|Force|Agency|Office|Service|Court|Board|Revenue|Customs|Maritime|Security|Care|"
    r"Command|Centre|Unit|Team|Partnership|University|Government|Act|Scheme)[A-Z][a-z]+\b"
)
_CALLED_ASKED = re.compile(
    r"\bwhat(?:'s|s)?\b.*\b(?:called|named?|code ?name)\b|\bname of (?!the force\b)", re.IGNORECASE
)
_NAME = re.compile(
    r"(?<=[\w,;] )(?:[A-Z][A-Za-z]+|[A-Z]{3,})\b|[\u2018\u201c\"'][A-Za-z]|"
    r"\b(?:called|known as|named|termed)\b|\((?:an?|the) "
)
_FORCES_ASKED = re.compile(
    r"\bwhich (?:other )?(?:police )?forces?\b|\bname (?:the|all|any)?\s*(?:police )?forces\b|"
    r"\bwhat (?:other )?forces\b|\bwho(?:['\u2019]s| has| had| gets?| got) (?:the )?(?:most|highest|lowest|fewest)\b|"
    r"\bwho (?:came|comes|is|was) (?:out )?(?:top|bottom|the (?:best|worst|highest|lowest))\b",
    re.IGNORECASE,
)
_FORCE = re.compile(r"\b[A-Z][a-z]+(?: [A-Z][a-z]+)? (?:Police|Constabulary)\b")
_OWN_NAMES = frozenset(stems_of("Police Constabulary England Wales Home Office Inspector"))


_LEADER_ASKED = re.compile(
    r"(?:^|[,.;:?(-] ?|\b(?:and|so|but|also|know|me|is|say) )who(?:['\u2019]?s| is| was| are)? "
    r"(?:actually |now |currently )?"
    r"(?:chairs?|chaired|chairing|heads?(?: up)?|headed|heading(?: up)?|leads?|led|leading|runs?|running|manages?|"
    r"oversees?|overseeing|(?:the )?(?:chair|head|lead|boss) of|in charge)\b",
    re.IGNORECASE,
)
_NOT_LED = frozenset({"now", "today", "police", "force", "these days"})
_LEADS = re.compile(
    r"\b(?:chair\w*|head(?:s|ed)?|leads?|led|leader\w*|runs?|run by|ran|manage[sd]?|manager\w*|overs\w+|in charge|"
    r"responsib\w+|own(?:s|ed|er)|direct(?:s|ed|or)|commander?\w*|coordinat\w+|co-ordinat\w+|superintendent|inspector|constable|"
    r"sergeant|governance|centrali[sz]ed)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"\b(outcome|tier|phase|stage|band) (\d{1,2}|(?<=band )[a-h])\b(?!\s*[\u2013-]\s*\d)", re.IGNORECASE
)
CODE_NAME = re.compile(r"\b(?:op|operation) ([a-z]{3,})\b", re.IGNORECASE)
"""What is held or not as an operation, whatever other words a question has."""


def is_of_another_operation(question: Question, view: View) -> bool:
    """Whether a question names an operation and the sentence's section doesn't: another's hours aren't its own."""
    near = view.section | view.heading | view.chapter | view.lead
    return any(not near.issuperset(stems_of(name)) for name in CODE_NAME.findall(question.encoded))


def lacks_numbered(question: Question, view: View) -> bool:
    """Whether a question names a thing by its number, `outcome 16`, and neither the sentence nor a row's label does."""
    told = view.named
    label = view.unit.cells[0] if view.unit.cells else ""
    asked = _NUMBERED.findall(question.clear)
    return any(not (re.match(rf"{number}\b", label) or _is_numbered(word, number, told)) for word, number in asked)


def _is_numbered(word: str, number: str, text: str) -> bool:
    """Whether a text names a thing by a number that is no end of a range: `outcomes 11-18` is none of them."""
    return bool(re.search(rf"\b{word}s? {number}\b(?!\s*[\u2013-]\s*\d)", text, re.IGNORECASE))


def lacks_person(question: Question, view: View) -> bool:
    """Whether a person is asked for by name and the sentence names none."""
    return bool(_PERSON_ASKED.search(question.text)) and not _PERSON.search(view.unit.text)


def lacks_role(question: Question, view: View) -> bool:
    """Whether it is asked who leads something and the sentence tells nothing of leading, or its section none of it."""
    asked = _LEADER_ASKED.search(question.clear)
    if not asked:
        return False
    led = [term for term in question.own if term.text not in asked[0].lower() and term.text not in _NOT_LED]
    near = view.section | view.heading | view.chapter
    told = sum(term.weight for term in led if near.issuperset(term.options[0][0]))
    of_chair = "chair" in asked[0].lower() and told < OF_IT * sum(term.weight for term in led)
    # `Who chairs it` goes on with what the question before was about.
    led = led or [term for term in question.terms if term not in question.own]
    return not _LEADS.search(view.unit.text) or of_chair or bool(led and coverage(led, near) < OF_LED)


def lacks_name(question: Question, view: View) -> bool:
    """Whether a thing's name is asked for and the sentence has none but those that the question has."""
    if not _CALLED_ASKED.search(question.clear) or view.unit.kind in (BlockKind.ROW, BlockKind.ITEM):
        return False
    asked = set(stems_of(question.clear))
    return all(set(stems_of(name)) <= asked | _OWN_NAMES for name in _NAME.findall(view.unit.text))


def lacks_forces(question: Question, view: View) -> bool:
    """Whether other forces are asked for by name and the sentence names none, or one where several are meant."""
    asked = _FORCES_ASKED.search(question.text)
    named = (*_PERSON.findall(view.unit.text), *_FORCE.findall(view.unit.text), *forces_named(view.unit.text))
    names = {short_name(name).lower() for name in named}
    others = [name for name in names if not view.unit.report.startswith(name.split()[0])]
    return bool(asked) and len(others) < (2 if asked and asked[0].lower().endswith("s") else 1)
