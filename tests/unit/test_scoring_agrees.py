"""Our scores are those of the shared scorer, question by question, on right, wrong, mixed and mangled answers.

Runs where the developers' folder of questions lies beside the checkout.
"""

from __future__ import annotations

import importlib.util
import random
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from assistant.evaluation.questions import Question, read_questions
from assistant.evaluation.scoring import Score, score
from assistant.evaluation.sides import sides_kept
from assistant.evaluation.sources import Source, source_of
from assistant.evaluation.wording import loosen
from assistant.reading import read_report

SHARED = Path(__file__).resolve().parents[3] / "shared"
QUESTIONS = SHARED / "questions"
FILES = ("development.jsonl", "development-conversations.jsonl")
GLUE = (
    " ",
    ", ",
    "; ",
    " against ",
    ": ",
    " and the ",
    ". ",
    " (",
    ") ",
    "\n",
    " of ",
    " at ",
    "%",
    " - ",
    " xx" * 60 + " ",
)

pytestmark = pytest.mark.skipif(not (QUESTIONS / "score.py").exists(), reason="the shared questions aren't here")


@pytest.fixture(scope="module")
def shared() -> ModuleType:
    spec = importlib.util.spec_from_file_location("shared_score", QUESTIONS / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def reports(shared: ModuleType) -> Any:
    return shared.Reports(str(SHARED / "reports"))


@pytest.fixture(scope="module")
def raw_sources(reports: Any) -> dict[str, Source]:
    """The sources as the shared scorer sees them: the raw files."""
    chapters = frozenset(map(loosen, reports.chapters))
    rows = {name: tuple(map(tuple, reports.rows[name])) for name in reports.raw}
    return {
        name: Source(reports.tok[name], rows[name], frozenset(reports.heads[name]), chapters) for name in reports.raw
    }


@pytest.fixture(scope="module")
def read_sources() -> dict[str, Source]:
    """The sources as a batch sees them: the reports as they were read."""
    read = map(read_report, sorted((SHARED / "reports").iterdir()))
    return {report.id: source_of(report) for report in read}


def theirs(row: dict[str, Any]) -> dict[str, Any]:
    renamed = {"early": "focus", "all_reports": "reports", "verbatim": "faithful"}
    same = ("missing", "abstained", "right", "cited", "section", "quotes", "length")
    return {name: row[name] for name in same} | {ours: row[name] for ours, name in renamed.items()}


def ours(scored: Score) -> dict[str, Any]:
    names = (
        "missing",
        "abstained",
        "right",
        "cited",
        "section",
        "quotes",
        "length",
        "early",
        "all_reports",
        "verbatim",
    )
    return {name: getattr(scored, name) for name in names}


def cases(shared: ModuleType, reports: Any, file: str) -> Iterator[tuple[dict[str, Any], Question, dict[str, Any]]]:
    questions = shared.questions_of(shared.load(str(QUESTIONS / file)))
    read = [question for thread in read_questions(QUESTIONS / file) for question in thread.questions]
    return zip(questions, read, shared.oracle(questions, reports), strict=True)


def mangled(
    draw: random.Random, answer: dict[str, Any], others: list[dict[str, Any]], pool: list[str]
) -> dict[str, Any]:
    """An answer with its text shortened, shuffled, mixed up or replaced, and citations added and damaged."""
    other = draw.choice(others)
    shuffled = answer["answer"].split()
    draw.shuffle(shuffled)
    cut = answer["answer"][: draw.randrange(len(answer["answer"]) + 1)]
    text = draw.choice(
        [answer["answer"], f"{answer['answer']} {other['answer']}", other["answer"], cut, " ".join(shuffled)]
    )
    citations = [*answer["citations"], *(dict(each) for each in other["citations"])]
    for _ in range(draw.randrange(3)):
        words = draw.choice(pool).split()
        end = draw.randrange(len(words)) + 1
        report = draw.choice(["kent-2018", "kent-2025-27", "nonsense"])
        citations.append({"report": report, "section": ["Overall summary", "x"], "quote": " ".join(words[:end])})
    draw.shuffle(citations)
    return {"id": answer["id"], "answer": text, "abstained": draw.random() < 0.1, "citations": citations}


@pytest.mark.parametrize("file", FILES)
def test_every_measure_of_every_question(
    file: str, shared: ModuleType, reports: Any, raw_sources: dict[str, Source]
) -> None:
    draw = random.Random(11)
    every = list(cases(shared, reports, file))
    others = [right for _, _, right in every]
    pool = [line for text in reports.raw.values() for line in shared.plain(text).split("\n") if line.strip()]
    for row, question, right in every:
        blank = {"id": row["id"], "answer": "", "abstained": False}
        turned = right | {"abstained": not right["abstained"]}
        answers = [None, right, blank, turned, *(mangled(draw, right, others, pool) for _ in range(3))]
        for answer in answers:
            assert ours(score(question, answer, raw_sources)) == theirs(shared.score_one(row, answer, reports))


@pytest.mark.parametrize("file", FILES)
def test_the_reports_as_read_judge_alike(
    file: str, shared: ModuleType, reports: Any, read_sources: dict[str, Source]
) -> None:
    for row, question, right in cases(shared, reports, file):
        assert ours(score(question, right, read_sources)) == theirs(shared.score_one(row, right, reports))


def test_whose_figure_is_whose(shared: ModuleType) -> None:
    draw = random.Random(5)
    sides = [["kent", "84.4"], ["median", "82.9"]]
    for pairs in (sides, [*sides, ["essex", "80"]], [["2018", "good"], ["2025", "requires improvement"]]):
        names = [name for pair in pairs for name in pair]
        for _ in range(700):
            told = names + draw.choices(names, k=draw.randrange(3))
            draw.shuffle(told)
            answer = "".join(name + draw.choice(GLUE) for name in told)
            assert sides_kept(pairs, answer) == shared.paired(pairs, answer), answer
