"""Records of every shape, for property tests."""

from __future__ import annotations

from hypothesis import strategies as st

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

texts = st.text(st.characters(codec="utf-8"), max_size=40)
"""Any text that a file may hold, control characters and all."""
some = st.lists(texts, max_size=3).map(tuple)
spans = st.builds(Span, st.integers(0, 10**6), st.integers(0, 10**6))
citations = st.builds(Citation, texts, some, texts, spans)
cited = st.lists(citations, max_size=3).map(tuple)
scopes = st.builds(Scope, st.none() | texts, st.none() | texts, st.none() | texts)
readings = st.builds(Reading, st.sampled_from(QuestionType), scopes, some, texts, some)
numbers = st.lists(st.integers(1, 9), max_size=3).map(tuple)
statements = st.builds(Statement, st.sampled_from(StatementKind), texts, numbers, st.booleans())
scores = st.floats(allow_nan=False, allow_infinity=False)
features = st.lists(st.tuples(texts, scores), max_size=2).map(tuple)
candidates = st.builds(Candidate, citations, scores, features)
traces = st.builds(Trace, some, st.lists(candidates, max_size=2).map(tuple))
answers = st.builds(
    Answer,
    question=texts,
    reading=readings,
    status=st.sampled_from(Status),
    statements=st.lists(statements, max_size=3).map(tuple),
    citations=cited,
    reason=st.none() | st.sampled_from(Reason),
    refusal=texts,
    searched=some,
    nearest=cited,
    trace=traces,
)
turns = st.builds(Turn, texts, answers)
