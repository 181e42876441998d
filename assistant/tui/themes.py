"""The interface's own themes; Textual's, the ANSI ones among them, stay on offer."""

from __future__ import annotations

from textual.theme import Theme

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
