"""Made-up reports of made-up forces, and questions about them: as many as a benchmark wants, always the same ones."""

from __future__ import annotations

import random
from collections.abc import Sequence
from importlib.resources import files
from itertools import product
from pathlib import Path
from typing import NamedTuple

CYCLES = ("2025–27", "2023–25", "2021–22", "2018–19", "2016", "2014")
FORCES = 43
MOST = FORCES * len(CYCLES)
"""How many reports there can be."""
GRADES = ("Outstanding", "Good", "Adequate", "Requires improvement", "Inadequate")
SENTENCES = 4
"""Sentences of words alone under each finding."""
Words = dict[str, tuple[str, ...]]


class MadeUp(NamedTuple):
    """A report and questions that it answers."""

    name: str
    """Of its file."""
    text: str
    questions: tuple[str, ...]


class Measure(NamedTuple):
    """Something that is counted."""

    chapter: str
    things: str
    done: str
    how: str


def made_up(number: int) -> MadeUp:
    """A report by its number: of the next force up to 43, then of the first one again in the cycle before.

    Args:
        number: from 0 to 257.
    """
    dice = random.Random(number)  # noqa: S311
    words = _words()
    force = " ".join((_forces(words)[number % FORCES], dice.choice(("Police", "Constabulary"))))
    return _Writer(dice, words, force, CYCLES[number // FORCES]).report()


def write_corpus(folder: Path, count: int) -> tuple[str, ...]:
    """Write reports into a folder; returns the questions about them, one from each report in turn."""
    folder.mkdir(parents=True)
    reports = [made_up(number) for number in range(count)]
    for report in reports:
        (folder / report.name).write_text(report.text, encoding="utf-8")
    return tuple(
        question for asked in zip(*(report.questions for report in reports), strict=False) for question in asked
    )


class _Writer:
    """Writes one report: which findings, in which words and with which figures is for the dice to say."""

    def __init__(self, dice: random.Random, words: Words, force: str, cycle: str) -> None:
        self._dice, self._words, self._force, self._cycle = dice, words, force, cycle
        self._year = int(cycle[:4])
        self._chapters = dice.sample(words["chapter"], 8)
        self._measures = [Measure(*line.split(" | ")) for line in words["measure"]]
        dice.shuffle(self._measures)

    def report(self) -> MadeUp:
        """The report with its questions."""
        grades = {chapter: self._dice.choice(GRADES) for chapter in self._chapters}
        rows = [f"| {chapter} | {grade} |" for chapter, grade in grades.items()]
        head = ["---", f"force: {self._force}", "programme: PEEL", f"cycle: {self._cycle}", "kind: report", "---", ""]
        lines = [f"# PEEL {self._cycle}: an inspection of {self._force}", "", "## Our judgments", ""]
        lines += ["| Area | Grade |", "| --- | --- |", *rows, ""]
        questions = [f"how was {self._force} graded at {self._chapters[0].lower()}"]
        for chapter in self._chapters:
            lines += [f"## {chapter}", "", f"Our grade for this is {grades[chapter].lower()}.", ""]
            for measure in self._measures[:3]:
                lines += self._finding(measure)
                questions.append(self._question(measure))
            self._measures = self._measures[3:] + self._measures[:3]
        questions.append(f"list the areas for improvement of {self._force}")
        questions.append(f"how many police horses does {self._force} have")
        name = f"{self._force.split()[0].lower()}-{self._cycle.replace('–', '-')}.md"
        return MadeUp(name, "\n".join(head + lines), tuple(questions))

    def _finding(self, measure: Measure) -> list[str]:
        shape = self._dice.choice((self._prose, self._list, self._table))
        title = f"The force {self._pick('finding')} {measure.things}"
        label = ["### Area for improvement", ""] if self._dice.random() < 0.2 else []
        return [*label, f"#### {title}", "", *shape(measure), ""]

    def _prose(self, measure: Measure) -> list[str]:
        return [" ".join((self._figure(measure), *(self._sentence() for _ in range(SENTENCES))))]

    def _list(self, measure: Measure) -> list[str]:
        items = [f"* {self._pick('action')} {self._pick('object')};" for _ in range(3)]
        return [self._figure(measure), "", self._sentence(), "", "The force should:", "", *items]

    def _table(self, measure: Measure) -> list[str]:
        rows = [f"| {year} | {self._percent()} | {self._percent()} |" for year in range(self._year - 2, self._year + 1)]
        head = ["| Year | The force | All forces |", "| --- | --- | --- |"]
        caption = f"{measure.things.capitalize()} {measure.done} {measure.how}"
        return [self._figure(measure), "", caption, "", *head, *rows, "", self._sentence()]

    def _figure(self, measure: Measure) -> str:
        ending = f"the year ending {self._pick('month')} {self._year}"
        share, other = self._percent(), self._percent()
        forms = (
            f"In {ending}, {share} of {measure.things} were {measure.done} {measure.how}, against {other} before.",
            f"{share} of {measure.things} were {measure.done} {measure.how} in {ending}.",
            f"The force says that {share} of {measure.things} were {measure.done} {measure.how}. This is for {ending}.",
        )
        return self._dice.choice(forms)

    def _sentence(self) -> str:
        who, does, what, why = (self._pick(part) for part in ("who", "action", "object", "reason"))
        return f"{who} {does} {what} {why}."

    def _question(self, measure: Measure) -> str:
        forms = (
            f"what percentage of {measure.things} did {self._force} have {measure.done} {measure.how}",
            f"{self._force} {measure.things} {measure.done}?",
            f"what share of {measure.things} was {measure.done} {measure.how} in {self._force} {self._year}",
        )
        return self._dice.choice(forms)

    def _percent(self) -> str:
        return f"{self._dice.uniform(3, 97):.1f} percent"

    def _pick(self, part: str) -> str:
        return self._dice.choice(self._words[part])


def _words() -> Words:
    """The words that reports are made of, by the part of a sentence that they are."""
    parts = files("assistant.evaluation").joinpath("made_up.txt").read_text(encoding="utf-8").strip().split("\n\n")
    lines = [part.splitlines() for part in parts]
    return {name.removeprefix("# "): tuple(choices) for name, *choices in lines}


def _forces(words: Words) -> Sequence[str]:
    return ["".join(parts) for parts in product(words["start"], words["end"])][:FORCES]
