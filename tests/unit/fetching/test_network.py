"""Connections go to the address that was checked, and to no machine that isn't public."""

from __future__ import annotations

from typing import Any

import httpcore2
import pytest

from assistant.errors import FetchError
from assistant.fetching.fetcher import Fetcher
from assistant.fetching.network import CheckedBackend, is_public
from tests.site import Site, body, redirect

PUBLIC = "93.184.215.14"


class Recorder(httpcore2.NetworkBackend):
    """Connects to nothing, and remembers to what it should have."""

    def __init__(self) -> None:
        self.connected: list[str] = []

    def connect_tcp(self, host: str, *args: Any, **named: Any) -> httpcore2.NetworkStream:
        del args, named
        self.connected.append(host)
        return httpcore2.MockStream([])


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "127.8.8.8", "0.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254"),
        *("100.64.0.1", "224.0.0.1", "255.255.255.255", "192.0.2.1", "240.0.0.1"),
        *("::1", "::", "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1"),
        *("64:ff9b::7f00:1", "2002:7f00:1::", "2001:db8::1"),
    ],
)
def test_addresses_of_this_machine_and_its_network_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", [PUBLIC, "8.8.8.8", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "64:ff9b::808:808"])
def test_addresses_of_the_internet_are_public(address: str) -> None:
    assert is_public(address)


def test_what_is_connected_to_is_the_address_that_was_checked() -> None:
    given = [[PUBLIC], ["127.0.0.1"]]
    recorder = Recorder()
    backend = CheckedBackend(resolve=lambda *_: given.pop(0), inner=recorder)
    backend.connect_tcp("rebinding.example", 80)
    assert recorder.connected == [PUBLIC]
    with pytest.raises(FetchError, match=r"rebinding\.example is 127\.0\.0\.1"):
        backend.connect_tcp("rebinding.example", 80)
    assert recorder.connected == [PUBLIC]


def test_one_private_address_among_public_ones_is_enough_to_refuse() -> None:
    recorder = Recorder()
    backend = CheckedBackend(resolve=lambda *_: [PUBLIC, "10.0.0.1"], inner=recorder)
    with pytest.raises(FetchError, match=r"10\.0\.0\.1"):
        backend.connect_tcp("mixed.example", 443)
    assert recorder.connected == []


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]"])
def test_no_spelling_of_this_machine_is_fetched(host: str) -> None:
    with Fetcher(sleep=lambda _: None) as fetcher, pytest.raises(FetchError, match="of its own network"):
        fetcher.get(f"http://{host}:9/page")


def test_a_redirect_to_this_machine_is_refused_and_nothing_asked_there(site: Site) -> None:
    port = site.address.rpartition(":")[2]
    site.serve("/report", redirect(f"http://localhost:{port}/secret"))
    site.serve("/secret", body("secret"))
    backend = CheckedBackend(allowed=lambda host: host == "reports.example", resolve=lambda *_: ["127.0.0.1"])
    with Fetcher(backend=backend, sleep=lambda _: None) as fetcher, pytest.raises(FetchError, match="localhost is 127"):
        fetcher.get(f"http://reports.example:{port}/report")
    assert site.pages == ["/report"]
