"""`python -m tests.stand_in …`: the real command line on the stand-in engine, for tests that run scripts."""

from __future__ import annotations

import sys

from assistant.cli import main
from tests.fakes import EchoAnswerer, FakeEngine

if __name__ == "__main__":
    sys.modules.update(FakeEngine(EchoAnswerer()).modules())
    main()
