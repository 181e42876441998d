"""One line of a batch against what is expected of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

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
    named: dict[str, Any] = {"id": question.id, "kind": expected.kind, "group": expected.group or question.id}
    named["answerable"] = expected.answerable
    if line is None:
        return Score(
            **named, missing=True, **(_proofs(expected, "", False, (), sources) if expected.answerable else {})
        )
    text, abstained, citations = line.get("answer") or "", bool(line.get("abstained")), line.get("citations") or ()
    counts = _counts(text, citations, sources)
    if not expected.answerable:
        return Score(**named, abstained=abstained, right=abstained, **counts)
    right = not abstained and is_right(expected, text)
    return Score(
        **named,
        abstained=abstained,
        right=right,
        **counts,
        **_proofs(expected, text, not abstained, citations, sources),
    )


def is_right(expected: Expected, answer: str) -> bool:
    """Whether all that must be in an answer is there, nothing that mustn't be, and no two sides are swapped."""
    loose = loosen(answer)
    return (
        all(holds(term, loose) for term in expected.must_all)
        and all(any(holds(term, loose) for term in terms) for terms in expected.must_any)
        and not any(holds(term, loose) for term in expected.must_not)
        and sides_kept(expected.must_pair, answer)
    )


def _counts(text: str, citations: Sequence[Json], sources: Mapping[str, Source]) -> dict[str, int]:
    verbatim = sum(
        (source := sources.get(each.get("report", ""))) is not None and source.quotes(each.get("quote") or "")
        for each in citations
    )
    return {"quotes": len(citations), "verbatim": verbatim, "length": len(text)}


def _proofs(
    expected: Expected, text: str, answered: bool, citations: Sequence[Json], sources: Mapping[str, Source]
) -> dict[str, bool | None]:
    """The measures that only an answerable question has."""
    first = [each for each in citations[:_COUNTED_CITATIONS] if each.get("report") in expected.report]
    evidence = expected.evidence + expected.evidence_alt
    needed = set(expected.report)
    return {
        "early": (answered and is_right(expected, text[:EARLY])) if expected.kind in _SHORT_KINDS else None,
        "cited": any(overlaps(each.get("quote") or "", sentence) for each in first for sentence in evidence),
        "section": _names_section(expected, first, sources) if expected.section else None,
        "all_reports": needed <= {each.get("report") for each in citations} if len(needed) > 1 else None,
    }


def _names_section(expected: Expected, citations: Sequence[Json], sources: Mapping[str, Source]) -> bool:
    """Whether a citation names the finding; the chapter will do where the question names no finding."""
    chapters = frozenset().union(*(source.chapters for source in sources.values()))
    findings = [name for name in expected.section if loosen(name) not in chapters] or list(expected.section)
    findings += [name for name in expected.section_alt if loosen(name) not in chapters]
    return any(_same_name(_section_name(each), name) for each in citations for name in findings)


def _section_name(citation: Json) -> str:
    section = citation.get("section") or ""
    return section if isinstance(section, str) else " ".join(section)


def _same_name(given: str, wanted: str) -> bool:
    have, want = words(given), words(wanted)
    return bool(have and want) and (holds_run(have, want) or (len(have) >= 2 and holds_run(want, have)))
