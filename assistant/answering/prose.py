"""Answers from sentences: the best one, with what it leans on and what qualifies it."""

from __future__ import annotations

from dataclasses import replace

from assistant.answering.asked_besides import beside_best, repeats
from assistant.answering.context import Context
from assistant.answering.draft import Said
from assistant.answering.first_words import opening
from assistant.answering.leaning import proof_of, sentence_after, sentence_before, sets_against, takes_back
from assistant.answering.rows import row_statements
from assistant.answering.said_besides import said_besides
from assistant.indexing.periods import periods_in
from assistant.indexing.units import Unit
from assistant.retrieval.ranked import Ranked
from assistant.retrieval.rivals import conflicts
from assistant.types import BlockKind, Citation, FigureKind, Span, StatementKind

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
    after = sentence_after(context, unit)
    text = context.report(unit.report).quote(after) if after else ""
    if not after or after in given or not (takes_back(text) or (beside and sets_against(text))):
        return []
    return [Said(StatementKind.QUALIFIER, f"\u201c{text}\u201d", (context.cite(unit, after),))]


def _set_against(context: Context, unit: Unit, given: set[Span]) -> list[Said]:
    """The sentence before, where the best one only says what its figure is set against and the question wants both."""
    before = sentence_before(context, unit)
    if not before or before in given or not context.question.asked.yes_no or not sets_against(unit.text):
        return []
    quote = context.cite(unit, before)
    return [Said(StatementKind.QUOTE, f"\u201c{quote.quote}\u201d", (quote,))]
