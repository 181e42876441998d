"""`peel serve`: the chat in a browser, for this machine only."""

from __future__ import annotations

import shlex
import sys

from assistant.errors import PeelError
from assistant.settings import Settings
from assistant.shell.exit_codes import ExitCode

HOST = "127.0.0.1"
"""Never another address: the chat has no log-in, and whoever reaches it reads what is kept."""
CHAT = "assistant.tui.served"


def serve(settings: Settings, port: int) -> ExitCode:
    """Serves the chat until it is stopped by ctrl+c; each browser window gets a chat of its own.

    Raises:
        PeelError: the port is taken.
    """
    from assistant.shell.loopback import LoopbackServer

    try:
        LoopbackServer(command(settings), host=HOST, port=port, title="peel").serve()
    except OSError as error:
        raise PeelError(f"Port {port} can't be used: {error.strerror}.", f"peel serve --port {port + 1}") from error
    return ExitCode.DONE


def command(settings: Settings) -> str:
    """What runs for each window: the chat with the same folders, as one line for the shell."""
    folders = (str(settings.corpus.absolute()), str(settings.index.absolute()))
    return shlex.join((sys.executable, "-m", CHAT, *folders))
