"""A follow-up is completed from the turns before: its topic, its force, its cycle."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import reduce

from assistant.answering.over_reports import over_forces
from assistant.answering.refusal import is_chat
from assistant.indexing.figures import figures_of
from assistant.indexing.periods import years_in
from assistant.reading.forces import forces_named
from assistant.reading.words import STOP_WORDS, stem, words_of
from assistant.retrieval.asked import asked_of
from assistant.retrieval.carried import carrying, without_carried
from assistant.retrieval.courtesies import turns_elsewhere, without_courtesies
from assistant.retrieval.named_numbers import without_periods
from assistant.retrieval.names_asked import CODE_NAME
from assistant.retrieval.question import Question
from assistant.retrieval.requirements import STRICT_STATISTICS
from assistant.retrieval.rivals import named, rival_sets
from assistant.retrieval.scope import NOW, long_dates
from assistant.retrieval.statistics import statistics_in
from assistant.types import Answer, FigureKind, QuestionType, Reason, Statement, StatementKind, Turn

_OPENS = re.compile(
    r"^(?:and|what about|how about|so|but|ok(?:ay)?|then|also|or|why|how come|which|same|now|compared|versus|vs|"
    r"against|out of|from what|by how much)\b",
    re.IGNORECASE,
)
_OF_ALL = re.compile(r"\b(?:every(?:one|body)|others) (?:else )?(?:supposed|expected|meant)\b", re.IGNORECASE)
_POINTS = re.compile(
    r"\b(?:it|its|that|those|these|this|they|them|their|there|ones?|the same|the two|both|then|since)\b", re.IGNORECASE
)
_FILLER = frozenset(
    "and what about how so but ok okay then also or for in at the now please just force police grade one ones".split()
)
_COMPARED = frozenset(
    "forces other others national nationally average normal norm usual typical range spread median middle country "
    "elsewhere everyone across england wales rest".split()
)
"""Words for what a figure is set against, which say nothing of what it counts."""
_OF_OTHERS = re.compile(
    r"\b(?:across|for|in|among|by) (?:all |other |the other |most )?forces(?: in england and wales| nationally)?\b|"
    r"\bnationally\b|\b(?:across|in) (?:the country|england and wales)\b",
    re.IGNORECASE,
)
"""Of whom the question before was, where the next names a force."""
_OF_THAT = re.compile(r"\bhow much of (?:that|it|this|the money)\b", re.IGNORECASE)
_THAT_FIGURE = re.compile(
    r"\b(?:that|this|the same) (?:figure|number|percentage|rate|share|proportion|count|total)\b", re.IGNORECASE
)
_BOTH = re.compile(r"\b(?:the two|both|compar\w+|same|then and now|versus|vs)\b", re.IGNORECASE)
_WHOM = ("force", "police", "constabulary", "officers", "staff", "teams", "inspectors", "victims", "people")
_POINTS_AT_NOTHING = re.compile(
    r"\bthey (?=(?:say|said|think|thought|find|found|want|wanted|see|saw|make|recommend\w*|report\w*)\b)|"
    r"\b(?:is|are|was|were) there\b|\bthere (?=(?:is|are|was|were|should)\b)",
    re.IGNORECASE,
)
"""`They` who are the inspectors, whatever was asked before, and `there` that is no place."""
_THEY = re.compile(r"\b(?:they|their)\b", re.IGNORECASE)
"""The force or its officers, in a question that says enough itself."""
_HOW = frozenset("long many much often big high low old".split())
"""Words that go with `how` and name nothing."""
NAMES = 2
"""Words that carry meaning by which a question may be about something else than the one before."""
SHORT = 3
"""Words that carry meaning. A question of so few leans on the one before."""


@dataclass(frozen=True, slots=True)
class Completed:
    """A question with what it takes over."""

    text: str
    """The question itself, with the force and cycle that it takes over."""
    about: str
    """The question before, as it was answered; empty where this one stands alone."""
    carried: tuple[str, ...]
    """What was taken over, in words."""


def completed(question: str, turns: Sequence[Turn], held: Sequence[str], *, goes_on: bool = False) -> Completed:
    """Complete a question from the turns before it.

    Args:
        question: the question as asked.
        turns: the turns before, oldest first.
        held: the forces of the corpus.
        goes_on: whether it is taken to go on with the question before, whatever its words.
    """
    elsewhere = turns_elsewhere(question)
    question = without_courtesies(question)
    if not turns or is_chat(question):
        return Completed(question, "", ())
    before = turns[-1].answer.reading
    own = _without_forces(_without_possessives(question, held), held)
    if turns[-1].answer.reason is Reason.AMBIGUOUS and own != question and not _content(own):
        return Completed(carrying(before.read_as, question), "", (before.read_as,))
    about = _without_rivals(before.read_as, question) if goes_on or (leans(own) and not elsewhere) else ""
    names_force = bool(forces_named(question, held))
    text, carried = question, []
    at_large = len(set(held)) > 1 and over_forces(question)
    if before.scope.force and not names_force and not at_large and before.scope.force in held:
        text, carried = carrying(text, before.scope.force), [before.scope.force]
    if before.scope.cycle and not years_in(question) and not _BOTH.search(question) and not NOW.search(question):
        text, carried = carrying(text, before.scope.cycle), [*carried, before.scope.cycle]
    if about:
        about = _swapped(about, question, held)
        carried.append(about)
    return Completed(text, about, tuple(carried) if about or carried else ())


def like_before(question: Question, own: str, turns: Sequence[Turn]) -> Question:
    """A follow-up that asks for no figure of its own, such as `and for 101?`, asks for the kind that was given before.

    Args:
        question: the follow-up, read with what it takes over.
        own: its own words.
        turns: the turns before, at least one.
    """
    asked = asked_of(own)
    if _OF_THAT.search(own) and any(_gives_money(one) for one in turns[-1].answer.statements[:1]):
        return replace(question, asked=replace(question.asked, figure=FigureKind.MONEY))
    bare = asked.type is QuestionType.FINDING and asked.phrase and question.asked.figure is None
    same = bool(_THAT_FIGURE.search(own)) and question.asked.figure is None
    given = [one for one in turns[-1].answer.statements[:1] if one.kind is StatementKind.DIRECT]
    kinds = [figure.kind for one in given for figure in figures_of(one.text)[:1] if figure.kind is not FigureKind.DATE]
    if not (bare or same) or not question.asked.wants_figure or not kinds:
        return question
    return replace(question, asked=replace(question.asked, figure=kinds[0], as_before=not same))


def gives_figure(answer: Answer) -> bool:
    """Whether an answer opens with a figure other than a date."""
    return any(figure.kind is not FigureKind.DATE for one in answer.statements[:1] for figure in figures_of(one.text))


def _gives_money(statement: Statement) -> bool:
    return any(figure.kind is FigureKind.MONEY for figure in figures_of(statement.text))


def _without_possessives(question: str, held: Sequence[str]) -> str:
    """A question without `its` and `their` that speak of whom it names itself: `did the force hit its target`."""
    names = "|".join(map(re.escape, [*forces_named(question, held), *_WHOM]))
    return re.sub(rf"(\b(?:{names})\b.*?)\b(?:its|their)\b", r"\1", question, flags=re.IGNORECASE)


def _without_forces(question: str, held: Sequence[str]) -> str:
    for force in forces_named(question, held):
        question = re.sub(rf"\b{re.escape(force)}\b(?:['\u2019]s)?", "", question, flags=re.IGNORECASE)
    return question


def leans(question: str) -> bool:
    """Whether a question can't be understood without the one before it."""
    content = _content(question)
    return (
        bool(_OPENS.match(question.strip()) and len(content) <= SHORT + 1)
        or bool(_POINTS.search(question) or _OF_ALL.search(question))
        or len(content) < SHORT
        or _asks_extreme(content)
        or _COMPARED.issuperset(content)
    )


def _asks_extreme(content: Sequence[str]) -> bool:
    """Whether a question asks for the most or the average and names one thing: `how long is the longest wait`."""
    return len(_names(content)) < NAMES and bool(statistics_in(" ".join(content)) & STRICT_STATISTICS)


def adds(answer: Answer, before: Answer) -> bool:
    """Whether an answer opens with another sentence of the sections that the one before cited, and leaves none."""
    sections = {(citation.report, citation.section) for citation in before.citations}
    said = {(citation.report, citation.span.start) for citation in before.citations}
    first = answer.citations[0] if answer.citations else None
    inside = all((citation.report, citation.section) in sections for citation in answer.citations)
    return first is not None and inside and (first.report, first.span.start) not in said


def read_anew(question: str, whole: Completed, held: Sequence[str]) -> list[Completed]:
    """A question that may be a new one, as it stands alone: in the scope that it took over, then of its force alone.

    It may be where it doesn't go on, points at nothing and names something itself, beside an average or a maximum.

    Args:
        question: the question as asked.
        whole: the same with what it took over.
        held: the forces of the corpus.
    """
    asked = without_courtesies(question)
    own = _POINTS_AT_NOTHING.sub(" ", _without_forces(asked, held)).strip()
    names = len(_names(_content(own)))
    goes_on = _OPENS.match(own) and names <= SHORT
    pointing = _POINTS.search(_THEY.sub(" ", own) if names > SHORT else own)
    of_operation = CODE_NAME.search(whole.about) and names <= SHORT
    if not whole.carried or goes_on or pointing or names < NAMES or of_operation:
        return []
    scope = [one for one in whole.carried if one != whole.about]
    scopes = [scope, [one for one in scope if one in held]]
    anew = [Completed(reduce(carrying, taken, asked), "", tuple(taken)) for taken in scopes]
    return [one for one in dict.fromkeys(anew) if one != whole]


def _names(content: Sequence[str]) -> list[str]:
    """The words that name something, beside an average or a maximum."""
    return [word for word in content if not statistics_in(word) & STRICT_STATISTICS and word not in _HOW]


def _content(question: str) -> list[str]:
    """The words of a question that carry meaning."""
    return [word for word in words_of(question) if word not in STOP_WORDS and word not in _FILLER]


def _without_rivals(before: str, question: str) -> str:
    """The question before without the words that the new one replaces: `999` where it asks `and for 101?`."""
    stems = frozenset(stem(word) for word in words_of(question))
    for rivals in rival_sets():
        if any(named(rival, stems) for rival in rivals):
            phrases = [phrase for rival in rivals if not named(rival, stems) for phrase in rival]
            before = " ".join(word for word in before.split() if not any(_is(word, phrase) for phrase in phrases))
    return before


def _is(word: str, phrase: tuple[str, ...]) -> bool:
    return len(phrase) == 1 and [stem(one) for one in words_of(word)] == list(phrase)


def _swapped(about: str, question: str, held: Sequence[str]) -> str:
    """What is carried over, without a force or year that the question names anew."""
    if forces_named(question, held):
        for force in forces_named(about, held):
            about = re.sub(rf"\b{re.escape(force)}(?:'s|\u2019s)?(?: police)?\b", "", about, flags=re.IGNORECASE)
        about = _OF_OTHERS.sub("", about)
    if years_in(long_dates(question)) or NOW.search(question):
        about = re.sub(r"(?:\bin )?\b20\d\d(?:[\u2013/-]\d\d)?\b", "", without_periods(long_dates(about)))
    return re.sub(r"\s+", " ", without_carried(about)).strip()
