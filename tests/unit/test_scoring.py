"""What a score says of an answer, on a made-up report."""

from __future__ import annotations

import pytest

from assistant.conversation.records import answer_line
from assistant.evaluation.expected import Expected, expected_of
from assistant.evaluation.overlap import overlaps
from assistant.evaluation.questions import Question
from assistant.evaluation.scoring import is_right, score
from assistant.evaluation.sides import sides_kept
from assistant.evaluation.sources import source_of
from assistant.evaluation.terms import holds
from assistant.evaluation.wording import loosen
from tests.fakes import CHAPTER, FINDING, REPORT, SENTENCE, answered, refused

SOURCES = {REPORT.id: source_of(REPORT)}
EXPECTED = Expected(
    kind="figure", report=(REPORT.id,), section=(CHAPTER, FINDING), evidence=(SENTENCE,), must_all=("91.5 percent",)
)
LINE = answer_line(answered(), id="q")


def test_a_right_answer_has_every_point() -> None:
    got = score(Question("q", "calls?", EXPECTED), LINE, SOURCES)
    assert (got.right, got.early, got.cited, got.section, got.verbatim, got.quotes) == (True, True, True, True, 1, 1)
    assert not got.wrong


def test_a_quote_with_another_figure_is_neither_faithful_nor_evidence() -> None:
    changed = LINE | {"citations": [LINE["citations"][0] | {"quote": SENTENCE.replace("91.5", "91.6")}]}
    got = score(Question("q", "calls?", EXPECTED), changed, SOURCES)
    assert (got.verbatim, got.cited, got.section) == (0, False, True)


def test_a_refusal_is_right_only_where_there_is_no_answer() -> None:
    line = answer_line(refused(), id="q")
    assert score(Question("q", "?", Expected(answerable=False)), line, SOURCES).right
    wrongly = score(Question("q", "?", EXPECTED), line, SOURCES)
    assert (wrongly.right, wrongly.abstained, wrongly.wrong) == (False, True, False)


def test_an_answer_to_what_the_reports_do_not_hold_is_wrong() -> None:
    assert score(Question("q", "?", Expected(answerable=False)), LINE, SOURCES).wrong


def test_a_question_without_a_line_is_missing_and_not_wrong() -> None:
    got = score(Question("q", "?", EXPECTED), None, SOURCES)
    assert (got.missing, got.right, got.cited, got.wrong) == (True, False, False, False)


def test_late_is_not_early() -> None:
    text = "word " * 100 + "91.5 percent"
    got = score(Question("q", "?", EXPECTED), LINE | {"answer": text}, SOURCES)
    assert (got.right, got.early) == (True, False)


def test_nothing_expected_is_an_error() -> None:
    with pytest.raises(ValueError, match="nothing is expected"):
        score(Question("q", "?"), LINE, SOURCES)


@pytest.mark.parametrize(
    ("term", "text", "found"),
    [
        ("93.6", "It was 93.6%.", True),
        ("93.6 percent", "93.6 per cent of calls", True),
        ("93.6", "193.6 and 93.65", False),
        ("19444", "19,444 incidents", True),
        ("90.0", "the standard is 90%", True),
        ("4", "in four of six cases", True),
        ("10 million", "to save £10m, which", True),
        ("adequate", "inadequate", False),
        ("no", "It is not known", False),
        ("^yes", "Oh yes", False),
        ("^yes", "Yes, it is", True),
        ("does not publish", "The force doesn’t publish", True),
        ("", "anything", False),
    ],
)
def test_spelling_is_set_aside(term: str, text: str, found: bool) -> None:
    assert holds(term, loosen(text)) is found


@pytest.mark.parametrize(
    ("answer", "kept"),
    [
        ("Northshire 84.4, median 82.9", True),
        ("Northshire 82.9, median 84.4", False),
        ("Northshire is above the median: 84.4 against 82.9.", True),
        ("Northshire is below the median of 84.4, at 82.9.", False),
        ("Northshire: 84.4 percent.", True),
    ],
)
def test_sides_are_not_swapped(answer: str, kept: bool) -> None:
    pairs = [("northshire", "84.4"), ("median", "82.9")]
    assert sides_kept(pairs, answer) is kept
    assert is_right(Expected(must_pair=tuple(pairs)), answer) is kept


def test_like_sentences_with_other_figures_are_not_the_evidence() -> None:
    sentence = "We found that in 18 of 20 cases the grade of risk was right for what was known at the time."
    assert overlaps(f"Before. {sentence}", sentence)
    assert not overlaps(sentence.replace("18 of 20", "28 of 39"), sentence)


def test_a_line_without_expectations_is_not_scored() -> None:
    assert expected_of({"id": "1", "question": "?"}) is None
    assert expected_of({"question": "?", "must_all": ["1"]}) == Expected(must_all=("1",))


@pytest.mark.parametrize(
    "fields", [{"must_all": "1"}, {"must_any": ["1"]}, {"must_pair": [["1"]]}, {"answerable": "no"}]
)
def test_a_wrongly_made_expectation_is_an_error(fields: dict[str, object]) -> None:
    with pytest.raises((TypeError, ValueError)):
        expected_of(fields)
