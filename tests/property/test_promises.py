"""The promises of an answer, on every question about a made-up report, with the real index and model."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answering.answerer import Answerer
from assistant.answering.opening import open_answerer
from assistant.answering.verify import figures_in, violations
from assistant.evaluation.questions import read_questions
from assistant.indexing.build import rebuild
from assistant.settings import Settings
from assistant.types import Answer, Citation, Reason, Report, Statement, StatementKind, Status

ROOT = Path(__file__).resolve().parents[2]
FILES = ("northmoor.jsonl", "northmoor-contrast.jsonl")


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder = tmp_path_factory.mktemp("promises")
    (folder / "corpus").mkdir()
    shutil.copy(next((ROOT / "tests" / "reports").glob("northmoor-*")), folder / "corpus")
    settings = Settings(folder / "corpus", folder / "index", folder)
    rebuild(settings)
    return open_answerer(settings)


@pytest.fixture(scope="module")
def questions() -> list[str]:
    threads = [thread for name in FILES for thread in read_questions(ROOT / "tests" / "questions" / name)]
    return [question.text for thread in threads for question in thread.questions]


@pytest.fixture(scope="module")
def answers(answerer: Answerer, questions: list[str]) -> list[Answer]:
    return [answerer.ask(question) for question in questions]


@pytest.fixture(scope="module")
def reports(answerer: Answerer) -> dict[str, Report]:
    return {report.id: report for report in answerer.index.reports}


def test_there_is_something_to_test(answers: list[Answer]) -> None:
    statuses = [answer.status for answer in answers]
    assert statuses.count(Status.ANSWERED) > 70
    assert statuses.count(Status.NOT_IN_REPORTS) > 15


def test_every_quote_is_verbatim_at_its_span(answers: list[Answer], reports: dict[str, Report]) -> None:
    for citation in (one for answer in answers for one in (*answer.citations, *answer.nearest)):
        assert reports[citation.report].text[citation.span.start : citation.span.end] == citation.quote


def test_every_number_stands_in_a_quote_that_its_statement_cites(answers: list[Answer]) -> None:
    for answer in answers:
        for statement in answer.statements:
            quotes = [answer.citations[number - 1].quote for number in statement.citations]
            held = {number for quote in quotes for number, _ in figures_in(quote)}
            own = re.sub(r"^\d+\. |\([A-Z][^)]* PEEL [^)]*\)", "", statement.text)
            if not statement.computed:
                assert {number for number, _ in figures_in(own)} <= held, answer.text


def test_an_answer_has_proof_and_a_refusal_has_none(answers: list[Answer]) -> None:
    for answer in answers:
        refused = answer.status is Status.NOT_IN_REPORTS
        assert bool(answer.citations) is not refused
        assert bool(answer.reason) is refused
        if refused:
            assert "Held: Northmoor" in answer.text
            assert answer.searched or answer.reason in (Reason.FORCE_NOT_HELD, Reason.CYCLE_NOT_HELD)


def test_nothing_comes_from_outside_the_scope_that_is_shown(answers: list[Answer]) -> None:
    for answer in answers:
        assert {citation.report for citation in answer.citations} <= set(answer.searched)


@pytest.mark.parametrize("force", ["Essex", "Greater Manchester", "Dyfed-Powys"])
def test_the_same_questions_about_a_force_that_is_not_held_are_refused(answerer: Answerer, force: str) -> None:
    for question in ("999 answer rate in {}", "how was {} graded at investigating crime", "{}'s areas for improvement"):
        answer = answerer.ask(question.format(force))
        assert (answer.status, answer.reason) == (Status.NOT_IN_REPORTS, Reason.FORCE_NOT_HELD)
        assert force in answer.text


def test_who_said_it_and_how_sure_it_is_stay(answers: list[Answer]) -> None:
    for answer in answers:
        for statement in answer.statements:
            if (
                statement.kind is not StatementKind.DIRECT
                or "\u201c" in statement.text
                or not figures_in(statement.text)
            ):
                continue
            quote = answer.citations[statement.citations[0] - 1].quote
            if not statement.computed and re.search(r"\b[Tt]he force told us\b", quote):
                assert "told inspectors" in statement.text, answer.text


def test_a_list_says_how_many_it_has(answerer: Answerer) -> None:
    answer = answerer.ask("list the areas for improvement")
    rows = [statement for statement in answer.statements if statement.kind is StatementKind.ROW]
    assert rows and answer.text.startswith(f"{len(rows)} area")
    starts = [answer.citations[row.citations[0] - 1].span.start for row in rows if row.citations]
    assert starts == sorted(starts)


def test_the_same_question_gives_the_same_answer(
    answerer: Answerer, questions: list[str], answers: list[Answer]
) -> None:
    fresh = Answerer(answerer.index, answerer._encoder)
    for question, answer in list(zip(questions, answers, strict=True))[::-5]:
        assert fresh.ask(question) == answer


@pytest.mark.parametrize(
    "hostile", ["\x1b[31mred\x1b[0m", "[bold]x[/bold]", "\u202egnal\u200b", "'; DROP TABLE unit; --"]
)
def test_a_question_is_data(answerer: Answerer, hostile: str) -> None:
    answer = answerer.ask(f"999 answer rate {hostile}")
    assert answer.question == f"999 answer rate {hostile}".strip()
    assert "\x1b" not in answer.text and "DROP" not in answer.text


def test_every_mutation_of_an_answer_is_caught(answers: list[Answer], reports: dict[str, Report]) -> None:
    tried = 0
    for answer in answers:
        if answer.status is not Status.ANSWERED:
            continue
        assert violations(answer.statements, answer.citations, reports) == []
        for statements, citations in mutations(answer, reports):
            tried += 1
            assert violations(statements, citations, reports), [one.text for one in statements]
    assert tried > 500


def mutations(
    answer: Answer, reports: dict[str, Report]
) -> Iterator[tuple[tuple[Statement, ...], tuple[Citation, ...]]]:
    """An answer with one thing changed that turns its meaning: a digit, a unit, a year, a word, a place."""
    for at, statement in enumerate(answer.statements):
        for text in changed(statement.text):
            yield (
                (*answer.statements[:at], replace(statement, text=text), *answer.statements[at + 1 :]),
                answer.citations,
            )
    for at, citation in enumerate(answer.citations):
        other = next(s for s in reports[citation.report].sections if s.path != citation.section and s.blocks)
        for wrong in (replace(citation, section=other.path), replace(citation, quote=citation.quote + " not")):
            yield answer.statements, (*answer.citations[:at], wrong, *answer.citations[at + 1 :])


def changed(text: str) -> Iterator[str]:
    own = re.sub(r"^\d+\. ", lambda found: " " * len(found[0]), text)
    for digit in list(re.finditer(r"(?<![\d.,])\d(?=\d|\.\d)", own))[:2]:
        yield text[: digit.start()] + str((int(digit[0]) + 1) % 10) + text[digit.end() :]
    for found in list(re.finditer(r" percent\b", own))[:1]:
        yield text[: found.start()] + " million" + text[found.end() :]
    for first, second in (("more", "less"), ("higher", "lower"), ("increased", "decreased"), (" is ", " isn't ")):
        if re.search(rf"\u201c.*{first}", text):
            yield text.replace(first, second, 1)
    for found in list(re.finditer(r"\b(?:not|n't|never)\b", own))[:1]:
        yield text[: found.start()] + text[found.end() :]
