"""Answers from sentences: the best one, with what it leans on and what qualifies it."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from assistant.answering.asked_besides import beside_best, repeats
from assistant.answering.context import Context
from assistant.answering.draft import Said
from assistant.answering.figures import direct_figure
from assistant.answering.overclaimed import overclaims
from assistant.answering.rows import row_statements
from assistant.answering.said_besides import said_besides
from assistant.answering.typical_range import place_in, range_word
from assistant.answering.yes_no import SURE, yes_or_no
from assistant.indexing.periods import periods_in
from assistant.indexing.units import Unit
from assistant.reading.sentences import sentences_of
from assistant.retrieval.claims import Claim
from assistant.retrieval.cues import asks
from assistant.retrieval.others import speaks_of_others
from assistant.retrieval.ranked import Ranked
from assistant.retrieval.rivals import conflicts
from assistant.retrieval.terms import coverage
from assistant.types import BlockKind, Citation, Figure, FigureKind, Span, StatementKind

_POINTS_BACK = re.compile(
    r"^(?:however, |but |and |also, |instead, )?(?:this|it|these|they|those|such)\b|"
    r"^.{0,50}\b(?:in|of|with|to) (?:this|these|that|those)\b|^of (?:these|those|them)\b|"
    r"^(?:in |during )?(?:the|a) (?:\w+ )?year (?:before|earlier)\b|^in the (?:previous|preceding) year\b|"
    r"^.{0,40}\b(?:told (?:us|inspectors)|said)(?: that)? (?:this|these) ",
    re.IGNORECASE,
)
_EXPLAINS = re.compile(
    r"\b(?:this|these) (?:is|was|are|were) (?:mainly |partly |largely )?(?:because|due to)\b", re.IGNORECASE
)
"""What is explained may be said a sentence further up."""
_TAKES_BACK = re.compile(r"(?:however,|but) ", re.IGNORECASE)
READS_FIGURE, SAYS_FIGURE, SAYS_MOST = 0.0, 0.2, 0.8
"""What a sentence has to read at least, and to say of the question's weight, for its figure to be told by itself: of
308 figures told for training questions 12 read less, and 5 of these were right. One that says most needn't read so."""
NEAR = 10
"""Percentage points within which a claim is neither true nor plainly false."""
CLOSE, CLOSE_IN_WORDS = 0.45, 0.1
"""A second sentence is given where its probability is this share of the first one's: for a figure, where a look-alike
beside it could be taken for it, and for anything else; from the training questions."""
MORE, MORE_IN_WORDS = 1, 2
"""How many such are given."""
LEAST = -4.0
"""What reading it with the question must give at least for it to be given at all."""


def prose_statements(context: Context) -> list[Said]:
    """The statements that answer from the best candidate, and from the next where it is nearly as good."""
    best = context.ranked[0]
    chosen = list(
        {one.unit.span: one for one in (best, *beside_best(context, best), *_seconds(context, best))}.values()
    )
    wants = context.question.asked.wants_figure
    given = {one.unit.span for one in chosen}
    compared = wants or context.question.asked.yes_no or "change" in context.question.statistics
    beside = compared and best.unit.kind is not BlockKind.ROW
    said = [*opening(context, best), *(_set_against(context, best.unit, given) if beside else [])]
    for one in chosen:
        if one.unit.kind is BlockKind.ROW and one.unit.columns:
            said += row_statements(context, one.unit)
            continue
        said += _opening_date(context, one.unit)
        proof = proof_of(context, one.unit)
        words = one.unit.text if wants else proof[0].quote
        said.append(Said(StatementKind.QUOTE, f"\u201c{words}\u201d", proof))
    qualified = _qualifier(context, best.unit, given, beside=beside) or _qualifier(context, chosen[-1].unit, given)
    qualified += said_besides(context, best.unit)
    return [_dated(context, one) for one in _together(context, _once(said + qualified))]


def _opening_date(context: Context, unit: Unit) -> list[Said]:
    """What opens an item's list, where a date is asked for and stands there: `By 31 May, it must:`."""
    if unit.kind is not BlockKind.ITEM or context.question.asked.figure is not FigureKind.DATE or periods_in(unit.text):
        return []
    blocks = context.section(unit).blocks
    place = max((at for at in range(unit.block) if blocks[at].kind is not BlockKind.ITEM), default=None)
    quote = context.cite(unit, blocks[place].span) if place is not None else None
    return (
        [Said(StatementKind.QUOTE, f"\u201c{quote.quote}\u201d", (quote,))] if quote and periods_in(quote.quote) else []
    )


def _dated(context: Context, said: Said) -> Said:
    """What is said, with the report's name where it is from an older cycle that the question doesn't name."""
    newest = context.reports[0].metadata.cycle
    report = context.report(said.proof[0].report)
    if context.question.scoped.cycles or report.metadata.cycle == newest or not _is_quote(said):
        return said
    return replace(said, text=f"{report.name}: {said.text}")


def _once(said: list[Said]) -> list[Said]:
    """Statements without those that are given twice and the quotes that stand within another."""
    said = list(dict.fromkeys(said))
    quotes = [one.text for one in said if one.kind is StatementKind.QUOTE]
    return [one for one in said if one.text not in quotes or not any(_within(one.text, longer) for longer in quotes)]


def _together(context: Context, said: list[Said]) -> list[Said]:
    """Quotes that overlap as one: what a sentence points back to may be what was said before it."""
    found: list[Said] = []
    for one in said:
        last = found[-1] if found else one
        if found and _is_quote(last) and _is_quote(one) and _overlap(last.proof[0], one.proof[0]):
            found[-1] = _united(context, last.proof[0], one.proof[0])
        else:
            found.append(one)
    return found


def _is_quote(one: Said) -> bool:
    return len(one.proof) == 1 and one.text == f"\u201c{one.proof[0].quote}\u201d"


def _overlap(first: Citation, second: Citation) -> bool:
    apart = first.span.end <= second.span.start or second.span.end <= first.span.start
    return first.report == second.report and first.section == second.section and not apart


def _united(context: Context, first: Citation, second: Citation) -> Said:
    span = Span(min(first.span.start, second.span.start), max(first.span.end, second.span.end))
    both = replace(first, quote=context.report(first.report).quote(span), span=span)
    return Said(StatementKind.QUOTE, f"\u201c{both.quote}\u201d", (both,))


def _within(quote: str, longer: str) -> bool:
    return len(quote) < len(longer) and quote[1:-1] in longer


def proof_of(context: Context, unit: Unit) -> tuple[Citation, ...]:
    """The citation of a unit; one that starts with `This` or `It` is cited with the sentence it points back to."""
    if unit.kind is BlockKind.ITEM:
        return (context.cite(unit),)
    before = _pointed_to(context, unit) if _POINTS_BACK.search(unit.text) else None
    if before and _EXPLAINS.search(unit.text) and _is_aside(context.report(unit.report).quote(before)):
        before = _sentence_before(context, unit, 2) or before
    return (context.cite(unit, Span(before.start, unit.span.end)) if before else context.cite(unit),)


def _is_aside(text: str) -> bool:
    """Whether a sentence only adds to the one before it: it points back, or speaks of other forces."""
    return bool(_POINTS_BACK.search(text)) or speaks_of_others(text)


def opening(context: Context, best: Ranked) -> list[Said]:
    """The direct answer: yes or no, a figure with its period, or none where the sentence is short enough itself."""
    asked = context.question.asked
    if context.question.claim:  # a yes to a number that the sentence doesn't give would be a guess
        return _against_claim(context, best, context.question.claim)
    if asked.yes_no:
        if place_in(context.question.clear):
            return _in_range(context, best)
        word = None if sets_against(best.unit.text) else yes_or_no(context.question, best.view)
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
    after = _sentence_after(context, best.unit)
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


def _seconds(context: Context, best: Ranked) -> list[Ranked]:
    """The next candidates, where they are nearly as good and add something."""
    others = [one for one in context.ranked[1:6] if one.unit.kind not in (BlockKind.CAPTION, BlockKind.SOURCE)]
    close, most = (CLOSE, MORE) if context.question.asked.wants_figure else (CLOSE_IN_WORDS, MORE_IN_WORDS)
    near = [one for one in others if one.probability >= close * best.probability and one.unit.text != best.unit.text]
    return [one for one in near if not repeats(best, one) and not _is_beside(context, one)][:most]


def _is_beside(context: Context, one: Ranked) -> bool:
    """Whether a candidate reads like no answer, or is of a rival of the topic: of the use of force and not searches."""
    reads_ill = one.pair is not None and one.pair < LEAST
    return reads_ill or bool(conflicts(context.question.stems, one.view.stems))


def _qualifier(context: Context, unit: Unit, given: set[Span], *, beside: bool = False) -> list[Said]:
    """The sentence after that takes something back; after a figure also one that sets it against another."""
    after = _sentence_after(context, unit)
    text = context.report(unit.report).quote(after) if after else ""
    if not after or after in given or not (takes_back(text) or (beside and sets_against(text))):
        return []
    return [Said(StatementKind.QUALIFIER, f"\u201c{text}\u201d", (context.cite(unit, after),))]


def takes_back(text: str) -> bool:
    """Whether a sentence limits or contradicts the one before it."""
    return bool(_TAKES_BACK.match(text))


def _set_against(context: Context, unit: Unit, given: set[Span]) -> list[Said]:
    """The sentence before, where the best one only says what its figure is set against and the question wants both."""
    before = _sentence_before(context, unit)
    if not before or before in given or not context.question.asked.yes_no or not sets_against(unit.text):
        return []
    quote = context.cite(unit, before)
    return [Said(StatementKind.QUOTE, f"\u201c{quote.quote}\u201d", (quote,))]


def sets_against(text: str) -> bool:
    """Whether a sentence sets the figure of another against a standard, a range, other forces or an earlier time."""
    return asks("set against", text.lower().replace("\u2019", "'"))


def _pointed_to(context: Context, unit: Unit) -> Span | None:
    """What a sentence points back to: the one before it, be it the last of the paragraph before."""
    before = _sentence_before(context, unit)
    blocks = context.section(unit).blocks
    earlier = blocks[unit.block - 1] if before is None and unit.block else None
    if earlier is None or earlier.kind is not BlockKind.PARAGRAPH:
        return before
    return list(sentences_of(context.report(unit.report), earlier))[-1]


def _sentence_before(context: Context, unit: Unit, steps: int = 1) -> Span | None:
    spans = context.sentences(unit)
    at = spans.index(unit.span)
    return spans[at - steps] if at >= steps else None


def _sentence_after(context: Context, unit: Unit) -> Span | None:
    spans = context.sentences(unit)
    at = spans.index(unit.span)
    return spans[at + 1] if at + 1 < len(spans) else None
