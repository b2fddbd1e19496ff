"""What every test shares: no socket leaves loopback, and the environment holds no credential."""

from __future__ import annotations

import ipaddress
import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent


def is_local(address: Any) -> bool:
    """Whether a socket address is on this machine."""
    if not isinstance(address, tuple):
        return True  # a Unix socket
    host = str(address[0])
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host in ("", "localhost")


@pytest.fixture(autouse=True)
def only_loopback(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A test that is not marked ``online`` and opens a connection to the outside fails."""
    if "online" in request.keywords:
        yield
        return
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if not is_local(address):
            raise AssertionError(f"a test tried to reach {address[0]}: tests talk to loopback only")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)
    yield


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No credential, proxy or CI variable of the machine reaches a test."""
    for name in list(os.environ):
        if name.endswith(("_KEY", "_KEY_ORIGIN", "_proxy", "_PROXY")) or name.startswith("GITHUB_"):
            monkeypatch.delenv(name)
    monkeypatch.delenv("CI", raising=False)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The shared corpus and conformance cases; the test skips where they are absent."""
    folder = Path(os.environ.get("DRIFTGATE_SHARED", ROOT.parent / "shared"))
    if not (folder / "corpus").is_dir():
        pytest.skip(f"no shared data at {folder}; set DRIFTGATE_SHARED")
    return folder
