"""Learns how follow-ups are weighed: from conversations, each turn after the right answer to the one before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from assistant.answering.answerer import reading_of
from assistant.answering.draft import cite
from assistant.answering.follow_up import completed
from assistant.answering.near_before import NAMES, nearest, rows_of, sections_of
from assistant.conversation.records import Json
from assistant.evaluation.questions import Question, Thread
from assistant.evaluation.training import Right, Rows, is_right, ordering
from assistant.retrieval.matcher import Matcher
from assistant.retrieval.pairs import Pairs
from assistant.retrieval.ranked import Ranked, rank
from assistant.retrieval.scope import searched
from assistant.retrieval.searcher import Searcher
from assistant.types import Answer, Citation, QuestionType, Status, Turn

Weighed = tuple[Rows, Right]
"""The rows of a follow-up's candidates, and which of them are right."""


def train_following(examples: Sequence[Weighed]) -> Json:
    """The model that weighs a follow-up's candidates."""
    return ordering(NAMES, [(rows, right) for rows, right in examples if right.any()])


def following_examples(
    searcher: Searcher, words: Matcher, pairs: Pairs, threads: Iterable[Thread]
) -> Iterator[Weighed]:
    """What follow-ups are learned from: those turns that lean on the turn before, where its answer is known."""
    for thread in threads:
        turns: list[Turn] = []
        for question in thread.questions:
            turn, example = _turn(searcher, words, pairs, question, turns)
            turns.append(turn)
            if example is not None:
                yield example


def _turn(
    searcher: Searcher, words: Matcher, pairs: Pairs, question: Question, turns: Sequence[Turn]
) -> tuple[Turn, Weighed | None]:
    """A turn with the right answer, and the example it gives."""
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
    if not before:
        return Turn(question.text, answer), None
    weighed = nearest(before, ranked)
    good = np.array([is_right(question, one.found) for one in weighed], dtype=np.bool_)
    return Turn(question.text, answer), (rows_of(before, read, weighed, words), good)


def _cited(searcher: Searcher, one: Ranked) -> Citation:
    report = next(report for report in searcher.index.reports if report.id == one.unit.report)
    return cite(report, report.sections[one.unit.section], one.unit.span)
