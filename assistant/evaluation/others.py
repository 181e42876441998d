"""Other tools that find passages: each driven by a short program that the Python of its own environment runs.

The programs, and how they are spoken to, are in `scripts/others`; none of them knows anything of peel.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.evaluation.questions import Question
from assistant.evaluation.replies import Replies, replies
from assistant.settings import CHECKOUT

PROGRAMS = CHECKOUT / "scripts" / "others"
PREFIX = "ask_"
"""What the name of a tool's program begins with."""
ALONE = {
    "HAYSTACK_TELEMETRY_ENABLED": "False",
    "HF_HUB_OFFLINE": "1",
    "TOKENIZERS_PARALLELISM": "false",
    "TRANSFORMERS_VERBOSITY": "error",
}
"""What keeps the tools from speaking to other machines, and from warnings."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was given for a question."""

    id: str
    texts: tuple[str, ...]
    """The best first."""
    seconds: float
    refused: bool = False


@dataclass(frozen=True, slots=True)
class Other:
    """Another tool."""

    program: Path
    environment: Path
    """The folder of its virtual environment, which may not be there."""

    @property
    def name(self) -> str:
        """What it is called, in its program's name and its environment's."""
        return self.program.stem.removeprefix(PREFIX)

    @property
    def installed(self) -> bool:
        """Whether its environment is there; whether all of it is shows when it is used."""
        return self._python.exists()

    @property
    def installing(self) -> str:
        """The command that installs it."""
        requirements = self.program.with_name(f"{self.name}.txt")
        return f"python3 -m venv {self.environment} && {self._python} -m pip install -r {requirements}"

    @property
    def _python(self) -> Path:
        return self.environment / "bin" / "python"

    def build(self, passages: Mapping[str, str], model: Path, index: Path) -> tuple[float, dict[str, str]]:
        """Have it index passages.

        Args:
            passages: their texts by their ids.
            model: the folder of the model that encodes them.
            index: the folder that it writes, made here.

        Returns:
            The seconds from its start, and the versions of its packages.

        Raises:
            RuntimeError: it failed.
        """
        index.mkdir(parents=True)
        texts = [{"id": id, "text": text} for id, text in passages.items()]
        said = self._said("build", model, index, json.dumps({"passages": texts}))
        return said.ran.seconds, json.loads(said.lines[-1])

    def ask(self, questions: Sequence[Question], model: Path, index: Path) -> tuple[Replies, tuple[Found, ...]]:
        """Ask it questions, in a program that opens its index; see `build`.

        Raises:
            RuntimeError: it failed, or left out a question.
        """
        lines = [json.dumps({"id": question.id, "question": question.text}) for question in questions]
        said = self._said("ask", model, index, "\n".join(lines) + "\n")
        found = [Found(line["id"], tuple(line["texts"]), line["seconds"]) for line in map(json.loads, said.lines)]
        if [each.id for each in found] != [question.id for question in questions]:
            raise RuntimeError("it didn't answer every question")
        return said, tuple(found)

    def _said(self, task: str, model: Path, index: Path, read: str) -> Replies:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        return replies([*map(str, (self._python, self.program)), task, str(model), str(index)], read, kept | ALONE)


def others_in(environments: Path, programs: Path = PROGRAMS) -> tuple[Other, ...]:
    """Every tool that there is a program for.

    Args:
        environments: the folder that holds, or is to hold, a virtual environment for each, by its name.
        programs: where the programs are.
    """
    return tuple(Other(program, environments / program.stem.removeprefix(PREFIX)) for program in _programs(programs))


def _programs(folder: Path) -> list[Path]:
    return sorted(folder.glob(f"{PREFIX}*.py"))
