"""`python -m tests.stand_in …`: the real command line on the stand-in engine, for tests that run scripts.

Its corpus is in the folder it runs in, and what it fetches comes from a site on this machine.
"""

from __future__ import annotations

import os
import sys

from assistant.cli import main
from tests.fakes import EchoAnswerer, FakeEngine
from tests.made_up import OURS
from tests.renderings import elements, web_page
from tests.site import body, running


def served() -> str:
    """A made-up report, as that of a force that peel knows."""
    return web_page(elements(OURS / "caldershire-peel-2023-25.txt")).replace("Caldershire", "Kent")


if __name__ == "__main__":
    sys.modules.update(FakeEngine(EchoAnswerer()).modules())
    os.environ["PEEL_CORPUS"] = "corpus"
    if "fetch" not in sys.argv:
        main()
    with running() as site:
        site.serve("/peel-reports/kent-2023-25/", body(served()))
        os.environ["PEEL_SITE"] = site.address
        main()
