"""Whether something went up or down, got better or worse: what asks it, and what tells it."""

from __future__ import annotations

import re

from assistant.indexing.periods import years_in
from assistant.reading.numbers import WORD
from assistant.retrieval.others import speaks_of_others
from assistant.retrieval.question import Question
from assistant.retrieval.view import View
from assistant.types import FigureKind

_NOT_NAMED = "".join(f"(?<!{word} )" for word in "to will not the a tax".split())
_NO_AIM = "".join(f"(?<!{word} )" for word in "for by of at on to".split())
_ASKED = re.compile(
    r"^(?:so |and |but |ok |okay )*(?:(?:by )?how (?:much|many|far|come)(?: \w+)? |why |when )?"
    r"(?:has|have|had|is|are|did|does|do|was|were)(?:n't)?\b(?:(?!\bif\b|\bwhether\b).)*?"
    r"(?:(?<!system )\b(?:gone|going|go|went|com(?:e|ing)|came) (?:up|down)\b|"
    r"\b(?:grown(?![ -]up)|growing|shrunk|shrinking|fallen|falling|risen|rising|worsened|worsening|"
    r"increased|decreased)\b|"
    rf"{_NOT_NAMED}\b(?:grow|shrink|fall|rise|increase|decrease|drop|improve)(?=\W*$)|"
    rf"{_NO_AIM}\bimprov(?:ed|ing)\b|"
    r"\b(?:got|get|getting|gotten|become|becoming) (?:any |much |a lot )?"
    r"(?:better|worse|longer|shorter|quicker|slower|faster|bigger|smaller|higher|lower)\b)|"
    r"^(?:so |and |but |ok |okay )*(?:why |by how much )?(?:has|have|had)\b.*(?<!been )\bdropped\b"
    r"(?! (?:out|under|below)\b)",
    re.IGNORECASE,
)
_OTHERS = (
    r"(?:the |a |an |most |all |other |similar |its )*(?:typical|normal|expected|estimated?|median|average|standard|"
    r"national\w*|range|forces?|target|number of arrests)"
)
_AGAINST_OTHERS = re.compile(
    r"\b(?:compar(?:ed|es) (?:to|with)|"
    rf"(?:higher|lower|more|fewer|less|better|worse|longer|shorter)\b[^.;]{{0,30}}\bthan) {_OTHERS}\b",
    re.IGNORECASE,
)
_ONE_TIME = re.compile(
    r"(?:\bbetween (?:\w+ )?20\d\d(?:[/\u2013-]\d\d)? and (?:\w+ )?)?\b(?P<year>20\d\d)(?:[/\u2013-](?:20)?\d\d\b)?",
    re.IGNORECASE,
)
"""A financial year, and a time that lasts from one year to another."""
CHANGE_TOLD = re.compile(
    r"(?<!to )(?<!will )(?<!can )(?<!could )(?<!should )(?<!must )(?<!help )"
    r"\b(?:(?:in|de)creas(?:ed?|es)|ris(?:es?|en)|rose|fell|falls?|fallen|grow[ns]?|growth|grew|drop(?:s|ped)?|"
    r"declin(?:ed?|es)|reduc(?:ed?|es|tions?)|improv(?:ed?|es|ements?)|worse(?:n|ned|ns)?|deteriorat(?:ed?|es|ion)|"
    r"better|doubl\w*|trebl\w*|tripl\w*|halv\w*|narrow(?:s|ed)|widen(?:s|ed)|shr[aiu]nk|slow(?:s|ed|er)|"
    r"quicker|faster|longer|shorter|lengthen(?:s|ed)|cut|cleared|strengthen(?:s|ed)|expand(?:s|ed)|"
    r"recover(?:s|ed)|slipped)\b|"
    r"\b(?:is|are|was|were|been|keeps?|kept) (?:now |also |still |generally |steadily |slowly |gradually )?"
    r"(?:(?:in|de)creas|ris|fall|grow|dropp|declin|reduc|improv|worsen|narrow|widen|shrink|slow)ing\b|"
    r"\b(?:unchanged|not changed|(?:the|much|about) same as|stayed|steady|remain(?:s|ed)|still|no longer|"
    r"(?:up|down) (?:from|by|on)|upward|downward|"
    r"compared (?:to|with) (?:the |our |that )?(?:\w+ )?(?:year|20\d\d|previous|last|before|when|same)|"
    r"previous\w*|earlier|last (?:inspection|year|time|told)|"
    r"(?:year|time) before|before (?:it|that|this|they)|(?:real|no|little) change|changed? (?:since|from|little)|"
    r"rais(?:ed|es) (?:the |its |council )[\w ]{0,40}\bby|"
    r"easier|harder|in (?:our )?20\d\d,? (?:we|inspection|report|review)|"
    rf"(?:more|fewer|less|higher|lower)\b(?! than (?:half|an?\b|\d|{WORD}\b))[^.;]{{0,40}}\bthan|"
    r"more (?:quickly|slowly|often)|"
    r"extra|additional|gained|from (?:\u00a3)?[\d,.]+(?: \w+)? to)\b",
    re.IGNORECASE,
)
"""How something moved, stayed or stood at an earlier time."""
_MOVED_BY = re.compile(
    r"\b(?:(?:increase|rise|fall|drop|decrease|reduction|growth|cut) of|by)(?: about| around| almost| over)?\s+$",
    re.IGNORECASE,
)
_HOW_FAR = re.compile(r"(?:so |and |but |ok |okay )*(?:by )?how (?:much|many|far)\b", re.IGNORECASE)
_MOVES = re.compile(
    r"\b(?:increas\w*|decreas\w*|ris(?:en?|ing)|rose|f[ae]ll\w*|drop\w*|grow\w*|grew|chang\w*|reduc\w*|improv\w*|cut|"
    r"up|down|more|fewer|less|higher|lower|by|better|worse|saved?|savings?)\b",
    re.IGNORECASE,
)
_TREND = re.compile(r"\b(?:trends?|last year|year before|previous|since|over time)\b", re.IGNORECASE)


def asks_change(question: str) -> bool:
    """Whether a question asks if something changed: `has knife crime gone up`."""
    return bool(_ASKED.search(question.replace("\u2019", "'")))


def asks_how_far(question: str) -> bool:
    """Whether a question asks how far something moved, or names a level for a change: `how much did it go up`."""
    return bool(_HOW_FAR.match(question.replace("\u2019", "'"))) and asks_change(question)


def tells_change(text: str) -> bool:
    """Whether a text tells how something moved, or gives it for two years; what it is beside others doesn't count."""
    two_times = len(years_in(_ONE_TIME.sub(r" \g<year> ", text))) > 1
    return two_times or bool(CHANGE_TOLD.search(_AGAINST_OTHERS.sub(" ", text)))


def moves(question: str) -> bool:
    """Whether a question speaks of more or less than before or elsewhere."""
    return bool(_MOVES.search(question))


def says_how_far(before: str) -> bool:
    """Whether a figure says by how much something moved.

    Args:
        before: its sentence up to the figure.
    """
    return bool(_MOVED_BY.search(before))


def tells_only_change(question: Question, view: View) -> bool:
    """Whether a share, or how it compares with others, is asked for and all in the sentence says how far it moved."""
    share = question.asked.figure is FigureKind.PERCENT
    if not (share or speaks_of_others(question.encoded)) or moves(question.encoded) or _TREND.search(question.encoded):
        return False
    unit = view.unit
    kinds = {FigureKind.PERCENT} if share else set(FigureKind) - {FigureKind.DATE}
    before = [unit.before(one) for one in unit.figures if one.kind in kinds]
    return bool(before) and all(map(says_how_far, before))
