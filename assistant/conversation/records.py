"""Answers and turns as JSON, in both directions, and the line that a batch writes for an answer.

The two forms differ on purpose. A kept turn loses nothing, so that reading it gives back the same record. A batch's
line is what other programs read: flat, and without the marks of citations in the answer.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from assistant.types import (
    Answer,
    Candidate,
    Citation,
    QuestionType,
    Reading,
    Reason,
    Scope,
    Span,
    Statement,
    StatementKind,
    Status,
    Trace,
    Turn,
)

Json = dict[str, Any]

# json.dumps escapes what stands below the space; these steer terminals too, or can't be written as UTF-8.
_STEERING = re.compile(r"[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def dump(record: Mapping[str, Any]) -> str:
    """A record as one line of JSON that is safe to show in a terminal, without a line end."""
    line = json.dumps(record, ensure_ascii=False)
    return _STEERING.sub(lambda match: f"\\u{ord(match.group()):04x}", line)


def answer_text(answer: Answer) -> str:
    """What was answered, without marks of citations: one statement a line; then what was refused, in words."""
    return "\n".join(filter(None, (*(statement.text for statement in answer.statements), answer.refusal)))


def answer_line(answer: Answer, *, id: str, elapsed_ms: int | None = None) -> Json:
    """The line that a batch writes for an answer.

    Args:
        answer: what was answered or refused.
        id: the question's id in the batch.
        elapsed_ms: how long it took; None where that isn't known, as in a saved conversation.
    """
    return {
        "id": id,
        "question": answer.question,
        "reading": _reading_line(answer.reading),
        "status": str(answer.status),
        "reason": None if answer.reason is None else str(answer.reason),
        "abstained": answer.abstained,
        "answer": answer_text(answer),
        "citations": [_citation_line(number, citation) for number, citation in enumerate(answer.citations, 1)],
        "elapsed_ms": elapsed_ms,
    }


def turn_to_json(turn: Turn) -> Json:
    """A turn with all that its answer holds."""
    return asdict(turn)


def turn_from_json(record: Json) -> Turn:
    """The turn that `turn_to_json` was given.

    Raises:
        KeyError, TypeError, ValueError: the record isn't a turn.
    """
    return Turn(question=record["question"], answer=_answer(record["answer"]))


def _reading_line(reading: Reading) -> Json:
    scope = reading.scope
    return {
        "type": str(reading.type),
        "force": scope.force,
        "cycle": scope.cycle,
        "period": scope.period,
        "read_as": reading.read_as,
    }


def _citation_line(number: int, citation: Citation) -> Json:
    line = {
        "n": number,
        "report": citation.report,
        "section": list(citation.section),
        "quote": citation.quote,
        "start": citation.span.start,
        "end": citation.span.end,
    }
    return line | ({"page": citation.page} if citation.page else {})


def _answer(record: Json) -> Answer:
    return Answer(
        question=record["question"],
        reading=_reading(record["reading"]),
        status=Status(record["status"]),
        statements=tuple(_statement(each) for each in record["statements"]),
        citations=tuple(_citation(each) for each in record["citations"]),
        reason=None if record["reason"] is None else Reason(record["reason"]),
        refusal=record["refusal"],
        searched=tuple(record["searched"]),
        nearest=tuple(_citation(each) for each in record["nearest"]),
        trace=_trace(record["trace"]),
    )


def _reading(record: Json) -> Reading:
    return Reading(
        type=QuestionType(record["type"]),
        scope=Scope(**record["scope"]),
        terms=tuple(record["terms"]),
        read_as=record["read_as"],
        carried=tuple(record["carried"]),
    )


def _statement(record: Json) -> Statement:
    citations = tuple(record["citations"])
    return Statement(StatementKind(record["kind"]), record["text"], citations, computed=record["computed"])


def _citation(record: Json) -> Citation:
    place = (record["report"], tuple(record["section"]), record["quote"], Span(*record["span"]))
    return Citation(*place, page=record.get("page"))  # conversations kept by earlier versions have no pages


def _trace(record: Json) -> Trace:
    return Trace(notes=tuple(record["notes"]), candidates=tuple(_candidate(each) for each in record["candidates"]))


def _candidate(record: Json) -> Candidate:
    features = tuple((name, value) for name, value in record["features"])
    return Candidate(_citation(record["citation"]), record["score"], features)
