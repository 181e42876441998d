"""A made-up force with two made-up reports, and an answerer that gives prepared answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from threading import Event

from assistant.errors import PeelError
from assistant.settings import Settings
from assistant.types import (
    Answer,
    Block,
    BlockKind,
    Candidate,
    Citation,
    Grade,
    Judgment,
    Label,
    Metadata,
    QuestionType,
    Reading,
    Reason,
    Report,
    Scope,
    Section,
    Span,
    Statement,
    StatementKind,
    Status,
    Trace,
    Turn,
)

FILES = {"northmere.md": "dd9f3b02ab77067b3519282a92429af3837c5027c909ff2573d8898c6dd3f6f8"}
"""The hashes of the corpus that the settings of the tests name."""
NOW = datetime(2031, 3, 4, 10, 30, tzinfo=UTC)
NEW, OLD = "northmere-2029-31", "northmere-2024"
CALLS = "It answered 91.2 percent of the 999 calls it received within 10 seconds."
PERIOD = "In the year ending 30 September 2030, the force received 143 emergency 999 calls per 1,000 population."
RESPONDING = "Responding to the public"
EMERGENCY = "The force answers emergency calls quickly"
NON_EMERGENCY = "The force should answer 101 calls sooner"
ABANDONED = "The force told us that 6.8 percent of its 101 calls were abandoned."
OTHERS = (
    "The force answers most emergency calls within the national standard, and it has kept this up for two years. "
    "Its control room has enough trained staff at the busiest times of the week."
)
IMPROVEMENTS = (
    "The force should record what it has learned from complaints",
    "The force should supervise the investigation of volume crime [sic] more closely",
    "The force should visit registered sex offenders on time",
)


@dataclass
class ReportMaker:
    """Writes a report's text and keeps the spans of its sections."""

    id: str
    cycle: str
    published: str
    text: str = ""
    sections: list[Section] = field(default_factory=list)
    judgments: list[Judgment] = field(default_factory=list)

    def section(self, *path: str, label: Label | None = None, blocks: Sequence[str | tuple[str, ...]] = ()) -> None:
        heading = self._write(path[-1])
        header: tuple[str, ...] = ()
        made = []
        for block in blocks:
            if isinstance(block, tuple) and not header:
                header = block
            elif isinstance(block, tuple):
                made.append(self._row(header, block))
            else:
                made.append(self._block(block))
        self.sections.append(Section(path, heading, label, tuple(made)))

    def grade(self, area: str, grade: Grade, *, formal: bool = True) -> None:
        self.judgments.append(Judgment(area, grade, self.sections[-1].blocks[0].span, formal=formal))

    def report(self) -> Report:
        metadata = Metadata("Northmere PEEL", "Northmere", self.cycle, published=self.published)
        return Report(self.id, metadata, self.text, tuple(self.sections), tuple(self.judgments))

    def cite(self, quote: str) -> Citation:
        start = self.text.index(quote)
        found = [section for section in self.sections if section.heading.start <= start][-1]
        return Citation(self.id, found.path, quote, Span(start, start + len(quote)))

    def _block(self, text: str) -> Block:
        kind = BlockKind.ITEM if text.startswith("• ") else BlockKind.PARAGRAPH
        return Block(kind, self._write(text))

    def _row(self, header: tuple[str, ...], cells: tuple[str, ...]) -> Block:
        spans, start = [], len(self.text)
        for cell in cells:
            spans.append(Span(len(self.text), len(self.text) + len(cell)))
            self.text += cell + "\t"
        self.text += "\n"
        return Block(BlockKind.ROW, Span(start, len(self.text) - 2), header, tuple(spans))

    def _write(self, text: str) -> Span:
        start = len(self.text)
        self.text += text + "\n\n"
        return Span(start, start + len(text))


def new_report() -> ReportMaker:
    made = ReportMaker(NEW, "2029–31", "2031-02-20")
    made.section("Overall summary", blocks=("We graded 8 areas of policing. " + OTHERS,))
    made.section(RESPONDING, blocks=("Northmere Police is good at responding to the public.",))
    made.grade(RESPONDING, Grade.GOOD)
    first = f"{PERIOD} {CALLS} This was above the standard of 90.0 percent."
    made.section(
        RESPONDING, EMERGENCY, label=Label.MAIN_FINDINGS, blocks=(OTHERS, OTHERS, first, OTHERS, OTHERS, OTHERS)
    )
    table = (
        ("Period", "Calls", "Abandoned"),
        ("Year to September 2029", "212,000", "9.1%"),
        ("Year to September 2030", "198,500", "6.8%"),
    )
    made.section(RESPONDING, NON_EMERGENCY, label=Label.AREAS_FOR_IMPROVEMENT, blocks=(ABANDONED, *table, OTHERS))
    made.section("Investigating crime", blocks=("Northmere Police requires improvement at investigating crime.",))
    made.grade("Investigating crime", Grade.REQUIRES_IMPROVEMENT)
    for heading in IMPROVEMENTS:
        made.section(
            "Investigating crime", heading, label=Label.AREAS_FOR_IMPROVEMENT, blocks=(f"{heading}. {OTHERS}",)
        )
    return made


def old_report() -> ReportMaker:
    made = ReportMaker(OLD, "2024", "2024-05-02")
    made.section("Effectiveness", blocks=("Northmere Police is good at reducing crime.",))
    made.grade("Effectiveness", Grade.GOOD)
    made.section(
        "Effectiveness",
        "Areas for improvement",
        label=Label.AREAS_FOR_IMPROVEMENT,
        blocks=("• The force should close fewer cases early.",),
    )
    made.section("Effectiveness", "Calls", blocks=("The force answered 84.0 percent of 999 calls within 10 seconds.",))
    return made


@dataclass(frozen=True)
class FakeManifest:
    reports: Mapping[str, str]


@dataclass(frozen=True)
class FakeIndex:
    reports: tuple[Report, ...]
    passages: Mapping[str, int]
    built: str = "2031-03-01T09:00:00+00:00"
    changed: bool = False
    manifest: FakeManifest = FakeManifest(FILES)


def reading(question: str, kind: QuestionType = QuestionType.FIGURE, **scope: str) -> Reading:
    return Reading(
        kind, Scope(**{"force": "Northmere", "cycle": "2029–31", **scope}), ("999", "calls", "answered"), question
    )


def answer(question: str, *statements: Statement, citations: Sequence[Citation] = (), **more: object) -> Answer:
    made = {"reading": reading(question), "status": Status.ANSWERED, "searched": (NEW,), **more}
    return Answer(question, statements=statements, citations=tuple(citations), **made)  # type: ignore[arg-type]


FIGURE = "how quickly does Northmere answer 999 calls"
FOLLOW_UP = "and for 101?"
REFUSED = "how many horses does Northmere have"
LIST = "what are the areas for improvement"
COMPARED = "compare 999 calls with 2024"
PARTLY = "999 and 101 calls in 2027"
TWICE = "what did it receive and answer"


def answers() -> dict[str, Answer]:
    """The prepared answers by their questions."""
    new, old = new_report(), old_report()
    direct, quote, row, qualifier = StatementKind
    calls, period, abandoned = new.cite(CALLS), new.cite(PERIOD), new.cite(ABANDONED)
    found = answer(
        FIGURE,
        Statement(
            direct, "91.2 percent of 999 calls answered within 10 seconds, year ending 30 September 2030", (1, 2)
        ),
        Statement(quote, CALLS, (1,)),
        Statement(qualifier, "Above the standard of 90.0 percent.", (1,)),
        citations=(calls, period),
        trace=Trace(
            ("The period is taken from the sentence before.",),
            (Candidate(calls, 0.913, (("words", 0.5), ("vector", 0.41))), Candidate(abandoned, 0.402)),
        ),
    )
    carried = Reading(
        QuestionType.FIGURE,
        Scope("Northmere", "2029–31"),
        ("101", "calls"),
        "how quickly does Northmere answer 101 calls",
        ("force: Northmere", "cycle: 2029–31"),
    )
    follow = answer(
        FOLLOW_UP,
        Statement(direct, "6.8 percent of 101 calls abandoned, as the force told us", (1,)),
        Statement(quote, ABANDONED, (1,)),
        citations=(abandoned,),
        reading=carried,
    )
    refused = Answer(
        REFUSED,
        reading(REFUSED),
        Status.NOT_IN_REPORTS,
        reason=Reason.METRIC_NOT_REPORTED,
        refusal="The Northmere reports say nothing of horses.",
        searched=(NEW, OLD),
        nearest=(calls, abandoned),
    )
    items = [new.cite(heading) for heading in IMPROVEMENTS]
    listed = answer(
        LIST,
        Statement(direct, "3 areas for improvement (Northmere PEEL 2029–31):", (1,), computed=True),
        *(Statement(row, f"{number}. {heading}", (number,)) for number, heading in enumerate(IMPROVEMENTS, 1)),
        citations=items,
        reading=reading(LIST, QuestionType.LIST),
    )
    before = old.cite("The force answered 84.0 percent of 999 calls within 10 seconds.")
    compared = answer(
        COMPARED,
        Statement(direct, "Up 7.2 percentage points, from 84.0 to 91.2 percent", (1, 2), computed=True),
        Statement(row, "2029–31\t91.2 percent\tyear ending 30 September 2030", (1,)),
        Statement(row, "2024\t84.0 percent\tperiod not given", (2,)),
        Statement(qualifier, "The reports caution against comparing grades across cycles."),
        citations=(calls, before),
        searched=(NEW, OLD),
        reading=reading(COMPARED, QuestionType.COMPARE, cycle="2029–31 and 2024"),
    )
    partly = answer(
        PARTLY,
        Statement(direct, "6.8 percent of 101 calls abandoned", (1,)),
        citations=(abandoned,),
        status=Status.PARTLY,
        refusal="Not answered: 101 calls in 2027. The reports don't give this for 2027.",
    )
    twice = answer(
        TWICE,
        Statement(direct, "143 calls per 1,000 population received, 91.2 percent answered in time", (1, 2)),
        citations=(period, calls),
    )
    return {each.question: each for each in (found, follow, refused, listed, compared, partly, twice)}


@dataclass
class FakeAnswerer:
    """Gives prepared answers; may fail, and may wait for a gate."""

    index: FakeIndex
    prepared: dict[str, Answer]
    gate: Event | None = None
    failure: PeelError | None = None
    asked: list[tuple[str, int]] = field(default_factory=list)

    def warm_up(self) -> None:
        """Nothing to load."""

    def ask(self, question: str, turns: Sequence[Turn] = (), watch: Callable[[str], None] = print) -> Answer:
        self.asked.append((question, len(turns)))
        watch("searching")
        while self.gate and not self.gate.wait(0.02):
            watch("searching")
        if self.failure:
            raise self.failure
        return self.prepared.get(question) or plain_refusal(question)


def plain_refusal(question: str) -> Answer:
    return Answer(
        question,
        reading(question),
        Status.NOT_IN_REPORTS,
        reason=Reason.NOT_A_REPORT_QUESTION,
        refusal="Ask about a force.",
        searched=(NEW,),
    )


def fake_answerer(**more: object) -> FakeAnswerer:
    reports = (new_report().report(), old_report().report())
    return FakeAnswerer(FakeIndex(reports, {NEW: 148, OLD: 52}), answers(), **more)  # type: ignore[arg-type]


def opener_of(answerer: FakeAnswerer | PeelError) -> Callable[[Settings], FakeAnswerer]:
    def open_it(_settings: Settings) -> FakeAnswerer:
        if isinstance(answerer, PeelError):
            raise answerer
        return answerer

    return open_it
