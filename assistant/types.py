"""The records that everything else passes around: reports, readings of questions, answers.

They hold facts, never text made up for display; what a person sees is computed from them. All are frozen.
A span is a pair of offsets into `Report.text`, in characters, end exclusive.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """Where something stands in a report's plain text: characters, end exclusive."""

    start: int
    end: int


class Grade(StrEnum):
    """A graded judgment, best first. Older cycles used four of the five."""

    OUTSTANDING = "outstanding"
    GOOD = "good"
    ADEQUATE = "adequate"
    REQUIRES_IMPROVEMENT = "requires improvement"
    INADEQUATE = "inadequate"


class Label(StrEnum):
    """The labels under which a chapter groups its findings."""

    MAIN_FINDINGS = "main findings"
    AREAS_FOR_IMPROVEMENT = "areas for improvement"
    INNOVATIVE_PRACTICE = "innovative practice"
    PROMISING_PRACTICE = "promising practice"
    CAUSES_OF_CONCERN = "causes of concern"
    RECOMMENDATIONS = "recommendations"


class BlockKind(StrEnum):
    """What a block of a section is: it decides how it may be quoted."""

    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    CAPTION = "caption"
    CHART = "chart"
    NOTE = "note"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a list item or a table row.

    `columns` are the header cells of a row's table, as text, one for each of `cells`; both are empty elsewhere.
    """

    kind: BlockKind
    span: Span
    columns: tuple[str, ...] = ()
    cells: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its path of headings, chapter first, and the blocks that stand directly under it."""

    path: tuple[str, ...]
    heading: Span
    label: Label | None
    """The label that the section stands under; None in a chapter's own opening and in chapters without labels."""
    blocks: tuple[Block, ...]

    @property
    def chapter(self) -> str:
        """The outermost heading."""
        return self.path[0]

    @property
    def is_finding(self) -> bool:
        """Whether the section is a finding: something under a chapter that isn't only a label."""
        return len(self.path) > 1


@dataclass(frozen=True, slots=True)
class Judgment:
    """One grade given to one area of policing, and where the report gives it."""

    area: str
    grade: Grade
    span: Span
    also: tuple[str, ...] = ()
    """Other names that the report has for the area: the short one of its judgments table, the words of its sentence."""
    formal: bool = True
    """Whether the area was graded as such; a grade that prose gives in passing isn't formal."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a report says of itself. Empty strings mean that the report doesn't say."""

    title: str
    force: str
    cycle: str
    programme: str = "PEEL"
    published: str = ""
    inspector: str = ""
    source: str = ""
    kind: str = "report"
    """`report`, or `digest` where the wording is ours."""
    licence: str = ""
    inferred: frozenset[str] = frozenset()
    """The names of the fields that were read from the text and not from front matter."""


@dataclass(frozen=True, slots=True)
class Report:
    """One published inspection of one force in one cycle."""

    id: str
    metadata: Metadata
    text: str
    sections: tuple[Section, ...]
    judgments: tuple[Judgment, ...] = ()
    repairs: tuple[str, ...] = ()
    """What the reader mended or left out, in words, for `peel reports`."""
    pages: tuple[tuple[int, int], ...] = ()
    """Where each page of print begins, an offset into the text and the page's number; empty where there are none."""

    def quote(self, span: Span) -> str:
        """The report's own words at a span."""
        return self.text[span.start : span.end]

    def page_of(self, span: Span) -> int | None:
        """The page of print on which the paragraph, item or row at a span begins; None where there are no pages."""
        at = bisect_right(self.pages, span.start, key=lambda page: page[0])
        return self.pages[at - 1][1] if at else None

    @property
    def name(self) -> str:
        """What the report is called on screen, such as `Kent PEEL 2025–27`; its title where it is of no one force."""
        if not self.metadata.force and not self.metadata.programme:
            return self.metadata.title
        return " ".join(part for part in (self.metadata.force, self.metadata.programme, self.metadata.cycle) if part)


class FigureKind(StrEnum):
    """What sort of figure it is: figures of two kinds never stand for each other."""

    PERCENT = "percent"
    POINTS = "percentage points"
    SHARE = "x of y"
    RATE = "rate"
    MONEY = "money"
    TIMES = "times"
    DURATION = "duration"
    COUNT = "count"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Period:
    """The time that a figure is about, in the report's words, and where they stand."""

    text: str
    span: Span
    inherited: bool = False
    """Whether it was taken from a sentence, caption or note nearby and not from the figure's own sentence."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a report with what it counts."""

    kind: FigureKind
    text: str
    """The report's own words, such as `93.6 percent` or `28 of the 39 cases`."""
    values: tuple[str, ...]
    """The numbers as plain decimals: one, or two for `x of y` and for a range of money."""
    noun: str
    """What is counted, as the words that follow it; empty where the sentence doesn't say."""
    span: Span


class QuestionType(StrEnum):
    """The kind of answer that a question asks for."""

    FIGURE = "figure"
    GRADE = "grade"
    LIST = "list"
    FINDING = "finding"
    YES_NO = "yes_no"
    COMPARE = "compare"
    META = "meta"


@dataclass(frozen=True, slots=True)
class Scope:
    """The force, cycle and period that a question is about; None where it names none."""

    force: str | None = None
    cycle: str | None = None
    period: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """How a question was understood."""

    type: QuestionType
    scope: Scope
    terms: tuple[str, ...]
    """The words of the question that carry its meaning, as the search used them."""
    read_as: str
    """The question as it was answered, where a follow-up was completed; else the question itself."""
    carried: tuple[str, ...] = ()
    """What a follow-up took over from the turns before, in words; empty where it stands alone."""


class Status(StrEnum):
    """Whether the reports hold the answer."""

    ANSWERED = "answered"
    PARTLY = "partly"
    NOT_IN_REPORTS = "not_in_reports"


class Reason(StrEnum):
    """Why a question was refused."""

    FORCE_NOT_HELD = "force_not_held"
    CYCLE_NOT_HELD = "cycle_not_held"
    PERIOD_NOT_HELD = "period_not_held"
    METRIC_NOT_REPORTED = "metric_not_reported"
    NOT_A_REPORT_QUESTION = "not_a_report_question"
    AMBIGUOUS = "ambiguous"


def with_page(name: str, page: int | None) -> str:
    """A report's name with the page of print that is meant; alone where there is none."""
    return f"{name}, p. {page}" if page else name


@dataclass(frozen=True, slots=True)
class Citation:
    """The exact words of a report, and where they stand."""

    report: str
    """The report's id."""
    section: tuple[str, ...]
    """Chapter and finding."""
    quote: str
    span: Span
    page: int | None = None
    """The page of print on which its paragraph, item or row begins; None where the report came without pages."""

    def path(self, name: str) -> tuple[str, ...]:
        """Where it stands, from the report to the finding.

        Args:
            name: what the report is called; the page goes with it.
        """
        return (with_page(name, self.page), *self.section)


class StatementKind(StrEnum):
    """What a statement of an answer is, in the order in which they are shown."""

    DIRECT = "direct"
    QUOTE = "quote"
    ROW = "row"
    QUALIFIER = "qualifier"


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of an answer. `citations` are numbers into `Answer.citations`, from 1."""

    kind: StatementKind
    text: str
    citations: tuple[int, ...] = ()
    computed: bool = False
    """Whether a number in it was computed from the cited figures and stands in none of them."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that was weighed for an answer, for the trace."""

    citation: Citation
    score: float
    features: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Trace:
    """Why an answer was chosen or refused: shown by `peel ask --why`."""

    notes: tuple[str, ...] = ()
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What is known about a question, each statement with its proof."""

    question: str
    reading: Reading
    status: Status
    statements: tuple[Statement, ...] = ()
    citations: tuple[Citation, ...] = ()
    reason: Reason | None = None
    """Set exactly where the status is `not_in_reports`."""
    refusal: str = ""
    """The refusal in words; of what is left open where the status is `partly`, else empty where there is an answer."""
    searched: tuple[str, ...] = ()
    """The ids of the reports that were searched."""
    nearest: tuple[Citation, ...] = ()
    """Up to three passages near a refused question: never proof of anything, so never citations."""
    trace: Trace = Trace()

    @property
    def abstained(self) -> bool:
        """Whether the question was refused."""
        return self.status is Status.NOT_IN_REPORTS

    @property
    def text(self) -> str:
        """The answer as text, one statement a line, with its citation marks; then what was refused, in words."""
        return "\n".join(filter(None, (*map(marked, self.statements), self.refusal)))


def marked(statement: Statement) -> str:
    """A statement with the marks of its citations, such as `93.6 percent [1]`."""
    return statement.text + "".join(f" [{number}]" for number in statement.citations)


@dataclass(frozen=True, slots=True)
class Turn:
    """One question of a conversation and its answer."""

    question: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Conversation:
    """Turns in order, oldest first."""

    id: str
    started: str
    """ISO 8601, local time with offset."""
    turns: tuple[Turn, ...] = ()
