"""Rebuilds the index of a folder with the stand-in for the model, for tests that kill it: FOLDER."""

import sys
from pathlib import Path

from assistant.indexing.build import rebuild
from assistant.settings import Settings
from tests.counting_encoder import CountingEncoder

if __name__ == "__main__":
    folder = Path(sys.argv[1])
    rebuild(Settings(folder / "corpus", folder / "index", folder / "kept"), encoder=CountingEncoder())
