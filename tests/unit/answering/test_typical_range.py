"""Whether a figure lies in, above or below the typical range is answered by the sentence that says where it lies."""

from __future__ import annotations

import pytest

from assistant.answering.answerer import Answerer
from assistant.answering.typical_range import place_in, range_word
from tests.many import reading_answerer

REPORT = """# PEEL 2023–25

An inspection of Cedar Police

# Investigating crime

Adequate

Cedar Police is adequate at investigating crime.

## Main findings

### Charging

The charge rate for arson is 11 percent. This is above the typical range for all forces.

### Witness care

The proportion of witnesses who withdrew is 14 percent. This is within the typical range.

### Tutors

The proportion of tutors who left is 6 percent. This is below the typical range.
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    """An answerer on the report, with the networks that come with peel."""
    return reading_answerer(tmp_path_factory.mktemp("range"), {"cedar.md": REPORT})


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("is the charge rate for arson within the typical range", "No."),
        ("is the charge rate for arson above the typical range", "Yes."),
        ("is the charge rate for arson below the typical range", "No."),
        ("is the proportion of witnesses who withdrew within the typical range", "Yes."),
        ("is the proportion of witnesses who withdrew higher than the typical range", "No."),
        ("is the proportion of tutors who left within the typical range", "No."),
        ("is the proportion of tutors who left lower than the typical range", "Yes."),
    ],
)
def test_the_sentence_after_the_figure_says_where_it_lies(answerer: Answerer, question: str, word: str) -> None:
    answer = answerer.ask(question)
    assert answer.text.startswith(word)
    assert "typical range" in " ".join(citation.quote for citation in answer.citations)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("This is longer than the normal range.", "above"),
        ("The force has fewer of them than is typical.", "below"),
        ("Is that inside the expected range?", "within"),
        ("It answers most calls.", None),
    ],
)
def test_a_place_is_read_in_other_words(text: str, place: str | None) -> None:
    assert place_in(text) == place


def test_no_word_is_said_where_no_sentence_places_the_figure() -> None:
    assert range_word("is it within the typical range", ["The rate is 12 percent."]) is None
