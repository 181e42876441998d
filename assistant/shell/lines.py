"""`peel` where there is no terminal: questions from standard input, one a line, as one conversation."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.conversation.safe_text import safe_line
from assistant.errors import PeelError
from assistant.settings import Settings
from assistant.shell.answer_words import answer_words
from assistant.shell.exit_codes import ExitCode
from assistant.shell.ready import open_ready
from assistant.shell.streams import note_error, result_for_people
from assistant.types import Turn


def answer_each(settings: Settings, questions: Iterable[str]) -> ExitCode:
    """Answers questions in turn, each as it comes; a later one may lean on those before.

    A question that can't be asked is reported, and the next one is taken.
    """
    answerer = open_ready(settings)
    names = {report.id: report.name for report in answerer.index.reports}
    turns: tuple[Turn, ...] = ()
    code = ExitCode.DONE
    for question in (line.strip() for line in questions if line.strip()):
        try:
            answer = answerer.ask(question, turns)
        except PeelError as error:
            note_error(error)
            code = ExitCode.FAILURE
            continue
        turns = (*turns, Turn(question, answer))
        result_for_people(f"> {safe_line(question)}\n\n{answer_words(answer, names)}\n")
    return code
