"""An answer while it is being put together: statements with their quotes, numbered at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from assistant.reading.sentences import sentences_of
from assistant.types import Citation, Report, Section, Span, Statement, StatementKind


@dataclass(frozen=True, slots=True)
class Said:
    """A statement with the citations that prove it."""

    kind: StatementKind
    text: str
    proof: tuple[Citation, ...]
    computed: bool = False


def cite(report: Report, section: Section, span: Span) -> Citation:
    """The citation of a span of a section; the path is chapter and finding."""
    return Citation(report.id, section.path, report.quote(span), span, report.page_of(span))


def cited_where(report: Report, tells: Callable[[str], bool]) -> Iterator[Citation]:
    """The citation of each sentence of a report that tells something, in its order.

    Args:
        report: the report.
        tells: whether the text of a sentence does.
    """
    for section in report.sections:
        spans = (span for block in section.blocks for span in sentences_of(report, block))
        yield from (cite(report, section, span) for span in spans if tells(report.quote(span)))


def numbered(said: Sequence[Said]) -> tuple[tuple[Statement, ...], tuple[Citation, ...]]:
    """Statements with citation numbers from 1 in the order of their first use, and the citations.

    The same place is cited under one number.
    """
    citations: list[Citation] = []
    statements = []
    for one in said:
        for citation in one.proof:
            if citation not in citations:
                citations.append(citation)
        numbers = tuple(dict.fromkeys(citations.index(citation) + 1 for citation in one.proof))
        statements.append(Statement(one.kind, one.text, numbers, one.computed))
    return tuple(statements), tuple(citations)


def quotes_of(said: Sequence[Said]) -> str:
    """All that statements cite, as one text."""
    return " ".join(citation.quote for one in said for citation in one.proof)
