"""What a person can set: folders and the model. Unknown settings are errors that name themselves.

Order of trust: command line, environment (`PEEL_CORPUS`, `PEEL_INDEX`, `PEEL_CONVERSATIONS`, `PEEL_MODEL`,
`PEEL_SITE`), the settings file (`peel.toml` in the user's configuration folder), the defaults.
"""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path

from platformdirs import user_config_path, user_data_path

from assistant.errors import SettingsError

SITE = "https://hmicfrs.justiceinspectorates.gov.uk"
CHECKOUT = Path(__file__).resolve().parent.parent
SETTINGS_FILE = "peel.toml"


@dataclass(frozen=True, slots=True)
class Settings:
    """Where things are and which model encodes them."""

    corpus: Path
    """The folder of reports."""
    index: Path
    """The folder that a rebuild writes."""
    conversations: Path
    """The folder in which conversations are kept."""
    model: str = ""
    """A sentence-transformers model by name or folder; empty for the one that is installed with peel."""
    question_prefix: str = ""
    """What the model wants before a question, such as `query: `."""
    site: str = SITE
    """Where reports are published: an address to put in its place, such as a copy within a network of one's own."""


def load_settings(*, corpus: Path | None = None, index: Path | None = None, file: Path | None = None) -> Settings:
    """Settings from the command line's folders, the environment and the settings file.

    Args:
        corpus: the folder of reports, where the command line names one.
        index: the folder of the index, where the command line names one.
        file: the settings file; the user's own where None. It need not exist.

    Raises:
        SettingsError: the file isn't TOML, or holds a setting that isn't known.
    """
    named = {"corpus": corpus, "index": index}
    values = _defaults() | _from_file(file or user_config_path("peel") / SETTINGS_FILE) | _from_environment()
    values |= {name: str(path) for name, path in named.items() if path is not None}
    corpus, index, kept = (Path(values.pop(name)).expanduser() for name in ("corpus", "index", "conversations"))
    return Settings(corpus, index, kept, **values)


def _defaults() -> dict[str, str]:
    """The checkout's own folders where peel runs from one, else the user's data folder."""
    home = CHECKOUT if (CHECKOUT / "pyproject.toml").exists() else user_data_path("peel")
    kept = user_data_path("peel") / "conversations"
    return {"corpus": str(home / "corpus"), "index": str(home / "index"), "conversations": str(kept)}


def _from_environment() -> dict[str, str]:
    names = ("corpus", "index", "conversations", "model", "site")
    return {name: os.environ[f"PEEL_{name.upper()}"] for name in names if os.environ.get(f"PEEL_{name.upper()}")}


def _from_file(file: Path) -> dict[str, str]:
    if not file.exists():
        return {}
    try:
        values = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{file} is not readable as TOML: {error}", f"Mend or delete {file}.") from error
    known = {field.name for field in fields(Settings)}
    for name, value in values.items():
        if name not in known or not isinstance(value, str):
            raise SettingsError(f"{file}: {name} is not a setting, or not text.", f"Known: {', '.join(sorted(known))}.")
    return values
