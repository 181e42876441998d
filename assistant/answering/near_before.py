"""Where a follow-up's answer is likely to stand: near what the answer before cited, in words that it names itself.

A linear model over named features, learned by `scripts/train_models` from conversations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from assistant.answering.of_the_told import apart, as_parts, chapters_asked, is_other_row, was_cited
from assistant.reading.words import stems_of
from assistant.retrieval.carried import without_carried
from assistant.retrieval.matcher import NAMES as MATCHES
from assistant.retrieval.matcher import Matcher
from assistant.retrieval.pairs import Pairs
from assistant.retrieval.question import Question
from assistant.retrieval.ranked import FAILED, Ranked, in_order, read
from assistant.retrieval.ranker import model
from assistant.retrieval.stance import Told, beside_the_point, wanted_by
from assistant.retrieval.terms import coverage, matched
from assistant.retrieval.times import asks_year_before, has_years, of_another_time
from assistant.types import Citation, FigureKind, Report

NAMES = (
    "score",
    "own match",
    "own cosine",
    "own tokens met",
    "own coverage",
    "own coverage leaned",
    "same section",
    "same block",
    "one after",
    "two after",
    "one before",
    "said before",
    "said but covers",
    "said but fits",
    "reason given",
    "figure fits",
    "figure missing",
    "dated",
    "national asked",
    "kind as before",
)
_TOPIC_FIRST = re.compile(
    r"(?:(?:ok|okay|right|so),? )?(?:and|what about|how about|now|next)[ :,]+(?:on |for |in )?"
    r"(?P<topic>[^,?:]{3,40})[,:] ",
    re.IGNORECASE,
)
_TOPIC_ALONE = re.compile(
    r"(?:(?:ok|okay|right|so),? )?(?:and|what about|how about) (?:for |in |on )?(?:the )?"
    r"(?P<topic>(?:[\w'-]+ ?){1,3})\?*$",
    re.IGNORECASE,
)
_OF_TIME = re.compile(
    r"\b(?:year|years|time|before|earlier|last|previous\w*|next|now|then|after|since|national\w*|median|average|typical|range|"
    r"others?|forces|everyone|elsewhere|country|england|wales|total|overall|both|rest|that|it|those|them|this|these|why|how|"
    r"who|when|where|what|which|is|are|was|were|did|does|do|has|have|20\d\d)\b",
    re.IGNORECASE,
)
"""What asks of another time or of others, or a whole question, and names no topic."""
SAME_ROW = 5.0
"""Enough to put a row before all others."""
THRICE = 3
"""How often a requirement that fails counts here, and another time: what draws a follow-up to the section before makes
up for one."""
BESIDE = 4.0
"""How often a sentence that doesn't say what a follow-up wants counts against it: what was said is near at hand."""
ELSEWHERE = 3.0
"""How much less what stands in another report than what was told from counts, where a follow-up names no time."""
WEIGHED = 60
"""How many of the best candidates are weighed."""


def sections_of(cited: Sequence[Citation], reports: Sequence[Report]) -> Iterator[tuple[str, int]]:
    """The sections that citations stand in: each as its report's id and its place there."""
    for report in reports:
        paths = {citation.section for citation in cited if citation.report == report.id}
        yield from ((report.id, at) for at, section in enumerate(report.sections) if section.path in paths)


def after(
    cited: Sequence[Citation], question: Question, candidates: list[Ranked], words: Matcher, pairs: Pairs | None
) -> list[Ranked]:
    """A follow-up's candidates anew in order: likelier near what the answer before cited, and not its quotes.

    Args:
        cited: what the answer before cited; nothing where the question stands alone.
        question: the follow-up.
        candidates: its candidates, best first, with every unit of the sections that were cited.
        words: what holds the words of the follow-up itself against those of a candidate.
        pairs: what reads the follow-up together with those that come to the front; None where nothing does.
    """
    if not cited or not candidates:
        return candidates
    weighed, wanted = as_parts(cited, question, nearest(cited, candidates)), wanted_by(question.alone.lower())
    chapters = chapters_asked(cited, question)
    scores = model("following").score(rows_of(cited, question, weighed, words))
    ordered = in_order(
        [
            replace(
                one,
                score=float(score)
                + _same_row(cited, question, one)
                + SAME_ROW * is_other_row(cited, question, one, weighed)
                - _against(question, one, wanted)
                - apart(chapters, one)
                - ELSEWHERE * _is_of_another_report(cited, question, one),
            )
            for one, score in zip(weighed, scores, strict=True)
        ]
    )
    return read(question, ordered, pairs) if pairs else ordered


def _against(question: Question, one: Ranked, wanted: Sequence[Told]) -> float:
    """What is taken from a candidate for the requirements it fails, for another time, and for what isn't wanted."""
    beside = BESIDE * (beside_the_point(wanted, one.unit.text) + is_off_topic(question, one))
    return THRICE * (FAILED * len(one.fails) + of_another_time(question, one.unit)) + beside


def is_off_topic(question: Question, one: Ranked) -> bool:
    """Whether a follow-up opens with its topic or is that alone, `and trainees?`, and a candidate has no word of it.

    Args:
        question: the follow-up, read with what it takes over.
        one: the candidate.
    """
    own = without_carried(question.clear).strip()
    opens = _TOPIC_FIRST.match(own) or _TOPIC_ALONE.match(own)
    stems = frozenset(stems_of(opens["topic"])) if opens and not _OF_TIME.search(opens["topic"]) else frozenset()
    topic = [term for term in question.own if stems.issuperset(term.options[0][0])]
    return bool(topic) and not any(matched(term, one.view.around) for term in topic)


def _is_of_another_report(cited: Sequence[Citation], question: Question, one: Ranked) -> bool:
    """Whether a candidate is of another report than all that was cited, and the follow-up names no time."""
    told = {citation.report for citation in cited}
    return one.unit.report not in told and not (question.scoped.cycles or question.scoped.years)


def _same_row(cited: Sequence[Citation], question: Question, one: Ranked) -> float:
    """What a row counts that was cited, where the year before is asked for and it has a column for each year."""
    asked = has_years(one.unit) and asks_year_before(question.clear)
    return SAME_ROW if asked and was_cited(cited, one) else 0.0


def nearest(cited: Sequence[Citation], candidates: Sequence[Ranked]) -> list[Ranked]:
    """The candidates that are weighed: the best, and those in the sections that were cited."""
    sections = {(citation.report, citation.section) for citation in cited}
    rest = [one for one in candidates[WEIGHED:] if (one.unit.report, one.view.path) in sections]
    return [*candidates[:WEIGHED], *rest]


def rows_of(
    cited: Sequence[Citation], question: Question, candidates: Sequence[Ranked], words: Matcher
) -> NDArray[np.float64]:
    """The numbers of `NAMES` for candidates: an array of shape (candidates, features)."""
    matches = words.match(question.alone, [one.view for one in candidates])
    said = {(citation.report, citation.span) for citation in cited}
    sections = {(citation.report, citation.section) for citation in cited}
    quoted = [one for one in candidates if (one.unit.report, one.unit.span) in said]
    kinds = frozenset().union(*(_kinds(one) for one in quoted))
    best = max((one.score for one in candidates), default=0.0)
    rows = []
    for one, match in zip(candidates, matches, strict=True):
        inside = (one.unit.report, one.view.path) in sections
        values = _of_words(question, one, dict(zip(MATCHES, map(float, match), strict=True)))
        values |= _of_place(one, quoted, inside=inside) | _of_kind(question, one)
        values["score"] = max(one.score - best, -12.0)
        values["said but covers"] = values["said before"] * values["own coverage"]
        values["kind as before"] = float(bool(kinds & _kinds(one)) and not values["said before"])
        values["said but fits"] = values["said before"] * values["figure fits"]
        rows.append([values[name] for name in NAMES])
    return np.array(rows, dtype=np.float64).reshape(-1, len(NAMES))


def _kinds(one: Ranked) -> frozenset[FigureKind]:
    """The kinds of figure that a candidate gives, dates aside."""
    return frozenset(figure.kind for figure in one.unit.figures if figure.kind is not FigureKind.DATE)


def _of_words(question: Question, one: Ranked, match: dict[str, float]) -> dict[str, float]:
    return {
        "own match": match["match"],
        "own cosine": match["match cosine"],
        "own tokens met": match["tokens met"],
        "own coverage": coverage(question.own, one.view.stems),
        "own coverage leaned": coverage(question.own, one.view.stems | one.view.last_lead),
    }


def _of_place(one: Ranked, quoted: Sequence[Ranked], *, inside: bool) -> dict[str, float]:
    steps = {one.view.number - other.view.number for other in quoted} if inside else set()
    blocks = {(other.unit.report, other.unit.section, other.unit.block) for other in quoted}
    return {
        "same section": float(inside),
        "same block": float((one.unit.report, one.unit.section, one.unit.block) in blocks),
        "one after": float(1 in steps),
        "two after": float(2 in steps or 3 in steps),
        "one before": float(-1 in steps or -2 in steps),
        "said before": float(0 in steps),
    }


def _of_kind(question: Question, one: Ranked) -> dict[str, float]:
    asked, figures = question.asked, one.unit.figures
    fits = asked.fits_any(figures)
    return {
        "reason given": float(asked.reason and one.view.gives_reason),
        "figure fits": float(asked.wants_figure and fits),
        "figure missing": float(asked.wants_figure and not fits),
        "dated": float(asked.figure is FigureKind.DATE and one.unit.period is not None),
        "national asked": float(one.view.national and bool(question.statistics)),
    }
