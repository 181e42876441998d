"""The words by which questions say what they ask for, from `cues.txt`."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files


def asks(name: str, question: str) -> bool:
    """Whether a question asks for what a section of the cues names.

    Args:
        name: the section, such as `money`.
        question: in lower case, with straight quotes.
    """
    return bool(_cues()[name].search(question))


@cache
def _cues() -> dict[str, re.Pattern[str]]:
    sections: dict[str, list[str]] = {}
    name = ""
    for line in files("assistant.retrieval").joinpath("cues.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("[") and line.endswith("]") and line[1:-1].replace(" ", "").isalpha():
            name = line[1:-1]
        elif line and not line.startswith("#"):
            sections.setdefault(name, []).append(line)
    return {name: re.compile("|".join(lines)) for name, lines in sections.items()}
