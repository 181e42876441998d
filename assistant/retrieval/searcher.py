"""Candidates for a question: units near it by vector or by word within its scope, each with its features."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.indexing.encoder import Encoder
from assistant.indexing.index import Index
from assistant.reading.words import stems_of
from assistant.retrieval.features import Weighed, features_of
from assistant.retrieval.question import Question, read_question
from assistant.retrieval.terms import Vocabulary
from assistant.retrieval.view import View, view_of
from assistant.types import Report

BY_VECTOR = 60
BY_WORD = 60
"""How many candidates each way of searching brings; the right one is among the first 30 for 94 percent of questions."""


@dataclass(frozen=True, slots=True)
class Found:
    """A unit with its features for a question."""

    view: View
    features: NDArray[np.float64]


class Searcher:
    """Finds candidates in an index.

    Args:
        index: what is searched.
        encoder: what turns questions into vectors: the one that the index was made with.
        prefix: what the model wants before a question.
    """

    def __init__(self, index: Index, encoder: Encoder, prefix: str = "") -> None:
        self.index = index
        self._encoder = encoder
        self._prefix = prefix
        self.vocabulary = Vocabulary(index.store.words(), len(index.unit_vectors), index.store.names())
        self._views: dict[int, View] = {}
        self._sections: dict[tuple[str, int], frozenset[str]] = {}

    def read(self, text: str, about: str = "") -> Question:
        """Read a question against the index; `about` is what a follow-up goes on with."""
        return read_question(text, self.index.reports, self.vocabulary, about)

    def search(
        self, question: Question, reports: Sequence[Report], places: Iterable[tuple[str, int]] = ()
    ) -> list[Found]:
        """The candidates of some reports, in the order of the reports' text; ranking is for the caller.

        Args:
            question: the question, read.
            reports: the reports in scope.
            places: sections, each as its report's id and its place there, of which every unit is a candidate.
        """
        allowed = self.index.store.numbers_of(report.id for report in reports)
        if not allowed:
            return []
        vector = self._encoder.encode([self._prefix + question.encoded])[0]
        numbers = self._by_vector(vector, allowed) | self._by_word(question, allowed)
        numbers |= {number for place in places for number in self.index.store.section_units(*place)} & set(allowed)
        ordered = sorted(numbers)
        own = self.index.unit_vectors.cosines(vector, ordered)
        headed = self.index.headed_vectors.cosines(vector, ordered)
        newest = max((report.id.partition("-")[2] for report in reports), default="")
        views = self.views(ordered)
        passages = self.index.passage_vectors.cosines(vector, [self.index.passage_of(views[n].unit) for n in ordered])
        weighed = Weighed(question)
        return [
            Found(views[n], features_of(weighed, views[n], (float(a), float(b), float(c)), newest))
            for n, a, b, c in zip(ordered, own, headed, passages, strict=True)
        ]

    def views(self, numbers: Sequence[int]) -> dict[int, View]:
        """Units with what is derived from them, kept for the next question."""
        missing = [number for number in numbers if number not in self._views]
        units = self.index.store.units({n for number in missing for n in (number, number + 1)})
        reports = {report.id: report for report in self.index.reports}
        for number in missing:
            unit, after = units[number], units.get(number + 1)
            follows = after is not None and (after.report, after.section, after.block) == (
                unit.report,
                unit.section,
                unit.block,
            )
            self._views[number] = view_of(
                number,
                unit,
                reports[unit.report],
                after.text if after and follows else "",
                self._section(unit.report, unit.section),
            )
        return {number: self._views[number] for number in numbers}

    def _section(self, report: str, section: int) -> frozenset[str]:
        """The stems of a whole section, kept for the next question."""
        if (report, section) not in self._sections:
            held = next(one for one in self.index.reports if one.id == report)
            words = " ".join(held.quote(block.span) for block in held.sections[section].blocks)
            self._sections[report, section] = frozenset(stems_of(words))
        return self._sections[report, section]

    def _by_vector(self, vector: NDArray[np.float32], allowed: Sequence[int]) -> set[int]:
        near = self.index.unit_vectors.nearest(vector, BY_VECTOR, allowed)
        headed = self.index.headed_vectors.nearest(vector, BY_VECTOR, allowed)
        return {number for number, _ in (*near, *headed)}

    def _by_word(self, question: Question, allowed: Sequence[int]) -> set[int]:
        """Units that hold the question's words or their synonyms, by BM25."""
        phrases = {
            f'"{" ".join(stems)}"'
            for term in question.terms
            for stems, _ in term.options
            if self.vocabulary.holds(stems)
        }
        if not phrases:
            return set()
        return set(self.index.store.search(" OR ".join(sorted(phrases)), BY_WORD, allowed))
