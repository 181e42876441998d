"""Which elements are headings, and what a heading is: a label, a grade, a chapter."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.reading.elements import Element
from assistant.types import BlockKind, Grade, Label

LONGEST = 260
"""Characters. The longest finding heading seen is 190."""

_LABELS = (
    (re.compile(r"(?:our )?main findings", re.IGNORECASE), Label.MAIN_FINDINGS),
    (re.compile(r"areas? for improvement", re.IGNORECASE), Label.AREAS_FOR_IMPROVEMENT),
    (
        re.compile(r"innovative practices?|promising practices?|notable practices?", re.IGNORECASE),
        Label.INNOVATIVE_PRACTICE,
    ),
    (re.compile(r"(?:accelerated )?causes? of concern", re.IGNORECASE), Label.CAUSES_OF_CONCERN),
    (re.compile(r"recommendations?", re.IGNORECASE), Label.RECOMMENDATIONS),
)
_GRADES = {str(grade): grade for grade in Grade}
_OFFICE = re.compile(r"(?:hm|(?:his|her) majesty.s) (?:chief )?inspector of", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.:;,!]['\"\u2019\u201d)]?$")
_LAST_UPDATED = re.compile(r"(?:last updated|published|updated|publication date)\b.*\d", re.IGNORECASE)
_QUESTION = re.compile(
    r"how (?:effectively |efficiently |well |effective |efficient |legitimate |good )?(?:does|is|are|do) .*\?",
    re.IGNORECASE,
)

AREAS = re.compile(
    r"overall summary|our judge?ments|(?:hm|his majesty.s) inspector.s (?:summary|observations)|about the data"
    r"|providing a service to the victims of crime|recording data about crime|crime data integrity"
    r"|reducing crime assessment|terminology in this report|introduction"
    r"|(?:engaging with|police powers|using (?:police )?powers|treating the public).*"
    r"|(?:preventing|deterring)\b.*\bcrime\b.*|responding to the public|investigating crime|supporting victims"
    r"|(?:protecting|safeguarding)\b.*\b(?:people|children|adults|vulnerable|harm)\b.*|"
    r"managing (?:offenders|fraud|suspects)\b.*"
    r"|disrupting serious.*|tackling serious.*|meeting the strategic policing requirement.*|"
    r"protecting the public against.*"
    r"|(?:building|developing|attracting|supporting)\b.*\bwork(?:force|place)\b.*|vetting.*corruption.*"
    r"|(?:strategic planning|leadership)\b.*\b(?:management|money)\b.*|counter.?corruption.*",
    re.IGNORECASE,
)
"""Names of the areas of policing that inspections of several cycles have graded or described: a chapter each."""


def label_of(text: str) -> Label | None:
    """The label that a heading is, None where it is none."""
    return next((label for pattern, label in _LABELS if pattern.fullmatch(text.strip(" :"))), None)


def prefixed_label(text: str) -> Label | None:
    """The label that a finding's heading carries itself, as in `Area for improvement: recording the use of force`."""
    before, colon, after = text.partition(":")
    return label_of(before) if colon and after.strip() else None


def grade_of(text: str) -> Grade | None:
    """The grade that a line is, None where it says anything else."""
    return _GRADES.get(text.strip(" .:").lower())


def is_question(text: str) -> bool:
    """Whether a heading is an inspection question, as chapters of older cycles are."""
    return bool(_QUESTION.fullmatch(text))


def mark_headings(elements: tuple[Element, ...]) -> list[Element]:
    """Turn the lines that serve as headings into headings.

    A bold line is one unless it is a signature, a caption or a sentence. In a file that marks no heading at all, a
    short line without an end of sentence is one.
    """
    unmarked = not any(element.level for element in elements)
    found = []
    for at, element in enumerate(elements):
        after = elements[at + 1] if at + 1 < len(elements) else None
        signature = after is not None and bool(_OFFICE.match(after.text)) and len(element.text.split()) <= 6
        cut = after is not None and after.kind is BlockKind.PARAGRAPH and after.text[0].islower()
        stands = element.bold or label_of(element.text) or (unmarked and not cut and _stands_alone(element))
        serves = _could_be_heading(element) and stands and not signature
        found.append(replace(element, kind=None) if serves else element)
    return found


def _could_be_heading(element: Element) -> bool:
    fits = element.kind is BlockKind.PARAGRAPH and len(element.text) <= LONGEST
    return fits and not _SENTENCE_END.search(element.text) and not grade_of(element.text)


def _stands_alone(element: Element) -> bool:
    """Whether a line of a file without marked headings reads as one."""
    text = element.text
    spoken = text[0].isupper() or text[0] in "'\"\u2018\u201c" or text[0].isdigit()
    office = _OFFICE.match(text) or _LAST_UPDATED.match(text)
    return bool(spoken and len(text.split()) <= 36 and not office and re.search("[a-z]{3}", text))
