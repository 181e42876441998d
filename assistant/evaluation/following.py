"""Learns how follow-ups are weighed: from conversations, each turn after the right answer to the one before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from assistant.answering.draft import cite
from assistant.answering.follow_sure import NAMES as FOLLOW_UP_NAMES
from assistant.answering.follow_sure import follow_up_features, own_reading
from assistant.answering.follow_up import completed
from assistant.answering.near_before import NAMES, after, nearest, rows_of, sections_of
from assistant.answering.traced import reading_of
from assistant.conversation.records import Json
from assistant.evaluation.questions import Question, Thread
from assistant.evaluation.training import Example, Right, deciding, is_right, ordering
from assistant.retrieval.answerable import answerable_features
from assistant.retrieval.matcher import Matcher
from assistant.retrieval.pairs import Pairs
from assistant.retrieval.question import Question as ReadQuestion
from assistant.retrieval.ranked import Ranked, rank
from assistant.retrieval.ranker import model
from assistant.retrieval.scope import searched
from assistant.retrieval.searcher import Searcher
from assistant.types import Answer, Citation, QuestionType, Status, Turn

NEEDLESS = 0.05
"""The share of answerable follow-ups that may be refused: more than of other questions, since what stands near the
answer before looks like an answer more often than it is one."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A turn that leans on the one before, with its candidates and which of them are right."""

    id: str
    answerable: bool
    read: ReadQuestion
    before: tuple[Citation, ...]
    """What a right answer to the turn before cites."""
    candidates: list[Ranked]
    right: Right

    def example(self) -> Example:
        """The same without what stood before."""
        return Example(self.id, self.answerable, self.read, tuple(one.found for one in self.candidates), self.right)


def train_following(follow_ups: Sequence[FollowUp], words: Matcher) -> Json:
    """The model that weighs a follow-up's candidates."""
    answered = [one for one in follow_ups if one.right.any()]
    return ordering(NAMES, [(rows_of(one.before, one.read, one.candidates, words), one.right) for one in answered])


def train_follow_up(follow_ups: Sequence[FollowUp], words: Matcher, pairs: Pairs) -> Json:
    """The model that tells follow-ups that are answered from those that aren't, by the models learned before."""
    rows = []
    for one in follow_ups:
        ranked = after(one.before, one.read, one.candidates, words, pairs)
        alone = float(model("answerable").score(answerable_features(one.read, ranked).reshape(1, -1))[0])
        own = own_reading(one.read, one.before, ranked[0], pairs)
        rows.append(follow_up_features(one.read, one.before, ranked, alone, own))
    answerable = np.array([one.answerable for one in follow_ups])
    return deciding(FOLLOW_UP_NAMES, np.stack(rows), answerable, NEEDLESS)


def follow_ups(
    searcher: Searcher, words: Matcher, pairs: Pairs | None, threads: Iterable[Thread]
) -> Iterator[FollowUp]:
    """What follow-ups are learned from: those turns that lean on the turn before, where its answer is known."""
    for thread in threads:
        turns: list[Turn] = []
        for question in thread.questions:
            turn, found = _turn(searcher, words, pairs, question, turns)
            turns.append(turn)
            if found is not None:
                yield found


def _turn(
    searcher: Searcher, words: Matcher, pairs: Pairs | None, question: Question, turns: Sequence[Turn]
) -> tuple[Turn, FollowUp | None]:
    """A turn with the right answer, and what is learned from it."""
    held = searcher.index.reports
    whole = completed(question.text, turns, [report.metadata.force for report in held if report.metadata.force])
    read = searcher.read(whole.text, whole.about)
    reports = searched(read.scoped, held, both=read.asked.type is QuestionType.COMPARE)
    before = turns[-1].answer.citations if whole.about else ()
    found = searcher.search(read, reports, set(sections_of(before, reports))) if reports else []
    ranked = rank(read, found, words, pairs)
    right = [is_right(question, one.found) for one in ranked]
    cited = tuple(_cited(searcher, one) for one, good in zip(ranked, right, strict=True) if good)[:2]
    answer = Answer(question.text, reading_of(whole, read, reports), Status.ANSWERED, citations=cited)
    if not before or not ranked or question.expected is None:
        return Turn(question.text, answer), None
    weighed = nearest(before, ranked)
    good = np.array([is_right(question, one.found) for one in weighed], dtype=np.bool_)
    answerable = question.expected.answerable
    return Turn(question.text, answer), FollowUp(question.id, answerable, read, before, weighed, good)


def _cited(searcher: Searcher, one: Ranked) -> Citation:
    report = next(report for report in searcher.index.reports if report.id == one.unit.report)
    return cite(report, report.sections[one.unit.section], one.unit.span)
