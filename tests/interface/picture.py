"""Takes a picture of the real chat after one question: `scripts/picture`."""

from __future__ import annotations

import asyncio
import re
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from assistant.settings import load_settings
from assistant.tui.app import PeelApp
from assistant.tui.widgets.prompt import Prompt
from assistant.tui.widgets.turn import TurnView

PICTURE = Path(__file__).with_name("peel.svg")
QUESTION = "what was Kent's 999 answer rate"
SIZE = (120, 26)


async def take(question: str) -> bool:
    """Ask, wait for the answer, and write the picture; false where there was none."""
    with tempfile.TemporaryDirectory() as folder:
        app = PeelApp(replace(load_settings(), conversations=Path(folder)))
        async with app.run_test(size=SIZE) as pilot:
            app.query_one(Prompt).put(question)
            await pilot.press("enter")
            await app.workers.wait_for_complete()
            await pilot.pause()
            await pilot.pause()
            if not any(turn.answer for turn in app.query(TurnView)):
                return False
            picture = app.export_screenshot(title="peel", simplify=True)
    PICTURE.write_text(re.sub(r"terminal-\d+-", "terminal-", picture), encoding="utf-8")
    return True


if __name__ == "__main__":
    sys.exit(0 if asyncio.run(take(" ".join(sys.argv[1:]) or QUESTION)) else 1)
