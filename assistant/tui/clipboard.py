"""Copying to both clipboards: the terminal's by its escape code, the system's by whichever command is there."""

from __future__ import annotations

import shutil
import subprocess
from contextlib import suppress

from textual.app import App

from assistant.tui.visible import visible

COMMANDS = (
    ("pbcopy",),
    ("wl-copy",),
    ("xclip", "-selection", "clipboard"),
    ("xsel", "--clipboard", "--input"),
    ("clip.exe",),
)
PATIENCE = 1.0


def copy_text(app: App[None], text: str, what: str) -> None:
    """Copy a text and say so once."""
    safe = visible(text)
    app.copy_to_clipboard(safe)
    if not app.is_headless:
        to_system_clipboard(safe)
    app.notify(f"{what} copied.", markup=False, timeout=2)


def hand_over(command: tuple[str, ...], text: str) -> None:
    """Give a text to a command, and wait no longer than it reads.

    xclip and wl-copy leave a child behind that offers the text. It would hold a pipe open, so there is none.
    """
    nowhere = subprocess.DEVNULL
    subprocess.run(  # noqa: S603
        command, input=text.encode(), check=True, timeout=PATIENCE, stdout=nowhere, stderr=nowhere
    )


def to_system_clipboard(text: str) -> bool:
    """Copy by the first command of the system that works; false where there is none."""
    for command in COMMANDS:
        if shutil.which(command[0]):
            with suppress(OSError, subprocess.SubprocessError):
                hand_over(command, text)
                return True
    return False
