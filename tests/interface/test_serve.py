"""The chat in a browser: it paints there, and answers to no other page."""

from __future__ import annotations

import asyncio
import re
import shlex
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

import pytest
from aiohttp import ClientSession
from aiohttp.test_utils import TestClient, TestServer, unused_port

from assistant.errors import PeelError
from assistant.settings import Settings
from assistant.shell import serve
from assistant.shell.loopback import LoopbackServer


@asynccontextmanager
async def served(settings: Settings) -> AsyncIterator[TestClient]:  # type: ignore[type-arg]
    port = unused_port()
    chat = LoopbackServer(serve.command(settings), host=serve.HOST, port=port, title="peel")
    async with TestClient(TestServer(await chat._make_app(), host=serve.HOST, port=port)) as client:
        yield client


@contextmanager
def peel_serve(settings: Settings) -> Iterator[str]:
    """`peel serve` as a person starts it; gives its address, and ends it as ctrl+c does."""
    program = "from assistant.cli import main; main()"
    folders = ("--corpus", str(settings.corpus), "--index", str(settings.index))
    command = (sys.executable, "-c", program, "serve", "--port", str(unused_port()), *folders)
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        address = re.search(r"http://\S+", server.stderr.readline())
        try:
            assert address is not None
            yield address[0]
        finally:
            server.send_signal(signal.SIGINT)
            assert server.wait(10) == 0


async def test_a_browser_sees_the_chat(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PEEL_CONVERSATIONS", str(settings.conversations))
    with peel_serve(settings) as address:
        async with ClientSession() as session, session.ws_connect(f"{address}/ws?width=80&height=24") as socket:
            screen = b""
            async with asyncio.timeout(20):
                for shown, then in ((b"Ask about the reports", "typed there"), (b"typed there", "")):
                    while shown not in screen:
                        message = await socket.receive()
                        screen += message.data if isinstance(message.data, bytes) else b""
                    await socket.send_json(["stdin", then])


@pytest.mark.parametrize("headers", [{"Host": "elsewhere.example"}, {"Origin": "http://elsewhere.example"}])
@pytest.mark.parametrize("path", ["/", "/ws", "/download/1"])
async def test_other_pages_are_turned_away(path: str, headers: dict[str, str], settings: Settings) -> None:
    async with served(settings) as client:
        assert (await client.get(path, headers=headers)).status == 403


async def test_its_own_page_loads_nothing_from_elsewhere(settings: Settings) -> None:
    async with served(settings) as client:
        page = await client.get("/", headers={"Origin": f"http://localhost:{client.port}"})
        assert page.status == 200
        policy = page.headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'self'")
        assert "https:" not in policy


def test_folders_with_spaces_and_quotes_stay_whole(settings: Settings) -> None:
    odd = Settings(settings.corpus / "a b'; true", settings.index, settings.conversations)
    assert shlex.split(serve.command(odd))[-2:] == [str(odd.corpus), str(odd.index)]


def test_a_port_that_is_taken_says_what_to_do(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_server: LoopbackServer) -> None:
        raise OSError(98, "Address already in use")

    monkeypatch.setattr(LoopbackServer, "serve", fail)
    with pytest.raises(PeelError, match="Port 8000 can't be used") as raised:
        serve.serve(settings, 8000)
    assert raised.value.mend == "peel serve --port 8001"
