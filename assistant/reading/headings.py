"""Which elements are headings, and what a heading is: a label, a grade, a chapter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.reading.elements import Element
from assistant.types import BlockKind, Grade, Label

LONGEST = 260
"""Characters. The longest finding heading seen is 190."""

_LABELS = (
    (re.compile(r"(?:our )?main findings", re.IGNORECASE), Label.MAIN_FINDINGS),
    (re.compile(r"areas? for improvement", re.IGNORECASE), Label.AREAS_FOR_IMPROVEMENT),
    (re.compile(r"(?:innovative|notable) practices?", re.IGNORECASE), Label.INNOVATIVE_PRACTICE),
    (re.compile(r"promising practices?", re.IGNORECASE), Label.PROMISING_PRACTICE),
    (re.compile(r"(?:accelerated )?causes? of concern", re.IGNORECASE), Label.CAUSES_OF_CONCERN),
    (re.compile(r"recommendations?", re.IGNORECASE), Label.RECOMMENDATIONS),
)
_GRADES = {str(grade): grade for grade in Grade}
_OFFICE = re.compile(r"(?:hm|(?:his|her) majesty.s) (?:chief )?inspector of", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.:;,!]['\"\u2019\u201d)]?$")
_NEVER_NAMES = re.compile(
    r"(?:.{3,60}, )?(?:hm|(?:his|her) majesty.s) (?:chief )?inspector of"
    r"|(?:last updated|published|updated|publication date)\b.*\d|[a-z]+ 20\d\d$|an inspection of [^,]*$"
    r"|(?:see|read|view|download|more about) |home [/|>] |(?:.{1,60} [/|>] ){2}",
    re.IGNORECASE,
)
"""Short lines that stand alone and name nothing: a signature, a date, a subtitle, words of a link, a path of pages."""
_QUESTION = re.compile(
    r"how (?:effectively |efficiently |well |effective |efficient |legitimate |good )?(?:does|is|are|do) .*\?",
    re.IGNORECASE,
)


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


def mark_headings(elements: Sequence[Element]) -> list[Element]:
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
    names = re.search("[a-z]{3}|PEEL", text) and not _NEVER_NAMES.match(text)
    return bool(spoken and names and len(text.split()) <= 36)


def graded_next(elements: list[Element], at: int) -> bool:
    """Whether a bare grade follows, and not a list of what was given that grade."""
    below = elements[at + 1 : at + 3]
    listed = len(below) > 1 and below[1].kind is BlockKind.ITEM
    return bool(below) and grade_of(below[0].text) is not None and not listed
