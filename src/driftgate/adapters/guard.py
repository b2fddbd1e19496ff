"""The address guard: a name is resolved once, its addresses are judged, and exactly a judged address is connected to.

Timeouts are moments here, as :mod:`driftgate.adapters.deadline` reads them.
"""

from __future__ import annotations

import ipaddress
import socket
import threading
import time
from collections.abc import Callable, Iterable

import httpcore

from driftgate.adapters.deadline import UntilStream, left
from driftgate.adapters.reach import Reach
from driftgate.adapters.refusal import Refused
from driftgate.extract.page import Unreadable

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolver = Callable[[str, int], list[str]]
SocketOptions = Iterable[tuple[int, int, int] | tuple[int, int, bytes | bytearray] | tuple[int, int, None, int]]

#: Ranges that ``ipaddress`` calls global and that still lead to private places: they carry another address inside.
CARRIERS = tuple(
    ipaddress.ip_network(text)
    for text in (
        "64:ff9b::/96",  # NAT64
        "64:ff9b:1::/48",  # NAT64, local use
        "2001::/32",  # Teredo
        "2002::/16",  # 6to4
        "::ffff:0:0/96",  # IPv4-mapped
        "::/96",  # IPv4-compatible
        "192.88.99.0/24",  # 6to4 relays
        "fec0::/10",  # site-local
    )
)
MOST_ADDRESSES = 8
LONGEST_CONNECT = 8.0  # seconds for name and connection: a machine without a network is told so soon


def is_public(address: Address) -> bool:
    """Whether an address is one of the public internet, whatever it is wrapped in."""
    if not address.is_global or address.is_multicast or address.is_reserved or address.is_unspecified:
        return False
    return not any(address.version == network.version and address in network for network in CARRIERS)


def resolve(host: str, port: int) -> list[str]:
    """The addresses of a name, in the order of the system's preference. Raises OSError or UnicodeError."""
    return [str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


class GuardedBackend(httpcore.NetworkBackend):
    """Connects to addresses that reach allows; all others are refused before a byte is sent."""

    def __init__(self, reach: Reach, resolver: Resolver = resolve) -> None:
        self._reach = reach
        self._resolve = resolver
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,  # noqa: ARG002
        socket_options: SocketOptions | None = None,
    ) -> httpcore.NetworkStream:
        by = min(timeout or 0.0, time.monotonic() + LONGEST_CONNECT)
        addresses = self.judged(host, port, by)
        failure: Exception | None = None
        for number, address in enumerate(addresses):
            share = left(by, httpcore.ConnectTimeout) / (len(addresses) - number)  # a dead one leaves time for the next
            try:
                return UntilStream(self._plain.connect_tcp(str(address), port, timeout=share, socket_options=socket_options))
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure or httpcore.ConnectError()

    def judged(self, host: str, port: int, until: float | None) -> tuple[Address, ...]:
        """The addresses of host that may be connected to, each once. Raises Refused where there is none."""
        found = dict.fromkeys(ipaddress.ip_address(text) for text in self._resolved(host, port, until))
        if not (self._reach.is_trusted(host, port) or host in self._reach.private_hosts):
            found = {address: None for address in found if is_public(address)}
        if not found:
            raise Refused(Unreadable.BLOCKED_ADDRESS, "fetch.private_hosts names the hosts that may be private")
        return tuple(found)[:MOST_ADDRESSES]

    def _resolved(self, host: str, port: int, until: float | None) -> list[str]:
        # The system's resolver knows no deadline, so it runs aside; a thread it never leaves does not keep the process.
        answer: list[list[str] | Exception] = []
        thread = threading.Thread(target=_ask, args=(self._resolve, host, port, answer), daemon=True)
        thread.start()
        thread.join(left(until, httpcore.ConnectTimeout))
        if not answer:
            raise Refused(Unreadable.TIMEOUT, "the host's name was not resolved in time")
        if isinstance(answer[0], Exception):
            raise Refused(Unreadable.NETWORK, "the host's name could not be resolved")
        return answer[0]


def _ask(resolver: Resolver, host: str, port: int, answer: list[list[str] | Exception]) -> None:
    try:
        answer.append(resolver(host, port))
    except Exception as error:  # noqa: BLE001 - whatever a resolver raises, the name was not resolved
        answer.append(error)
