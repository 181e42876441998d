"""Where the program begins.

`peel` alone in a terminal opens the chat without what reading a command line needs, and paints that much sooner.
"""

from __future__ import annotations

import gc
import sys

from assistant.errors import PeelError
from assistant.settings import load_settings
from assistant.shell.exit_codes import ExitCode
from assistant.shell.streams import is_interactive, note_error


def main() -> None:
    """Runs `peel`; the process ends with one of the exit codes."""
    if sys.argv[1:] or not is_interactive():
        from assistant.cli import main as read_command_line

        read_command_line()
    else:
        open_chat()


def open_chat() -> None:
    """Opens the chat with the settings as they are kept; says what is wrong with them where they can't be read."""
    try:
        settings = load_settings()
    except PeelError as error:
        note_error(error)
        sys.exit(ExitCode.FAILURE)
    gc.disable()  # what is imported stays; looking through it for rubbish takes a tenth of the time to the first paint
    from assistant.tui.app import run_chat

    gc.freeze()
    gc.enable()
    run_chat(settings)
