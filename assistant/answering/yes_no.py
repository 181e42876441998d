"""Yes or no: said only where the sentence decides it."""

from __future__ import annotations

import re

from assistant.answering.clauses import clause_asked
from assistant.answering.denials import (
    denies,
    denies_else,
    goes_on_with_denial,
    lacks_else,
    leaves_open,
    main_clause,
    says_not,
)
from assistant.answering.directions import direction, says_both, turned
from assistant.answering.majorities import asks_for_most, tells_most
from assistant.answering.overclaimed import overclaims
from assistant.indexing.units import Unit
from assistant.retrieval.carried import without_carried
from assistant.retrieval.changed import asks_change, tells_change
from assistant.retrieval.question import Question
from assistant.retrieval.rivals import only_of_another, opposed
from assistant.retrieval.short_follow_ups import asks_effect
from assistant.retrieval.terms import coverage
from assistant.retrieval.view import View
from assistant.types import FigureKind

_EVERY = re.compile(r"\b(?:every|all|always|each|any of|without exception|100 ?%|ever fail|in full)\b", re.IGNORECASE)
_ALL_TOLD = re.compile(
    r"\b(?<!not )(?:every|each|all of (?:them|these|those|the)|all (?=\w+ (?:are|were|had|have|get)))\b", re.IGNORECASE
)
"""What says itself of what all did, whatever share did another thing."""
_ADVERSE = re.compile(
    r"\b(?:miss(?:es|ed|ing)?|fail\w*|lack\w*|without|refus\w+|ignor\w+|gaps?|short(?:age|fall|ages|falls)?|problems?|"
    r"wrong\w*|mistakes?|errors?|delay\w*|neglect\w*|lose|lost|skip\w*|drop(?:s|ped)?|"
    r"too (?:early|soon|late|long|slow|few|many|much|high|low))\b",
    re.IGNORECASE,
)
"""Words for a shortcoming: a sentence that denies something may say yes to them."""
_MENDED = re.compile(r"\b(?:reduc(?:ed|es|ing)|improv(?:ed|es|ing)|cleared|tackl(?:ed|es|ing)|fewer)\b", re.IGNORECASE)
"""What is told of a shortcoming that got less: whether there is one still, the reader has to judge."""
_SOME = re.compile(
    r"\b(?:only|some|sometimes|inconsisten\w+|varied|not all|two of the three|in most cases|mostly|partly|often)\b",
    re.IGNORECASE,
)
_AS_WANTED = re.compile(
    r"\b(?:where (?:it|they) (?:should|ought to) be|as (?:it|they) should|up to (?:scratch|standard|speed|par)|"
    r"on (?:track|target)|as expected|(?:good|high|low|quick|fast) enough)\b",
    re.IGNORECASE,
)
_OFF = re.compile(
    r"\b(?:lower|higher|worse|slower|less|fewer|longer) than (?:expected|it should|they should|we would expect)|"
    r"\b(?:below|under|short of|missed) (?:the |its |their )?(?:\w+ )?(?:standard|target|expectations?)\b",
    re.IGNORECASE,
)
"""What isn't as it is wanted, whichever way."""
_STOPPED_UP = re.compile(r"\b(?:the most|most likely|at least|make sure)\b", re.IGNORECASE)
_HEDGED = re.compile(
    r"\b(?:suggests?|expected to|should|must|needs? to|required to|supposed to|awaiting|"
    r"under (?:assessment|review|way)|plans? to|intends? to|will|would|almost|nearly|late|over budget|but|"
    r"however|although|despite|in contrast|"
    r"instead|rather than|compared with)\b",
    re.IGNORECASE,
)
_NORM = re.compile(
    r"\b(?:important|vital|essential|crucial|critical|key) (?:that|to|for|because|in|when)\b|"
    r"\bhelps? (?:them |it |officers |staff )?(?:to )?(?:make sure|ensure)\b|\bso that\b",
    re.IGNORECASE,
)
"""What ought to be says nothing of what is."""
_JUDGES = re.compile(
    r"\b(?:is|are|was|were) (?:that|this|it|they|these|those) (?:really |quite |considered )?"
    r"(?:too \w+|a lot|good|bad|high|low|normal|enough|ok(?:ay)?|acceptable|unusual|typical|many|much|better|worse)\b",
    re.IGNORECASE,
)
"""What only the reader can judge by what the figure is set against."""
_DUTY = re.compile(
    r"\b(?:ha(?:ve|s|d) to|must|needs?|needed|requir\w+|oblig\w+|compulsory|mandatory|expect\w*|should|ought|supposed|"
    r"no choice|got to)\b",
    re.IGNORECASE,
)
_NO_DUTY = re.compile(r"\b(?:(?:do|does|did)n't|not) (?:have|need|required) to\b", re.IGNORECASE)
"""What need not be may be all the same."""
OWN = 0.34
"""The share of the question's weight that the sentence itself must hold before a yes, beside what stands near it."""
SURE = 0.6
"""The share of the question's weight that the sentence must hold before a no; from the training questions."""
READS_SURELY, SURE_READ = 6.0, 0.45
"""What reading has to give for a no to need less of the weight, and how much then: of 28 such sentences of training
questions 27 say no."""
SURE_YES = 0.9
"""The same before a yes: what is left unmatched is where a near miss hides."""
NAMED = 0.45
"""The same where it says that not all did."""


def yes_or_no(question: Question, view: View, read: float = 0.0) -> str | None:
    """`Yes` or `No` where the sentence decides the question, None where the reader has to judge.

    Args:
        question: a question that asks yes or no.
        view: the sentence that answers it.
        read: what reading both together gave.
    """
    whole = view.unit.text.replace("\u2019", "'")
    text = clause_asked(question.terms, whole)
    if text is None or opposed(question.stems, view.stems):
        return None
    asked = question.clear.replace("\u2019", "'")
    if lacks_else(asked, text):
        return None
    if read >= READS_SURELY and only_of_another(question.stems, text):
        return "No"
    word = _word(question, view, text, whole, SURE if read < READS_SURELY else SURE_READ)
    if word == "Yes":
        more = not _is_counted(asked, view.unit) and overclaims(asked, text, view)
        more = more or goes_on_with_denial(view.unit.lead, text) or coverage(question.terms, view.stems) < OWN
        return None if more else word
    opens = leaves_open(text) and not (_EVERY.search(asked) and _SOME.search(text))
    return None if word and (opens or denies_else(question.terms, text)) else word


def _word(question: Question, view: View, text: str, whole: str, least: float) -> str | None:
    """What a sentence says to a question, be it as much as is asked or not."""
    asked = _STOPPED_UP.sub("", question.clear.replace("\u2019", "'")).rstrip("? ")
    mended = _ADVERSE.search(asked) and _MENDED.search(text)
    judged = _JUDGES.search(asked) or asks_effect(without_carried(asked))
    if _NORM.search(text) or judged or _is_either(asked) or mended or _is_of_duty(asked, text):
        return None
    covered = coverage(question.terms, view.around)
    if _EVERY.search(asked):
        every = _tells_every(view.unit)
        if every is not None:
            return "Yes" if every else "No"
        main = main_clause(text)
        if covered >= NAMED and (_SOME.search(main) or says_not(main)):
            return "No"
    differs = _differs(asked, text)
    if covered < least or differs is None:
        return None
    most = tells_most(view.unit.figures) if asks_for_most(asked) else None
    if most is not None and denies(text) == denies(asked):
        return "Yes" if most else "No"
    told = f"{view.path[-1]}. {whole}"
    unsure = covered < SURE_YES or _SOME.search(text) or _HEDGED.search(told) or says_not(view.path[-1])
    return "No" if differs else None if unsure else "Yes"


def _is_counted(asked: str, unit: Unit) -> bool:
    """Whether all or most are asked for and the shares of the sentence tell it."""
    return bool((_EVERY.search(asked) and _tells_every(unit)) or (asks_for_most(asked) and tells_most(unit.figures)))


def _tells_every(unit: Unit) -> bool | None:
    """Whether the shares of a sentence are of all; None where it has none, or they disagree."""
    pairs = [figure.values for figure in unit.figures if figure.kind is FigureKind.SHARE]
    percents = [figure.values[0] for figure in unit.figures if figure.kind is FigureKind.PERCENT]
    alone = percents if not pairs and len(percents) == 1 and not tells_change(unit.text) else []
    full = {part == whole for part, *_, whole in pairs} | {percent == "100" for percent in alone}
    every = full.pop() if len(full) == 1 else None
    return None if every is False and _ALL_TOLD.search(unit.text) else every


def _is_of_duty(asked: str, text: str) -> bool:
    """Whether only one of both says that something has to be: what is asked or what the sentence tells."""
    return bool(_NO_DUTY.search(text) if not _DUTY.search(asked) else not _DUTY.search(text))


def _is_either(asked: str) -> bool:
    """Whether a question asks which of two ways something went: `up or down`."""
    return says_both(asked) and bool(re.search(r"\bor\b", asked, re.IGNORECASE))


def _differs(asked: str, text: str) -> bool | None:
    """Whether a sentence says the contrary of what is asked.

    None where words for a shortcoming leave that open, or a change is asked for and none is told.
    """
    if asks_change(asked) and not tells_change(text):
        return None
    if _AS_WANTED.search(asked) and _OFF.search(text):
        return True
    first, second, denied = direction(asked), direction(text), denies(text) != denies(asked)
    if first and second:
        return ((first == second) == turned(asked, text)) != denied
    differs = denied
    return None if differs and _ADVERSE.search(asked) else differs
