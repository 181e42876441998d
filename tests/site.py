"""A site on this machine that serves made-up reports in the shape in which real ones are published, and misbehaves."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Reply = Callable[[BaseHTTPRequestHandler], None]


class Site:
    """What is served by path, and what was asked for.

    A path may have several replies: each is given once, the last one for ever.
    """

    def __init__(self, address: str) -> None:
        self.address = address
        self.replies: dict[str, list[Reply]] = {}
        self.asked: list[tuple[str, Mapping[str, str]]] = []

    def serve(self, path: str, *replies: Reply) -> str:
        """Set what is at a path; gives its address."""
        self.replies[path] = list(replies)
        return self.address + path

    @property
    def pages(self) -> list[str]:
        """The paths that were asked for, robots.txt aside."""
        return [path for path, _ in self.asked if path != "/robots.txt"]

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        self.asked.append((handler.path, {name.lower(): value for name, value in handler.headers.items()}))
        replies = self.replies.get(handler.path) or [status(404)]
        (replies.pop(0) if len(replies) > 1 else replies[0])(handler)


@contextmanager
def running() -> Iterator[Site]:
    """A site that is served meanwhile."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            site.answer(self)
            self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:
            del format, args

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        site = Site(f"http://127.0.0.1:{server.server_port}")
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield site
        server.shutdown()
        thread.join()


def body(content: bytes | str, kind: str = "text/html; charset=utf-8", code: int = 200, **headers: str) -> Reply:
    """A whole answer; names of headers are written with underscores."""
    raw = content.encode() if isinstance(content, str) else content

    def reply(handler: BaseHTTPRequestHandler) -> None:
        _head(handler, code, {"Content-Type": kind, "Content-Length": str(len(raw)), **headers})
        handler.wfile.write(raw)

    return reply


def status(code: int, **headers: str) -> Reply:
    """An answer with nothing in it."""
    return body(b"", code=code, **headers)


def redirect(address: str) -> Reply:
    return status(302, Location=address)


def revised(content: str, etag: str) -> Reply:
    """A page that is sent only to who doesn't have this state of it."""

    def reply(handler: BaseHTTPRequestHandler) -> None:
        known = handler.headers.get("If-None-Match") == etag
        (status(304) if known else body(content, ETag=etag))(handler)

    return reply


def broken(content: str, after: int) -> Reply:
    """A page whose connection breaks off."""

    def reply(handler: BaseHTTPRequestHandler) -> None:
        _head(handler, 200, {"Content-Type": "text/html", "Content-Length": str(len(content.encode()))})
        handler.wfile.write(content.encode()[:after])

    return reply


def dripping(ended: threading.Event) -> Reply:
    """A page that comes a byte at a time and never ends, until the test does."""

    def reply(handler: BaseHTTPRequestHandler) -> None:
        _head(handler, 200, {"Content-Type": "text/html", "Content-Length": "1000000"})
        while not ended.wait(0.02):
            try:
                handler.wfile.write(b"<")
            except OSError:
                return

    return reply


def _head(handler: BaseHTTPRequestHandler, code: int, headers: Mapping[str, str]) -> None:
    handler.send_response(code)
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.send_header("Connection", "close")
    handler.end_headers()
