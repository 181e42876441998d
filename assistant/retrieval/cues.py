"""The words by which questions say what they ask for, from `cues.txt`."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

_SECTION = re.compile(r"\[([a-z |.*()?\\]+)\]")


def asks(name: str, question: str) -> bool:
    """Whether a question asks for what a section of the cues names.

    Args:
        name: the section, such as `money`.
        question: in lower case, with straight quotes.
    """
    return bool(_cues()[name].search(question))


@cache
def _cues() -> dict[str, re.Pattern[str]]:
    return patterns("assistant.retrieval", "cues.txt")


def patterns(package: str, name: str) -> dict[str, re.Pattern[str]]:
    """The regular expressions of a file, joined by its sections; see `lines_of`."""
    return {section: re.compile("|".join(lines)) for section, lines in lines_of(package, name).items()}


def lines_of(package: str, name: str) -> dict[str, list[str]]:
    """The lines of a file by its sections.

    Args:
        package: where the file lies.
        name: a file with sections that open with their name in brackets, and comments after `#`.
    """
    sections: dict[str, list[str]] = {}
    section = ""
    for line in files(package).joinpath(name).read_text(encoding="utf-8").splitlines():
        if found := _SECTION.fullmatch(line):
            section = found[1]
        elif line and not line.startswith("#"):
            sections.setdefault(section, []).append(line)
    return sections
