"""Connections go only to addresses that were checked: a name is resolved once, and what it gave is connected to.

Otherwise a name could lead to a machine of the local network at the second look (DNS rebinding), or a redirect there.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
import time
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

import httpcore2
import httpx2

from assistant.errors import FetchError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


@cache
def _trusted() -> ssl.SSLContext:
    """What certificates are held against; reading the list takes a moment, so it is read once."""
    return httpx2.create_ssl_context(trust_env=False)


class CheckedTransport(httpx2.HTTPTransport):
    """A transport whose connections are made by a `CheckedBackend`; it knows no proxy, which would hide the address."""

    def __init__(self, backend: CheckedBackend) -> None:
        super().__init__(verify=_trusted(), trust_env=False)
        self._pool = httpcore2.ConnectionPool(ssl_context=_trusted(), max_connections=1, network_backend=backend)


class CheckedBackend(httpcore2.NetworkBackend):
    """Connects to public addresses alone, and to the hosts that were allowed; each request ends in time."""

    def __init__(
        self,
        *,
        allowed: Callable[[str], bool] = lambda _: False,
        resolve: Callable[[str, int], list[str]] | None = None,
        inner: httpcore2.NetworkBackend | None = None,
    ) -> None:
        self._allowed = allowed
        self._resolve = resolve or addresses_of
        self._inner = inner or httpcore2.SyncBackend()
        self.ends = float("inf")
        """When the request that is under way must be over, by the monotonic clock."""

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        """Connect to one of the addresses of a host.

        Raises:
            FetchError: one of them isn't public.
            httpcore2.ConnectError: it has none, or none answers.
        """
        addresses = self._resolve(host, port)
        if not self._allowed(host):
            _refuse_private(host, addresses)
        failure: Exception = httpcore2.ConnectError(f"{host} has no address")
        for address in addresses:
            try:
                left = self.left(timeout)
                stream = self._inner.connect_tcp(address, port, left, local_address, socket_options)
                return _Timed(stream, self)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failure = error
        raise failure

    def left(self, timeout: float | None) -> float:
        """The seconds that a step may take.

        Raises:
            httpcore2.ReadTimeout: there are none left.
        """
        left = self.ends - time.monotonic()
        if left <= 0:
            raise httpcore2.ReadTimeout("it took too long")
        return left if timeout is None else min(timeout, left)


class _Timed(httpcore2.NetworkStream):
    """A connection whose reads and writes all end when the request has to, however slowly they drip."""

    def __init__(self, inner: httpcore2.NetworkStream, clock: CheckedBackend) -> None:
        self._inner = inner
        self._clock = clock

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._clock.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._clock.left(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        return _Timed(self._inner.start_tls(ssl_context, server_hostname, self._clock.left(timeout)), self._clock)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


def addresses_of(host: str, port: int) -> list[str]:
    """The addresses that a name has, each once.

    Raises:
        httpcore2.ConnectError: the name isn't known.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise httpcore2.ConnectError(f"{host} can't be found") from error
    return list(dict.fromkeys(str(place[0]) for *_, place in found))


def is_public(address: str) -> bool:
    """Whether an address is one of the internet, whatever form it hides in; not this machine nor its network."""
    one = ipaddress.ip_address(address.split("%")[0])
    return all(each.is_global and not each.is_multicast and not each.is_reserved for each in _meant(one))


def _meant(address: Address) -> list[Address]:
    """The address, or those of the older kind that it stands for."""
    if isinstance(address, ipaddress.IPv4Address):
        return [address]
    if address in _NAT64:
        return [ipaddress.IPv4Address(address.packed[-4:])]
    inside = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    return [each for each in inside if each] or [address]


def _refuse_private(host: str, addresses: list[str]) -> None:
    for address in addresses:
        if not is_public(address):
            raise FetchError(
                f"{host} is {address}, an address of this machine or of its own network.",
                "Where that is meant, add --private.",
            )
