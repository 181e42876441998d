"""The sources of an answer as they are shown: its citations by number, its nearest passages by letter."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from assistant.types import Answer, Citation, Report, Section, Span

LETTERS = "abc"
SAME = "same section:"


@dataclass(frozen=True, slots=True)
class Source:
    """A citation, or a passage near a refused question, with its mark."""

    mark: str
    """`1` to `9` and on for citations, `a` to `c` for nearest passages."""
    citation: Citation

    @property
    def is_nearest(self) -> bool:
        """Whether it only stands near the question and proves nothing."""
        return self.mark in LETTERS


def sources_of(answer: Answer) -> tuple[Source, ...]:
    """An answer's sources in the order of their marks."""
    cited = [Source(str(number), citation) for number, citation in enumerate(answer.citations, 1)]
    nearest = [Source(letter, citation) for letter, citation in zip(LETTERS, answer.nearest, strict=False)]
    return (*cited, *nearest)


def position_of(mark: str, sources: tuple[Source, ...]) -> int:
    """The place of the source with a mark; past the last one where there is none."""
    return next((place for place, source in enumerate(sources) if source.mark == mark), len(sources))


def section_at(report: Report, span: Span) -> Section | None:
    """The section in which a span stands: the last that begins at or before it; None in a report without sections."""
    found = None
    for section in report.sections:
        if section.heading.start <= span.start or any(overlap(block.span, span) for block in section.blocks):
            found = section
    return found


def overlap(one: Span, other: Span) -> bool:
    """Whether two spans share a character."""
    return one.start < other.end and other.start < one.end


def pieces(report: Report, whole: Span, quotes: tuple[Span, ...]) -> list[tuple[str, int]]:
    """A stretch of a report cut where quotes begin and end.

    Returns:
        The pieces, each with 2 where it is in the first quote, 1 in another, 0 in none.
    """
    edges = {whole.start, whole.end}
    for quote in quotes:
        edges |= {min(max(edge, whole.start), whole.end) for edge in quote}
    cuts = sorted(edges)
    spans = [Span(start, end) for start, end in pairwise(cuts)]
    return [(report.quote(span), rank(span, quotes)) for span in spans]


def rank(span: Span, quotes: tuple[Span, ...]) -> int:
    """2 for a span in the first quote, 1 in another, 0 in none."""
    within = [overlap(span, quote) for quote in quotes]
    return 2 if within[:1] == [True] else int(any(within))


def reference(report: Report | None, citation: Citation) -> str:
    """Where a citation stands, in one line, such as `Kent PEEL 2025–27 › Chapter › Finding`."""
    return " › ".join(citation.path(report.name if report else citation.report))


def passage_text(report: Report, section: Section) -> str:
    """A section's heading and blocks as text, for copying."""
    return "\n".join([section.path[-1], *(report.quote(block.span).strip() for block in section.blocks)])


def source_paths(sources: tuple[Source, ...], reports: dict[str, Report]) -> list[tuple[str, ...]]:
    """What each source's row says: where it stands; its own words where that is where the one before stands."""
    paths: list[tuple[str, ...]] = []
    before: tuple[str, ...] = ()
    for citation in (source.citation for source in sources):
        path = citation.path(reports[citation.report].name if citation.report in reports else citation.report)
        paths.append((f"{SAME} “{citation.quote}”",) if path == before else path)
        before = path
    return paths
