"""What a right answer to a question of a scored batch holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

Words = tuple[str, ...]

_SCORED = frozenset({"answerable", "must_all", "must_any", "must_not", "must_pair", "evidence", "section"})


@dataclass(frozen=True, slots=True)
class Expected:
    """The fields of a question file that say what is right, by the names they have there."""

    kind: str = "question"
    answerable: bool = True
    report: Words = ()
    section: Words = ()
    section_alt: Words = ()
    evidence: Words = ()
    evidence_alt: Words = ()
    must_all: Words = ()
    must_any: tuple[Words, ...] = ()
    must_not: Words = ()
    must_pair: tuple[Words, ...] = ()
    group: str = ""
    """Questions of one group ask for the same thing, so that they are right or wrong together."""


def expected_of(record: Mapping[str, Any]) -> Expected | None:
    """What a line says of the right answer; None where it says nothing.

    Raises:
        TypeError, ValueError: a field isn't of the kind it should be.
    """
    if not _SCORED & record.keys():
        return None
    known = {field.name for field in fields(Expected)}
    return Expected(**{name: _value(name, value) for name, value in record.items() if name in known})


def _value(name: str, value: object) -> Any:
    if name in ("kind", "group"):
        return _typed(name, value, str)
    if name == "answerable":
        return _typed(name, value, bool)
    if name not in ("must_any", "must_pair"):
        return _words(name, value)
    lists = tuple(_words(name, each) for each in _typed(name, value, list))
    if name == "must_pair" and any(len(pair) != 2 for pair in lists):
        raise ValueError("must_pair holds something other than pairs")
    return lists


def _words(name: str, value: object) -> Words:
    return tuple(_typed(name, each, str) for each in _typed(name, value, list))


def _typed(name: str, value: object, kind: type[Any]) -> Any:
    if not isinstance(value, kind):
        raise TypeError(f"{name} isn't made of {kind.__name__}")
    return value
