"""What a question says that a sentence has to say as well before it is answered with yes.

A `yes` to `did it answer every call`, to `is it the only one` or to `is it the worst of all` is more than `it answered
93.6 percent` bears.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.retrieval.others import is_of_others, speaks_of_others
from assistant.retrieval.view import View
from assistant.types import BlockKind

Says = tuple[re.Pattern[str], re.Pattern[str]]


def _words(asked: str, told: str) -> Says:
    return re.compile(rf"\b(?:{asked})\b", re.IGNORECASE), re.compile(rf"\b(?:{told})\b", re.IGNORECASE)


_HOW_OFTEN: tuple[Says, ...] = (
    _words(r"daily|every day|each day", r"daily|every day|each day|a day"),
    _words(r"weekly|every week|each week|once a week", r"(?<!bi-)(?<!bi)weekly|every week|each week|a week|per week"),
    _words(
        r"(?<!bi-)(?<!bi)monthly|every month|each month|once a month",
        r"(?<!bi-)(?<!bi)monthly|every month|each month|a month|per month",
    ),
    _words(
        r"quarterly|every quarter|four times a year", r"quarterly|every quarter|four times a year|every three months"
    ),
)
_ALIKE: tuple[Says, ...] = (
    *_HOW_OFTEN,
    _words(
        r"all (?!in\b)|(?:every|each)(?! (?:year|month|week|day|quarter|two|three|four|six))|"
        r"always|everyone|everybody|everything|whole|entire(?:ly)?|full(?:y)?|complete(?:ly)?|"
        r"without exception|100 ?%|in full",
        r"(?<!not )(?<!almost )(?<!nearly )(?:all|(?:every|each)(?! (?:year|month|week|day|quarter|two|three))|"
        r"always|both|any|never|whole|entire(?:ly)?|fully|complete(?:ly)?|throughout|everyone|everybody|none|"
        r"without exception|100 percent|in full)",
    ),
    _words(
        r"only|solely|exclusively|alone|nothing but|no one else|nobody else",
        r"only|solely|exclusively|alone|nothing but|no other",
    ),
    _words(
        r"mostly|mainly|chiefly|largely|(?<!the )most(?= (?:of|\w+s\b|people|staff|police|women|children))|majority",
        r"mostly|mainly|main|chiefly|largely|most|majority|(?:more than|over) half|"
        r"(?:two|three)[ -](?:third|quarter)s of (?!this|it|that|which)",
    ),
    _words(
        r"annual(?:ly)?|yearly|every year|each year|once a year",
        r"annual(?:ly)?|yearly|every year|each year|a year|per year",
    ),
    _words(
        r"gone(?=\W*$)|cleared|ended|over(?=\W*$)|finished", r"gone|cleared|ended|no|none|finished|completed|closed"
    ),
    _words(r"free|for free", r"free|no cost|no charge|without charge"),
    _words(r"paid|salaried", r"paid|pays|pay|salar(?:y|ied)|wages?"),
    _words(r"independent(?:ly)?", r"independent(?:ly)?|external(?:ly)?|outside"),
)
"""What is asked so has to be told so."""
_MOST_OF_ALL = re.compile(
    r"\b(?:worst|best|lowest|highest|largest|biggest|smallest|longest|shortest|fewest|oldest|newest|fastest|slowest|"
    r"quickest|busiest|poorest|weakest|strongest|top|bottom|first|last)\b"
    r"(?! (?:time|year|inspection|report|cycle|month))",
    re.IGNORECASE,
)
_NOT_OF_ALL = re.compile(
    r"\b(?:second|third|fourth|joint|one of the|among the|not the)[ -](?:\w+ )?(?:\w{3,}est|worst|best)\b|"
    r"\b(?:worst|best|busiest|lowest|highest) (?:month|week|day|year|district|area|division|station)\b",
    re.IGNORECASE,
)
_FORCES = re.compile(
    r"\b(?:(?:every|any|no|all|other|most|only|which) (?:other )?forces?|"
    r"(?:worst|best|lowest|highest) (?:force|of all)|in the country|nationally|(?:any|no)where else)\b",
    re.IGNORECASE,
)
_OF_FORCES = re.compile(r"\b(?:forces|national(?:ly)?|country|england and wales)\b", re.IGNORECASE)
_MAY_BE = tuple(
    re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for words in (
        r"can|could|able to",
        r"may|might|(?<!more )(?<!less )(?<!as )likely|perhaps|possib\w+",
        r"goals?|aim(?:s|ed|ing)?|ambition|hop(?:es?|ing)|intend\w*|plan(?:s|ned|ning)?",
        r"due to (?:be|start|report|begin|finish|go|have|open)|too early|not yet|yet to|in time|once",
        r"(?:is|are|was|were) (?:now |also |currently )?(?:implementing|introducing|developing|trialling|piloting|"
        r"testing|considering|exploring|working (?:on|to))",
        r"to (?:help|allow|enable|make sure|ensure|encourage|improve|reduce|understand)|designed to|in order to",
        r"^(?:where|when|if|in cases where)",
        r"(?:recognis\w+|acknowledg\w+|believ\w+|felt|feel|thinks?|thought) (?:that|it|this|the)",
    )
)
"""What is wanted, possible or thought isn't so; asked in the same words it may be told."""
_BESIDE_OTHERS = re.compile(
    r"\b(?:above|below|than|over|under|beat\w*|exceed\w*|compared (?:to|with))\b.*", re.IGNORECASE
)
"""What the force's own figure is set against."""
_BESIDE_RANK = re.compile(r"\b(?:deputy|assistant|vice|former|acting)[ -](?=\w)", re.IGNORECASE)
_ORDERS = re.compile(r"[a-z]\w+ ")
"""An item that begins with a verb in lower case, under a line that says what should be done."""
_LEADS_TO_ORDERS = re.compile(r"\b(?:should|must|needs? to|recommend\w*)\b[^.]*:?\s*$", re.IGNORECASE)


def is_of_another_frequency(asked: str, text: str) -> bool:
    """Whether a question says how often, `every week`, and a text doesn't."""
    return any(says.search(asked) and not told.search(text) for says, told in _HOW_OFTEN)


def overclaims(asked: str, text: str, view: View) -> bool:
    """Whether a question says more than a sentence that would answer it with yes.

    Args:
        asked: the question.
        text: the sentence, or the clause of it that is asked about.
        view: the sentence in its place.
    """
    return any(says_more(asked, text) for says_more in _MORE) or _is_recommended(view)


def _unlike(asked: str, text: str) -> bool:
    return any(says.search(asked) and not told.search(text) for says, told in _ALIKE)


def _tops(asked: str, text: str) -> bool:
    """Whether the most of all is asked for and the sentence tells none, or only one of those near it."""
    superlatives = {found.lower() for found in _MOST_OF_ALL.findall(asked)}
    told = {found.lower() for found in _MOST_OF_ALL.findall(text)}
    near = _NOT_OF_ALL.search(text) and not _NOT_OF_ALL.search(asked)
    return bool(superlatives) and (not superlatives & told or bool(near))


def _of_other_forces(asked: str, text: str) -> bool:
    return bool(_FORCES.search(asked)) and not _OF_FORCES.search(text)


def _only_may(asked: str, text: str) -> bool:
    return any(may.search(text) and not may.search(asked) for may in _MAY_BE)


def _of_another_rank(asked: str, text: str) -> bool:
    return bool(_BESIDE_RANK.search(text)) and not _BESIDE_RANK.search(asked)


def _is_recommended(view: View) -> bool:
    """Whether a sentence is what should be done, and says nothing of what is."""
    unit = view.unit
    return unit.kind is BlockKind.ITEM and bool(_ORDERS.match(unit.text) and _LEADS_TO_ORDERS.search(unit.lead))


def _of_others_alone(asked: str, text: str) -> bool:
    return is_of_others(text) and not speaks_of_others(_BESIDE_OTHERS.sub("", asked))


_MORE: tuple[Callable[[str, str], bool], ...] = (
    _unlike,
    _tops,
    _of_other_forces,
    _only_may,
    _of_another_rank,
    _of_others_alone,
)
