"""Where documentation may be fetched from: the hosts that the configuration names, and no others."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable
from dataclasses import dataclass

import httpx

from driftgate.adapters.refusal import Refused
from driftgate.config.model import Vendor
from driftgate.extract.page import Unreadable

PORTS = {"http": 80, "https": 443}
LAST_PORT = 65535
LONGEST_URL = 4096


@dataclass(frozen=True, slots=True)
class Reach:
    """hosts: one set per vendor, a redirect stays within a set; trusted: host and port of configured URLs that are written as
    an IP address or ``localhost``, these may be private; private_hosts: names that may resolve to a private address."""

    hosts: tuple[frozenset[str], ...]
    trusted: frozenset[tuple[str, int]] = frozenset()
    private_hosts: frozenset[str] = frozenset()

    def start(self, url: str) -> httpx.URL:
        """The URL, checked, without its fragment. Raises Refused where it is no web address or no vendor's."""
        address = _parsed(url)
        if not any(address.host in group for group in self.hosts):
            raise Refused(Unreadable.REDIRECT, "the address is not on a host of the configuration")
        self._check(address)
        return address

    def step(self, first: httpx.URL, here: httpx.URL, location: str) -> httpx.URL:
        """Where a redirect from here leads, on a trip that began at first. Raises Refused where driftgate may not follow."""
        if not location:
            raise Refused(Unreadable.REDIRECT, "the redirect names no address")
        target = _parsed(location, base=here)
        if here.scheme == "https" and target.scheme == "http":
            raise Refused(Unreadable.REDIRECT, "it leads from https to http")
        if not any(first.host in group and target.host in group for group in self.hosts):
            raise Refused(Unreadable.REDIRECT, f"it leads to {neutral(target.host)}, which is not a host of this vendor")
        self._check(target)
        return target

    def is_trusted(self, host: str, port: int) -> bool:
        """Whether the user wrote this very address into the configuration."""
        return (host, port) in self.trusted

    def _check(self, address: httpx.URL) -> None:
        if is_literal(address.host) and not self.is_trusted(address.host, port_of(address)):
            raise Refused(Unreadable.BLOCKED_ADDRESS, f"{neutral(address.host)} with this port is not in the configuration")


def reach_of(vendors: Iterable[Vendor], *, private_hosts: Iterable[str] = (), also: Iterable[str] = ()) -> Reach:
    """The reach of a configuration. also: URLs given on the command line, each a vendor of its own.

    The base URL of a vendor's API is no documentation: nothing is fetched from it unless its host is named otherwise.
    """
    groups, trusted = [], set()
    for urls, hosts in [*((_documentation(vendor), vendor.hosts) for vendor in vendors), *(((url,), ()) for url in also)]:
        addresses = [address for address in map(_quietly, urls) if address is not None]
        groups.append(frozenset({host.lower() for host in hosts} | {address.host for address in addresses}))
        trusted |= {(address.host, port_of(address)) for address in addresses if is_literal(address.host)}
    return Reach(tuple(groups), frozenset(trusted), frozenset(host.lower() for host in private_hosts))


def port_of(address: httpx.URL) -> int:
    """The port, said or implied."""
    return address.port or PORTS[address.scheme]


def is_literal(host: str) -> bool:
    """Whether the host is written as an IP address or ``localhost``."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return host == "localhost"
    return True


def neutral(host: str) -> str:
    """A host that a server wrote, fit to be shown: letters, digits, dots, dashes and colons, at most 80."""
    return "".join(letter for letter in host[:80] if letter.isascii() and (letter.isalnum() or letter in ".-:"))


def _documentation(vendor: Vendor) -> tuple[str, ...]:
    targets = [url for target in vendor.targets for url in (target.reference, target.openapi)]
    return tuple(url for url in (vendor.docs_home, vendor.help_center, *targets) if url)


def _quietly(url: str) -> httpx.URL | None:
    try:
        return _parsed(url)
    except Refused:
        return None


def _parsed(url: str, base: httpx.URL | None = None) -> httpx.URL:
    if len(url) > LONGEST_URL:
        raise Refused(Unreadable.REDIRECT, "the address is too long")
    try:
        address = base.join(url) if base is not None else httpx.URL(url)
        host, port, scheme = address.host, address.port, address.scheme
    except (httpx.InvalidURL, ValueError, TypeError):
        raise Refused(Unreadable.REDIRECT, "the address cannot be read") from None
    if scheme not in PORTS or not host or (port is not None and not 0 < port <= LAST_PORT):
        raise Refused(Unreadable.REDIRECT, "the address is not an http or https address")
    if address.userinfo:
        raise Refused(Unreadable.REDIRECT, "the address holds a user name or password")
    return address.copy_with(fragment=None) if address.fragment else address
