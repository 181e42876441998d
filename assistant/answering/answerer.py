"""From a question to a verified answer: the one path that the chat, the shell and batches take."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from assistant.answering.after_list import after_list
from assistant.answering.checked import checked
from assistant.answering.context import Context
from assistant.answering.draft import Said, numbered
from assistant.answering.follow_up import Completed, adds, completed, gives_figure, like_before, read_anew
from assistant.answering.lists import label_asked
from assistant.answering.many import many_statements
from assistant.answering.many_forms import is_gap
from assistant.answering.meta import asks_where, where_statements
from assistant.answering.near_before import after, sections_of
from assistant.answering.of_other_report import of_other_report
from assistant.answering.outcome import outcome_of
from assistant.answering.parts import are_lists, joined, one_of, parts_of
from assistant.answering.refusal import held_words, refusal_text
from assistant.answering.refused_scope import refused_by_scope
from assistant.answering.traced import nearest_of, reading_of, trace_of
from assistant.answering.verify import violations
from assistant.answering.whose import whose_outcome
from assistant.answering.year_before import year_before
from assistant.indexing.encoder import Encoder
from assistant.indexing.index import Index
from assistant.indexing.network import MATCHER
from assistant.retrieval.corrections import corrected
from assistant.retrieval.courtesies import without_courtesies
from assistant.retrieval.cycles_named import of_its_cycle
from assistant.retrieval.in_full import in_full
from assistant.retrieval.matcher import Matcher, TokenMatcher
from assistant.retrieval.newest import newest_first
from assistant.retrieval.pairs import PairReader
from assistant.retrieval.question import Question
from assistant.retrieval.ranked import READ_OF_MANY, Ranked, rank
from assistant.retrieval.scope import searched
from assistant.retrieval.searcher import Searcher
from assistant.retrieval.short_follow_ups import EFFECT, asks_effect, judges, written_out
from assistant.types import Answer, Citation, QuestionType, Reason, Report, Status, Trace, Turn

Watch = Callable[[str], None]
_AND_ANOTHER = re.compile(r"(?:ok(?:ay)?,? |so )?(?:and|what about|how about) (?:\w+ ){0,4}\w+\W*$", re.IGNORECASE)
"""How a question goes on to another area."""


def quiet(stage: str) -> None:
    """Watches nothing."""


class Answerer:
    """Answers questions from an index.

    Args:
        index: where the reports are.
        encoder: what makes the question's vector: the one that the index was made with.
        matcher: what holds a question's words against a sentence's, in the place of the index's networks.
        prefix: what the model wants before a question.
    """

    def __init__(self, index: Index, encoder: Encoder, matcher: Matcher | None = None, *, prefix: str = "") -> None:
        self.index = index
        self._encoder = encoder
        self._matcher = matcher or TokenMatcher(index.networks[MATCHER], index.tokens)
        self._pairs = PairReader(index.cross_network) if matcher is None else None
        self._searcher = Searcher(index, encoder, prefix)

    def warm_up(self) -> None:
        """Load the model before the first question needs it.

        Raises:
            ModelMissing: it isn't installed or isn't the one expected.
        """
        self._encoder.encode(["warm up"])
        self._matcher.match("warm up", ())
        if self._pairs:
            self.index.cross_network.load()

    def ask(self, question: str, turns: Sequence[Turn] = (), watch: Watch = quiet) -> Answer:
        """Answer a question, or refuse it with a reason.

        Args:
            question: in any words.
            turns: the conversation before it, oldest first.
            watch: told of each step; may raise `Stopped`.

        Raises:
            QuestionError: the question is empty or too long.
            Stopped: `watch` stopped the work.
        """
        text = checked(question)
        return replace(self._whole(in_full(text), turns, watch), question=text)

    def _whole(self, text: str, turns: Sequence[Turn], watch: Watch) -> Answer:
        """The answer to a question: to each half of two in one, where both can be told apart."""
        parts = parts_of(without_courtesies(text))
        if len(parts) == 1:
            return self._ask(text, turns, watch)
        first, second = parts
        lists = are_lists(parts)
        one = self._ask(first, turns, watch)
        other = self._ask(second, turns if lists else (*turns, Turn(first, one)), watch)
        if both := joined(text, one, other):
            return both
        either = one_of(text, (one, other))
        if lists and either:
            return either
        whole = self._ask(text, turns, watch)
        return (either or whole) if whole.abstained else whole

    def _ask(self, text: str, turns: Sequence[Turn], watch: Watch) -> Answer:
        watch("reading the question")
        turns = [turn for turn in turns if turn.answer.reason is not Reason.NOT_A_REPORT_QUESTION]
        forces, own = self._forces(), corrected(text) if turns else text
        own = of_other_report(own, turns, self.index.reports) if turns else own
        if turns and (short := self._short(own, turns, watch)):
            return short
        own = after_list(written_out(own, after_figure=gives_figure(turns[-1].answer)), turns) if turns else own
        whole = completed(own, turns, forces)
        answer = self._answer_to(own, whole, turns, watch)
        if not answer.abstained:
            return answer
        again = self._asked_again(own, whole, answer, turns, watch)
        return (
            next((one for one in again if not one.abstained), None)
            or self._going_on(own, whole, turns, watch)
            or answer
        )

    def _asked_again(
        self, text: str, whole: Completed, refused: Answer, turns: Sequence[Turn], watch: Watch
    ) -> Iterator[Answer]:
        """The answers to a refused question asked otherwise: of an older report, a year by its name, as a new one."""
        forces = self._forces()
        if refused.reason is Reason.PERIOD_NOT_HELD and (of_cycle := self._of_its_cycle(text, refused)):
            yield self._answer_to(of_cycle, completed(of_cycle, turns, forces), turns, watch)
        if turns and (year := year_before(text, turns[-1].answer)):
            yield self._answer_to(year, completed(year, turns, forces, goes_on=True), turns, watch)
        for one in read_anew(text, whole, forces):
            yield self._answer_to(text, one, (), watch)

    def _of_its_cycle(self, question: str, refused: Answer) -> str:
        """A question refused for its year, asked of the older report of that year; empty where none is held."""
        force = refused.reading.scope.force
        return of_its_cycle(question, [one for one in self.index.reports if force and one.metadata.force == force])

    def _short(self, text: str, turns: Sequence[Turn], watch: Watch) -> Answer | None:
        """The answer to what to think of what was told, where that was a refusal, and to whether it works.

        None where it asks something else, or the sections cited before say nothing new of an effect.
        """
        last = turns[-1].answer
        if last.abstained:
            return replace(last, question=text) if judges(text) else None
        if not asks_effect(text):
            return None
        answer = self._answer_to(text, completed(EFFECT, turns, self._forces()), turns, watch)
        return answer if adds(answer, last) else None

    def _going_on(self, text: str, whole: Completed, turns: Sequence[Turn], watch: Watch) -> Answer | None:
        """The answer to a question that goes on with the last one answered, where the sections cited there hold it.

        One that stands alone by its words may go on with the turn before it, a follow-up to a refused one with that
        before the refusal.
        """
        answered = [turn for turn in turns if not turn.answer.abstained]
        if not answered or bool(whole.about) != turns[-1].answer.abstained:
            return None
        on = completed(text, answered, self._forces(), goes_on=not whole.about)
        answer = self._answer_to(text, on, answered, watch)
        return answer if adds(answer, answered[-1].answer) else None

    def _answer_to(self, text: str, whole: Completed, turns: Sequence[Turn], watch: Watch) -> Answer:
        """The answer to a question, completed."""
        read = self._searcher.read(whole.text, whole.about)
        read = like_before(read, text, turns) if whole.about else read
        reports = tuple(searched(read.scoped, self.index.reports, both=read.asked.type is QuestionType.COMPARE))
        if turns and asks_where(without_courtesies(text)) and (where := where_statements(turns, self.index.reports)):
            return self._answer(
                text, whole, read, tuple(self.index.reports), where, Trace(("asks where the answer before stands",))
            )
        refused = refused_by_scope(read, reports, self.index.reports)
        watch("searching")
        before = _cited_before(turns, text) if whole.about else ()
        context = Context(read, reports, self._candidates(read, reports, before), before, self._pairs, self._within)
        several = many_statements(context, self.index.reports, whole.about)
        if several is None and (refused or not context.ranked):
            reason, what = refused or (Reason.METRIC_NOT_REPORTED, "")
            return self._refusal(text, whole, read, reports, reason, what, context)
        watch("choosing")
        outcome = whose_outcome(context) if several is None else outcome_of(context, several)
        if outcome.refused:
            return self._refusal(text, whole, read, outcome.context.reports, *outcome.refused, outcome.context)
        watch("checking the quotes")
        context, said = outcome.context, outcome.said
        return self._answer(text, whole, read, context.reports, said.statements, trace_of(context, said.why))

    def _within(self, text: str, report: Report) -> Context:
        """A question asked of one report alone."""
        read = self._searcher.read(text)
        found = self._searcher.search(read, (report,))
        return Context(read, (report,), tuple(rank(read, found, self._matcher, self._pairs, READ_OF_MANY)))

    def _forces(self) -> list[str]:
        return [report.metadata.force for report in self.index.reports if report.metadata.force]

    def _candidates(self, read: Question, reports: Sequence[Report], cited: Sequence[Citation]) -> tuple[Ranked, ...]:
        """The candidates, best first; a follow-up's from the sections of what the answer before cited as well."""
        found = self._searcher.search(read, reports, set(sections_of(cited, reports)))
        ranked = newest_first(read, rank(read, found, self._matcher, self._pairs), reports)
        return tuple(after(cited, read, ranked, self._matcher, self._pairs))

    def _answer(
        self,
        text: str,
        whole: Completed,
        read: Question,
        reports: tuple[Report, ...],
        said: Sequence[Said],
        trace: Trace,
    ) -> Answer:
        statements, citations = numbered(said)
        problems = violations(statements, citations, {report.id: report for report in reports})
        if problems:
            trace = replace(trace, notes=(*trace.notes, *problems))
            return self._refusal(text, whole, read, reports, Reason.METRIC_NOT_REPORTED, "", None, trace)
        return Answer(
            text,
            reading_of(whole, read, reports),
            Status.PARTLY if any(map(is_gap, statements)) else Status.ANSWERED,
            statements,
            citations,
            searched=tuple(report.id for report in reports),
            trace=trace,
        )

    def _refusal(
        self,
        text: str,
        whole: Completed,
        read: Question,
        reports: Sequence[Report],
        reason: Reason,
        what: str,
        context: Context | None,
        trace: Trace | None = None,
    ) -> Answer:
        words = refusal_text(reason, what, self.index.reports)
        return Answer(
            text,
            reading_of(whole, read, reports),
            Status.NOT_IN_REPORTS,
            reason=reason,
            refusal=words,
            searched=tuple(report.id for report in reports or self.index.reports),
            nearest=nearest_of(context),
            trace=trace or trace_of(context, f"refused: {reason}; held: {held_words(self.index.reports)}"),
        )


def _cited_before(turns: Sequence[Turn], question: str) -> tuple[Citation, ...]:
    """What the answer before cited; where that was a refusal, the last that did for a list or another area's grade."""
    graded = bool(_AND_ANOTHER.match(question)) and any(
        turn.answer.reading.type is QuestionType.GRADE for turn in turns
    )
    last = turns if label_asked(question) or graded else turns[-1:]
    return next((turn.answer.citations for turn in reversed(last) if turn.answer.citations), ())
