"""What opens an answer from a sentence: yes or no, or the figure that is asked for."""

from __future__ import annotations

from decimal import Decimal

from assistant.answering.context import Context
from assistant.answering.draft import Said
from assistant.answering.figures import direct_figure
from assistant.answering.leaning import proof_of, sentence_after, sets_against
from assistant.answering.overclaimed import overclaims
from assistant.answering.typical_range import place_in, range_word
from assistant.answering.yes_no import SURE, yes_or_no
from assistant.retrieval.claims import Claim
from assistant.retrieval.ranked import Ranked
from assistant.retrieval.terms import coverage
from assistant.types import Figure, FigureKind, StatementKind

READS_FIGURE, SAYS_FIGURE, SAYS_MOST = 0.0, 0.2, 0.8
"""What a sentence has to read at least, and to say of the question's weight, for its figure to be told by itself: of
308 figures told for training questions 12 read less, and 5 of these were right. One that says most needn't read so."""
NEAR = 10
"""Percentage points within which a claim is neither true nor plainly false."""


def opening(context: Context, best: Ranked) -> list[Said]:
    """The direct answer: yes or no, a figure with its period, or none where the sentence is short enough itself."""
    asked = context.question.asked
    if context.question.claim:  # a yes to a number that the sentence doesn't give would be a guess
        return _against_claim(context, best, context.question.claim)
    if asked.yes_no:
        if place_in(context.question.clear):
            return _in_range(context, best)
        word = None if sets_against(best.unit.text) else yes_or_no(context.question, best.view, best.pair or 0.0)
        return [Said(StatementKind.DIRECT, f"{word}.", proof_of(context, best.unit))] if word else []
    bare = asked.phrase and best.unit.figures and coverage(context.question.terms, best.view.around) >= SURE
    direct = direct_figure(context, best.unit) if (asked.wants_figure or bare) and _may_tell(context, best) else None
    return [Said(StatementKind.DIRECT, direct.text, direct.proof)] if direct else []


def _may_tell(context: Context, best: Ranked) -> bool:
    """Whether a figure of the best sentence may be told by itself: that reads well and speaks of what is asked."""
    says = coverage(context.question.terms, best.view.around)
    reads = best.pair is None or best.pair >= READS_FIGURE or says >= SAYS_MOST
    return reads and says >= SAYS_FIGURE


def _word_to(claim: Claim, figure: Figure) -> str:
    """Yes or no to a claimed figure; neither where a bare one is near, as in `does it answer 90%` of 93.6 percent."""
    given = figure.values[0]
    if claim.holds(given) or (not claim.bound and claim.rounds(given)):
        return "Yes. "
    near = figure.kind is FigureKind.PERCENT and not claim.bound and abs(Decimal(given) - Decimal(claim.number)) < NEAR
    return "" if near else "No. "


def _in_range(context: Context, best: Ranked) -> list[Said]:
    """Yes or no where the best sentence or the one after it says where a figure lies beside the typical range."""
    after = sentence_after(context, best.unit)
    quote = context.report(best.unit.report).quote
    spans = [best.unit.span] if place_in(best.unit.text) or not after else [best.unit.span, after]
    word = range_word(context.question.clear, map(quote, spans))
    sure = coverage(context.question.terms, best.view.around) >= SURE
    return (
        [Said(StatementKind.DIRECT, f"{word}.", tuple(context.cite(best.unit, span) for span in spans))]
        if word and sure
        else []
    )


def _against_claim(context: Context, best: Ranked, claim: Claim) -> list[Said]:
    """The figure that a question claims another of, after yes or no where the sentence speaks of all that was named."""
    direct = direct_figure(context, best.unit)
    if direct is None or direct.figure.kind not in (FigureKind.PERCENT, FigureKind.COUNT):
        return []
    sure = coverage(context.question.terms, best.view.around) >= SURE
    more = overclaims(context.question.clear, best.unit.text, best.view)
    word = _word_to(claim, direct.figure) if sure else ""
    word = "" if more and word.startswith("Yes") else word
    return [Said(StatementKind.DIRECT, f"{word}{direct.text}", direct.proof)]
