"""Words of a text as search sees them: lower case, without stop words, stemmed."""

from __future__ import annotations

import re
from functools import lru_cache

from Stemmer import Stemmer

_WORD = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[a-z]+(?:['\u2019][a-z]+)?")
_COMPOUND = re.compile(
    r"\b(?:use|uses|used|using) (?:of )?force\b|"
    r"(?<!the )(?<!police )(?<!this )(?<!our )\bforce (?:is |was |gets? |being |been )?used\b"
)
"""Its words are stop words or say nothing apart, so it stays one."""
_NON = re.compile(r"\bnon[- ](?=[a-z])")
"""`non-emergency` is the opposite of `emergency` and must not be found by it."""
_ENDING = re.compile(r"'(?:s|re|ve|ll|d|m)?$")
_stemmer = Stemmer("english")

STOP_WORDS = frozenset(
    """a about above after all also am an and any are as at be because been before being below between both but by
    can could did do does doing done during each either else ever for from further get gets getting give given
    gives go goes going gone got had has have having he her here hers him his how i if in into is it its itself
    just kind let like lot made make makes many may me might more most much must my need needs no nor not of off
    on once one only or other our out over own per please pls quite rather same say says see shall she should so
    some such sure tell than thank thanks that the their them then there these they thing things this those
    though through to too under until up upon us use used uses using very want was way we well were what whats
    when where whether which while who whom whose why will with within without would yes yet you your yours im
    ive id whos hows theres dont doesnt didnt isnt arent wasnt werent havent hasnt actually really exactly
    currently current latest
    """.split()
)


def joined(text: str) -> str:
    """A text with `use of force` as one word."""
    return _COMPOUND.sub("useofforce", text)


def words_of(text: str) -> list[str]:
    """The words and numbers of a text in lower case; `n't` stays a word of its own meaning: `didn't` is `did not`."""
    lowered = text.lower().replace("\u2019", "'")
    lowered = re.sub(r"\b(ca|wo)n't\b", lambda m: {"ca": "can not", "wo": "will not"}[m[1]], lowered)
    lowered = joined(_NON.sub("non", re.sub(r"n't\b", " not", lowered)))
    return [_ENDING.sub("", word) if "'" in word else word.replace(",", "") for word in _WORD.findall(lowered)]


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """A word's stem by the Snowball English rules; numbers are left as they are."""
    return word if word[0].isdigit() else str(_stemmer.stemWord(word))


def stems_of(text: str) -> list[str]:
    """The stems of the words of a text that carry meaning, in order."""
    return [stem(word) for word in words_of(text) if word not in STOP_WORDS]
