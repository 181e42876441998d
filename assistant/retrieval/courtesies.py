"""A question without the words that are only civil: `can you tell me` before it, `thanks` after it."""

from __future__ import annotations

import re

_TURNS_TO = (
    r"(?:next(?: (?:one|up|question|topic))?|"
    r"(?:(?:a|an|one|and a) )?(?:different|new|another|other|separate|last|final|more) "
    r"(?:question|query|topic|subject|one|thing|matter|q)|"
    r"(?:let['\u2019]?s )?(?:mov(?:e|ing)|go(?:ing)?) on|chang(?:e|ing)(?: of| the)? (?:topic|subject)s?|"
    r"separately|(?:and )?(?:finally|lastly))\s*[,.:;\u2013\u2014-]"
)
"""What says that something else is asked now."""
_ELSEWHERE = re.compile(rf"^(?:(?:ok|okay|so|and|thanks|thank you|cheers|great)[\s,.]+)*{_TURNS_TO}", re.IGNORECASE)
_GREETING = (
    rf"(?:(?:{_TURNS_TO}|"
    r"(?:hi|hello|hey|hiya)(?: there| all| team)?|right(?: then)?(?=[.:,])|ok|okay|so|"
    r"(?:good )?(?:morning|afternoon|evening)|"
    r"please|pls|sorry|thanks|thank you|cheers|great|overall,|in short,)[\s,!.\u2013\u2014-]+)*"
)
_ABOUT = (
    r"(?:(?:roughly|approximately|about|exactly|precisely|actually|basically),? (?=(?:how|what|which|when|who)\b))?"
)
_ASKS_TO_BE_TOLD = (
    r"(?:can|could|would|will) (?:you|u|any(?:one|body)|some(?:one|body)) (?:please |pls |just |kindly )*"
    r"(?:tell|remind|inform) (?:me|us)|"
    r"(?:please |pls |just )*(?:tell|remind) (?:me|us)|do (?:we|you|u) (?:happen to )?know|does any(?:one|body) know|"
    r"(?:i|we)(?:['\u2019]d| would)? (?:just )?(?:want|need|like|have) to (?:know|find out|check|see|hear)|"
    r"i(?:['\u2019]m|m| am| was)? (?:just )?wondering|any idea|"
    r"(?:a )?quick (?:one|question|query|q)\b[^:?.]{0,40}:|(?:question|query|q):"
)
_BEFORE = re.compile(
    rf"^{_GREETING}(?:(?:{_ASKS_TO_BE_TOLD})[\s,:\u2013\u2014-]+)?{_ABOUT}(?!(?:if|whether|about|more|of)\b)(?=\w)",
    re.IGNORECASE,
)
"""What asks to be told something; before `if` it makes a question of what follows, and stays."""
_BETWEEN = r"[\s,.!;\u2013\u2014-]"
_THANKS = (
    r"(?:(?:many |with )?thanks(?: in advance| a lot| so much)?|thank you(?: very much)?|thx|ty|cheers|ta|pls|plz|"
    r"please|asap|urgently|if (?:possible|you can))"
)
_AFTER = re.compile(rf"(?<!{_BETWEEN})(?:{_BETWEEN}+{_THANKS})+[\s.!]*$", re.IGNORECASE)
"""Begins only where a run of signs does: else a line of dots would be tried from each of them."""
_NEEDED = (
    r"(?:(?:it['\u2019]?s|it is|this is|that['\u2019]?s) (?:all )?(?:for|because)|"
    r"(?:(?:i|we)['\u2019]?(?:m|re)? |just )*(?:need(?:ed|ing)?|want|asking|preparing|writing)"
    r"(?: (?:it|this|that|these|them))? (?:for|by|before|because|as|urgently|today|tomorrow))"
)
_WHAT_FOR = re.compile(rf"(?:(?<=\?)\s*|[.!;,]\s*|\s+[\u2013\u2014-]\s+)(?:and )?{_NEEDED}\b[^?]*$", re.IGNORECASE)
"""What an answer is needed for, after the question."""
_HOW_LONG = re.compile(
    r"(?:[,.:;]|\s[\u2013\u2014-])\s*(?:(?:in|a) )?(?:quick |short |brief )?"
    r"(?:summary|overview|in brief|in short|brief(?:ly)?)[\s.!?]*$",
    re.IGNORECASE,
)
"""How long an answer is wanted, after its topic."""


def turns_elsewhere(question: str) -> bool:
    """Whether a question says of itself that it isn't about what was asked before: `different topic: ...`."""
    return bool(_ELSEWHERE.match(question))


def without_courtesies(question: str) -> str:
    """A question without civilities at its start and its end; all of it where nothing else is left."""
    shorter = _BEFORE.sub("", question, count=1)
    for pattern in (_AFTER, _WHAT_FOR, _AFTER, _HOW_LONG):
        shorter = pattern.sub("", shorter, count=1)
    return shorter if re.search(r"\w", shorter) else question
