"""`peel ask`: one question, answered in the shell."""

from __future__ import annotations

import time

from assistant.conversation.records import answer_line, dump
from assistant.settings import Settings
from assistant.shell.answer_words import answer_words, trace_words
from assistant.shell.exit_codes import ExitCode
from assistant.shell.ready import open_ready
from assistant.shell.streams import note, result, result_for_people


def ask(settings: Settings, question: str, *, as_json: bool, why: bool) -> ExitCode:
    """Answers a question.

    Args:
        settings: where the index is.
        question: what is asked.
        as_json: as the line of a batch, with the id `ask`.
        why: what was weighed, on standard error.
    """
    answerer = open_ready(settings)
    began = time.perf_counter()
    answer = answerer.ask(question)
    elapsed_ms = round((time.perf_counter() - began) * 1000)
    names = {report.id: report.name for report in answerer.index.reports}
    if as_json:
        result(dump(answer_line(answer, id="ask", elapsed_ms=elapsed_ms)))
    else:
        result_for_people(answer_words(answer, names))
    if why:
        note(trace_words(answer.trace))
    return ExitCode.NOT_IN_REPORTS if answer.abstained else ExitCode.DONE
