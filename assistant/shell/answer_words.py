"""An answer as words for the shell: the answer, its sources, what was searched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from assistant.conversation.searched import refused_words, searched_words
from assistant.types import Answer, Citation, Reading, Reason, Trace

Names = Mapping[str, str]
"""The names of reports by their ids; a report that isn't there goes by its id."""

_LETTERS = "abc"
_REASONS = {
    Reason.FORCE_NOT_HELD: "force not held",
    Reason.CYCLE_NOT_HELD: "inspection cycle not held",
    Reason.PERIOD_NOT_HELD: "period not held",
    Reason.METRIC_NOT_REPORTED: "not reported",
    Reason.NOT_A_REPORT_QUESTION: "not a question about the reports",
    Reason.AMBIGUOUS: "more than one meaning",
}


def answer_words(answer: Answer, names: Names) -> str:
    """All that the shell shows of an answer; never with a line end at its end."""
    blocks = [*_answer(answer), *_read(answer), _searched(answer, names)]
    blocks[1:1] = [_sources(_numbered(answer.citations), names), _near(answer, names)]
    return "\n\n".join(block for block in blocks if block)


def trace_words(trace: Trace) -> str:
    """Why an answer was chosen or refused: the notes, then what was weighed, best first."""
    return "\n".join((*trace.notes, *_weighed(trace)))


def _answer(answer: Answer) -> Iterator[str]:
    if answer.abstained and answer.reason is not None:
        yield f"{refused_words(answer)} ({_REASONS[answer.reason]})\n{answer.text}"
    else:
        yield answer.text


def _read(answer: Answer) -> Iterator[str]:
    """How the question was read, which must be seen where a follow-up took something over."""
    reading = answer.reading
    carried = f" (taken over: {', '.join(reading.carried)})" if reading.carried else ""
    read_as = f"“{reading.read_as}”{carried}" if carried or reading.read_as != answer.question else ""
    lines = (("Scope", _scope(reading)), ("Read as", read_as))
    yield "\n".join(f"{name}: {words}" for name, words in lines if words)


def _scope(reading: Reading) -> str:
    scope = reading.scope
    return " · ".join(part for part in (scope.force, scope.cycle, scope.period) if part)


def _searched(answer: Answer, names: Names) -> str:
    searched = searched_words(answer, names)
    return f"Searched: {searched}" if searched else ""


def _near(answer: Answer, names: Names) -> str:
    nearest = _sources(zip(_LETTERS, answer.nearest, strict=False), names)
    return f"Nearest, but no answer:\n{nearest}" if nearest else ""


def _numbered(citations: Iterable[Citation]) -> Iterator[tuple[str, Citation]]:
    return ((str(number), citation) for number, citation in enumerate(citations, 1))


def _sources(marked: Iterable[tuple[str, Citation]], names: Names) -> str:
    return "\n".join(f" [{mark}] {_place(citation, names)}\n     “{citation.quote}”" for mark, citation in marked)


def _place(citation: Citation, names: Names) -> str:
    return " › ".join(citation.path(names.get(citation.report, citation.report)))


def _weighed(trace: Trace) -> Iterator[str]:
    for candidate in trace.candidates:
        features = ", ".join(f"{name} {value:.2f}" for name, value in candidate.features)
        yield f"{candidate.score:7.3f}  {candidate.citation.quote}" + (f"\n         {features}" if features else "")
