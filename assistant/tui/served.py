"""The chat as `peel serve` runs it for a browser window: `python -m assistant.tui.served CORPUS INDEX`."""

from __future__ import annotations

import sys
from pathlib import Path

from assistant.settings import load_settings
from assistant.tui.app import run_chat

if __name__ == "__main__":
    corpus, index = map(Path, sys.argv[1:])
    run_chat(load_settings(corpus=corpus, index=index))
