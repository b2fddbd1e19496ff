"""The address guard: which addresses count as public, and what a name may lead to."""

from __future__ import annotations

import ipaddress
import time

import httpcore
import pytest

from driftgate.adapters.guard import GuardedBackend, is_public
from driftgate.adapters.reach import Reach
from driftgate.adapters.refusal import Refused
from driftgate.extract.page import Unreadable
from hostile import HostileServer

NOWHERE = Reach((frozenset({"docs.example.com"}),))

PRIVATE = (
    "0.0.0.0",
    "10.0.0.1",
    "100.64.0.1",
    "127.0.0.1",
    "127.8.9.10",
    "169.254.169.254",
    "172.16.0.1",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.1.1",
    "198.18.0.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::127.0.0.1",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",
    "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::1",
    "2001:0:4136:e378::1",
    "2001:db8::1",
    "2002:7f00:1::1",
    "fc00::1",
    "fe80::1",
    "fec0::1",
    "ff02::1",
)


@pytest.mark.parametrize("address", PRIVATE)
def test_an_address_that_is_not_of_the_public_internet_is_refused(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", ["8.8.8.8", "93.184.216.34", "2606:4700::1111", "2a00:1450:4001::200e"])
def test_a_public_address_is_public(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


def soon() -> float:
    return time.monotonic() + 2.0


def test_a_name_that_leads_to_a_private_address_is_refused() -> None:
    backend = GuardedBackend(NOWHERE, lambda host, port: ["127.0.0.1"])
    with pytest.raises(Refused) as caught:
        backend.connect_tcp("docs.example.com", 80, timeout=soon())
    assert caught.value.reason is Unreadable.BLOCKED_ADDRESS


def test_of_several_addresses_only_the_public_ones_remain() -> None:
    backend = GuardedBackend(NOWHERE, lambda host, port: ["10.0.0.1", "8.8.8.8", "::1", "8.8.8.8"])
    assert backend.judged("docs.example.com", 443, soon()) == (ipaddress.ip_address("8.8.8.8"),)


def test_a_name_is_resolved_once_and_that_address_is_connected_to() -> None:
    """A second answer of a rebinding name server is never asked for."""
    answers = iter([["127.0.0.1"], ["169.254.169.254"]])
    reach = Reach((frozenset({"docs.internal"}),), private_hosts=frozenset({"docs.internal"}))
    with HostileServer() as server:
        stream = GuardedBackend(reach, lambda host, port: next(answers)).connect_tcp("docs.internal", server.port, timeout=soon())
        assert stream.get_extra_info("server_addr") == ("127.0.0.1", server.port)
        stream.close()
    assert next(answers) == ["169.254.169.254"]


def test_a_private_host_of_the_configuration_may_be_private_and_others_may_not() -> None:
    reach = Reach((frozenset({"docs.internal"}),), private_hosts=frozenset({"docs.internal"}))
    backend = GuardedBackend(reach, lambda host, port: ["10.0.0.1"])
    assert backend.judged("docs.internal", 80, soon()) == (ipaddress.ip_address("10.0.0.1"),)
    with pytest.raises(Refused):
        backend.judged("other.internal", 80, soon())


def test_trust_in_an_address_is_trust_in_its_port_alone() -> None:
    backend = GuardedBackend(Reach((frozenset({"127.0.0.1"}),), frozenset({("127.0.0.1", 8000)})))
    assert backend.judged("127.0.0.1", 8000, soon()) == (ipaddress.ip_address("127.0.0.1"),)
    with pytest.raises(Refused) as caught:
        backend.judged("127.0.0.1", 22, soon())
    assert caught.value.reason is Unreadable.BLOCKED_ADDRESS


def test_the_next_address_is_tried_when_the_first_does_not_answer() -> None:
    reach = Reach((), private_hosts=frozenset({"docs.internal"}))
    with HostileServer() as server:
        backend = GuardedBackend(reach, lambda host, port: ["::1", "127.0.0.1"])
        stream = backend.connect_tcp("docs.internal", server.port, timeout=soon())
        assert stream.get_extra_info("server_addr") == ("127.0.0.1", server.port)
        stream.close()


def slow(host: str, port: int) -> list[str]:
    time.sleep(1.0)
    return ["8.8.8.8"]


def broken(host: str, port: int) -> list[str]:
    raise UnicodeError("label too long: secret.example.com")


def test_a_name_server_that_takes_too_long_is_a_timeout() -> None:
    start = time.monotonic()
    with pytest.raises(Refused) as caught:
        GuardedBackend(NOWHERE, slow).judged("docs.example.com", 80, start + 0.1)
    assert caught.value.reason is Unreadable.TIMEOUT
    assert time.monotonic() - start < 0.8


def test_a_connection_that_cannot_be_made_does_not_use_up_the_page_s_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("driftgate.adapters.guard.LONGEST_CONNECT", 0.1)
    start = time.monotonic()
    with pytest.raises(Refused) as caught:
        GuardedBackend(NOWHERE, slow).connect_tcp("docs.example.com", 80, timeout=start + 30)
    assert caught.value.reason is Unreadable.TIMEOUT
    assert time.monotonic() - start < 0.8


def test_a_name_that_cannot_be_resolved_is_a_network_failure_in_fixed_words() -> None:
    with pytest.raises(Refused) as caught:
        GuardedBackend(NOWHERE, broken).judged("docs.example.com", 80, soon())
    assert (caught.value.reason, caught.value.detail) == (Unreadable.NETWORK, "the host's name could not be resolved")


@pytest.mark.parametrize("until", [None, 0.0])
def test_nothing_waits_without_a_deadline(until: float | None) -> None:
    with pytest.raises(httpcore.ConnectTimeout):
        GuardedBackend(NOWHERE).judged("docs.example.com", 80, until)
