"""One line of a batch against what is expected of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.conversation.records import Json
from assistant.evaluation.expected import Expected
from assistant.evaluation.overlap import holds_run, overlaps
from assistant.evaluation.questions import Question
from assistant.evaluation.sides import sides_kept
from assistant.evaluation.sources import Source
from assistant.evaluation.terms import holds
from assistant.evaluation.wording import loosen, words

EARLY = 400
"""The right answer to a question for one figure or word stands within so many characters."""

_COUNTED_CITATIONS = 3
_SHORT_KINDS = frozenset({"figure", "table", "grade", "yes_no", "meta"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How one question came out. None: the measure isn't taken for such a question."""

    id: str
    kind: str
    group: str
    answerable: bool
    missing: bool = False
    """There is no line for it: neither answered nor abstained."""
    abstained: bool = False
    right: bool = False
    early: bool | None = None
    cited: bool | None = None
    section: bool | None = None
    all_reports: bool | None = None
    quotes: int = 0
    verbatim: int = 0
    length: int = 0

    @property
    def wrong(self) -> bool:
        """Answered, and wrongly; for what the reports don't hold, answered at all."""
        return not (self.missing or self.abstained or self.right)


def score(question: Question, line: Json | None, sources: Mapping[str, Source]) -> Score:
    """Scores a line.

    Args:
        question: what was asked, with what is expected.
        line: the batch's line; None where there is none.
        sources: the reports by their ids.

    Raises:
        ValueError: nothing is expected of the question.
    """
    expected = question.expected
    if expected is None:
        raise ValueError(f"nothing is expected of question {question.id}")
    text, citations = _text(line), _citations(line)
    abstained = line is not None and bool(line.get("abstained"))
    answered = line is not None and not abstained
    return Score(
        id=question.id,
        kind=expected.kind,
        group=expected.group or question.id,
        answerable=expected.answerable,
        missing=line is None,
        abstained=abstained,
        right=answered and is_right(expected, text) if expected.answerable else abstained,
        early=_early(expected, text) and answered if _is_short(expected) else None,
        cited=_cites_evidence(expected, citations) if expected.answerable else None,
        section=_names_section(expected, citations, sources) if expected.answerable and expected.section else None,
        all_reports=_cites_all_reports(expected, citations) if _needs_several(expected) else None,
        quotes=len(citations),
        verbatim=sum(_is_verbatim(each, sources) for each in citations),
        length=len(text),
    )


def is_right(expected: Expected, answer: str) -> bool:
    """Whether all that must be in an answer is there, nothing that mustn't be, and no two sides are swapped."""
    loose = loosen(answer)
    return (
        has_wanted(expected, answer)
        and not any(holds(term, loose) for term in expected.must_not)
        and sides_kept(expected.must_pair, answer)
    )


def has_wanted(expected: Expected, text: str) -> bool:
    """Whether all that must be in an answer is in a text, whatever stands beside it."""
    loose = loosen(text)
    return all(holds(term, loose) for term in expected.must_all) and all(
        any(holds(term, loose) for term in terms) for terms in expected.must_any
    )


def _text(line: Json | None) -> str:
    return (line or {}).get("answer") or ""


def _citations(line: Json | None) -> list[Json]:
    return (line or {}).get("citations") or []


def _is_short(expected: Expected) -> bool:
    return expected.answerable and expected.kind in _SHORT_KINDS


def _early(expected: Expected, text: str) -> bool:
    return is_right(expected, text[:EARLY])


def _needs_several(expected: Expected) -> bool:
    return expected.answerable and len(expected.report) > 1


def _cites_all_reports(expected: Expected, citations: list[Json]) -> bool:
    return set(expected.report) <= {each.get("report") for each in citations}


def _is_verbatim(citation: Json, sources: Mapping[str, Source]) -> bool:
    source = sources.get(citation.get("report") or "")
    return source is not None and source.quotes(citation.get("quote") or "")


def _first(expected: Expected, citations: list[Json]) -> list[Json]:
    """Those of the first few citations that are from a right report."""
    return [each for each in citations[:_COUNTED_CITATIONS] if each.get("report") in expected.report]


def _cites_evidence(expected: Expected, citations: list[Json]) -> bool:
    evidence = expected.evidence + expected.evidence_alt
    quotes = [each.get("quote") or "" for each in _first(expected, citations)]
    return any(overlaps(quote, sentence) for quote in quotes for sentence in evidence)


def _names_section(expected: Expected, citations: list[Json], sources: Mapping[str, Source]) -> bool:
    """Whether a citation names the finding; the chapter will do where the question names no finding."""
    chapters = frozenset().union(*(source.chapters for source in sources.values()))
    findings = [name for name in expected.section if loosen(name) not in chapters] or list(expected.section)
    findings += [name for name in expected.section_alt if loosen(name) not in chapters]
    named = [_section_name(each) for each in _first(expected, citations)]
    return any(_same_name(given, finding) for given in named for finding in findings)


def _section_name(citation: Json) -> str:
    section = citation.get("section") or ""
    return section if isinstance(section, str) else " ".join(section)


def _same_name(given: str, wanted: str) -> bool:
    have, want = words(given), words(wanted)
    return bool(have and want) and (holds_run(have, want) or (len(have) >= 2 and holds_run(want, have)))
