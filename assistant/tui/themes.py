"""The interface's own themes; Textual's, the ANSI ones among them, stay on offer."""

from __future__ import annotations

from pathlib import Path

from textual.theme import Theme

KEPT_IN = "theme"
"""The file, beside the conversations, that keeps the name of the theme that was chosen."""

DARK = Theme(
    name="peel-dark",
    primary="#7AA2D6",
    secondary="#8FB8A8",
    accent="#E3B75E",
    warning="#E0A458",
    error="#E5786D",
    success="#8FB573",
    foreground="#DDE3EA",
    background="#14181D",
    surface="#1B2027",
    panel="#252C35",
    dark=True,
)
LIGHT = Theme(
    name="peel-light",
    primary="#1D4F91",
    secondary="#2F6B5B",
    accent="#8A5A00",
    warning="#8F5500",
    error="#A3261B",
    success="#2F6B2F",
    foreground="#1D232B",
    background="#FBFAF7",
    surface="#F1EFE9",
    panel="#E4E1D8",
    dark=False,
)
OWN = (DARK, LIGHT)


def kept_theme(folder: Path) -> str:
    """The theme that was chosen before; empty where none was."""
    try:
        return (folder / KEPT_IN).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def keep_theme(folder: Path, name: str) -> None:
    """Keep the theme for the next time."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    (folder / KEPT_IN).write_text(name + "\n", encoding="utf-8")
