"""A server that only this machine's own pages can talk to, and whose pages load nothing from elsewhere.

Being bound to the loopback address isn't enough: any page that is open in the same browser can reach that address,
under a name of its own or by its number. So a request must name this server as its host, and come from no other page.
"""

from __future__ import annotations

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware
from textual_serve.server import Server

from assistant.shell.streams import note


class LoopbackServer(Server):
    """Serves the chat to pages of its own."""

    @property
    def hosts(self) -> frozenset[str]:
        """The names by which a browser may call this server."""
        return frozenset((f"{self.host}:{self.port}", f"localhost:{self.port}"))

    @property
    def policy(self) -> str:
        """What a page may load: only from here; the font that the page names elsewhere is left out."""
        sockets = " ".join(f"ws://{host}" for host in sorted(self.hosts))
        inline = "'self' 'unsafe-inline'"
        parts = ("default-src 'self' data:", f"script-src {inline}", f"style-src {inline}")
        return "; ".join((*parts, f"connect-src 'self' {sockets}", "frame-ancestors 'none'"))

    def serve(self, debug: bool = False) -> None:
        """Serve until ctrl+c; says where once it listens, on standard error.

        Raises:
            OSError: the port can't be used.
        """
        self.debug = debug
        web.run_app(self._make_app(), host=self.host, port=self.port, print=self._listens)

    def _listens(self, *_words: object) -> None:
        note(f"The chat is at {self.public_url} on this machine only; ctrl+c ends it.")

    async def on_startup(self, app: web.Application) -> None:
        """Say nothing yet: it doesn't listen before all has started."""

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.middlewares.append(self._own_pages_only())
        app.on_response_prepare.append(self._add_policy)
        return app

    def _own_pages_only(self) -> Middleware:
        @web.middleware
        async def check(request: web.Request, handler: Handler) -> web.StreamResponse:
            origin = request.headers.get("Origin", f"http://{request.host}").removeprefix("http://")
            if not {request.host, origin} <= self.hosts:
                raise web.HTTPForbidden(text="This chat answers only to its own pages.")
            return await handler(request)

        return check

    async def _add_policy(self, _request: web.Request, response: web.StreamResponse) -> None:
        response.headers["Content-Security-Policy"] = self.policy
